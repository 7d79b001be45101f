import { mkdtempSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Book, BookColumn, BookValue, WrittenBook } from '#main/engine/book/book.ts'
import { writeBook } from '#main/engine/book/write-book.ts'

const column = (name: string, kind: BookColumn['kind'], total = false): BookColumn => {
  const header = { zh: name, en: name }
  return { header, kind, total, means: header }
}
const COLUMNS: readonly BookColumn[] = [
  column('编号', 'text'),
  column('日期', 'date'),
  column('税率', 'rate'),
  column('金额', 'money', true),
  column('时间', 'moment'),
  column('笔数', 'count', true),
]

export const ROW: readonly BookValue[] = ['a', '2026-11-20', 600, 10_01, '2026-11-20T02:03:04.000Z', 1]

/** A book of one sheet of rows. */
export function sampleBook(rows: Iterable<readonly BookValue[]>): Book {
  return {
    language: 'zh',
    sheets: [{ name: { zh: '明细', en: 'Rows' }, columns: COLUMNS, rows }],
    control: () => ({ title: '样本', rows: [['市场', '=全部']], checks: [] }),
  }
}

/** It written, and what it says it holds. */
export async function written(
  rows: Iterable<readonly BookValue[]>,
  rowsOfASheet?: number,
): Promise<{ bytes: Buffer; book: WrittenBook }> {
  const writing = writeBook(sampleBook(rows), rowsOfASheet)
  const pieces: Buffer[] = []
  for (;;) {
    const next = await writing.next()
    if (next.done === true) return { bytes: Buffer.concat(pieces), book: next.value }
    pieces.push(next.value)
  }
}

const FOLDER = mkdtempSync(join(tmpdir(), 'marketdesk-book-'))

export async function keptFile(bytes: Uint8Array, name = 'book.xlsx'): Promise<string> {
  const path = join(FOLDER, name)
  await writeFile(path, bytes)
  return path
}
