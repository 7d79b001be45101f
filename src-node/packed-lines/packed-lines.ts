import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { lineIdentifier } from '#shared/bank-statements/identity.ts'
import type { StatementLine } from '#shared/bank-statements/statement.ts'
import {
  type ImportedLine,
  importedLineSchema,
  STATEMENT_LINES_LIMIT,
} from '#shared/contracts/console-platform/imported-lines.ts'
import { mapInTurns } from '../in-turns.ts'

/** What the widest 200,000 lines come to as JSON. */
const UNPACKED_LIMIT_BYTES = STATEMENT_LINES_LIMIT * 1500

/** A large statement would come in thousands of the usual pieces of 16 KB. */
const UNPACKED_AT_ONCE_BYTES = 256 * 1024

const unzip = promisify(gunzip)

/**
 * All lines of a statement as they travel, oldest first: gzip of JSON in base64. The known ones too, for only together
 * they prove the balances.
 */
export function packLines(lines: readonly ImportedLine[]): string {
  return gzipSync(JSON.stringify(lines)).toString('base64')
}

const linesSchema = z.array(z.unknown()).max(STATEMENT_LINES_LIMIT)

/** Lines that came from outside; null where they are torn, too many or none of ours. Long ones are checked in turns. */
export async function unpackLines(packed: string): Promise<ImportedLine[] | null> {
  try {
    const json = await unzip(Buffer.from(packed, 'base64'), {
      maxOutputLength: UNPACKED_LIMIT_BYTES,
      chunkSize: UNPACKED_AT_ONCE_BYTES,
    })
    const lines = linesSchema.parse(JSON.parse(json.toString('utf8')))
    return await mapInTurns(lines, (line) => importedLineSchema.parse(line))
  } catch {
    // Not base64 of gzip of JSON, more than the limit, or other than the schema.
    return null
  }
}

/**
 * The name of each line of one account in one file, 32 hex digits: the same in every file that holds it. All lines of
 * the file are needed, known ones too, for lines that are alike are numbered.
 */
export function lineNames(lines: readonly StatementLine[]): string[] {
  return lines.map(lineNamer())
}

/** Gives the lines of one file their names one after the other, from the first; see `lineNames`. */
export function lineNamer(): (line: StatementLine) => string {
  const identify = lineIdentifier()
  return (line) => hash('sha256', identify(line), 'hex').slice(0, 32)
}
