import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { RefundRule } from './refund-rule.tsx'
import { RequestedRefund } from './requested-refund.tsx'

interface ApproveRefundFormProps {
  readonly opened: DepositCase
  readonly forms: CaseForms
  /** Why it cannot be approved now; null where it can. */
  readonly blocked: string | null
}

/** What money will go, to whom and by which rule; the second pair of eyes. */
export function ApproveRefundForm({ opened, forms, blocked }: ApproveRefundFormProps) {
  const words = useTexts().deposits.refund
  const { refundRequest } = opened
  if (refundRequest === null) return null
  return (
    <CommandForm
      place={forms}
      title={words.approveTitle}
      lead={words.approveLead}
      submitLabel={words.approve(formatYuan(refundRequest.amount))}
      blocked={blocked}
      onSubmit={() => forms.submit('deposit.approve-refund', { amount: refundRequest.amount })}
    >
      <RequestedRefund opened={opened} />
      <RefundRule opened={opened} />
    </CommandForm>
  )
}
