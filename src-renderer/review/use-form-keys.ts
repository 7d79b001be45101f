import { useTexts } from '#renderer/i18n/language-context.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'

/** The keys of a form at the foot of a case, also while one types: Ctrl Enter gives it, Escape puts it away. */
export function useFormKeys(onSubmit: () => void, onCancel: () => void): void {
  const { keys } = useTexts().review
  useKeys([
    { means: 'submit-form', label: keys.submit, run: onSubmit, whileTyping: true },
    { means: 'close', label: keys.cancel, run: onCancel, whileTyping: true, hidden: true },
  ])
}
