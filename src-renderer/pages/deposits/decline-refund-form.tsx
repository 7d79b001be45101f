import { useTexts } from '#renderer/i18n/language-context.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { COMMAND_ARGUMENTS, type CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import type { DepositDrafts } from './deposit-drafts.ts'
import { DepositForm, type FormProps } from './deposit-form.tsx'
import { ReasonField } from './reason-field.tsx'
import { RequestedRefund } from './requested-refund.tsx'

type Draft = NonNullable<DepositDrafts['deposit.decline-refund']>

interface DeclineRefundFormProps extends FormProps {
  readonly opened: DepositCase
  readonly draft: Draft | undefined
  readonly onDraft: (draft: Draft) => void
  readonly onSubmit: (said: CommandArguments<'deposit.decline-refund'>) => void
}

/** Why a refund that was asked for is not paid, or not asked for any longer. It may be asked for again. */
export function DeclineRefundForm({ opened, draft, onDraft, onSubmit, ...form }: DeclineRefundFormProps) {
  const words = useTexts().deposits.refund
  const isOwn = opened.refundRequest?.by === useAccount()?.id
  const amount = formatYuan(opened.refundRequest?.amount ?? 0)
  const reason = draft?.reason ?? ''
  const said = COMMAND_ARGUMENTS['deposit.decline-refund'].safeParse({ reason })
  return (
    <DepositForm
      {...form}
      title={isOwn ? words.withdrawTitle : words.declineTitle}
      lead={words.declineLead}
      submitLabel={isOwn ? words.withdraw(amount) : words.decline(amount)}
      danger
      blocked={said.success ? null : words.incompleteReason}
      onSubmit={() => said.success && onSubmit(said.data)}
    >
      <RequestedRefund opened={opened} />
      <ReasonField
        label={isOwn ? words.withdrawReason : words.declineReason}
        value={reason}
        onChange={(written) => onDraft({ reason: written })}
      />
    </DepositForm>
  )
}
