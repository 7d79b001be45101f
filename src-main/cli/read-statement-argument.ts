import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { readStatementFile } from '#main/engine/imports/read-statement-file.ts'
import { columnMappingSchema, mappedLayout } from '#shared/bank-statements/mapping.ts'
import type { StatementReading } from '#shared/bank-statements/read-statement.ts'
import type { Statement } from '#shared/bank-statements/statement.ts'
import type { MappedLayout } from '#shared/bank-statements/table/find-header.ts'
import { UsageError } from './usage-error.ts'
import { harmless } from './write-report.ts'

/** @throws UsageError where the file is no statement, with the reason. */
export async function readStatementArgument(
  path: string,
  mappings: readonly MappedLayout[],
): Promise<Statement> {
  const reading = await readStatementFile(path, mappings).catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`)
  })
  if (reading.kind === 'read') return reading.statement
  throw new UsageError(refusalInWords(path, reading))
}

/** Why a file is no statement, with what to do. */
export function refusalInWords(path: string, refusal: Pick<Refusal, 'reason' | 'candidates'>): string {
  return `${path}: ${REFUSALS[refusal.reason]}${proposals(refusal)}`
}

type Refusal = Extract<StatementReading, { kind: 'refused' }>

const REFUSALS: Readonly<Record<Refusal['reason'], string>> = {
  empty: 'the file holds nothing',
  'too-large': 'the file is larger than any statement: ask the bank for a shorter period',
  doctype: 'XML with a DOCTYPE is refused',
  'broken-xml': 'the XML is torn',
  'broken-workbook': 'the workbook is torn or is none',
  'zip64-workbook': 'a ZIP64 workbook: open it in a spreadsheet program and save it again as XLSX',
  picture: 'a picture or PDF: export the lines from the bank as CSV, workbook, CAMT.053, MT940, OFX or BAI2',
  'unknown-xml': 'XML, but no camt.053 statement',
  'no-statement': 'it holds no bank statement: no account whose payments it lists',
  'unknown-layout': 'no header row is known; draw up a column mapping (--mapping)',
}

/** The rows that may be the header, ready to be copied into a mapping. */
function proposals({ candidates }: Pick<Refusal, 'candidates'>): string {
  return candidates.map((cells) => harmless(`\n  "header": ${JSON.stringify(cells)}`)).join('')
}

/** Column mappings of a JSON file: one, or an array of them. @throws UsageError where it holds none. */
export async function readMappings(path: string): Promise<readonly MappedLayout[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`${path} cannot be read`)
  })
  try {
    const schema = z.union([
      columnMappingSchema.transform((one) => [one]),
      z.array(columnMappingSchema).max(1000),
    ])
    return schema.parse(JSON.parse(text)).map(mappedLayout)
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : 'not JSON'
    throw new UsageError(`${path} is no column mapping: ${why}`)
  }
}
