import { open } from 'node:fs/promises'
import type { StatementReading } from '#shared/bank-statements/read-statement.ts'
import { MAX_STATEMENT_BYTES, readStatement } from '#shared/bank-statements/read-statement.ts'
import type { MappedLayout } from '#shared/bank-statements/table/find-header.ts'
import { decodeWorkbook } from './decode-workbook.ts'

/** Reads a bank's file from disk, whatever it is called. A file too large is refused before it is read. */
export async function readStatementFile(
  path: string,
  mappings: readonly MappedLayout[],
): Promise<StatementReading> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size > MAX_STATEMENT_BYTES) return { kind: 'refused', reason: 'too-large', candidates: [] }
    return await readStatement(await file.readFile(), { mappings, decodeWorkbook })
  } finally {
    await file.close()
  }
}
