import type { Instant } from '#shared/base/ids.ts'
import { shanghaiDateTime } from '#shared/calendar/shanghai.ts'
import {
  drawPdf,
  FAINT,
  heightOf,
  INK,
  line,
  MARGIN,
  type Pdf,
  type TextStyle,
  write,
} from './pdf-drawing.ts'
import { qrModules } from './qr-modules.ts'

/** What a list of payments 付款清单 says, words and figures ready to be read. */
export interface PaymentListFacts {
  readonly title: string
  /** The batch's own instant. */
  readonly at: Instant
  /** Name and value, one below the other. */
  readonly head: readonly (readonly [name: string, value: string])[]
  /** 合计笔数与金额, with the amount in capitals. */
  readonly totals: readonly string[]
  readonly columns: readonly { readonly header: string; readonly width: number; readonly right: boolean }[]
  readonly rows: readonly (readonly string[])[]
  /** Who made and who checks 经办、复核: the names on record, with a line to sign on. */
  readonly signers: readonly (readonly [label: string, name: string])[]
  /** What its QR code says. */
  readonly code: string
  readonly foot: string
  /** The newest entry of the platform's audit log, on each page. */
  readonly auditHead: string
}

const CODE_SIZE = 96
const PADDING = 5
const FOOT = 52

/** A list of payments as a PDF of A4 pages, across; the heading of the table stands on each, and nothing is cut off. */
export function paymentListPdf(facts: PaymentListFacts): Promise<Buffer> {
  return drawPdf(facts.title, facts.at, 'landscape', (pdf) => draw(pdf, facts))
}

function draw(pdf: Pdf, facts: PaymentListFacts): void {
  const width = pdf.page.width - 2 * MARGIN
  const besides = width - CODE_SIZE - 16
  drawCode(pdf, facts.code, MARGIN + width - CODE_SIZE, 36)
  let y = 36
  write(pdf, facts.title, MARGIN, y, { size: 20, width: besides, weight: 'Bold' })
  y += 34
  for (const [name, value] of facts.head) {
    const style = { size: 10, width: besides }
    write(pdf, `${name}　${value}`, MARGIN, y, style)
    y += heightOf(pdf, `${name}　${value}`, style) + 2
  }
  y = Math.max(y, 36 + CODE_SIZE) + 6
  for (const total of facts.totals) {
    write(pdf, total, MARGIN, y, { size: 12, width, weight: 'Bold' })
    y += 18
  }
  y = heading(pdf, facts, y + 6)
  for (const row of facts.rows) {
    const height = rowHeight(pdf, facts, row)
    if (y + height > pdf.page.height - FOOT) y = nextPage(pdf, facts)
    cells(pdf, facts, row, y, INK)
    y += height
    line(pdf, y - PADDING / 2, width)
  }
  if (y + 40 > pdf.page.height - FOOT) y = nextPage(pdf, facts)
  const own = width / Math.max(1, facts.signers.length)
  for (const [at, [label, name]] of facts.signers.entries()) {
    const said = `${label}　${name}　签名：____________　日期：____________`
    write(pdf, said, MARGIN + at * own, y + 18, { size: 10, width: own - 8 })
  }
  foot(pdf, facts)
}

function nextPage(pdf: Pdf, facts: PaymentListFacts): number {
  foot(pdf, facts)
  pdf.addPage()
  return heading(pdf, facts, 40)
}

function heading(pdf: Pdf, facts: PaymentListFacts, y: number): number {
  const headers = facts.columns.map(({ header }) => header)
  cells(pdf, facts, headers, y, FAINT)
  const below = y + rowHeight(pdf, facts, headers)
  line(pdf, below - PADDING / 2, pdf.page.width - 2 * MARGIN)
  return below
}

function cells(pdf: Pdf, facts: PaymentListFacts, row: readonly string[], y: number, colour: string): void {
  for (const { text, x, style } of placed(pdf, facts, row)) write(pdf, text, x, y, { ...style, colour })
}

function rowHeight(pdf: Pdf, facts: PaymentListFacts, row: readonly string[]): number {
  const heights = placed(pdf, facts, row).map(({ text, style }) => heightOf(pdf, text, style))
  return Math.max(12, ...heights) + PADDING
}

interface Placed {
  readonly text: string
  readonly x: number
  readonly style: TextStyle
}

function placed(pdf: Pdf, { columns }: PaymentListFacts, row: readonly string[]): Placed[] {
  const room = pdf.page.width - 2 * MARGIN
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  let x = MARGIN
  return columns.map(({ width, right }, at) => {
    const own = (width / all) * room
    const style = { size: 9, width: own - 6, align: right ? 'right' : 'left' } as const
    const cell = { text: row[at] ?? '', x, style }
    x += own
    return cell
  })
}

function foot(pdf: Pdf, facts: PaymentListFacts): void {
  const style = { size: 8, width: pdf.page.width - 2 * MARGIN, colour: FAINT }
  write(pdf, `${facts.foot}　${shanghaiDateTime(facts.at)}`, MARGIN, pdf.page.height - 38, style)
  write(pdf, facts.auditHead, MARGIN, pdf.page.height - 26, style)
}

function drawCode(pdf: Pdf, text: string, x: number, y: number): void {
  const modules = qrModules(text)
  const size = CODE_SIZE / modules.length
  pdf.fillColor('#000000')
  for (const [row, dark] of modules.entries()) {
    for (const [column, isDark] of dark.entries()) {
      if (isDark) pdf.rect(x + column * size, y + row * size, size, size)
    }
  }
  pdf.fill()
}
