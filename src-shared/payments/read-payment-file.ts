import { decodeText } from '../bank-statements/decode-text.ts'
import type { Node } from '../bank-statements/international/xml-node.ts'
import { csvGrid } from '../bank-statements/table/csv-grid.ts'
import { isPicture, isWorkbook } from '../bank-statements/table/file-kind.ts'
import type { Grid } from '../bank-statements/table/grid.ts'
import type { AnswerMapping } from './answer-mapping.ts'
import type { BankAnswer } from './bank-answer.ts'
import type { PaymentFile } from './payment-file.ts'
import { parsePaymentXml } from './payment-xml.ts'
import { readAnswerSheet } from './read-answer-sheet.ts'
import { readPain001 } from './read-pain001.ts'
import { readPain002 } from './read-pain002.ts'
import type { BankTemplate } from './templates/bank-template.ts'
import { readTemplate } from './templates/read-template.ts'

/** Larger files are refused: 20,000 payments of a pain.001 take about half of it. */
export const MAX_PAYMENT_FILE_BYTES = 32 * 1024 * 1024
/** Rows of a workbook that are looked at. */
const MAX_ROWS = 50_000

/** Turns a workbook (bytes) or an HTML table (text) into grids, in bounded memory; null where it is torn. */
export type DecodeWorkbook = (source: Uint8Array | string) => Promise<readonly Grid[] | null>

export type PaymentFileRefusal =
  | 'empty'
  | 'too-large'
  | 'picture'
  | 'doctype'
  | 'broken-xml'
  | 'broken-workbook'
  /** A message or table of another kind. */
  | 'another-file'

export type Reading<T> =
  | { readonly kind: 'read'; readonly file: T }
  | { readonly kind: 'refused'; readonly reason: PaymentFileRefusal }

/** Reads a file of payments by its content: pain.001 of any version, or a bank's template. Never throws for bad input. */
export function readPaymentFile(
  bytes: Uint8Array,
  templates: readonly BankTemplate[],
  decodeWorkbook: DecodeWorkbook,
): Promise<Reading<PaymentFile>> {
  return read(bytes, decodeWorkbook, readPain001, (grids) => readTemplate(grids, templates))
}

/** Reads a bank's answer by its content: pain.002 of any version, or its result workbook. Never throws for bad input. */
export function readBankAnswer(
  bytes: Uint8Array,
  mappings: readonly AnswerMapping[],
  decodeWorkbook: DecodeWorkbook,
): Promise<Reading<BankAnswer>> {
  return read(bytes, decodeWorkbook, readPain002, (grids) => readAnswerSheet(grids, mappings))
}

async function read<T>(
  bytes: Uint8Array,
  decodeWorkbook: DecodeWorkbook,
  fromMessage: (document: Node, version: string | null) => T | null,
  fromGrids: (grids: readonly Grid[]) => T | null,
): Promise<Reading<T>> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > MAX_PAYMENT_FILE_BYTES) return refused('too-large')
  if (isPicture(bytes)) return refused('picture')
  if (isWorkbook(bytes)) return fromTable(await decodeWorkbook(bytes), fromGrids)
  const { text } = decodeText(bytes)
  if (/<(?:table|html)[\s>]|urn:schemas-microsoft-com:office:spreadsheet/i.test(text.slice(0, 4096))) {
    return fromTable(await decodeWorkbook(text), fromGrids)
  }
  // A template kept as JSON lists the columns of a bank and is no table of them.
  if (/^\s*\{/.test(text)) return refused('another-file')
  if (!/^\s*<(?:\?xml|!DOCTYPE|[\w:]*Document[\s>])/.test(text)) return fromTable([csvGrid(text)], fromGrids)
  const xml = parsePaymentXml(text)
  if (xml.kind === 'refused') return xml
  const file = fromMessage(xml.document, xml.version)
  return file === null ? refused('another-file') : { kind: 'read', file }
}

function fromTable<T>(
  grids: readonly Grid[] | null,
  fromGrids: (grids: readonly Grid[]) => T | null,
): Reading<T> {
  if (grids === null) return refused('broken-workbook')
  const rows = grids.reduce((sum, grid) => sum + grid.rows.length, 0)
  if (rows === 0) return refused('empty')
  if (rows > MAX_ROWS) return refused('too-large')
  const file = fromGrids(grids)
  return file === null ? refused('another-file') : { kind: 'read', file }
}

function refused(reason: PaymentFileRefusal): {
  readonly kind: 'refused'
  readonly reason: PaymentFileRefusal
} {
  return { kind: 'refused', reason }
}
