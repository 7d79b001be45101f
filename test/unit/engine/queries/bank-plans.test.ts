import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineFilter } from '#main/engine/queries/bank/line-filter.ts'
import { LINES } from '#main/engine/queries/bank/list-lines.ts'
import { cursorText } from '#main/engine/queries/window/cursor.ts'
import { windowShape } from '#main/engine/queries/window/read-window.ts'
import { windowKeysSql } from '#main/engine/queries/window/window-sql.ts'
import { LINE_SORT_COLUMNS, type LineFilter } from '#shared/contracts/console-engine/bank-lines.ts'
import { financeDesk, lineFilterOf, OURS, ourLine } from './bank-desk.ts'
import type { DeskUnderTest } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(() => {
  desk = financeDesk()
  desk.put('bankLine', [ourLine()])
  desk.index()
})
afterAll(() => desk.close())

const FILTERS: readonly Partial<LineFilter>[] = [
  {},
  { statuses: ['open'] },
  { accounts: [OURS.id] },
  { directions: ['in'] },
  { from: '2026-11-01', to: '2026-11-30' },
]
const sorts = LINE_SORT_COLUMNS.flatMap((column) =>
  [false, true].map((descending) => ({ column, descending })),
)

describe('the plan of a window of lines', () => {
  it.each(sorts)('by $column, descending $descending, walks an index of confirmed lines', (sort) => {
    for (const filter of FILTERS) {
      const sql = lineFilter(lineFilterOf(filter))
      const question = { sort, after: cursorText(['a', 'b']), limit: 50 }
      const { shape, bindings } = windowShape(LINES, sql, question, 200_000)
      const plan = desk.cache.sql
        .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${windowKeysSql(shape)}`)
        .all(bindings)
        .map(({ detail }) => detail)
      // TEMP tables are scanned: they hold what waits.
      const walks = plan.filter((step) => step.startsWith('SEARCH r') && step.includes('by_bank_line_'))
      expect(walks).toHaveLength(sql.states.length)
      for (const walk of walks) expect(walk).toContain('status=?')
    }
  })
})
