import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { z } from 'zod'
import { usePreference } from '../engine-client/use-preference.ts'
import { LanguageContext } from './language-context.ts'
import { LANGUAGES, type Language } from './words.ts'

const languageSchema = z.enum(LANGUAGES)
/** Also kept by the browser, so that the first paint and the sign-in screen speak it already. */
const STORED_AS = 'marketdesk-language'

/** Speaks Chinese until this person chose otherwise. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(
    () => languageSchema.safeParse(window.localStorage.getItem(STORED_AS)).data ?? 'zh',
  )
  const { value: preferred, save } = usePreference('language', languageSchema)

  useEffect(() => {
    if (preferred !== null) setLanguage(preferred)
  }, [preferred])

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    window.localStorage.setItem(STORED_AS, language)
  }, [language])

  const choose = useCallback(
    (chosen: Language) => {
      setLanguage(chosen)
      save(chosen)
    },
    [save],
  )
  const choice = useMemo(() => ({ language, choose }), [language, choose])
  return <LanguageContext value={choice}>{children}</LanguageContext>
}
