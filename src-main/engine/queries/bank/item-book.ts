import type { Database } from 'better-sqlite3'
import type { Marketplace } from '#shared/base/ids.ts'
import { type BankLine, lineStatus } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Fen } from '#shared/money/fen.ts'
import { lineToMatch } from '#shared/rules/bank-matching/line-to-match.ts'
import { createMatcher, type Matcher } from '#shared/rules/bank-matching/match-line.ts'
import type { MatchCandidate } from '#shared/rules/bank-matching/match-types.ts'
import { itemKey, type OpenItem, type OpenItemRef } from '#shared/rules/bank-matching/open-item.ts'
import { settingsFor } from '../matching/match-settings-of.ts'
import type { QueryContext } from '../query-context.ts'
import { type OwedDeposit, owedDeposits } from './open-items.ts'
import { payoutItem, type SentPayout, sentPayouts } from './payout-items.ts'

/** An open item that a line may settle. */
export interface ItemFound extends MatchCandidate {
  readonly certain: boolean
}

/** The open items of a marketplace, prepared for matching many lines. */
export interface ItemBook {
  /** Every deposit by id, those without an amount too. */
  readonly owed: ReadonlyMap<string, OwedDeposit>
  /** Payouts that are with the bank, by the request they pay. */
  readonly sent: ReadonlyMap<string, SentPayout>
  readonly items: readonly OpenItem[]
  /** What is still to be paid of an item, fen; 0 where nothing is known of it. */
  readonly due: (item: OpenItemRef) => Fen
  /** Whom an item is for; empty where nothing is known of it. */
  readonly nameOf: (item: OpenItemRef) => string
  readonly match: Matcher
  /** What an open line may settle, best first; nothing of other lines. */
  readonly find: (line: BankLine) => readonly ItemFound[]
}

interface Kept {
  stamp: string
  made: string
  book: ItemBook
}

const KEPT = new WeakMap<Database, Map<Marketplace, Kept>>()
/** Answers that are kept until an item changes. */
const MAX_ANSWERS = 5000

/** Prepared once for each state of items, confirmed accounts and settings, and not for each question. */
export function itemBook(context: QueryContext, marketplace: Marketplace): ItemBook {
  const { sql } = context.workspace.cache
  const books = KEPT.get(sql) ?? new Map<Marketplace, Kept>()
  KEPT.set(sql, books)
  const settings = settingsFor(context, marketplace)
  const stamp = `${context.counts.stamp()} ${JSON.stringify(settings)}`
  const known = books.get(marketplace)
  if (known?.stamp === stamp) return known.book
  const owed = owedDeposits(context, marketplace)
  // Most of what is written has nothing to do with them.
  const sent = sentPayouts(context, marketplace)
  const made = JSON.stringify([settings, owed, sent])
  if (known?.made === made) {
    known.stamp = stamp
    return known.book
  }
  const book = prepare(owed, sent, settings)
  books.set(marketplace, { stamp, made, book })
  return book
}

/** The books for the lines of one answer: asked for once a marketplace, not once a line. */
export function booksOf(context: QueryContext): (marketplace: Marketplace) => ItemBook {
  const books = new Map<Marketplace, ItemBook>()
  return (marketplace) => {
    const book = books.get(marketplace) ?? itemBook(context, marketplace)
    books.set(marketplace, book)
    return book
  }
}

function prepare(
  owed: readonly OwedDeposit[],
  sent: readonly SentPayout[],
  settings: ReturnType<typeof settingsFor>,
): ItemBook {
  const items = [...owed.flatMap((each) => each.items), ...sent.map(payoutItem)]
  const names = new Map(items.map((item) => [itemKey(item), item.counterparty]))
  const dues = new Map(items.map((item) => [itemKey(item), item.due]))
  const match = createMatcher(items, settings)
  const answers = new Map<string, readonly ItemFound[]>()
  const search = (line: BankLine): readonly ItemFound[] => {
    const { decision, candidates } = match(lineToMatch(line, line.isDirectionProven))
    return candidates.map((each) => ({ ...each, certain: decision === 'auto' }))
  }
  const find = (line: BankLine) => {
    if (lineStatus(line) !== 'open') return []
    const known = answers.get(line.id)
    if (known !== undefined) return known
    const found = search(line)
    if (answers.size >= MAX_ANSWERS) answers.clear()
    answers.set(line.id, found)
    return found
  }
  const due = (item: OpenItemRef) => dues.get(itemKey(item)) ?? 0
  return {
    owed: new Map(owed.map((each) => [each.id, each])),
    sent: new Map(sent.map((each) => [each.id, each])),
    nameOf: (item) => names.get(itemKey(item)) ?? '',
    ...{ items, due, match, find },
  }
}
