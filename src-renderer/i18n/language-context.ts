import { createContext, use, useCallback } from 'react'
import type { Bilingual } from '#shared/base/bilingual.ts'
import { TEXTS, type Texts } from './texts.ts'
import type { Language } from './words.ts'

export interface LanguageChoice {
  readonly language: Language
  readonly choose: (language: Language) => void
}

export const LanguageContext = createContext<LanguageChoice>({ language: 'zh', choose: () => undefined })

/** The language in use, and how to change it. */
export function useLanguage(): LanguageChoice {
  return use(LanguageContext)
}

/** Every text of the page in the language in use, by area: `useTexts().applications.title`. */
export function useTexts(): Texts {
  return TEXTS[use(LanguageContext).language]
}

/** Picks the language in use out of a text that comes in both. */
export function useBilingual(): (text: Bilingual) => string {
  const { language } = use(LanguageContext)
  return useCallback((text: Bilingual) => text[language], [language])
}
