import { hash } from 'node:crypto'
import { createGunzip, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { lineIdentifier } from '#shared/bank-statements/identity.ts'
import type { StatementLine } from '#shared/bank-statements/statement.ts'
import {
  type ImportedLine,
  importedLineSchema,
  STATEMENT_LINES_LIMIT,
} from '#shared/contracts/console-platform/imported-lines.ts'
import { jsonElements } from '../json-elements.ts'

/** What the widest 200,000 lines come to as JSON. */
const UNPACKED_LIMIT_BYTES = STATEMENT_LINES_LIMIT * 1500

/** A large statement would come in thousands of the usual pieces of 16 KB. */
const UNPACKED_AT_ONCE_BYTES = 256 * 1024

/**
 * All lines of a statement as they travel, oldest first: gzip of JSON in base64. The known ones too, for only together
 * they prove the balances.
 */
export function packLines(lines: readonly ImportedLine[]): string {
  return gzipSync(JSON.stringify(lines)).toString('base64')
}

/** Lines that came from outside; null where they are torn, too many or none of ours. Long ones are read in turns. */
export async function unpackLines(packed: string): Promise<ImportedLine[] | null> {
  const lines: ImportedLine[] = []
  try {
    for await (const some of jsonElements(unzipped(packed))) {
      if (lines.length + some.length > STATEMENT_LINES_LIMIT) return null
      for (const line of some) lines.push(importedLineSchema.parse(line))
    }
    return lines
  } catch {
    // Not base64 of gzip of JSON, more than the limit, or other than the schema.
    return null
  }
}

/** @throws where it is no gzip, or comes to more than any statement does */
async function* unzipped(packed: string): AsyncGenerator<Buffer> {
  const unzip = createGunzip({ chunkSize: UNPACKED_AT_ONCE_BYTES })
  unzip.end(Buffer.from(packed, 'base64'))
  let bytes = 0
  for await (const chunk of unzip) {
    const piece = z.instanceof(Buffer).parse(chunk)
    bytes += piece.length
    if (bytes > UNPACKED_LIMIT_BYTES) throw new RangeError('More than the widest lines come to.')
    yield piece
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
