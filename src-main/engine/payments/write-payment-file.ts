import { type CellObject, utils, write } from '@e965/xlsx'
import { writePain001 } from '#shared/payments/pain001.ts'
import type { PaymentOrder } from '#shared/payments/payment.ts'
import type { PaymentFormat } from '#shared/payments/payment-format.ts'
import type { BankTemplate } from '#shared/payments/templates/bank-template.ts'
import { type TemplateCell, templateSheet } from '#shared/payments/templates/template-sheet.ts'

export interface WrittenPaymentFile {
  /** The same order and format always give the same bytes. */
  readonly bytes: Uint8Array
  readonly extension: 'xml' | 'xls' | 'xlsx'
}

/** The caller has seen that `formatProblems` finds nothing that must be mended. */
export function writePaymentFile(order: PaymentOrder, format: PaymentFormat): WrittenPaymentFile {
  if (format.kind === 'pain.001') {
    return { bytes: new TextEncoder().encode(writePain001(order)), extension: 'xml' }
  }
  const { template } = format
  return { bytes: workbook(template, templateSheet(template, order).rows), extension: template.file }
}

function workbook(
  { file, sheet: name, columns }: BankTemplate,
  rows: readonly (readonly TemplateCell[])[],
): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => cellObject(cell, file))))
  sheet['!cols'] = columns.map(({ heading }) => ({ wch: Math.max(12, heading.length * 2) }))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, name)
  const bytes: unknown = write(book, {
    type: 'buffer',
    bookType: file === 'xls' ? 'biff8' : 'xlsx',
    compression: true,
    bookSST: true,
  })
  return new Uint8Array(bytes as Buffer)
}

function cellObject(cell: TemplateCell, file: BankTemplate['file']): CellObject {
  if (cell.kind === 'amount') return { t: 'n', v: cell.fen / 100, z: '0.00' }
  return { t: 's', v: file === 'xlsx' ? escapeXstring(cell.text) : cell.text, z: '@' }
}

/** `_x4E91_` is a character to whoever reads an xlsx (ST_Xstring), unless its underscore is written as one. */
function escapeXstring(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}
