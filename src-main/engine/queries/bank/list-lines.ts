import type { z } from 'zod'
import type {
  LineFilter,
  lineListInput,
  linePageSchema,
  lineTotalsSchema,
} from '#shared/contracts/console-engine/bank-lines.ts'
import { bankLineSchema, type LineStatus } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Fen } from '#shared/money/fen.ts'
import { BadInput } from '../../bad-input.ts'
import type { QueryContext } from '../query-context.ts'
import type { FilterSql } from '../window/filter-sql.ts'
import { readWindow, type Window } from '../window/read-window.ts'
import type { WindowSource } from '../window/window-question.ts'
import { JUDGED_LIMIT, refreshConfidences } from './line-confidence.ts'
import { lineFilter } from './line-filter.ts'
import { type PlainLineRow, plainRow, toLineRows } from './line-rows.ts'
import { LINE_TABLES, signedLines } from './line-tables.ts'

type LineQuestion = z.infer<typeof lineListInput>
type LineSort = LineQuestion['sort']['column']

export const LINES: WindowSource<LineSort> = {
  tables: LINE_TABLES,
  keys: { chronology: 'chronology', amount: 'abs(effect)' },
  sortedRows: 20_000,
}

/** One window of the workbench, pending decisions laid over. @throws BadInput on a cursor that is none. */
export function listLines(context: QueryContext, question: LineQuestion): z.infer<typeof linePageSchema> {
  const window = storedLines(context, question)
  return { ...window, rows: toLineRows(context, window.rows) }
}

/** The same without what is suggested, which costs more than the lines. */
export function listPlainLines(context: QueryContext, question: LineQuestion): Window<PlainLineRow> {
  const window = storedLines(context, question)
  return {
    ...window,
    rows: window.rows.map(({ body }) => plainRow(context, bankLineSchema.parse(JSON.parse(body)))),
  }
}

function storedLines(context: QueryContext, question: LineQuestion): Window<{ id: string; body: string }> {
  const filter = filterOf(context, question.filter)
  return readWindow<{ id: string; body: string }, LineSort>(
    context,
    LINES,
    filter,
    question,
    'r.body AS body',
    '',
  )
}

/** Lines by state, whichever states the filter asks for, and the money of those it asks for. */
export function totalLines(context: QueryContext, wanted: LineFilter): z.infer<typeof lineTotalsSchema> {
  const { states, narrow, bindings } = filterOf(context, wanted)
  const sql = `SELECT status, sum(sign) AS count, sum(sign * max(effect, 0)) AS moneyIn,
      sum(sign * max(-effect, 0)) AS moneyOut
    FROM (${signedLines('r.status AS status, r.effect AS effect', ['true', ...narrow].join(' AND '))}) GROUP BY status`
  const found = context.counts.rows<StatusTotal>(sql, bindings)
  const count = (status: LineStatus) => found.find((each) => each.status === status)?.count ?? 0
  const asked = found.filter(({ status }) => states.includes(status))
  return {
    open: count('open'),
    matched: count('matched'),
    takenBack: count('taken-back'),
    in: asked.reduce((sum, { moneyIn }) => sum + moneyIn, 0),
    out: asked.reduce((sum, { moneyOut }) => sum + moneyOut, 0),
    exact: countExact(context, wanted),
  }
}

/** The filter in SQL, once what it looks at is up to date. @throws BadInput where too many lines are open to judge */
function filterOf(context: QueryContext, wanted: LineFilter): FilterSql {
  if (wanted.confidences.length > 0 && !refreshConfidences(context)) {
    throw new BadInput(`confidences: more than ${JUDGED_LIMIT} lines are open`)
  }
  return lineFilter(wanted)
}

function countExact(context: QueryContext, wanted: LineFilter): number | null {
  if (!refreshConfidences(context)) return null
  const { narrow, bindings } = lineFilter({ ...wanted, statuses: ['open'], confidences: ['exact'] })
  const where = ["r.status = 'open'", ...narrow].join(' AND ')
  const [found] = context.counts.rows<{ count: number }>(
    `SELECT ifnull(sum(sign), 0) AS count FROM (${signedLines('r.id', where)})`,
    bindings,
  )
  return found?.count ?? 0
}

interface StatusTotal {
  readonly status: LineStatus
  readonly count: number
  readonly moneyIn: Fen
  readonly moneyOut: Fen
}
