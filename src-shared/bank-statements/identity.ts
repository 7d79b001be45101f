import type { PlainDate } from '../calendar/plain-date.ts'
import type { StatementLine } from './statement.ts'
import { balanceEffect } from './statement.ts'

/**
 * The identity of each line of one account in one file, all of them together; the same in every file that holds it: the bank's serial with day and
 * amount, else all that is told of it. Lines that are alike are numbered: the second of two is another payment, not the
 * first one again.
 */
export function lineIdentities(lines: readonly StatementLine[]): readonly string[] {
  return lines.map(lineIdentifier())
}

/** Gives the lines of one file their identities one after the other, from the first. */
export function lineIdentifier(): (line: StatementLine) => string {
  const seen = new Map<string, number>()
  return (line) => {
    const base = line.serial === null ? fingerprint(line) : ofSerial(line, line.serial)
    const occurrence = (seen.get(base) ?? 0) + 1
    seen.set(base, occurrence)
    return `${base}#${occurrence}`
  }
}

/** A serial alone may come back: some banks number vouchers afresh, and a reversal may carry its original's. */
function ofSerial(line: StatementLine, serial: string): string {
  return JSON.stringify(['serial', serial, line.bookedOn, balanceEffect(line)])
}

function fingerprint(line: StatementLine): string {
  return JSON.stringify([
    'print',
    line.bookedOn,
    line.bookedTime,
    balanceEffect(line),
    line.balanceAfter,
    line.counterpartyAccount,
    line.counterpartyName,
    line.summary,
    line.purpose,
    line.remark,
  ])
}

/** What an import would do with a line: add it, leave it, or ask: it lies in days that were imported without it. */
export type LineNovelty = 'new' | 'known' | 'overlapping'

/** Days of an account that were imported before, both ends among them. */
export interface ImportedPeriod {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** What an account has already. */
export interface KnownLines {
  /** Names of its lines, by `lineIdentities` or whatever stands for them one to one. */
  readonly names: ReadonlySet<string>
  /** The days between its first and last imported one; null before the first statement. */
  readonly imported: ImportedPeriod | null
}

/**
 * Holds the lines of a new file, by their `names`, against what their account has already.
 */
export function compareWithKnown(
  lines: readonly Pick<StatementLine, 'bookedOn'>[],
  names: readonly string[],
  known: KnownLines,
): readonly LineNovelty[] {
  return lines.map(({ bookedOn }, at): LineNovelty => {
    if (known.names.has(names[at] ?? '')) return 'known'
    return isOverlapping(bookedOn, known.imported) ? 'overlapping' : 'new'
  })
}

/**
 * Whether a new line lies in days that were imported without it. The last of them may have been cut in the middle:
 * what is added to it is nothing to ask about.
 */
export function isOverlapping(bookedOn: PlainDate, imported: ImportedPeriod | null): boolean {
  return imported !== null && bookedOn >= imported.from && bookedOn < imported.to
}

/** What an account has that only these lines were imported into. */
export function knownAfter(lines: readonly StatementLine[]): KnownLines {
  return { names: new Set(lineIdentities(lines)), imported: periodOf(lines) }
}

/** First and last booked day; null where there are no lines. */
export function periodOf(lines: readonly Pick<StatementLine, 'bookedOn'>[]): ImportedPeriod | null {
  const [first] = lines
  if (first === undefined) return null
  return lines.reduce<ImportedPeriod>(
    ({ from, to }, { bookedOn }) => ({
      from: bookedOn < from ? bookedOn : from,
      to: bookedOn > to ? bookedOn : to,
    }),
    { from: first.bookedOn, to: first.bookedOn },
  )
}
