import { decimalAmount, readAmount } from '../bank-statements/amount.ts'
import { foldName } from '../bank-statements/table/fold-name.ts'
import { cellValue, type Grid, type GridRow } from '../bank-statements/table/grid.ts'
import type { InvoiceReading } from './invoice.ts'
import { kindOfName } from './invoice-kind.ts'
import { readStated, type StatedInvoice, type StatedLine } from './stated.ts'

/** What the columns are called in 全量发票查询 and 抵扣勾选; the first that a table has counts. */
const NAMES = {
  digital: ['数电发票号码', '数电票号码'],
  code: ['发票代码'],
  number: ['发票号码'],
  sellerTaxId: ['销方识别号', '销售方纳税人识别号', '销售方识别号'],
  seller: ['销方名称', '销售方纳税人名称', '销售方名称'],
  buyerTaxId: ['购方识别号', '购买方纳税人识别号', '购买方识别号'],
  buyer: ['购买方名称', '购方名称'],
  issuedOn: ['开票日期', '开票时间'],
  net: ['金额'],
  rate: ['税率', '税率/征收率'],
  tax: ['税额'],
  gross: ['价税合计'],
  kind: ['发票票种', '票种'],
  state: ['发票状态'],
  positive: ['是否正数发票'],
  remark: ['备注'],
} as const
type Field = keyof typeof NAMES
/** What the bureau calls an invoice that is neither void nor taken back. */
const VALID = '正常'
const PLACES = { net: '金额', tax: '税额', gross: '价税合计', issuedOn: '开票日期' } as const
/** A heading stands among the first rows. */
const HEAD_ROWS = 20
const MOST_INVOICES = 50_000

/**
 * The invoices of an export of the tax bureau, its rows added up by number, for one invoice is as many rows as it has
 * lines; none where no table names number, day and amount.
 */
export function readTaxTable(grids: readonly Grid[]): readonly InvoiceReading[] {
  for (const { rows } of grids) {
    for (const [at, head] of rows.slice(0, HEAD_ROWS).entries()) {
      const places = placesIn(head)
      if (places.digital < 0 && places.number < 0) continue
      if (places.issuedOn < 0 || places.net < 0 || places.tax < 0 || places.seller < 0) continue
      return readRows(rows.slice(at + 1), places)
    }
  }
  return []
}

function placesIn({ cells }: GridRow): Readonly<Record<Field, number>> {
  const headers = cells.map((cell) => foldName(cellValue(cell)))
  const place = (field: Field) =>
    NAMES[field].map((name) => headers.indexOf(foldName(name))).find((at) => at >= 0) ?? -1
  // Each field of the table has its place.
  return Object.fromEntries((Object.keys(NAMES) as Field[]).map((field) => [field, place(field)])) as Record<
    Field,
    number
  >
}

function readRows(
  rows: readonly GridRow[],
  places: Readonly<Record<Field, number>>,
): readonly InvoiceReading[] {
  const byNumber = new Map<string, TableInvoice>()
  for (const { cells } of rows) {
    const said = (field: Field) => cellValue(cells[places[field]]).trim()
    const { number, code } = numberOf(said)
    if (number === '' || byNumber.size > MOST_INVOICES) continue
    const line = { net: said('net'), tax: said('tax'), rate: said('rate'), gross: said('gross') }
    const before = byNumber.get(`${code ?? ''}${number}`)
    if (before !== undefined) {
      before.lines.push(line)
      continue
    }
    byNumber.set(`${code ?? ''}${number}`, {
      ...{ number, code, kind: kindOfName(said('kind')) },
      ...{ seller: said('seller'), sellerTaxId: said('sellerTaxId') },
      ...{ buyer: said('buyer'), buyerTaxId: said('buyerTaxId') },
      ...{ net: '', tax: '', gross: '', capitals: '', issuedOn: said('issuedOn'), lines: [line] },
      ...{ remark: said('remark'), isRed: said('positive') === '否', redLetter: null },
      state: said('state'),
    })
  }
  return [...byNumber.values()].map(readOne)
}

interface TableInvoice extends StatedInvoice {
  readonly lines: (StatedLine & { readonly gross: string })[]
  /** What the bureau says of it; empty where the table does not. */
  readonly state: string
}

/** An invoice that the bureau calls void or taken back pays nothing, whatever its rows add up to. */
function readOne(stated: TableInvoice): InvoiceReading {
  const { state, ...said } = stated
  if (state !== '' && state !== VALID) {
    return { kind: 'problem', problem: 'not-valid', place: `${stated.number}: ${state}` }
  }
  return readStated(summed(said), PLACES)
}

/** The 20 digits where there are any: a paper copy of a 数电票 has code and number beside them. */
function numberOf(said: (field: Field) => string): { readonly number: string; readonly code: string | null } {
  const digital = said('digital')
  if (digital !== '') return { number: digital, code: null }
  const number = said('number')
  const code = said('code')
  return number.length === 20 || code === '' ? { number, code: null } : { number, code }
}

function summed({ lines, ...stated }: Omit<TableInvoice, 'state'>): StatedInvoice {
  const said = { ...stated, lines: lines.map(({ net, tax, rate }) => ({ net, tax, rate })) }
  const net = sumOf(lines.map((line) => line.net))
  const tax = sumOf(lines.map((line) => (/^[*]*$/.test(line.tax) ? '0' : line.tax)))
  if (net === null || tax === null) return said
  // 抵扣勾选 has no column for it.
  const gross = sumOf(lines.map((line) => line.gross)) ?? net + tax
  return { ...said, ...{ net: decimalAmount(net), tax: decimalAmount(tax), gross: decimalAmount(gross) } }
}

function sumOf(amounts: readonly string[]): number | null {
  let sum = 0
  for (const text of amounts) {
    const amount = readAmount(text)
    if (amount === null) return null
    sum += amount
  }
  return sum
}
