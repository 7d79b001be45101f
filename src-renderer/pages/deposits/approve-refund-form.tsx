import { useTexts } from '#renderer/i18n/language-context.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { DepositForm, type FormProps } from './deposit-form.tsx'
import { RefundRule } from './refund-rule.tsx'
import { RequestedRefund } from './requested-refund.tsx'

interface ApproveRefundFormProps extends FormProps {
  readonly opened: DepositCase
  /** Why it cannot be approved now; null where it can. */
  readonly blocked: string | null
  readonly onSubmit: (said: CommandArguments<'deposit.approve-refund'>) => void
}

/** What money will go, to whom and by which rule; the second pair of eyes. */
export function ApproveRefundForm({ opened, onSubmit, ...form }: ApproveRefundFormProps) {
  const words = useTexts().deposits.refund
  const { refundRequest } = opened
  if (refundRequest === null) return null
  return (
    <DepositForm
      {...form}
      title={words.approveTitle}
      lead={words.approveLead}
      submitLabel={words.approve(formatYuan(refundRequest.amount))}
      onSubmit={() => onSubmit({ amount: refundRequest.amount })}
    >
      <RequestedRefund opened={opened} />
      <RefundRule opened={opened} />
    </DepositForm>
  )
}
