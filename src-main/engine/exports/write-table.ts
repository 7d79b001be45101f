import { setImmediate } from 'node:timers/promises'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ExportedFile, TableFormat } from '#shared/contracts/console-engine/files.ts'
import { csvPieces } from './csv-text.ts'
import { encodeGb18030 } from './gb18030.ts'
import { runExport } from './run-export.ts'
import type { TableDocument } from './table-document.ts'

const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Tables as a file in one language. A workbook has the control sheet 汇总 first and a sheet for each table; CSV is the
 * first table alone, without totals.
 */
export async function writeTable(
  format: TableFormat,
  document: TableDocument,
  language: keyof Bilingual,
): Promise<ExportedFile> {
  const { fileStem, tables } = document
  if (format === 'xlsx') {
    const bytes = await runExport({ kind: 'workbook', document, language })
    return { fileName: `${fileStem}.xlsx`, mediaType: WORKBOOK_TYPE, base64: bytes.toString('base64') }
  }
  const isOld = format === 'csv-gb18030'
  // A byte order mark tells spreadsheets that it is UTF-8; GB18030 has none.
  const bytes: Buffer[] = isOld ? [] : [Buffer.from('\u{FEFF}')]
  for (const piece of csvPieces(tables[0], language)) {
    bytes.push(isOld ? encodeGb18030(piece) : Buffer.from(piece))
    // Between pieces other questions are answered.
    await setImmediate()
  }
  return {
    fileName: `${fileStem}.csv`,
    mediaType: `text/csv;charset=${isOld ? 'gb18030' : 'utf-8'}`,
    base64: Buffer.concat(bytes).toString('base64'),
  }
}
