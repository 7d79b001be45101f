import { packLines } from '#node/packed-lines/packed-lines.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { ImportedLine } from '#shared/contracts/console-platform/imported-lines.ts'
import type { StatementHead } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { BOOKED, hashOf, newUlid } from './sample-records.ts'

export type ImportArguments = CommandArguments<'bank.import-statement'>

/** A line as a bank would book it; serials count up, so that each is another one. */
export function importedLine(change: Partial<ImportedLine> = {}): ImportedLine {
  return {
    id: newUlid(),
    serial: newUlid(),
    ...BOOKED,
    ...change,
  }
}

/** Gives each line the balance after it, and a place of its own. */
export function withBalances(lines: readonly ImportedLine[], opening = 100_000_000): ImportedLine[] {
  let balance = opening
  return lines.map((line, at) => {
    balance += line.direction === 'in' ? line.amount : -line.amount
    return { ...line, balanceAfter: balance, place: { page: '', row: at + 3 } }
  })
}

/** What a console says that imports exactly these lines. */
export function importing(
  lines: readonly ImportedLine[],
  head: Partial<StatementHead> = {},
  change: Partial<Omit<ImportArguments, 'statement'>> = {},
): ImportArguments {
  const days = lines.map(({ bookedOn }) => bookedOn).sort()
  const [from, to] = [days[0], days.at(-1)]
  return {
    statement: {
      id: newUlid(),
      fileHash: hashOf(JSON.stringify(lines)),
      fileName: 'icbc.csv',
      format: 'icbc-history',
      encoding: 'gb18030',
      undecodable: 0,
      account: '0200001109024543164',
      currency: null,
      opening: null,
      closing: null,
      totals: { debitSum: null, creditSum: null, debitCount: null, creditCount: null, count: null },
      period: from === undefined || to === undefined ? null : { from, to },
      skipped: { rows: 0, matter: 0, first: [] },
      ...head,
    },
    packedLines: packLines(lines),
    lines: lines.length,
    added: lines.filter(({ id }) => id !== null).length,
    matches: [],
    accepted: [],
    ...change,
  }
}
