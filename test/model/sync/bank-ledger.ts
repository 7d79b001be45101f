import { createHash } from 'node:crypto'
import type { SeededRandom } from '#platform/demo/seeded-random.ts'
import type { StatementLine } from '#shared/bank-statements/statement.ts'
import type { StatementHead } from '#shared/contracts/console-platform/records/bank-statement.ts'

/** An entry as the bank has it: what is true, whatever anybody imports. `row` counts from 1 and names it. */
export interface LedgerEntry {
  readonly row: number
  readonly day: number
  readonly effect: number
  /** Tells nobody apart in an account whose bank gives neither numbers nor balances. */
  readonly payer: string
  /** What the entry says of itself: the references of payments, or of what is given back. */
  readonly remark?: string
}

/** The books of the bank for one account. */
export interface BankLedger {
  readonly number: string
  readonly opening: number
  /** Whether the bank prints serial, time and balance of an entry; without them twins look alike. */
  readonly isTalkative: boolean
  readonly entries: readonly LedgerEntry[]
  /** The month that its days are of; without it February 2026. */
  readonly month?: string
}

export const LEDGER_DAYS = 10
/** Fen. Whole deposits, parts of one, more than one, two at once; refunds; what is neither. */
const MONEY_IN = [500_000, 500_000, 200_000, 300_000, 600_000, 1_000_000, 123]
const MONEY_OUT = [-500_000, -100_000, -200_000, -1500]

/** A ledger of some days, with twins on the same day, and entries that take earlier ones back. */
export function randomLedger(random: SeededRandom, number: string, isTalkative: boolean): BankLedger {
  const entries: LedgerEntry[] = []
  const book = (day: number, effect: number, payer: string) =>
    entries.push({ row: entries.length + 1, day, effect, payer })
  for (let day = 1; day <= LEDGER_DAYS; day += 1) {
    const count = random.int(0, 5)
    for (let each = 0; each < count; each += 1) {
      const effect = random.chance(0.7) ? random.pick(MONEY_IN) : random.pick(MONEY_OUT)
      const payer = `payer ${random.int(1, 4)}`
      book(day, effect, payer)
      if (random.chance(0.15)) book(day, effect, payer)
    }
    if (entries.length > 0 && random.chance(0.5)) {
      const original = random.pick(entries)
      book(day, -original.effect, original.payer)
    }
  }
  return { number, opening: 10_000_000, isTalkative, entries }
}

export function balanceAfter(ledger: BankLedger, row: number): number {
  return ledger.entries.slice(0, row).reduce((sum, { effect }) => sum + effect, ledger.opening)
}

/** A statement over some whole days; of the last one, only what was booked before it was made. */
export interface StatementFile {
  readonly head: Omit<StatementHead, 'id'>
  readonly lines: readonly StatementLine[]
}

export function statementFile(ledger: BankLedger, from: number, to: number, cut: number): StatementFile {
  const whole = ledger.entries.filter(({ day }) => day >= from && day <= to)
  const ofLast = whole.filter(({ day }) => day === to).length
  const entries = whole.slice(0, whole.length - Math.min(cut, ofLast))
  const first = entries[0]
  const last = entries.at(-1)
  const name = `${ledger.number} ${from}-${to} less ${cut}.csv`
  const opening = first === undefined ? null : balanceAfter(ledger, first.row - 1)
  const closing = last === undefined ? null : balanceAfter(ledger, last.row)
  const head = {
    fileHash: createHash('sha256').update(name).digest('hex'),
    fileName: name,
    format: 'model',
    encoding: 'utf-8',
    undecodable: 0,
    account: ledger.number,
    currency: 'CNY',
    opening,
    closing,
    totals: { debitSum: null, creditSum: null, debitCount: null, creditCount: null, count: null },
    period:
      first === undefined || last === undefined
        ? null
        : { from: dayOf(ledger, first), to: dayOf(ledger, last) },
    skipped: { rows: 0, matter: 0, first: [] },
  }
  return { head, lines: entries.map((entry) => lineOf(ledger, entry)) }
}

export function wholeStatement(ledger: BankLedger): StatementFile {
  return statementFile(ledger, 1, LEDGER_DAYS, 0)
}

function dayOf({ month = '2026-02' }: BankLedger, { day }: LedgerEntry): string {
  return `${month}-${String(day).padStart(2, '0')}`
}

function lineOf(ledger: BankLedger, entry: LedgerEntry): StatementLine {
  const { row, effect, payer, remark = '' } = entry
  const told = ledger.isTalkative
    ? {
        serial: `S${row}`,
        bookedTime: `09:00:${String(row % 60).padStart(2, '0')}`,
        balanceAfter: balanceAfter(ledger, row),
      }
    : { serial: null, bookedTime: null, balanceAfter: null }
  return {
    ...told,
    bookedOn: dayOf(ledger, entry),
    direction: effect > 0 ? 'in' : 'out',
    amount: Math.abs(effect),
    side: effect > 0 ? 'credit' : 'debit',
    isReversal: false,
    counterpartyName: payer,
    counterpartyAccount: accountOf(payer),
    summary: '转账',
    purpose: '',
    remark,
    currency: 'CNY',
    // Not part of what a line is known by: here it names the entry in the bank's books.
    place: { page: 'books', row },
  }
}

/** Always the same of one payer; the bank names none of who has no name. */
function accountOf(payer: string): string {
  if (payer === '') return ''
  const number = [...payer].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_000_007, 7)
  return `6222${String(number).padStart(10, '0')}`
}
