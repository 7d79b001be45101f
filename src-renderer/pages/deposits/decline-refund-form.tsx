import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { declineWords } from './decline-words.ts'
import { RequestedRefund } from './requested-refund.tsx'

interface DeclineRefundFormProps {
  readonly opened: DepositCase
  readonly forms: CaseForms
}

/** Why a refund that was asked for, or approved, is not paid. It may be asked for again. */
export function DeclineRefundForm({ opened, forms }: DeclineRefundFormProps) {
  const texts = useTexts()
  const words = declineWords(opened, useAccount()?.id ?? null, texts)
  const reason = forms.drafts['deposit.decline-refund']?.reason ?? ''
  const given = COMMAND_ARGUMENTS['deposit.decline-refund'].safeParse({ reason })
  return (
    <CommandForm
      place={forms}
      title={words.title}
      lead={words.lead}
      submitLabel={words.submit}
      danger
      blocked={given.success ? null : texts.deposits.refund.incompleteReason}
      onSubmit={() => given.success && forms.submit('deposit.decline-refund', given.data)}
    >
      <RequestedRefund opened={opened} />
      <ReasonField
        label={words.reason}
        value={reason}
        onChange={(written) => forms.write('deposit.decline-refund', { reason: written })}
      />
    </CommandForm>
  )
}
