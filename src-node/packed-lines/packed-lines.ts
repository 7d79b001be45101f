import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzipSync } from 'node:zlib'
import { lineIdentities } from '#shared/bank-statements/identity.ts'
import {
  type ImportedLine,
  importedLinesSchema,
  STATEMENT_LINES_LIMIT,
} from '#shared/contracts/console-platform/imported-lines.ts'

/** What the widest 200,000 lines come to as JSON. */
const UNPACKED_LIMIT_BYTES = STATEMENT_LINES_LIMIT * 1500

const unzip = promisify(gunzip)

/** The lines of a statement as they travel: gzip of JSON in base64. */
export function packLines(lines: readonly ImportedLine[]): string {
  return gzipSync(JSON.stringify(lines)).toString('base64')
}

/** Lines that came from outside; null where they are torn, too many or none of ours. */
export async function unpackLines(packed: string): Promise<ImportedLine[] | null> {
  try {
    const json = await unzip(Buffer.from(packed, 'base64'), { maxOutputLength: UNPACKED_LIMIT_BYTES })
    const lines = importedLinesSchema.safeParse(JSON.parse(json.toString('utf8')))
    return lines.success ? lines.data : null
  } catch {
    // Not base64 of gzip of JSON, or more than the limit.
    return null
  }
}

/**
 * The name of each line of one account in one file, 32 hex digits: the same in every file that holds it. All lines of
 * the file are needed, known ones too, for lines that are alike are numbered.
 */
export function lineNames(lines: Parameters<typeof lineIdentities>[0]): string[] {
  return lineIdentities(lines).map((identity) =>
    createHash('sha256').update(identity).digest('hex').slice(0, 32),
  )
}
