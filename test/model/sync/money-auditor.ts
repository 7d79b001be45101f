import type { RunningPlatform } from '#platform/start-platform.ts'
import type { AppliedDecision } from './auditor.ts'
import type { BankLedger } from './bank-ledger.ts'
import { ledgerComplaints, receiptComplaints } from './deposit-auditor.ts'
import { payersOf } from './imported-lines.ts'
import {
  type Account,
  effectOf,
  type Line,
  liveParts,
  type Obligation,
  type Statement,
  sum,
} from './money-records.ts'
import { replayComplaints } from './money-replay.ts'
import { type LogEntry, platformRecords } from './platform-books.ts'

/**
 * Goes through the money once more, from what people were told was applied and from the bank's own books. It shares
 * nothing with the program that kept the record.
 */
export async function moneyComplaints(
  platform: RunningPlatform,
  log: readonly LogEntry[],
  applied: readonly AppliedDecision[],
  ledgers: readonly BankLedger[],
): Promise<string[]> {
  const lines = await platformRecords<Line>(platform, 'bankLine')
  const obligations = await platformRecords<Obligation>(platform, 'depositObligation')
  const accounts = await platformRecords<Account>(platform, 'bankAccount')
  const statements = await platformRecords<Statement>(platform, 'bankStatement')
  const payers = payersOf(applied)
  return [
    ...accountComplaints([...accounts.values()]),
    ...[...accounts.values()].flatMap((account) => {
      const ledger = ledgers.find(({ number }) => number === account.number)
      const own = [...lines.values()].filter(({ accountId }) => accountId === account.id)
      const files = [...statements.values()].filter(({ accountId }) => accountId === account.id)
      return ledger === undefined
        ? [`nobody has the books of ${account.number}`]
        : [...bookComplaints(ledger, own, files), ...countComplaints(account, own)]
    }),
    ...[...lines.values()].flatMap((line) => lineComplaints(line, lines)),
    ...[...obligations.values()].flatMap((obligation) => ledgerComplaints(obligation, lines, payers)),
    ...receiptComplaints([...obligations.values()]),
    ...replayComplaints(applied, lines, obligations),
    ...postingComplaints(log, obligations),
  ]
}

function accountComplaints(accounts: readonly Account[]): string[] {
  const numbers = accounts.map(({ number }) => number)
  return new Set(numbers).size === numbers.length ? [] : [`an account was opened twice: ${numbers.join(' ')}`]
}

/** An account says how many lines it has. */
function countComplaints({ number, imported }: Account, lines: readonly Line[]): string[] {
  const said = imported?.lines ?? 0
  return said === lines.length ? [] : [`${number} has ${lines.length} lines and says ${said}`]
}

/** No entry of the bank is in the account twice or otherwise than the bank has it, and every statement's chain closes. */
function bookComplaints(
  ledger: BankLedger,
  lines: readonly Line[],
  statements: readonly Statement[],
): string[] {
  const complaints: string[] = []
  const here = new Map<number, Line>()
  for (const line of lines) {
    const { row } = line.place
    const truth = ledger.entries[row - 1]
    if (here.has(row)) complaints.push(`entry ${row} of ${ledger.number} is there twice`)
    if (truth?.effect !== effectOf(line))
      complaints.push(`entry ${row} of ${ledger.number} is not what the bank has`)
    here.set(row, line)
  }
  // Where each balance stands in the books, told by the books alone.
  const balances = [ledger.opening]
  for (const { effect } of ledger.entries) balances.push((balances.at(-1) ?? 0) + effect)
  let added = 0
  // What came with a statement that was withdrawn, others had as known.
  const isWhole = statements.every(({ withdrawn }) => withdrawn === null)
  for (const { id, opening, closing, lines: count, added: fresh, withdrawn } of statements) {
    if (withdrawn !== null) {
      if (lines.some(({ statementId }) => statementId === id))
        complaints.push(`withdrawn ${id} has lines still`)
      continue
    }
    added += fresh
    const from = balances.findIndex(
      (balance, at) =>
        balance === opening && balances[at + count] === closing && (!isWhole || covers(here, at, count)),
    )
    if (from < 0)
      complaints.push(`statement ${id} of ${ledger.number}: opening, its lines and closing do not chain`)
    if (lines.filter(({ statementId }) => statementId === id).length !== fresh)
      complaints.push(`statement ${id} says it added ${fresh} lines`)
  }
  if (added !== lines.length)
    complaints.push(`${ledger.number} has ${lines.length} lines, statements added ${added}`)
  return complaints
}

function covers(here: ReadonlyMap<number, Line>, after: number, count: number): boolean {
  return Array.from({ length: count }, (_, at) => after + at + 1).every((row) => here.has(row))
}

/** Once every day was imported: all entries are there, and lead from the opening balance to the closing one. */
export async function completenessComplaints(
  platform: RunningPlatform,
  ledgers: readonly BankLedger[],
): Promise<string[]> {
  const accounts = [...(await platformRecords<Account>(platform, 'bankAccount')).values()]
  const lines = [...(await platformRecords<Line>(platform, 'bankLine')).values()]
  return ledgers.flatMap(({ number, opening, entries }) => {
    const account = accounts.find((each) => each.number === number)
    const own = lines.filter(({ accountId }) => accountId === account?.id)
    const closing = entries.reduce((sum, { effect }) => sum + effect, opening)
    const found = own.reduce((sum, line) => sum + effectOf(line), opening)
    return own.length === entries.length && closing === found
      ? []
      : [`${number}: ${own.length} of ${entries.length} lines, closing ${found} and not ${closing}`]
  })
}

/** Open, or parts that sum to its amount, or taken back by exactly the one line that says so. */
function lineComplaints(line: Line, lines: ReadonlyMap<string, Line>): string[] {
  const complaints: string[] = []
  const live = line.allocations.filter(({ undone }) => undone === null)
  if (live.length > 1) complaints.push(`line ${line.id} is accounted for ${live.length} times`)
  for (const { parts } of line.allocations) {
    if (sum(parts.map(({ amount }) => amount)) !== line.amount)
      complaints.push(`parts of ${line.id} do not sum`)
    if (parts.some(({ target }) => target.kind === 'deposit' && line.direction === 'out'))
      complaints.push(`${line.id} goes out and is a deposit`)
    if (parts.some(({ target }) => target.kind === 'refund' && line.direction === 'in'))
      complaints.push(`${line.id} comes in and is a refund`)
  }
  const takers = [...lines.values()].filter((each) => takes(each) === line.id)
  if (takers.length !== (line.takenBackBy === null ? 0 : 1) || (takers[0]?.id ?? null) !== line.takenBackBy)
    complaints.push(`line ${line.id} is taken back by ${takers.length} lines, says ${line.takenBackBy}`)
  for (const taker of takers) {
    if (taker.accountId !== line.accountId || effectOf(taker) !== -effectOf(line))
      complaints.push(`${taker.id} cannot take back ${line.id}`)
  }
  if (line.takenBackBy !== null && live.length > 0)
    complaints.push(`${line.id} is taken back and accounted for`)
  if (line.version !== line.history.length + 1)
    complaints.push(`line ${line.id} has version ${line.version} after ${line.history.length} steps`)
  return complaints
}

/** The line that a line takes back now. */
function takes(line: Line): string | null {
  const returned = liveParts(line).find(({ target }) => target.kind === 'return')
  return returned?.target.lineId ?? null
}

/** Nothing is posted on a deposit but by a decision that the log names. */
function postingComplaints(log: readonly LogEntry[], obligations: ReadonlyMap<string, Obligation>): string[] {
  return [...obligations.values()].flatMap(({ id, entries }) => {
    const steps = log.filter(({ recordId, commandId }) => recordId === id && commandId !== null).length
    return entries.length > 0 && steps === 0 ? [`deposit ${id} has postings and no decision`] : []
  })
}
