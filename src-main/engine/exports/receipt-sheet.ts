import { unifyIdeographs } from '#shared/base/fold-writing.ts'
import { receiptFont } from './receipt-font.ts'

type Pdf = PDFKit.PDFDocument

const MARGIN = 36
const LABEL_WIDTH = 92
const PADDING = 8
const INK = '#1a1a1a'
const FAINT = '#666666'
const RED = '#c00000'
/** The smallest type that is still read on paper. */
const SMALLEST = 6
/** How far text is lowered to look centred, in parts of its size. */
const SINK = 0.12
/**
 * Of characters that share a glyph of the typeface, which one is drawn for the other. A PDF keeps one character a glyph:
 * a single − would make every － of the page's text a −.
 */
const SHARED_GLYPHS: ReadonlyMap<string, string> = new Map(
  ['‑-', '‒–', '−－', '∕／', '〜～', '\u2329\u3008', '\u232a\u3009', '‵｀'].map((pair) => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
)
const BLANKS = /[\t\r\f\v\u00a0]/g
const WIDE_BLANKS = /[\u2002\u2003]/g

/** Stands for a character the typeface lacks, as printers do; the page says which one it was. */
const GETA = '〓'

interface RowOptions {
  /** In points; smaller where it does not fit otherwise. */
  readonly size: number
  /** At the right edge, after the value. */
  readonly right?: string
  /** Below the value, small. */
  readonly note?: string
}

/** A form on one page, filled from above: a title, framed rows, a foot. Knows where things go, not what they mean. */
export class ReceiptSheet {
  readonly #pdf: Pdf
  readonly #width: number
  readonly #missing = new Set<string>()
  #y = 26

  constructor(pdf: Pdf) {
    this.#pdf = pdf
    this.#width = pdf.page.width - 2 * MARGIN
  }

  title(text: string, below: string): void {
    this.#text(text, MARGIN, this.#y, { size: 26, weight: 'Bold', align: 'center', width: this.#width })
    this.#y += 38
    const middle = this.#pdf.page.width / 2
    for (const offset of [0, 2.5]) this.#line(middle - 62, this.#y + offset, middle + 62, this.#y + offset)
    this.#text(below, MARGIN, this.#y + 5, {
      size: 8,
      colour: FAINT,
      align: 'center',
      width: this.#width,
      spacing: 3,
    })
    this.#y += 22
  }

  headline(left: string, right: string): void {
    this.#text(left, MARGIN, this.#y, { size: 11, width: this.#width / 2 })
    this.#text(right, MARGIN + this.#width / 2, this.#y, {
      size: 12,
      colour: RED,
      align: 'right',
      width: this.#width / 2,
    })
    this.#y += 22
  }

  row(label: string, labelBelow: string, height: number, value: string, options: RowOptions): void {
    const { size, right, note } = options
    this.#pdf.lineWidth(0.8).strokeColor(INK).rect(MARGIN, this.#y, this.#width, height).stroke()
    this.#line(MARGIN + LABEL_WIDTH, this.#y, MARGIN + LABEL_WIDTH, this.#y + height)
    const centred = { align: 'center', width: LABEL_WIDTH } as const
    this.#text(label, MARGIN, this.#y + height / 2 - 14, { ...centred, size: 11 })
    this.#text(labelBelow, MARGIN, this.#y + height / 2 + 3, { ...centred, size: 7, colour: FAINT })
    const x = MARGIN + LABEL_WIDTH + PADDING
    const room = this.#width - LABEL_WIDTH - 2 * PADDING
    const rightWidth = right === undefined ? 0 : 150
    if (right !== undefined) {
      const style = { size: 15, weight: 'Bold', align: 'right', width: rightWidth } as const
      this.#fitted(right, x + room - rightWidth, this.#y, height, style)
    }
    const noteHeight = note === undefined ? 0 : height / 2 - 4
    this.#fitted(value, x, this.#y, height - noteHeight, { size, width: room - rightWidth })
    if (note !== undefined) {
      const style = { size: 8, colour: FAINT, width: room, cut: true } as const
      this.#fitted(note, x, this.#y + height - noteHeight - 3, noteHeight, style)
    }
    this.#y += height
  }

  /** Words with a line to sign on, side by side. */
  foot(parts: readonly (readonly [label: string, value: string])[]): void {
    this.#y += 14
    let x = MARGIN
    parts.forEach(([label, value], index) => {
      const width = index === 0 ? this.#width * 0.64 : this.#width * 0.36
      this.#fitted(`${label}　${value}`, x, this.#y, 28, { size: 11, width: width - PADDING })
      x += width
    })
    this.#y += 32
  }

  smallPrint(text: string): void {
    const codes = [...this.#missing].map((character) => `U+${hexOf(character)}`)
    const note = codes.length === 0 ? '' : `　${GETA} 为字库未收之字：${codes.join('、')}`
    this.#text(text + note, MARGIN, this.#y, { size: 7.5, colour: FAINT, width: this.#width })
  }

  /** Below the small print. */
  auditLine(text: string): void {
    this.#text(text, MARGIN, this.#y + 12, { size: 6.5, colour: FAINT, width: this.#width })
  }

  /** Across the page, as a stamp of ink. */
  stamp(text: string, below: string): void {
    const { width, height } = this.#pdf.page
    this.#pdf.save()
    this.#pdf.rotate(-14, { origin: [width / 2, height / 2] })
    this.#pdf.opacity(0.72).lineWidth(3).strokeColor(RED)
    this.#pdf.roundedRect(width / 2 - 95, height / 2 - 46, 190, 92, 6).stroke()
    const centred = { align: 'center', width: 190, colour: RED } as const
    this.#text(text, width / 2 - 95, height / 2 - 42, { ...centred, size: 44, weight: 'Bold' })
    this.#text(below, width / 2 - 95, height / 2 + 22, { ...centred, size: 13 })
    this.#pdf.restore()
  }

  /** In the middle of a height, in type as small as it has to be. */
  #fitted(text: string, x: number, y: number, height: number, style: TextStyle): void {
    let size = style.size
    const tall = () => this.#styled({ ...style, size }).heightOfString(this.#printable(text), style)
    while (tall() > height - 2 && size > SMALLEST) size -= 0.5
    // The typeface has more room above its characters than below.
    const top = y + Math.max(0, (height - tall()) / 2) + size * SINK
    this.#text(text, x, top, { ...style, size, ...(style.cut ? { height } : {}) })
  }

  #text(text: string, x: number, y: number, style: TextStyle): void {
    const { align = 'left', width, colour = INK, spacing = 0, height } = style
    const room = height === undefined ? {} : { height, ellipsis: '…' }
    this.#styled(style)
      .fillColor(colour)
      .text(this.#printable(text), x, y, { align, width, characterSpacing: spacing, ...room })
  }

  #styled({ size, weight = 'Regular' }: TextStyle): Pdf {
    return this.#pdf.font(receiptFont(weight)).fontSize(size)
  }

  #printable(text: string): string {
    const { _font } = this.#pdf as unknown as FontHolder
    return [...oneOfEachGlyph(text)]
      .map((character) => {
        if (character === '\n' || _font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
          return character
        this.#missing.add(character)
        return GETA
      })
      .join('')
  }

  #line(fromX: number, fromY: number, toX: number, toY: number): void {
    this.#pdf.lineWidth(0.8).strokeColor(INK).moveTo(fromX, fromY).lineTo(toX, toY).stroke()
  }
}

interface TextStyle {
  readonly size: number
  readonly width: number
  readonly weight?: 'Regular' | 'Bold'
  readonly colour?: string
  readonly align?: 'left' | 'center' | 'right'
  readonly spacing?: number
  /** What does not fit even in the smallest type is left out, with an ellipsis. */
  readonly cut?: boolean
  readonly height?: number
}

/** A text in characters of which no two share a glyph. */
export function oneOfEachGlyph(text: string): string {
  const plain = unifyIdeographs(text).replaceAll(BLANKS, ' ').replaceAll(WIDE_BLANKS, '　')
  return [...plain].map((character) => SHARED_GLYPHS.get(character) ?? character).join('')
}

/** Where pdfkit keeps the typeface in use; it tells in no other way which characters that has. */
interface FontHolder {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } }
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
