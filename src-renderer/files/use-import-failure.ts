import { useCallback } from 'react'
import { failureOf } from '#renderer/engine-client/engine-error.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'

/** Says why a file was not read or imported: the codes of imports first, then those of every decision. */
export function useImportFailure(): (error: unknown) => string {
  const texts = useTexts().bankImport.trouble
  const failureText = useFailureText()
  return useCallback(
    (error: unknown) => {
      const failure = failureOf(error)
      const words: Readonly<Record<string, string>> = texts
      return (failure.kind === 'refused' ? words[failure.code] : undefined) ?? failureText(error)
    },
    [texts, failureText],
  )
}
