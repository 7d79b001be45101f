import type { BankLine, MatchPart } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { OriginalReason } from '#shared/rules/bank-matching/original-types.ts'
import type { DepositFound } from './deposit-book.ts'
import type { FoundForLine } from './line-candidates.ts'

/** What speaks for an original besides the amount. */
const NAMED: readonly OriginalReason[] = [
  'same-counterparty-account',
  'same-counterparty-name',
  'serial-named',
]

/** What is still owed of a deposit, or approved of a refund. */
type DueOf = (id: string) => Fen

/**
 * The parts that one key accepts: they sum to the amount. Null where a person has to choose: among equals, where the
 * amount fits nothing, and where money back to a vendor may be two things.
 */
export function proposedParts(
  { amount, direction }: Pick<BankLine, 'amount' | 'direction'>,
  found: FoundForLine,
  dueOf: DueOf,
): MatchPart[] | null {
  const { deposits, originals, other, isReturn } = found
  if (isReturn && originals.length > 0) {
    return deposits.length > 0 ? null : proposedReturn(amount, originals)
  }
  if (deposits.length > 0) {
    const kind = direction === 'in' ? 'deposit' : 'refund'
    const chosen = chosenDeposits(amount, deposits, dueOf)
    return (
      chosen?.map(({ id, reasons }) => ({
        target: { kind, obligationId: id },
        amount: dueOf(id),
        reasons: [...reasons],
      })) ?? null
    )
  }
  return other === null ? null : [{ target: { kind: 'other', what: other.what }, amount, reasons: [] }]
}

function proposedReturn(amount: Fen, originals: FoundForLine['originals']): MatchPart[] | null {
  const certain = originals.find((each) => each.certain)
  const only = originals.length === 1 ? originals[0] : undefined
  const chosen = certain ?? (only?.reasons.some((reason) => NAMED.includes(reason)) ? only : undefined)
  return chosen === undefined
    ? null
    : [{ target: { kind: 'return', lineId: chosen.id }, amount, reasons: [...chosen.reasons] }]
}

/** The one deposit of that amount, or those that payer or remark name and that make it up together. */
function chosenDeposits(
  amount: Fen,
  deposits: readonly DepositFound[],
  dueOf: DueOf,
): readonly DepositFound[] | null {
  const [first] = deposits
  const equal = deposits.filter(({ id }) => dueOf(id) === amount)
  const groups = (['remark-names', 'payer-equal'] as const)
    .map((named) =>
      deposits.filter(
        ({ id, reasons }) =>
          reasons.includes(named) && reasons.includes('amount-of-several') && dueOf(id) > 0,
      ),
    )
    .filter((group) => group.length > 1 && sum(group, dueOf) === amount)
  if (equal.length === 1 && groups.length === 0) return equal[0] === first ? equal : null
  const [group] = groups
  const isOne = groups.every((each) => sameIds(each, group ?? []))
  return equal.length === 0 && group !== undefined && isOne ? group : null
}

function sum(group: readonly DepositFound[], dueOf: DueOf): Fen {
  return group.reduce((total, { id }) => total + dueOf(id), 0)
}

function sameIds(one: readonly DepositFound[], other: readonly DepositFound[]): boolean {
  return one.length === other.length && one.every(({ id }) => other.some((each) => each.id === id))
}
