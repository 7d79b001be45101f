import { gunzipSync } from 'node:zlib'
import type { RunningPlatform } from '#platform/start-platform.ts'
import type { AppliedDecision } from './auditor.ts'
import type { BankLedger } from './bank-ledger.ts'
import { type LogEntry, platformRecords } from './platform-books.ts'

interface Part {
  readonly target: {
    readonly kind: string
    readonly obligationId?: string
    readonly requestId?: string
    readonly lineId?: string
  }
  readonly amount: number
}
interface Line {
  readonly id: string
  readonly version: number
  readonly accountId: string
  readonly statementId: string
  readonly direction: 'in' | 'out'
  readonly amount: number
  readonly counterpartyAccount: string
  readonly place: { readonly row: number }
  readonly allocations: readonly { readonly parts: readonly Part[]; readonly undone: object | null }[]
  readonly takenBackBy: string | null
  readonly history: readonly unknown[]
}
interface Entry {
  readonly kind: string
  readonly amount: number
  readonly by: string
  readonly line?: string
  readonly lines?: readonly string[]
  readonly number?: string | null
  readonly received?: number
  readonly wanted?: number
  readonly approved?: number
  readonly reason?: string
  readonly payee?: { readonly route: string; readonly account: string } | null
  readonly batch?: string
  readonly paying?: number
}
interface Obligation {
  readonly id: string
  readonly entries: readonly Entry[]
}
interface Account {
  readonly id: string
  readonly number: string
  readonly imported: { readonly lines: number } | null
}
interface Statement {
  readonly id: string
  readonly accountId: string
  readonly opening: number
  readonly closing: number
  readonly lines: number
  readonly added: number
  readonly withdrawn: object | null
}

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

/** What a posting says where the bank took the line back. */
const TAKEN_BACK = 'deposit.match'

/** The ledger read entry by entry: what each may do given those before it, and what is left at its end. */
function ledgerComplaints(
  { id, entries }: Obligation,
  lines: ReadonlyMap<string, Line>,
  payers: ReadonlyMap<string, string>,
): string[] {
  const complaints: string[] = []
  const say = (what: string) => complaints.push(`deposit ${id}: ${what}`)
  const came = new Map<string, number>()
  const went = new Map<string, number>()
  const receipts = new Map<string, readonly string[]>()
  let asked: Pick<Entry, 'amount' | 'by' | 'payee'> | null = null
  let isHeld = false
  let approved = 0
  /** The batch that is to pay, or paid last. */
  let batch = null as { readonly id: string; readonly isOver: boolean } | null
  for (const entry of entries) {
    const line = entry.line ?? ''
    switch (entry.kind) {
      case 'match':
        if (came.has(line)) say(`${line} was posted twice`)
        came.set(line, entry.amount)
        break
      case 'unmatch':
        if (came.get(line) !== -entry.amount)
          say(`${line} took off ${entry.amount}, had brought ${came.get(line)}`)
        came.delete(line)
        // The bank may take back what it likes; a person may not.
        if (entry.reason !== TAKEN_BACK && approved > 0 && sum([...came.values()]) < approved)
          say(`${line} was taken off, and a refund rests on it`)
        for (const [number, named] of receipts)
          if (named.includes(line)) say(`receipt ${number} holds without ${line}`)
        break
      case 'receipt': {
        const named = entry.lines ?? []
        if (sum(named.map((each) => came.get(each) ?? 0)) !== entry.received)
          say(`receipt ${entry.number} sums wrongly`)
        if ([...receipts.values()].flat().some((each) => named.includes(each)))
          say(`a second receipt for ${named}`)
        receipts.set(entry.number ?? '', named)
        break
      }
      case 'receipt-void':
        if (!receipts.delete(entry.number ?? '')) say(`${entry.number} became void and did not hold`)
        break
      case 'refund-request':
        if (asked !== null) say('a refund was asked for twice at once')
        asked = { amount: entry.wanted ?? 0, by: entry.by, payee: entry.payee ?? null }
        break
      case 'refund-refusal':
        // Nothing is asked for: what was approved and is not paid is not paid after all.
        if (asked === null) approved = sum([...went.values()])
        asked = null
        break
      case 'refund-approval':
        if (asked === null || asked.amount !== entry.approved)
          say(`${entry.approved} approved, nobody asked for it`)
        if (isHeld) say('a refund was approved while they were on hold')
        if (asked?.by === entry.by) say(`${entry.by} approved what ${entry.by} had asked for`)
        if (asked?.payee?.route === 'original') {
          const { account } = asked.payee
          const isOf = ([of]: readonly [string, number]) => payers.get(of) === account
          const from = (book: ReadonlyMap<string, number>) =>
            sum([...book].filter(isOf).map(([, some]) => some))
          if (from(came) - from(went) < (entry.approved ?? 0)) say(`${account} gets back more than it paid`)
        }
        approved += entry.approved ?? 0
        asked = null
        break
      case 'refund':
        went.set(line, (went.get(line) ?? 0) - entry.amount)
        if (sum([...went.values()]) > approved) say('more was paid back than was approved')
        if (batch !== null) batch = { ...batch, isOver: true }
        break
      case 'refund-returned':
        if (went.get(line) !== entry.amount) say(`${line} brought back ${entry.amount}`)
        went.delete(line)
        if (batch !== null) batch = { ...batch, isOver: false }
        break
      case 'waive':
        break
      case 'finance-ticket':
        break
      case 'receipt-sent':
        if (!receipts.has(entry.number ?? '')) say(`${entry.number} was sent and does not hold`)
        break
      case 'refund-hold':
        if (isHeld) say('refunds were put on hold twice')
        isHeld = true
        break
      case 'refund-in-batch':
        if (batch?.isOver === false) say(`is in ${entry.batch} and in ${batch.id}`)
        if (entry.paying !== approved - sum([...went.values()])) say(`${entry.batch} pays ${entry.paying}`)
        batch = { id: entry.batch ?? '', isOver: false }
        break
      case 'refund-out-of-batch':
        if (batch?.id !== entry.batch) say(`left ${entry.batch} and was in ${batch?.id}`)
        batch = null
        break
      case 'refund-hold-lifted':
        if (!isHeld) say('a hold was lifted that was none')
        isHeld = false
        break
      default:
        say(`has an entry ${entry.kind}`)
    }
  }
  const balance = sum(entries.map(({ amount }) => amount))
  const live = liveMoney([...lines.values()], id)
  if (balance !== live) say(`its entries sum to ${balance}, live lines to ${live}`)
  return complaints
}

/** What live lines brought for a deposit, less what they took back to the vendor. */
function liveMoney(lines: readonly Line[], obligationId: string): number {
  const parts = lines.flatMap(liveParts).filter(({ target }) => target.obligationId === obligationId)
  return sum(parts.map(({ target, amount }) => (target.kind === 'refund' ? -amount : amount)))
}

/** Numbers of a series run from 1 without a gap, and each stands on one receipt. */
function receiptComplaints(obligations: readonly Obligation[]): string[] {
  const numbers = obligations.flatMap(({ entries }) =>
    entries.filter(({ kind }) => kind === 'receipt').map(({ number }) => number ?? 'none'),
  )
  const series = new Map<string, number[]>()
  for (const number of numbers) {
    const cut = number.lastIndexOf('-')
    const name = number.slice(0, cut)
    series.set(name, [...(series.get(name) ?? []), Number(number.slice(cut + 1))])
  }
  return [...series].flatMap(([name, given]) => {
    const sorted = given.toSorted((one, other) => one - other)
    return sorted.every((number, at) => number === at + 1) ? [] : [`receipts ${name}: ${sorted.join(' ')}`]
  })
}

interface Standing {
  readonly account: string
  readonly parts: readonly Part[] | null
  readonly takenBackBy: string | null
  /** What it was accounted for as when it was taken back. */
  readonly before: readonly Part[] | null
}

/** All applied decisions once more, in their order, come to what is on record. */
function replayComplaints(
  applied: readonly AppliedDecision[],
  lines: ReadonlyMap<string, Line>,
  obligations: ReadonlyMap<string, Obligation>,
): string[] {
  const standing = new Map<string, Standing>()
  const brought = new Map<string, string[]>()
  const complaints: string[] = []
  for (const { commandId, type, recordId, arguments: json } of applied) {
    if (type === 'bank.import-statement') {
      for (const [id, parts] of importedParts(json)) {
        if (standing.has(id)) complaints.push(`${commandId} brought ${id} again`)
        standing.set(id, { account: recordId, parts, takenBackBy: null, before: null })
      }
      brought.set(
        statementOf(json),
        importedLines(json).map(({ id }) => id),
      )
    }
    if (type === 'bank.withdraw-statement') {
      const { statementId } = JSON.parse(json) as { statementId: string }
      for (const id of brought.get(statementId) ?? []) {
        const gone = standing.get(id)
        if (gone === undefined || gone.parts !== null || gone.takenBackBy !== null)
          complaints.push(`${commandId} takes ${id} away, which is not open`)
        standing.delete(id)
      }
      brought.delete(statementId)
    }
    const line = standing.get(recordId)
    if (type !== 'deposit.match' && type !== 'deposit.unmatch') continue
    if (line === undefined) {
      complaints.push(`${commandId} accounts for ${recordId}, which nobody imported`)
      continue
    }
    const isMatch = type === 'deposit.match'
    if (line.takenBackBy !== null || (line.parts === null) !== isMatch)
      complaints.push(`${commandId}: ${type} of a line that stands otherwise`)
    const parts = isMatch ? (JSON.parse(json) as { parts: Part[] }).parts : null
    const moved = (parts ?? line.parts)?.find(({ target }) => target.kind === 'return')?.target.lineId
    standing.set(recordId, { ...line, parts })
    const other = moved === undefined ? undefined : standing.get(moved)
    if (moved === undefined || other === undefined) continue
    if (isMatch && other.takenBackBy !== null)
      complaints.push(`${commandId} takes back ${moved}, which is gone`)
    standing.set(
      moved,
      isMatch
        ? { ...other, parts: null, before: other.parts, takenBackBy: recordId }
        : { ...other, parts: other.before, before: null, takenBackBy: null },
    )
  }
  return [...complaints, ...differences(standing, lines, obligations)]
}

interface Brought {
  readonly id: string
  readonly counterpartyAccount: string
}

/** The lines an import brings. */
function importedLines(json: string): Brought[] {
  const said = JSON.parse(json) as { packedLines: string }
  const packed = gunzipSync(Buffer.from(said.packedLines, 'base64')).toString('utf8')
  const lines = JSON.parse(packed) as { id: string | null; counterpartyAccount: string }[]
  return lines.flatMap(({ id, counterpartyAccount }) => (id === null ? [] : [{ id, counterpartyAccount }]))
}

/** The lines an import brings, with what it closes by itself. */
function importedParts(json: string): [string, Part[] | null][] {
  const { matches } = JSON.parse(json) as { matches: { lineId: string; part: Part }[] }
  return importedLines(json).map(({ id }) => {
    const match = matches.find(({ lineId }) => lineId === id)
    return [id, match === undefined ? null : [match.part]]
  })
}

function statementOf(json: string): string {
  return (JSON.parse(json) as { statement: { id: string } }).statement.id
}

/** The lines that went with their statements. */
export function withdrawnLines(applied: readonly AppliedDecision[]): ReadonlySet<string> {
  const statements = new Set(
    applied
      .filter(({ type }) => type === 'bank.withdraw-statement')
      .map(({ arguments: json }) => (JSON.parse(json) as { statementId: string }).statementId),
  )
  const imports = applied.filter(({ type }) => type === 'bank.import-statement')
  const gone = imports.filter(({ arguments: json }) => statements.has(statementOf(json)))
  return new Set(gone.flatMap(({ arguments: json }) => importedLines(json).map(({ id }) => id)))
}

/** From which account each line came that was ever imported; a statement may be withdrawn, and what was decided by it stays. */
function payersOf(applied: readonly AppliedDecision[]): Map<string, string> {
  const imports = applied.filter(({ type }) => type === 'bank.import-statement')
  const lines = imports.flatMap(({ arguments: json }) => importedLines(json))
  return new Map(lines.map(({ id, counterpartyAccount }) => [id, counterpartyAccount]))
}

function differences(
  standing: ReadonlyMap<string, Standing>,
  lines: ReadonlyMap<string, Line>,
  obligations: ReadonlyMap<string, Obligation>,
): string[] {
  const complaints: string[] = []
  if (standing.size !== lines.size)
    complaints.push(`${lines.size} lines on record, ${standing.size} were imported`)
  for (const [id, { account, parts, takenBackBy }] of standing) {
    const line = lines.get(id)
    const same =
      line?.accountId === account &&
      line.takenBackBy === takenBackBy &&
      JSON.stringify(liveParts(line).map(money)) === JSON.stringify((parts ?? []).map(money))
    if (!same) complaints.push(`line ${id} is not what the decisions about it come to`)
  }
  for (const { id, entries } of obligations.values()) {
    const parts = [...standing.values()].flatMap((each) => each.parts ?? [])
    const due = parts.filter(({ target }) => target.obligationId === id)
    const expected = sum(due.map(({ target, amount }) => (target.kind === 'refund' ? -amount : amount)))
    const found = sum(entries.map(({ amount }) => amount))
    if (expected !== found) complaints.push(`deposit ${id} holds ${found}, decisions come to ${expected}`)
  }
  return complaints
}

/** Nothing is posted on a deposit but by a decision that the log names. */
function postingComplaints(log: readonly LogEntry[], obligations: ReadonlyMap<string, Obligation>): string[] {
  return [...obligations.values()].flatMap(({ id, entries }) => {
    const steps = log.filter(({ recordId, commandId }) => recordId === id && commandId !== null).length
    return entries.length > 0 && steps === 0 ? [`deposit ${id} has postings and no decision`] : []
  })
}

function money({ target, amount }: Part) {
  return [target.kind, target.obligationId ?? target.requestId ?? null, target.lineId ?? null, amount]
}

function liveParts({ allocations }: Line): readonly Part[] {
  return allocations.filter(({ undone }) => undone === null).flatMap(({ parts }) => parts)
}

function effectOf({ direction, amount }: Pick<Line, 'direction' | 'amount'>): number {
  return direction === 'in' ? amount : -amount
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
