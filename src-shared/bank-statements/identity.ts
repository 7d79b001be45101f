import type { PlainDate } from '../calendar/plain-date.ts'
import type { StatementLine } from './statement.ts'
import { balanceEffect } from './statement.ts'

/**
 * The identity of each line of one account in one file, all of them together: all that is told of it. Lines that are
 * alike are numbered: the second of two is another payment, not the first one again. An account has no two lines of one
 * identity; that it has a line which another format tells otherwise is for `compareWithKnown` to find.
 */
export function lineIdentities(lines: readonly StatementLine[]): readonly string[] {
  return lines.map(lineIdentifier())
}

/** Gives the lines of one file their identities one after the other, from the first. */
export function lineIdentifier(): (line: StatementLine) => string {
  const seen = new Set<string>()
  const repeated = new Map<string, number>()
  return (line) => {
    const base = fingerprint(line)
    const first = `${base}#1`
    if (!seen.has(first)) {
      seen.add(first)
      return first
    }
    const occurrence = (repeated.get(base) ?? 1) + 1
    repeated.set(base, occurrence)
    return `${base}#${occurrence}`
  }
}

function fingerprint(line: StatementLine): string {
  const told = [
    'print',
    line.serial,
    line.bookedOn,
    line.bookedTime,
    balanceEffect(line),
    line.balanceAfter,
    line.counterpartyAccount,
    line.counterpartyName,
    line.summary,
    line.purpose,
    line.remark,
  ]
  // A line without a serial is named as if lines had none.
  return JSON.stringify(line.serial === null ? told.toSpliced(1, 1) : told)
}

/** What an import would do with a line: add it, leave it, or ask: the account may have it, though it is told otherwise. */
export type LineNovelty = 'new' | 'known' | 'overlapping'

/** Days of an account that were imported before, both ends among them. */
export interface ImportedPeriod {
  readonly from: PlainDate
  readonly to: PlainDate
}

/**
 * Whether a new line lies in days that were imported without it. The last of them may have been cut in the middle:
 * what is added to it is nothing to ask about.
 */
export function isOverlapping(bookedOn: PlainDate, imported: ImportedPeriod | null): boolean {
  return imported !== null && bookedOn >= imported.from && bookedOn < imported.to
}

/** First and last booked day; null where there are no lines. */
export function periodOf(lines: readonly Pick<StatementLine, 'bookedOn'>[]): ImportedPeriod | null {
  const [first] = lines
  if (first === undefined) return null
  let [from, to] = [first.bookedOn, first.bookedOn]
  for (const { bookedOn } of lines) {
    if (bookedOn < from) from = bookedOn
    if (bookedOn > to) to = bookedOn
  }
  return { from, to }
}
