import type { BankLine, MatchPart } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Fen } from '#shared/money/fen.ts'
import { itemKey, type OpenItemRef } from '#shared/rules/bank-matching/open-item.ts'
import type { OriginalReason } from '#shared/rules/bank-matching/original-types.ts'
import type { ItemFound } from './item-book.ts'
import type { FoundForLine } from './line-candidates.ts'
import { targetOf } from './obligation-items.ts'

/** What speaks for an original besides the amount. */
const NAMED: readonly OriginalReason[] = [
  'same-counterparty-account',
  'same-counterparty-name',
  'serial-named',
]

/** What is still to be paid of an item. */
type DueOf = (item: OpenItemRef) => Fen

/**
 * The parts that one key accepts: they sum to the amount. Null where a person has to choose: among equals, where the
 * amount fits nothing, and where money back to a vendor may be two things.
 */
export function proposedParts(
  { amount }: Pick<BankLine, 'amount'>,
  found: FoundForLine,
  dueOf: DueOf,
): MatchPart[] | null {
  const { items, originals, other, isReturn } = found
  if (isReturn && originals.length > 0) {
    return items.length > 0 ? null : proposedReturn(amount, originals)
  }
  if (items.length > 0) {
    const chosen = chosenItems(amount, items, dueOf)
    return chosen === null ? null : wholeParts(chosen, dueOf)
  }
  return other === null ? null : [{ target: { kind: 'other', what: other.what }, amount, reasons: [] }]
}

/** Each item with all that is due of it. */
export function wholeParts(items: readonly ItemFound[], dueOf: DueOf): MatchPart[] {
  return items.map((item) => ({
    target: targetOf(item),
    amount: dueOf(item),
    reasons: [...item.reasons],
  }))
}

function proposedReturn(amount: Fen, originals: FoundForLine['originals']): MatchPart[] | null {
  const certain = originals.find((each) => each.certain)
  const only = originals.length === 1 ? originals[0] : undefined
  const chosen = certain ?? (only?.reasons.some((reason) => NAMED.includes(reason)) ? only : undefined)
  return chosen === undefined
    ? null
    : [{ target: { kind: 'return', lineId: chosen.id }, amount, reasons: [...chosen.reasons] }]
}

/** The one item of that amount, or those that payer or remark name and that make it up together. */
function chosenItems(amount: Fen, items: readonly ItemFound[], dueOf: DueOf): readonly ItemFound[] | null {
  const [first] = items
  const equal = items.filter((item) => dueOf(item) === amount)
  const groups = (['remark-names', 'payer-equal'] as const)
    .map((named) =>
      items.filter(
        (item) =>
          item.reasons.includes(named) && item.reasons.includes('amount-of-several') && dueOf(item) > 0,
      ),
    )
    .filter((group) => group.length > 1 && sum(group, dueOf) === amount)
  if (equal.length === 1 && groups.length === 0) return equal[0] === first ? equal : null
  const [group] = groups
  const isOne = groups.every((each) => sameItems(each, group ?? []))
  return equal.length === 0 && group !== undefined && isOne ? group : null
}

function sum(group: readonly ItemFound[], dueOf: DueOf): Fen {
  return group.reduce((total, item) => total + dueOf(item), 0)
}

function sameItems(one: readonly ItemFound[], other: readonly ItemFound[]): boolean {
  return (
    one.length === other.length && one.every((item) => other.some((each) => itemKey(each) === itemKey(item)))
  )
}
