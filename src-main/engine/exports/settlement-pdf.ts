import type { Instant } from '#shared/base/ids.ts'
import { shanghaiDateTime } from '#shared/calendar/shanghai.ts'
import { drawPdf, FAINT, INK, line, MARGIN, type Pdf, write } from './pdf-drawing.ts'

/** What a provider's statement, or the approval of its payment, says as a document, ready to be read. */
export interface SettlementFacts {
  readonly title: string
  readonly id: string
  readonly at: Instant
  /** Name and value, two beside each other. */
  readonly head: readonly (readonly [name: string, value: string])[]
  /** Name and figure, one below the other; the last is the one that counts. */
  readonly totals: readonly (readonly [name: string, figure: string])[]
  readonly columns: readonly { readonly header: string; readonly width: number; readonly right: boolean }[]
  readonly rows: readonly (readonly string[])[]
  /** Across the page where the statement does not hold; null where it does. */
  readonly stamp: string | null
  readonly foot: string
  /** The newest entry of the platform's audit log, on each page. */
  readonly auditHead: string
}

const ROW = 17
const RED = '#c00000'

/** A statement as a PDF of A4 pages; the heading of the table stands on each. The same facts give the same bytes. */
export function settlementPdf(facts: SettlementFacts): Promise<Buffer> {
  return drawPdf(facts.title, facts.at, 'portrait', (pdf) => draw(pdf, facts))
}

function draw(pdf: Pdf, facts: SettlementFacts): void {
  const width = pdf.page.width - 2 * MARGIN
  let y = 44
  write(pdf, facts.title, MARGIN, y, { size: 20, width, align: 'center', weight: 'Bold' })
  y += 40
  for (const [at, [name, value]] of facts.head.entries()) {
    const x = MARGIN + (at % 2) * (width / 2)
    write(pdf, `${name}　${value}`, x, y, { size: 10, width: width / 2 - 8 })
    if (at % 2 === 1 || at === facts.head.length - 1) y += 18
  }
  y += 6
  for (const [at, [name, figure]] of facts.totals.entries()) {
    const weight = at === facts.totals.length - 1 ? 'Bold' : 'Regular'
    write(pdf, name, MARGIN, y, { size: 11, width: width / 2, weight })
    write(pdf, figure, MARGIN + width / 2, y, { size: 11, width: width / 2, align: 'right', weight })
    y += 18
    line(pdf, y - 3, width)
  }
  y = heading(pdf, facts, y + 12)
  for (const row of facts.rows) {
    if (y + ROW > pdf.page.height - 60) {
      foot(pdf, facts)
      pdf.addPage()
      y = heading(pdf, facts, 44)
    }
    cells(pdf, facts, row, y, INK)
    y += ROW
  }
  foot(pdf, facts)
  if (facts.stamp !== null) stamp(pdf, facts.stamp)
}

function heading(pdf: Pdf, facts: SettlementFacts, y: number): number {
  cells(
    pdf,
    facts,
    facts.columns.map(({ header }) => header),
    y,
    FAINT,
  )
  line(pdf, y + ROW - 3, pdf.page.width - 2 * MARGIN)
  return y + ROW
}

function cells(
  pdf: Pdf,
  { columns }: SettlementFacts,
  row: readonly string[],
  y: number,
  colour: string,
): void {
  const room = pdf.page.width - 2 * MARGIN
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  let x = MARGIN
  for (const [at, { width, right }] of columns.entries()) {
    const own = (width / all) * room
    const style = { size: 9, width: own - 6, colour, align: right ? 'right' : 'left', height: 13 } as const
    write(pdf, row[at] ?? '', x, y, style)
    x += own
  }
}

function foot(pdf: Pdf, facts: SettlementFacts): void {
  const said = `${facts.foot}　${facts.id}　${shanghaiDateTime(facts.at)}`
  const style = { size: 8, width: pdf.page.width - 2 * MARGIN, colour: FAINT }
  write(pdf, said, MARGIN, pdf.page.height - 44, style)
  write(pdf, facts.auditHead, MARGIN, pdf.page.height - 32, style)
}

function stamp(pdf: Pdf, text: string): void {
  const { width, height } = pdf.page
  pdf.save()
  pdf.rotate(-14, { origin: [width / 2, height / 2] })
  pdf.opacity(0.72).lineWidth(3).strokeColor(RED)
  pdf.roundedRect(width / 2 - 110, height / 2 - 40, 220, 80, 6).stroke()
  const style = { size: 40, width: 220, align: 'center', weight: 'Bold', colour: RED } as const
  write(pdf, text, width / 2 - 110, height / 2 - 32, style)
  pdf.restore()
}
