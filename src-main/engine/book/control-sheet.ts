import type { Bilingual } from '#shared/base/bilingual.ts'
import type { BookCheck, BookKind, ControlRow } from './book.ts'
import { CHECK_HEADER, cellText, rowCheck } from './cell-check.ts'
import { cellXml, columnLetter, formulaXml, STYLES } from './sheet-cells.ts'
import { PRINT_SETUP, SHEET_HEAD, type SheetPart, shown } from './sheet-part.ts'

export const CONTROL_WORDS = {
  name: { zh: '汇总', en: 'Summary' },
  hash: { zh: '内容哈希 (SHA-256)', en: 'Content hash (SHA-256)' },
  state: { zh: '核对结果', en: 'Check' },
  whole: { zh: '一致', en: 'Whole' },
  edited: { zh: '有改动', en: 'Edited' },
  check: { zh: '核对项', en: 'What is checked' },
  sum: { zh: '明细合计', en: 'Sum of the rows' },
  exact: { zh: '系统合计', en: 'Exact total' },
  difference: { zh: '差额', en: 'Difference' },
  cells: { zh: '非空单元格数', en: 'Cells filled' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** Sheets that go on with each other, and what their name is without a number. */
export interface SheetParts {
  readonly name: string
  readonly parts: readonly SheetPart[]
}

interface CheckLine {
  readonly label: string
  readonly kind: BookKind
  readonly formula: string
  readonly value: number
}

/** Columns of the sheet; the check of its rows stands behind them. */
const COLUMNS = 4

/** The control sheet: facts, the hash, and every sum of the sheets beside what it has to come to, red where it does not. */
export function* controlXml(
  control: {
    readonly title: string
    readonly rows: readonly ControlRow[]
    readonly checks: readonly BookCheck[]
  },
  sheets: readonly SheetParts[],
  contentHash: string,
  language: keyof Bilingual,
): Generator<string> {
  const word = (key: keyof typeof CONTROL_WORDS) => CONTROL_WORDS[key][language]
  const lines = [
    ...control.checks.map((check) => ownCheck(check, sheets)),
    ...sheets.flatMap((sheet) => checksOf(sheet, language)),
  ]
  const facts: ControlRow[] = [...control.rows, [word('hash'), contentHash]]
  const stateRow = facts.length + 2
  const heading = stateRow + 2
  const first = heading + 1
  const last = heading + lines.length
  const differences = `D${first}:D${Math.max(last, first)}`
  yield `${SHEET_HEAD}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" tabSelected="1" showGridLines="0"/></sheetViews>`
  yield '<cols><col min="1" max="1" width="34" customWidth="1"/><col min="2" max="2" width="26" customWidth="1"/>'
  yield '<col min="3" max="4" width="20" customWidth="1"/><col min="5" max="5" width="4" hidden="1" customWidth="1"/></cols><sheetData>'
  yield row(1, [control.title, null], [STYLES.title, STYLES.text])
  yield* facts.map((fact, at) => row(at + 2, fact, [STYLES.label, STYLES.text]))
  const state = `IF(ISERROR(SUM(${differences})),"${word('edited')}",IF(SUMPRODUCT(ABS(${differences}))=0,"${word('whole')}","${word('edited')}"))`
  yield row(
    stateRow,
    [word('state')],
    [STYLES.label],
    [formulaXml(`B${stateRow}`, STYLES.label, state, word('whole'))],
  )
  yield row(heading, (['check', 'sum', 'exact', 'difference'] as const).map(word), [
    STYLES.heading,
    STYLES.headingRight,
    STYLES.headingRight,
    STYLES.headingRight,
  ])
  for (const [index, { label, kind, formula, value }] of lines.entries()) {
    const at = first + index
    const printed = shown(kind, value)
    const check = rowCheck(at, [cellText(label), '', cellText(printed), ''])
    yield `<row r="${at}">${cellXml(`A${at}`, STYLES.text, label)}${formulaXml(`B${at}`, STYLES[kind], formula, printed)}` +
      `${cellXml(`C${at}`, STYLES[kind], printed)}${formulaXml(`D${at}`, STYLES[kind], `ROUND(B${at}-C${at},2)`, 0)}` +
      `${cellXml(`E${at}`, STYLES.text, check)}</row>`
  }
  yield '</sheetData>'
  const isRed = (range: string, formula: string, priority: number) =>
    `<conditionalFormatting sqref="${range}"><cfRule type="expression" dxfId="0" priority="${priority}"><formula>${formula}</formula></cfRule></conditionalFormatting>`
  yield isRed(`A${stateRow}:B${stateRow}`, `$B$${stateRow}&lt;&gt;"${word('whole')}"`, 1)
  yield isRed(`A${first}:D${Math.max(last, first)}`, `IF(ISERROR($D${first}),TRUE,$D${first}&lt;&gt;0)`, 2)
  yield `${PRINT_SETUP}</worksheet>`
}

/** A row of words with the check of its cells; `more` are formulas behind them. */
function row(
  at: number,
  cells: readonly (string | null)[],
  styles: readonly number[],
  more: readonly string[] = [],
): string {
  const xml = cells.map((text, index) =>
    cellXml(`${columnLetter(index)}${at}`, styles[index] ?? STYLES.text, text),
  )
  const all = Array.from({ length: COLUMNS }, (_, index) => cellText(cells[index] ?? null))
  const check = (at === 1 ? CHECK_HEADER : '') + rowCheck(at, all)
  return `<row r="${at}">${xml.join('')}${more.join('')}${cellXml(`E${at}`, STYLES.text, check)}</row>`
}

/** What a sheet's columns sum to, and how many of its cells hold something. */
function checksOf({ name, parts }: SheetParts, language: keyof Bilingual): CheckLine[] {
  const columns = parts[0]?.columns ?? []
  const sums = columns.flatMap(({ header, kind, total }, column) =>
    total
      ? [
          {
            label: `${name} ${header[language]}`,
            kind,
            formula: sumOf(parts, column),
            value: parts.reduce((sum, part) => sum + part.total(column), 0),
          },
        ]
      : [],
  )
  const filled: CheckLine = {
    label: `${name} ${CONTROL_WORDS.cells[language]}`,
    kind: 'count',
    formula: parts.map((part) => `COUNTA(${quoted(part.name)}!${part.range})`).join('+'),
    value: parts.reduce((sum, part) => sum + part.filled, 0),
  }
  return [...sums, filled]
}

function ownCheck({ label, of, value }: BookCheck, sheets: readonly SheetParts[]): CheckLine {
  const formula = of
    .map(({ sheet, column }) => sumOf(sheets.find(({ name }) => name === sheet)?.parts ?? [], column))
    .filter((part) => part !== '')
    .join('+')
  return { label, kind: 'money', formula: formula === '' ? '0' : formula, value }
}

function sumOf(parts: readonly SheetPart[], column: number): string {
  return parts.map((part) => `${quoted(part.name)}!${columnLetter(column)}${part.totalsRow}`).join('+')
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}
