import type { Bilingual } from '#shared/base/bilingual.ts'
import { EXPORT_LIMIT, type ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { TableFormat } from '#shared/contracts/console-engine/files.ts'
import { WINDOW_LIMIT } from '#shared/contracts/console-engine/protocol.ts'
import { type Cell, type Table, textCell } from '../exports/table-document.ts'
import { writeTable } from '../exports/write-table.ts'
import { exportOrigin } from './export-origin.ts'
import type { QueryContext } from './query-context.ts'
import { readAllRows } from './window/all-rows.ts'
import type { Window } from './window/read-window.ts'
import type { WindowQuestion } from './window/window-question.ts'

/** What the control sheet of a list says beside its filter. */
export const CONTROL_WORDS = {
  on: { zh: '状态计算日', en: 'States as of' },
  filter: { zh: '筛选：', en: 'Filter: ' },
  all: { zh: '全部', en: 'All' },
  rows: { zh: '条数', en: 'Rows' },
  complete: { zh: '完整', en: 'Complete' },
  yes: { zh: '是', en: 'Yes' },
  cut: { zh: '否：条数过多，已截断，请先筛选', en: 'No: too many rows, cut; filter first' },
} as const

/** A part of a filter: its heading, and what was asked for; nothing: all. */
export interface AskedFor {
  readonly heading: Bilingual
  readonly values: readonly string[]
}

/** A queue as a file. */
export interface QueueExport<Row, Column extends string> {
  /** The file's name without day and ending. */
  readonly name: string
  /** Heads the control sheet. */
  readonly title: Bilingual
  readonly read: (question: WindowQuestion<Column>) => Pick<Window<Row>, 'rows' | 'next'>
  readonly table: (rows: readonly Row[]) => Table
  readonly filters: readonly AskedFor[]
  /** Further rows of the control sheet. */
  readonly summary?: (rows: readonly Row[]) => Cell[][]
}

interface Asked<Column extends string> {
  readonly sort: WindowQuestion<Column>['sort']
  readonly language: keyof Bilingual
  readonly format: TableFormat
}

/**
 * The rows of a queue's filter in its order as a file, with a control sheet that says what was asked, when and by
 * whom; beyond EXPORT_LIMIT it is cut and says so.
 */
export async function exportQueue<Row, Column extends string>(
  context: QueryContext,
  { sort, language, format }: Asked<Column>,
  { name, title, read, table, filters, summary = () => [] }: QueueExport<Row, Column>,
): Promise<ExportedRows> {
  const word = (key: keyof typeof CONTROL_WORDS) => textCell(CONTROL_WORDS[key][language])
  const { rows, complete } = await readAllRows(
    context,
    (after) => read({ sort, after, limit: WINDOW_LIMIT }),
    EXPORT_LIMIT,
  )
  const control: Cell[][] = [
    [textCell(title[language])],
    [word('on'), { kind: 'date', value: context.today }],
    ...exportOrigin(context, language),
    ...filters.map(({ heading, values }) => [
      textCell(CONTROL_WORDS.filter[language] + heading[language]),
      values.length === 0 ? word('all') : textCell(values.join('、')),
    ]),
    [word('rows'), { kind: 'count', value: rows.length }],
    [word('complete'), word(complete ? 'yes' : 'cut')],
    ...summary(rows),
  ]
  const document = { fileStem: `${name}-${context.today}`, tables: [table(rows)] as const, control }
  return { ...(await writeTable(format, document, language)), rows: rows.length, complete }
}
