import { RETURN_WORDS } from './bank-words.ts'
import { foldNameAsWritten } from './fold-name.ts'
import { createMatcher } from './match-line.ts'
import type { LineToMatch, MatchReason, MatchSettings, OpenDeposit } from './match-types.ts'

interface RefundFound {
  /** Id of the deposit that is paid back. */
  readonly id: string
  readonly reasons: readonly MatchReason[]
  /** Name and amount agree exactly and nothing else fits. */
  readonly certain: boolean
}

/** What people write when they pay a deposit back; of money that comes in it would speak against a deposit. */
const REFUND_WORDS = ['退款', '退回']
/** Of what we wrote ourselves when paying, nothing is asked. */
const NOT_ASKED: readonly MatchReason[] = ['remark-empty', 'remark-without-name', 'remark-says-otherwise']

/**
 * Prepares approved refunds, `due` being what is approved and not paid, for finding the one that money going out
 * paid, by the payee's name or account and the amount. Pure.
 */
export function createRefundMatcher(refunds: readonly OpenDeposit[], settings: MatchSettings) {
  const lessWords = (words: readonly string[]) => words.filter((word) => !REFUND_WORDS.includes(word))
  const match = createMatcher(refunds, {
    ...settings,
    bankWords: [...new Set([...lessWords(settings.bankWords), ...lessWords(RETURN_WORDS)])],
    otherPurposes: lessWords(settings.otherPurposes),
  })
  const nameOf = new Map(refunds.map(({ id, name }) => [id, name]))
  return (line: LineToMatch): RefundFound[] => {
    if (line.direction !== 'out') return []
    const { candidates } = match({ ...line, direction: 'in' })
    return candidates.map(({ provider: id, reasons }) => ({
      id,
      reasons: reasons.filter((reason) => !NOT_ASKED.includes(reason)),
      certain:
        candidates.length === 1 &&
        line.isDirectionProven &&
        reasons.includes('amount-equal') &&
        isSameName(line.payer, nameOf.get(id) ?? '') &&
        !reasons.includes('several-fit') &&
        !reasons.includes('summary-says-otherwise'),
    }))
  }
}

function isSameName(payee: string, name: string): boolean {
  return payee !== '' && foldNameAsWritten(payee) === foldNameAsWritten(name)
}
