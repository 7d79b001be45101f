import PDFDocument from 'pdfkit'
import { receiptFont } from './receipt-font.ts'
import { oneOfEachGlyph } from './receipt-sheet.ts'

export type Pdf = PDFKit.PDFDocument

export const MARGIN = 40
export const INK = '#1a1a1a'
export const FAINT = '#666666'

export interface TextStyle {
  readonly size: number
  readonly width: number
  readonly weight?: 'Regular' | 'Bold'
  readonly colour?: string
  readonly align?: 'left' | 'center' | 'right'
  /** What does not fit is left out, with an ellipsis. */
  readonly height?: number
}

/** A document of A4 pages, drawn by the function. The same facts give the same bytes. */
export async function drawPdf(
  title: string,
  at: string,
  layout: 'portrait' | 'landscape',
  draw: (pdf: Pdf) => void,
): Promise<Buffer> {
  const pdf = new PDFDocument({
    ...{ size: 'A4', layout, margin: 0, lang: 'zh-CN', font: receiptFont('Regular') },
    info: { Title: title, CreationDate: new Date(at) },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const written = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  draw(pdf)
  pdf.end()
  await written
  return Buffer.concat(chunks)
}

export function write(pdf: Pdf, text: string, x: number, y: number, style: TextStyle): void {
  const { size, width, weight = 'Regular', colour = INK, align = 'left', height } = style
  const room = height === undefined ? {} : { height, ellipsis: '…' }
  pdf
    .font(receiptFont(weight))
    .fontSize(size)
    .fillColor(colour)
    .text(oneOfEachGlyph(text), x, y, { width, align, lineBreak: height === undefined, ...room })
}

/** How high a text is, broken into lines of that width. */
export function heightOf(pdf: Pdf, text: string, { size, width, weight = 'Regular' }: TextStyle): number {
  return pdf.font(receiptFont(weight)).fontSize(size).heightOfString(oneOfEachGlyph(text), { width })
}

export function line(pdf: Pdf, y: number, width: number): void {
  pdf
    .lineWidth(0.5)
    .strokeColor('#cccccc')
    .moveTo(MARGIN, y)
    .lineTo(MARGIN + width, y)
    .stroke()
}
