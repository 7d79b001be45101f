import type { z } from 'zod'
import type {
  LineFilter,
  lineListInput,
  linePageSchema,
  lineTotalsSchema,
} from '#shared/contracts/console-engine/bank-lines.ts'
import { bankLineSchema, type LineStatus } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow, type Window } from '../window/read-window.ts'
import type { WindowSource } from '../window/window-question.ts'
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
  const filter = lineFilter(question.filter)
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
  const { states, narrow, bindings } = lineFilter(wanted)
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
  }
}

interface StatusTotal {
  readonly status: LineStatus
  readonly count: number
  readonly moneyIn: Fen
  readonly moneyOut: Fen
}
