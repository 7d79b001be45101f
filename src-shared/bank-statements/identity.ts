import type { PlainDate } from '../calendar/plain-date.ts'
import type { StatementLine } from './statement.ts'
import { balanceEffect } from './statement.ts'

/**
 * The identity of each line of one account in one file, all of them together; the same in every file that holds it: the bank's serial with day and
 * amount, else all that is told of it. Lines that are alike are numbered: the second of two is another payment, not the
 * first one again.
 */
export function lineIdentities(lines: readonly StatementLine[]): readonly string[] {
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const base = line.serial === null ? fingerprint(line) : ofSerial(line, line.serial)
    const occurrence = (seen.get(base) ?? 0) + 1
    seen.set(base, occurrence)
    return `${base}#${occurrence}`
  })
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

/**
 * Holds the lines of a new file against those of one account that are there already. The last day of those may have
 * been cut in the middle: what is added to it is new and nothing to ask about.
 */
export function compareWithKnown(
  lines: readonly StatementLine[],
  known: readonly StatementLine[],
): readonly LineNovelty[] {
  const identities = new Set(lineIdentities(known))
  const days = known.map(({ bookedOn }) => bookedOn)
  const from = days.reduce<PlainDate>((least, day) => (day < least ? day : least), days[0] ?? '')
  const to = days.reduce<PlainDate>((most, day) => (day > most ? day : most), '')
  return lineIdentities(lines).map((identity, at): LineNovelty => {
    if (identities.has(identity)) return 'known'
    const day = lines[at]?.bookedOn ?? ''
    return known.length > 0 && day >= from && day < to ? 'overlapping' : 'new'
  })
}
