import type { LineReason, SharedTarget } from '#shared/contracts/console-engine/bank-lines.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import { isAmountReason } from '#shared/rules/bank-matching/amount-reason.ts'
import { findOther } from '#shared/rules/bank-matching/find-other.ts'
import { itemKey } from '#shared/rules/bank-matching/open-item.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { booksOf, type ItemFound } from './item-book.ts'
import { shownDeposit } from './shown-candidates.ts'

const NOTHING: SharedTarget = { deposit: null, reasons: {}, other: null }

/** What several lines may be together: the item that all of them may settle, else what all of them say they are. */
export function sharedTarget(context: QueryContext, ids: readonly string[]): SharedTarget {
  const lines = ids.flatMap((id) => readPresent(context, 'bankLine', id) ?? [])
  const [first] = lines
  if (first === undefined || lines.length !== ids.length) return NOTHING
  const bookOf = booksOf(context)
  const found = lines.map((line) => ({ line, items: bookOf(line.marketplace).find(line) }))
  const shared = best(found.map(({ items }) => items))
  if (shared === null) return { ...NOTHING, other: sharedKind(lines) }
  const evidence = (items: readonly ItemFound[]) =>
    items.find((item) => itemKey(item) === itemKey(shared))?.reasons ?? []
  return {
    deposit: shownDeposit(context, first, shared),
    reasons: Object.fromEntries(
      found.map(({ line, items }): [string, LineReason[]] => [
        line.id,
        // Several lines pay it together: what each one's own amount says is beside the point.
        evidence(items).filter((reason) => !isAmountReason(reason)),
      ]),
    ),
    other: null,
  }
}

/** The item that every line has, the one that stands highest in all; null where none is. */
function best(lists: readonly (readonly ItemFound[])[]): ItemFound | null {
  const [first, ...others] = lists
  const placeIn = (items: readonly ItemFound[], item: ItemFound) =>
    items.findIndex((each) => itemKey(each) === itemKey(item))
  const ranked = (first ?? []).flatMap((item, at) => {
    const places = others.map((items) => placeIn(items, item))
    return places.includes(-1) ? [] : [{ item, rank: places.reduce((sum, place) => sum + place, at) }]
  })
  return ranked.sort((one, other) => one.rank - other.rank)[0]?.item ?? null
}

function sharedKind(lines: readonly BankLine[]): SharedTarget['other'] {
  const kinds = new Set(lines.map((line) => findOther(line)?.what ?? null))
  const [only] = kinds
  return kinds.size === 1 && only !== undefined ? only : null
}
