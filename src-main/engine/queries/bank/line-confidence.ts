import type { Database } from 'better-sqlite3'
import {
  type BankLine,
  bankLineSchema,
  type MatchPart,
} from '#shared/contracts/console-platform/records/bank-line.ts'
import { type Confidence, confidenceOf } from '#shared/rules/bank-matching/confidence.ts'
import { settles } from '#shared/rules/bank-matching/decide.ts'
import { saysReturn } from '#shared/rules/bank-matching/find-original.ts'
import { findOther } from '#shared/rules/bank-matching/find-other.ts'
import { changeStamp } from '../../storage/change-stamp.ts'
import type { QueryContext } from '../query-context.ts'
import { booksOf, type ItemBook } from './item-book.ts'
import { type FoundForLine, findForLine } from './line-candidates.ts'
import { proposedParts } from './line-proposal.ts'
import { presentLines, signedLines } from './line-tables.ts'

/** Open lines that are judged together; where there are more, a person matches some first. */
export const JUDGED_LIMIT = 5000

/** What one open line is by itself, whatever the others are. */
export interface JudgedLine {
  readonly candidates: number
  readonly proposal: MatchPart[] | null
  readonly isCertain: boolean
  /** Key of the item that it would settle by itself; null where it would settle none. */
  readonly settles: string | null
}

/** What the TEMP table line_confidence was made from. */
interface Made {
  stamp: string
  complete: boolean
  /** Lines by id, parsed once a version. */
  lines: Map<string, { readonly key: string; readonly line: BankLine }>
  confidences: Map<string, Confidence>
}

const MADE = new WeakMap<Database, Made>()
const JOURNAL_STAMPS = new WeakMap<Database, () => string>()

const COUNT = `SELECT ifnull(sum(sign), 0) AS count FROM (${signedLines('r.id', "r.status = 'open'")})`
const OPEN = presentLines(
  'r.id AS id, r.version AS version, r.updatedAt AS at, r.body AS body',
  "r.status = 'open'",
)
const PUT = 'INSERT OR REPLACE INTO line_confidence VALUES (@id, @confidence)'
const DROP = 'DELETE FROM line_confidence WHERE id = @id'

/**
 * Brings the table of confidences up to date: they depend on all open lines, for two that would settle the same item
 * leave both to a person. False where there are too many to judge; then the table says nothing.
 */
export function refreshConfidences(context: QueryContext): boolean {
  const { sql } = context.workspace.cache
  const made = MADE.get(sql) ?? { stamp: '', complete: false, lines: new Map(), confidences: new Map() }
  MADE.set(sql, made)
  if (made.stamp === stampOf(context)) return made.complete
  const [open] = context.counts.rows<{ count: number }>(COUNT, {})
  made.complete = (open?.count ?? 0) <= JUDGED_LIMIT
  if (made.complete) {
    made.lines = openLines(context, made.lines)
    write(
      context,
      made,
      judgedTogether(
        context,
        [...made.lines.values()].map(({ line }) => line),
      ),
    )
  }
  // Writing the table moved it.
  made.stamp = stampOf(context)
  return made.complete
}

/** Moves with records, decisions on their way, and the settings of matching that are kept in the journal. */
function stampOf({ counts, workspace: { journal } }: QueryContext): string {
  const journalStamp = JOURNAL_STAMPS.get(journal.sql) ?? changeStamp(journal.sql)
  JOURNAL_STAMPS.set(journal.sql, journalStamp)
  return `${counts.stamp()} ${journalStamp()}`
}

/** How sure it is what one line is; null of a line that is not open. As the table has it, where it has it. */
export function lineConfidence(
  context: QueryContext,
  line: BankLine,
  bookOf: (marketplace: string) => ItemBook,
): Confidence {
  const known = refreshConfidences(context)
    ? MADE.get(context.workspace.cache.sql)?.confidences.get(line.id)
    : undefined
  return known ?? confidenceOf({ ...judgeLine(context, line, bookOf), hasRival: false })
}

/** What an open line is by itself. */
export function judgeLine(
  context: QueryContext,
  line: BankLine,
  bookOf: (marketplace: string) => ItemBook,
): JudgedLine {
  const book = bookOf(line.marketplace)
  const items = book.find(line)
  const isReturn = saysReturn(line)
  // Looking for originals of every line would cost a question each; of the others they decide nothing.
  const found: FoundForLine =
    isReturn || items.some(({ certain }) => certain)
      ? findForLine(context, line)
      : { items, originals: [], other: findOther(line), isReturn }
  const [item] = found.items
  const [original] = found.originals
  const first = isReturn && original !== undefined ? original : item
  return {
    candidates: found.items.length + found.originals.length + (found.other === null ? 0 : 1),
    proposal: proposedParts(line, found, book.due),
    isCertain: first?.certain ?? false,
    settles:
      item === undefined
        ? null
        : settles({ decision: item.certain ? 'auto' : 'suggest', candidates: found.items }),
  }
}

function judgedTogether(context: QueryContext, lines: readonly BankLine[]): Map<string, Confidence> {
  const bookOf = booksOf(context)
  const judged = lines.map((line) => ({ id: line.id, ...judgeLine(context, line, bookOf) }))
  const settling = new Map<string, number>()
  for (const { settles: key } of judged) if (key !== null) settling.set(key, (settling.get(key) ?? 0) + 1)
  return new Map(
    judged.map((each) => [
      each.id,
      confidenceOf({ ...each, hasRival: each.settles !== null && (settling.get(each.settles) ?? 0) > 1 }),
    ]),
  )
}

function openLines(context: QueryContext, known: Made['lines']): Made['lines'] {
  const found = context.statements
    .prepare<{ id: string; version: number; at: string; body: string }>(OPEN)
    .all({})
  return new Map(
    found.map(({ id, version, at, body }) => {
      const key = `${version} ${at}`
      const before = known.get(id)
      if (before?.key === key) return [id, before]
      // What it went through says nothing of what it is.
      const line = { ...bankLineSchema.parse(JSON.parse(body)), history: [] }
      return [id, { key, line }]
    }),
  )
}

/** Writes what differs and nothing else: each write moves the stamp of every other answer. */
function write(context: QueryContext, made: Made, now: Map<string, Confidence>): void {
  const { sql } = context.workspace.cache
  const gone = [...made.confidences.keys()].filter((id) => !now.has(id))
  const changed = [...now].filter(([id, confidence]) => made.confidences.get(id) !== confidence)
  if (gone.length + changed.length > 0) {
    sql.transaction(() => {
      for (const id of gone) context.statements.prepare(DROP).run({ id })
      for (const [id, confidence] of changed) context.statements.prepare(PUT).run({ id, confidence })
    })()
  }
  made.confidences = now
}
