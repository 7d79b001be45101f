import type { LineRow } from '#shared/contracts/console-engine/bank-lines.ts'
import {
  type BankLine,
  lineEffect,
  lineStatus,
} from '#shared/contracts/console-platform/records/bank-line.ts'
import {
  type BookedLine,
  findOriginals,
  type OriginalFound,
  saysReturn,
} from '#shared/rules/bank-matching/find-original.ts'
import { findOther, type OtherFound } from '#shared/rules/bank-matching/find-other.ts'
import type { QueryContext } from '../query-context.ts'
import { type ItemBook, type ItemFound, itemBook } from './item-book.ts'
import { presentLines } from './line-tables.ts'

/** Everything an open line may be; each list is best first. */
export interface FoundForLine {
  readonly items: readonly ItemFound[]
  readonly originals: readonly OriginalFound[]
  readonly other: OtherFound | null
  /** The line says that it takes another back. */
  readonly isReturn: boolean
}

/** Most opposite lines that are compared: the nearest before. */
const COMPARED = 500
// An amount leaves fewer lines than the days do: `+` keeps SQLite from going, or sorting, by an index of the days.
const OPPOSITE = `SELECT id, bookedOn, effect, counterpartyName, counterpartyAccount, narrative,
    json_extract(body, '$.serial') AS serial, json_extract(body, '$.isReversal') AS isReversal,
    json_extract(body, '$.isDirectionProven') AS isDirectionProven
  FROM (SELECT * FROM (${presentLines(
    `r.id AS id, r.bookedOn AS bookedOn, r.effect AS effect, r.counterpartyName AS counterpartyName,
      r.counterpartyAccount AS counterpartyAccount, r.narrative AS narrative, r.body AS body`,
    `r.accountId = @accountId AND r.effect = @effect AND +r.bookedOn <= @bookedOn
      AND +r.status <> 'taken-back' AND (r.matchedKinds IS NULL OR r.matchedKinds <> 'return')`,
  )}) ORDER BY +bookedOn DESC, id DESC LIMIT ${COMPARED})`

/** A row of SQLite, which knows no booleans. */
type OppositeRow = Omit<BookedLine, 'isReversal' | 'isDirectionProven'> & {
  readonly isReversal: 0 | 1
  readonly isDirectionProven: 0 | 1
  readonly narrative: string
}

const NOTHING: FoundForLine = { items: [], originals: [], other: null, isReturn: false }

/** What an open line may be; nothing of one that is accounted for. */
export function findForLine(context: QueryContext, line: BankLine): FoundForLine {
  if (lineStatus(line) !== 'open') return NOTHING
  const items = itemBook(context, line.marketplace).find(line)
  const originals = originalsOf(context, line)
  // Money back to a vendor may be a refund, or a payment that is sent back: that is for a person.
  const isEither = originals.length > 0 && items.length > 0
  return {
    items: isEither ? items.map(uncertain) : items,
    originals: isEither ? originals.map(uncertain) : originals,
    other: findOther(line),
    isReturn: saysReturn(line),
  }
}

/** The title of the best candidate of an open line, and how many there are; null where there is none. */
export function bestCandidate(
  context: QueryContext,
  line: BankLine,
  bookOf: (marketplace: string) => ItemBook,
): LineRow['suggestion'] {
  if (lineStatus(line) !== 'open') return null
  const book = bookOf(line.marketplace)
  const named = book.find(line).map(book.nameOf)
  const other = findOther(line)
  // Looking for originals of every line would cost a question each.
  const originals = saysReturn(line) ? originalsOf(context, line).map(({ title }) => title) : []
  const titles = [...originals, ...named, ...(other === null ? [] : [other.word])]
  const [title] = titles
  return title === undefined ? null : { title, count: titles.length }
}

function originalsOf(context: QueryContext, line: BankLine) {
  const { accountId, bookedOn } = line
  const effect = lineEffect(line)
  const rows = context.statements
    .prepare<OppositeRow>(OPPOSITE)
    .all({ accountId, bookedOn, effect: -effect })
    .map((row) => ({
      ...row,
      isReversal: row.isReversal === 1,
      isDirectionProven: row.isDirectionProven === 1,
    }))
  // The bank's own lines have no counterparty: they are known by what they say.
  const titles = new Map(
    rows.map(({ id, counterpartyName, narrative }) => [id, counterpartyName || narrative]),
  )
  return findOriginals({ ...line, effect }, rows).map((found) => ({
    ...found,
    title: titles.get(found.id) ?? '',
  }))
}

function uncertain<Found extends { readonly certain: boolean }>(found: Found): Found {
  return { ...found, certain: false }
}
