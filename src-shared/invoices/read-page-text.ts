import { foldForms } from '../base/fold-writing.ts'
import type { InvoiceReading } from './invoice.ts'
import { kindOfName } from './invoice-kind.ts'
import { kindOfCode } from './read-edrm-invoice.ts'
import { readStated } from './stated.ts'

/** A piece of text where a page draws it, in points from the lower left corner. */
export interface PageText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
}

const PLACES = { net: '合计', tax: '合计', gross: '价税合计', issuedOn: '开票日期' } as const
/** Pieces that stand so near in height are of one line. */
const LINE_POINTS = 4
/** A wider gap is that between columns. */
const COLUMN_POINTS = 9
const COLUMN = '\t'

interface Line {
  readonly y: number
  readonly pieces: PageText[]
}

/** Whether a page says that it is an invoice. */
export function isInvoicePage(pieces: readonly PageText[]): boolean {
  return /发票号码/u.test(plainOf(pieces.map(({ text }) => text).join('')))
}

/** Reads an invoice from the text that its page draws. */
export function readPageText(pieces: readonly PageText[]): InvoiceReading {
  const lines = linesOf(pieces)
  const rows = lines.map(rowText)
  const all = rows.join('\n')
  const dense = all.replaceAll(/[\s]/gu, '')
  const first = (pattern: RegExp, of = dense) => pattern.exec(of)?.[1] ?? ''
  const code = first(/发票代码[:：]?(\d{12}|\d{10})(?!\d)/u)
  const number = first(/发票号码[:：]?(\d{20}|\d{8})(?!\d)/u) || first(/(?<!\d)(\d{20})(?!\d)/u)
  const [net = '', tax = ''] = totals(dense)
  const [buyer = '', seller = ''] = namesOf(lines)
  const [buyerTaxId = '', sellerTaxId = ''] = taxIds(rows)
  const title = first(/((?:电子|增值税)[^\n]{0,12}发票[（(]?[^\n]{0,10}[）)]?)/u)
  return readStated(
    {
      number,
      code: code === '' ? null : code,
      kind: kindOfName(title) ?? kindOfName(rows.slice(0, 6).join(' ')) ?? kindOfCode(code),
      ...{ seller, sellerTaxId, buyer, buyerTaxId, net, tax },
      gross: amountOf(first(new RegExp(`小写[)）]?(${AMOUNT})`, 'u'))),
      capitals: '',
      issuedOn: first(/开票日期[:：]?(\d{4}年\d{1,2}月\d{1,2}日)/u),
      lines: itemLines(rows),
      remark: remarkOf(rows),
      isRed: false,
      redLetter: null,
    },
    PLACES,
  )
}

const AMOUNT = '[-¥]*[\\d,]+\\.\\d{2}'

/** Net and tax of the row of totals. */
function totals(dense: string): readonly [string, string] {
  const found = new RegExp(`(?<!价税)合计(${AMOUNT})(${AMOUNT}|\\*+|[¥-]*0)?`, 'u').exec(dense)
  return [amountOf(found?.[1] ?? ''), amountOf(found?.[2] ?? '')]
}

function amountOf(said: string): string {
  const plain = said.replaceAll(/[¥,]/gu, '')
  return plain.startsWith('-') ? `-${plain.replaceAll('-', '')}` : plain
}

/** Pieces from the top down, those of one line from left to right. */
function linesOf(pieces: readonly PageText[]): readonly Line[] {
  const lines: Line[] = []
  const fromTop = [...pieces].sort((left, right) => right.y - left.y || left.x - right.x)
  for (const piece of fromTop) {
    const last = lines.at(-1)
    if (last !== undefined && Math.abs(last.y - piece.y) <= LINE_POINTS) last.pieces.push(piece)
    else lines.push({ y: piece.y, pieces: [piece] })
  }
  for (const { pieces: of } of lines) of.sort((left, right) => left.x - right.x)
  return lines
}

function rowText({ pieces }: Line): string {
  let row = ''
  let end = Number.NEGATIVE_INFINITY
  for (const { text, x, width } of pieces) {
    if (row !== '' && x - end > COLUMN_POINTS) row += COLUMN
    row += text
    end = x + width
  }
  return plainOf(row)
}

function plainOf(text: string): string {
  return foldForms(text).replaceAll('￥', '¥')
}

/** The names of buyer and seller: side by side, or the buyer above. */
function namesOf(lines: readonly Line[]): readonly string[] {
  return lines.flatMap((line) =>
    [...rowText(line).matchAll(/名\s*称\s*:[ \t]*([^\t\n]*?)(?=\s*(?:名\s*称\s*:|\t|$))/gu)]
      .map(([, name = '']) => name.replace(/\s+[购买销售方信息]$/u, '').trim())
      .filter((name) => name !== ''),
  )
}

function taxIds(rows: readonly string[]): readonly string[] {
  return rows.flatMap((row) =>
    [...row.matchAll(/(?:纳税人识别号|统一社会信用代码)\s*:[ \t]*([0-9A-Z]{15,20})/gu)].map(
      ([, id = '']) => id,
    ),
  )
}

/** Rows that end in net, rate and tax. */
function itemLines(rows: readonly string[]) {
  const pattern = /(-?[\d,]+\.\d{2})\s+(\d+(?:\.\d+)?%|免税|不征税)\s+(-?[\d,]+\.\d{2}|\*+)\s*$/u
  return rows.flatMap((row) => {
    const found = pattern.exec(row.replaceAll('¥', ''))
    if (found === null) return []
    const [, net = '', rate = '', tax = ''] = found
    return [{ net: amountOf(net), rate, tax: amountOf(tax) }]
  })
}

/** What stands between the totals and who issued it. */
function remarkOf(rows: readonly string[]): string {
  const from = rows.findIndex((row) => /价税合计/u.test(row))
  const to = rows.findIndex((row, at) => at > from && /开票人|收款人/u.test(row))
  if (from < 0) return ''
  return rows
    .slice(from + 1, to < 0 ? undefined : to)
    .map((row) => row.replaceAll(/(?:^|\t)[备注]+(?=\t|$)/gu, ' ').replace(/^备\s*注[\s:]*/u, ''))
    .map((row) => row.replaceAll(COLUMN, ' ').trim())
    .filter((row) => row !== '')
    .join('\n')
}
