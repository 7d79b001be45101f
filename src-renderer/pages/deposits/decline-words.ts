import type { Texts } from '#renderer/i18n/texts.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { formatYuan } from '#shared/money/yuan.ts'

interface DeclineWords {
  readonly title: string
  readonly lead: string
  readonly submit: string
  readonly reason: string
}

/** One act, three names: who asked withdraws, who checks declines, and an approval that is not paid is revoked. */
export function declineWords(
  { refundRequest, refundApproved }: DepositCase,
  accountId: string | null,
  { deposits: { refund } }: Texts,
): DeclineWords {
  if (refundRequest === null) {
    const submit = refund.revoke(formatYuan(refundApproved))
    return { title: refund.revokeTitle, lead: refund.revokeLead, submit, reason: refund.revokeReason }
  }
  const amount = formatYuan(refundRequest.amount)
  const lead = refund.declineLead
  return refundRequest.by === accountId
    ? { title: refund.withdrawTitle, lead, submit: refund.withdraw(amount), reason: refund.withdrawReason }
    : { title: refund.declineTitle, lead, submit: refund.decline(amount), reason: refund.declineReason }
}
