import { useTexts } from '#renderer/i18n/language-context.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'

interface CaseKeys {
  readonly wide: boolean
  readonly onWide: (wide: boolean) => void
  readonly onClose: () => void
  readonly onNext: () => void
  /** Null where the case cannot be assigned. */
  readonly onAssignToMe: (() => void) | null
}

/** The keys that every open case has. */
export function useCaseKeys({ wide, onWide, onClose, onNext, onAssignToMe }: CaseKeys): void {
  const texts = useTexts()
  useKeys([
    { means: 'next-case', label: texts.review.keys.next, run: onNext },
    { means: 'widen-case', label: wide ? texts.shell.narrow : texts.shell.wide, run: () => onWide(!wide) },
    { means: 'close', label: texts.shell.closeCase, run: () => (wide ? onWide(false) : onClose()) },
    ...(onAssignToMe === null
      ? []
      : [{ means: 'assign-to-me' as const, label: texts.review.keys.assignToMe, run: onAssignToMe }]),
  ])
}
