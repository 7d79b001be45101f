import { hash } from 'node:crypto'
import { lineIdentifier } from '#shared/bank-statements/identity.ts'
import type { StatementLine } from '#shared/bank-statements/statement.ts'
import {
  type ImportedLine,
  importedLineSchema,
  STATEMENT_LINES_LIMIT,
} from '#shared/contracts/console-platform/imported-lines.ts'
import { packElements, unpackElements } from './packed-elements.ts'

/**
 * All lines of a statement as they travel, oldest first: gzip of JSON in base64. The known ones too, for only together
 * they prove the balances.
 */
export function packLines(lines: readonly ImportedLine[]): string {
  return packElements(lines)
}

/** Lines that came from outside; null where they are torn, too many or none of ours. Long ones are read in turns. */
export function unpackLines(packed: string): Promise<ImportedLine[] | null> {
  return unpackElements(packed, importedLineSchema, STATEMENT_LINES_LIMIT)
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
