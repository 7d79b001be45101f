import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'

interface HoldFormProps {
  readonly type: 'deposit.hold-refund' | 'deposit.lift-refund-hold'
  readonly forms: CaseForms
}

/** Why refunds are put on hold, or may go on. */
export function HoldForm({ type, forms }: HoldFormProps) {
  const texts = useTexts()
  const { incompleteReason, hold, lift } = texts.deposits.refund
  const words = type === 'deposit.hold-refund' ? hold : lift
  const reason = forms.drafts[type]?.reason ?? ''
  const given = COMMAND_ARGUMENTS[type].safeParse({ reason })
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing[type]}
      lead={words.lead}
      submitLabel={texts.commands.doing[type]}
      danger={type === 'deposit.hold-refund'}
      blocked={given.success ? null : incompleteReason}
      onSubmit={() => given.success && forms.submit(type, given.data)}
    >
      <ReasonField
        label={words.reason}
        value={reason}
        onChange={(written) => forms.write(type, { reason: written })}
      />
    </CommandForm>
  )
}
