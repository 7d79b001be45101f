import type { Texts } from '#renderer/i18n/texts.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { formatYuan } from '#shared/money/yuan.ts'

/** What may be asked back today, or from when, or why nothing. */
export function refundWords(opened: DepositCase, texts: Texts): string {
  const { refundable, refundApproved, balance, standing, obligation, on } = opened
  const words = texts.deposits.refund
  const { refundableFrom } = standing
  if (refundable > 0) {
    const isWhole = refundableFrom !== null && refundableFrom <= on
    return isWhole ? words.whole(formatYuan(refundable)) : words.overpaid(formatYuan(refundable))
  }
  if (refundApproved > 0 && refundApproved === balance) return words.allApproved
  if (balance === 0) return words.nothingHeld
  if (refundableFrom !== null && refundableFrom > on) return words.from(refundableFrom)
  if (obligation.facts.hasViolation) return words.violation
  if (obligation.facts.stillListed > 0) return words.stillListed
  return obligation.facts.cooperationEndedOn === null ? words.goesOn : words.notNow
}
