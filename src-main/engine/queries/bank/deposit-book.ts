import type { Database } from 'better-sqlite3'
import type { Marketplace } from '#shared/base/ids.ts'
import { type BankLine, lineStatus } from '#shared/contracts/console-platform/records/bank-line.ts'
import { lineToMatch } from '#shared/rules/bank-matching/line-to-match.ts'
import { createMatcher, type Matcher } from '#shared/rules/bank-matching/match-line.ts'
import { createRefundMatcher } from '#shared/rules/bank-matching/match-refund.ts'
import type { MatchReason, OpenDeposit } from '#shared/rules/bank-matching/match-types.ts'
import { settingsFor } from '../matching/match-settings-of.ts'
import type { QueryContext } from '../query-context.ts'
import { type OwedDeposit, owedDeposits, toOpenDeposits, toOpenRefunds } from './open-deposits.ts'

/** A deposit that a line may go to, or a refund that it may have paid. */
export interface DepositFound {
  readonly id: string
  readonly reasons: readonly MatchReason[]
  readonly certain: boolean
}

/** The deposits of a marketplace, prepared for matching many lines. */
export interface DepositBook {
  /** Every deposit by id, those without an amount too. */
  readonly owed: ReadonlyMap<string, OwedDeposit>
  readonly open: readonly OpenDeposit[]
  /** For money in. */
  readonly match: Matcher
  /** What speaks for deposits of an open line, refunds where the money went out; best first, none for other lines. */
  readonly find: (line: BankLine) => readonly DepositFound[]
}

interface Kept {
  stamp: string
  made: string
  book: DepositBook
}

const KEPT = new WeakMap<Database, Map<Marketplace, Kept>>()
/** Answers that are kept until a deposit changes. */
const MAX_ANSWERS = 5000

/** Prepared once for each state of deposits, confirmed accounts and settings, and not for each question. */
export function depositBook(context: QueryContext, marketplace: Marketplace): DepositBook {
  const { sql } = context.workspace.cache
  const books = KEPT.get(sql) ?? new Map<Marketplace, Kept>()
  KEPT.set(sql, books)
  const settings = settingsFor(context, marketplace)
  const stamp = `${context.counts.stamp()} ${JSON.stringify(settings)}`
  const known = books.get(marketplace)
  if (known?.stamp === stamp) return known.book
  const owed = owedDeposits(context, marketplace)
  // Most of what is written has nothing to do with them.
  const made = JSON.stringify([settings, owed])
  if (known?.made === made) {
    known.stamp = stamp
    return known.book
  }
  const book = prepare(owed, settings)
  books.set(marketplace, { stamp, made, book })
  return book
}

/** The books for the lines of one answer: asked for once a marketplace, not once a line. */
export function booksOf(context: QueryContext): (marketplace: Marketplace) => DepositBook {
  const books = new Map<Marketplace, DepositBook>()
  return (marketplace) => {
    const book = books.get(marketplace) ?? depositBook(context, marketplace)
    books.set(marketplace, book)
    return book
  }
}

/** What money that comes in may go to; for matching lines that are not on record yet. */
export function openDeposits(context: QueryContext, marketplace: Marketplace): readonly OpenDeposit[] {
  return depositBook(context, marketplace).open
}

function prepare(owed: readonly OwedDeposit[], settings: ReturnType<typeof settingsFor>): DepositBook {
  const open = toOpenDeposits(owed)
  const match = createMatcher(open, settings)
  const matchRefund = createRefundMatcher(toOpenRefunds(owed), settings)
  const answers = new Map<string, readonly DepositFound[]>()
  const search = (line: BankLine): readonly DepositFound[] => {
    const toMatch = lineToMatch(line, line.isDirectionProven)
    if (line.direction === 'out') return matchRefund(toMatch)
    const { decision, candidates } = match(toMatch)
    return candidates.map(({ provider: id, reasons }) => ({ id, reasons, certain: decision === 'auto' }))
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
  return { owed: new Map(owed.map((each) => [each.id, each])), open, match, find }
}
