import { readFileSync } from 'node:fs'
import { workbookGrids } from '#main/engine/imports/workbook-grids.ts'
import { readStatement } from '#shared/bank-statements/read-statement.ts'
import type { Statement, StatementSection } from '#shared/bank-statements/statement.ts'
import type { MappedLayout } from '#shared/bank-statements/table/find-header.ts'
import { assert } from '#shared/base/assert.ts'

const FIXTURES = new URL('../../fixtures/bank/', import.meta.url)

export function fixture(path: string): Uint8Array {
  return readFileSync(new URL(path, FIXTURES))
}

/** Reads a file in this thread; tests of the limits use the worker. */
export function reading(bytes: Uint8Array, mappings: readonly MappedLayout[] = []) {
  return readStatement(bytes, { mappings, decodeWorkbook: async (source) => workbookGrids(source) })
}

export async function statementOf(
  source: Uint8Array | string,
  mappings: readonly MappedLayout[] = [],
): Promise<Statement> {
  const result = await reading(typeof source === 'string' ? Buffer.from(source) : source, mappings)
  assert(result.kind === 'read', `the file is read, not ${result.kind === 'refused' ? result.reason : ''}`)
  return result.statement
}

export async function sectionOf(
  source: Uint8Array | string,
  mappings: readonly MappedLayout[] = [],
): Promise<StatementSection> {
  const { sections } = await statementOf(source, mappings)
  const [section] = sections
  assert(section !== undefined && sections.length === 1, 'the file has one section')
  return section
}

/** Joins rows of cells to separated values. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')
}
