import { foldName } from '../../bank-statements/table/fold-name.ts'
import { cellValue, type Grid, type GridRow } from '../../bank-statements/table/grid.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Fen } from '../../money/fen.ts'
import { parseYuan } from '../../money/yuan.ts'

/** An invoice as an export of the tax bureau has it, its rows added up. Fen. */
export interface IssuedInvoice {
  readonly number: string
  readonly issuedOn: PlainDate
  readonly gross: Fen
  readonly buyerName: string
  readonly taxId: string
  readonly remark: string
}

export const NUMBER_TROUBLES = ['number-unreadable', 'amount-unreadable', 'day-unreadable'] as const
/** A row that is no invoice to us, by where it stands and what is wrong with it. */
export interface UnreadRow {
  readonly row: number
  readonly why: (typeof NUMBER_TROUBLES)[number]
  readonly text: string
}

export interface ReadNumbers {
  readonly invoices: readonly IssuedInvoice[]
  readonly unread: readonly UnreadRow[]
}

/** What the columns are called in the exports 全量发票查询 and 开票结果; the first that a table has counts. */
const NAMES = {
  number: ['数电发票号码', '数电票号码', '发票号码'],
  gross: ['价税合计', '价税合计金额'],
  issuedOn: ['开票日期', '开票时间'],
  buyerName: ['购买方名称', '购方名称'],
  taxId: ['购方识别号', '购买方纳税人识别号', '购买方识别号', '购方税号', '购买方税号'],
  remark: ['备注'],
} as const
type Field = keyof typeof NAMES
const NEEDED = ['number', 'gross', 'issuedOn'] as const
/** A heading stands among the first rows. */
const HEAD_ROWS = 20

/** The invoices of the first table that names number, amount and day; null where none does. */
export function readNumbers(grids: readonly Grid[]): ReadNumbers | null {
  for (const { rows } of grids) {
    for (const [at, head] of rows.slice(0, HEAD_ROWS).entries()) {
      const places = placesIn(head)
      if (NEEDED.every((field) => places[field] !== -1)) return readRows(rows.slice(at + 1), places)
    }
  }
  return null
}

function placesIn({ cells }: GridRow): Readonly<Record<Field, number>> {
  const headers = cells.map((cell) => foldName(cellValue(cell)))
  const place = (field: Field) =>
    NAMES[field].map((name) => headers.indexOf(foldName(name))).find((at) => at !== -1) ?? -1
  return {
    number: place('number'),
    gross: place('gross'),
    issuedOn: place('issuedOn'),
    buyerName: place('buyerName'),
    taxId: place('taxId'),
    remark: place('remark'),
  }
}

function readRows(rows: readonly GridRow[], places: Readonly<Record<Field, number>>): ReadNumbers {
  const invoices = new Map<string, IssuedInvoice>()
  const unread: UnreadRow[] = []
  for (const { cells, row } of rows) {
    const text = (field: Field) => cellValue(cells[places[field]])
    const number = text('number')
    if (cells.every((cell) => cellValue(cell) === '')) continue
    const gross = parseYuan(text('gross'))
    const issuedOn = dayOf(text('issuedOn'))
    // A total below the table has no number.
    if (!/^\d{20}$/.test(number)) unread.push({ row, why: 'number-unreadable', text: number })
    else if (gross === null) unread.push({ row, why: 'amount-unreadable', text: text('gross') })
    else if (issuedOn === null) unread.push({ row, why: 'day-unreadable', text: text('issuedOn') })
    else {
      const before = invoices.get(number)
      invoices.set(number, {
        ...{ number, issuedOn, buyerName: text('buyerName'), taxId: text('taxId') },
        remark: [before?.remark, text('remark')].filter(Boolean).join(' '),
        gross: (before?.gross ?? 0) + gross,
      })
    }
  }
  return { invoices: [...invoices.values()], unread }
}

/** `2026-11-05 10:20:30`, `2026/11/5`, `20261105`; null where it is no day. */
function dayOf(text: string): PlainDate | null {
  const found = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})(?:日|\s|T|$)/.exec(text.trim())
  if (found === null) return null
  const [, year = '', month = '', day = ''] = found
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const instant = new Date(`${date}T00:00:00.000Z`)
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== date ? null : date
}
