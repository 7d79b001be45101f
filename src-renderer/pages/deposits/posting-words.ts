import type { Texts } from '#renderer/i18n/texts.ts'
import type { DepositEntry } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { formatYuan } from '#shared/money/yuan.ts'

/** What a posting of the ledger says, without its reason and its bank line. */
export function postingWords(entry: DepositEntry, texts: Texts): string {
  const words = texts.deposits.ledger
  const number = 'number' in entry ? (entry.number ?? words.noNumber) : ''
  switch (entry.kind) {
    case 'waive':
      return words.waive(entry.until)
    case 'match':
      return words.match
    case 'unmatch':
      return words.unmatch
    case 'receipt':
      return words.receipt(number, formatYuan(entry.received))
    case 'receipt-void':
      return words.receiptVoid(number)
    case 'refund-request':
      return words.refundRequest(formatYuan(entry.wanted))
    case 'refund-approval':
      return words.refundApproval(formatYuan(entry.approved))
    case 'refund-refusal':
      return words.refundRefusal
    case 'refund':
      return words.refund
    case 'refund-returned':
      return words.refundReturned
  }
}

/** Why, where the posting says it. */
export function postingReason(entry: DepositEntry): string | null {
  return 'reason' in entry && entry.reason !== '' ? entry.reason : null
}
