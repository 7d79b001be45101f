import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import {
  DEPOSIT_EXPORT_LIMIT,
  DEPOSIT_STATUS_NAMES,
  type DepositRow,
  type depositExportInput,
  type depositExportSchema,
} from '#shared/contracts/console-engine/deposits.ts'
import { WINDOW_LIMIT } from '#shared/contracts/console-engine/protocol.ts'
import type { Fen } from '#shared/money/fen.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { type CsvCell, csvText } from '../../exports/csv-text.ts'
import type { Desk } from '../desk.ts'
import { marketplaceName } from '../marketplaces.ts'
import { listDeposits } from './list-deposits.ts'

/** The columns of the file, left to right. */
const COLUMNS: readonly Bilingual[] = [
  { zh: '编号', en: 'Id' },
  { zh: '服务商编号', en: 'Provider id' },
  { zh: '服务商', en: 'Provider' },
  { zh: '云市场', en: 'Marketplace' },
  { zh: '类目', en: 'Category' },
  { zh: '状态', en: 'State' },
  { zh: '应缴（元）', en: 'Amount (CNY)' },
  { zh: '已缴余额（元）', en: 'Balance (CNY)' },
  { zh: '免缴至', en: 'Waived until' },
  { zh: '缴纳期限', en: 'Due on' },
  { zh: '可退自', en: 'Refundable from' },
]

/** The filtered register of today as a file; beyond the limit it is cut and says so. */
export function exportDeposits(
  desk: Desk,
  { filter, sort, language }: z.infer<typeof depositExportInput>,
): z.infer<typeof depositExportSchema> {
  const rows: DepositRow[] = []
  let after: string | null = null
  do {
    const window: ReturnType<typeof listDeposits> = listDeposits(desk, {
      filter,
      sort,
      after,
      limit: WINDOW_LIMIT,
    })
    rows.push(...window.rows)
    after = window.next
  } while (after !== null && rows.length < DEPOSIT_EXPORT_LIMIT)
  return {
    fileName: `deposits-${desk.today}.csv`,
    csv: csvText(
      COLUMNS.map((column) => column[language]),
      rows.map((row) => cellsOf(desk, row, language)),
    ),
    rows: rows.length,
    complete: after === null,
  }
}

function cellsOf(desk: Desk, row: DepositRow, language: keyof Bilingual): CsvCell[] {
  return [
    row.id,
    row.providerId,
    { text: row.name },
    { text: marketplaceName(desk, row.marketplace)[language] },
    { text: row.category?.[language] ?? '' },
    DEPOSIT_STATUS_NAMES[row.status][language],
    row.amount === null ? null : plain(row.amount),
    plain(row.balance),
    row.waivedUntil,
    row.dueOn,
    row.refundableFrom,
  ]
}

/** `30000.00`: a number for the spreadsheet, without sign of currency and groups. */
function plain(fen: Fen): string {
  return formatYuan(fen).replaceAll(/[¥,]/g, '')
}
