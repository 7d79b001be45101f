import type { Bilingual } from '#shared/base/bilingual.ts'
import type { BookColumn, BookKind, BookValue } from './book.ts'
import { CHECK_HEADER, ContentHash, cellText, rowCheck } from './cell-check.ts'
import { cellValue, cellXml, columnLetter, formulaXml, putValue, STYLES } from './sheet-cells.ts'
import { XmlBytes } from './xml-bytes.ts'

const WIDTHS: Readonly<Record<BookKind, number>> = {
  ...{ text: 20, money: 16, date: 12, moment: 20, count: 10, rate: 10 },
}
const TOTAL: Bilingual = { zh: '合计', en: 'Total' }
/**
 * So many amounts of up to a million yuan sum to the fen as doubles, whatever they are; rounded, such blocks sum again. More
 * blocks than a full sheet has would not fit into a formula.
 */
const BLOCK = 5000
/** Bytes handed on at a time, and packed together. */
const PIECE = 256 * 1024

export const SHEET_HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
/** Landscape, as wide as the page, with page numbers. */
export const PRINT_SETUP =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
  '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>'

/** Rows that are taken one after the other by the sheets they fill. */
export class RowsLeft {
  readonly #rows: Iterator<readonly BookValue[]>
  #next: IteratorResult<readonly BookValue[]>

  constructor(rows: Iterable<readonly BookValue[]>) {
    this.#rows = rows[Symbol.iterator]()
    this.#next = this.#rows.next()
  }

  get areLeft(): boolean {
    return this.#next.done !== true
  }

  /** Null where none is left. */
  take(): readonly BookValue[] | null {
    if (this.#next.done === true) return null
    const row = this.#next.value
    this.#next = this.#rows.next()
    return row
  }
}

/** One sheet of a workbook: a heading, rows, and their sums. */
export class SheetPart {
  readonly name: string
  readonly columns: readonly BookColumn[]
  readonly #language: keyof Bilingual
  readonly #totals: number[]
  readonly #hash = new ContentHash()
  #rows = 0
  /** Cells that hold something. */
  #filled = 0

  constructor(name: string, columns: readonly BookColumn[], language: keyof Bilingual) {
    this.name = name
    this.columns = columns
    this.#language = language
    this.#totals = columns.map(() => 0)
  }

  get rows(): number {
    return this.#rows
  }

  get filled(): number {
    return this.#filled
  }

  /** Of every row, in hex; asked when they are written. */
  hash(): string {
    return this.#hash.digest()
  }

  /** Of a column, in whole numbers. */
  total(column: number): number {
    return this.#totals[column] ?? 0
  }

  /** Where the sums stand: apart from the rows, so that sorting and filtering never take them for data. */
  get totalsRow(): number {
    return this.#rows + 3
  }

  /** The cells of the rows, as formulas name them. */
  get range(): string {
    return `A2:${columnLetter(this.columns.length - 1)}${Math.max(this.#rows + 1, 2)}`
  }

  /** The XML of the sheet with up to `most` of the rows that are left. */
  *xml(left: RowsLeft, most: number): Generator<string | Buffer> {
    const { columns } = this
    const begins = columns.map((_, index) => `<c r="${columnLetter(index)}`)
    const check = `<c r="${columnLetter(columns.length)}`
    const texts = columns.map(() => '')
    const out = new XmlBytes()
    yield this.#head()
    for (let row = 2; row < most + 2; row++) {
      const values = left.take()
      if (values === null) break
      const number = String(row)
      out.markup(`<row r="${number}">`)
      for (let at = 0; at < columns.length; at++) {
        const { kind, total } = columns[at] as BookColumn
        const given = values[at] ?? null
        const value = cellValue(kind, given)
        texts[at] = cellText(value)
        if (value === null) continue
        this.#filled += 1
        if (total) this.#totals[at] = (this.#totals[at] ?? 0) + Number(given)
        out.markup(begins[at] ?? '')
        out.markup(number)
        putValue(out, STYLES[kind], value)
      }
      out.markup(check)
      out.markup(number)
      putValue(out, STYLES.text, rowCheck(row, texts))
      out.markup('</row>')
      this.#hash.row(texts)
      this.#rows += 1
      if (out.length >= PIECE) yield out.take()
    }
    yield out.take()
    yield this.#foot()
  }

  #head(): string {
    const cols = this.columns
      .map(({ kind, width }, at) => {
        const style = STYLES[kind]
        return `<col min="${at + 1}" max="${at + 1}" width="${width ?? WIDTHS[kind]}" style="${style}" customWidth="1"/>`
      })
      .join('')
    const headings = this.columns.map(({ header }) => cellText(header[this.#language]))
    this.#hash.row(headings)
    const check = this.columns.length + 1
    const hidden = `<col min="${check}" max="${check}" width="4" hidden="1" customWidth="1"/>`
    const cells = this.columns
      .map(({ kind, header }, at) => {
        const isText = kind === 'text' || kind === 'date' || kind === 'moment'
        return cellXml(
          `${columnLetter(at)}1`,
          isText ? STYLES.heading : STYLES.headingRight,
          header[this.#language],
        )
      })
      .join('')
    return (
      `${SHEET_HEAD}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">` +
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
      `<cols>${cols}${hidden}</cols><sheetData><row r="1">${cells}` +
      `${cellXml(`${columnLetter(this.columns.length)}1`, STYLES.heading, CHECK_HEADER + rowCheck(1, headings))}</row>`
    )
  }

  #foot(): string {
    const at = this.totalsRow
    const sums = this.columns
      .map(({ kind, total }, column) => {
        if (!total) return ''
        const letter = columnLetter(column)
        const style = kind === 'money' ? STYLES.totalMoney : STYLES.totalCount
        return formulaXml(`${letter}${at}`, style, this.#sum(letter), shown(kind, this.#totals[column] ?? 0))
      })
      .join('')
    const totals =
      sums === ''
        ? ''
        : `<row r="${at}">${cellXml(`A${at}`, STYLES.totalText, TOTAL[this.#language])}${sums}</row>`
    const last = columnLetter(this.columns.length - 1)
    return `${totals}</sheetData><autoFilter ref="A1:${last}${this.#rows + 1}"/>${PRINT_SETUP}</worksheet>`
  }

  /** The sum of a column, to the fen whatever is summed. */
  #sum(letter: string): string {
    const last = Math.max(this.#rows + 1, 2)
    const blocks = []
    for (let first = 2; first <= last; first += BLOCK) {
      blocks.push(`ROUND(SUM(${letter}${first}:${letter}${Math.min(first + BLOCK - 1, last)}),2)`)
    }
    return blocks.length === 1 ? blocks.join('') : `ROUND(${blocks.join('+')},2)`
  }
}

/** A sum as its cell shows it: fen as yuan. */
export function shown(kind: BookKind, value: number): number {
  return kind === 'money' ? value / 100 : value
}
