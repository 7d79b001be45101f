import type { Fen } from '../money/fen.ts'
import type { RunningBalance } from './running-balance.ts'
import { proveRunningBalance } from './running-balance.ts'
import type { Place, StatementLine, StatementSection } from './statement.ts'
import { balanceEffect } from './statement.ts'

export type ProofVerdict = 'proven' | 'contradicted' | 'unprovable'

/** One thing the bank says twice, and whether it agrees with itself. */
export interface ProofCheck {
  readonly check:
    | 'running-balance'
    | 'opening-plus-lines'
    | 'first-balance'
    | 'last-balance'
    | 'debit-sum'
    | 'credit-sum'
    | 'debit-count'
    | 'credit-count'
    | 'count'
  readonly verdict: ProofVerdict
  /** What the bank says, and what the lines come to: hundredths, or a count. */
  readonly expected: number | null
  readonly found: number | null
  /** The first line that does not fit. */
  readonly place: Place | null
}

export interface Proof {
  /** Contradicted where any check is; proven where the lines and their directions follow from balances or sums. */
  readonly verdict: ProofVerdict
  readonly checks: readonly ProofCheck[]
  /** As declared, else as the running balance says. */
  readonly opening: Fen | null
  readonly closing: Fen | null
  /** For each line whether its own running balance proves which way the money went. */
  readonly directions: readonly boolean[]
  /** Every amount fits when debit and credit change places: the columns are named the wrong way round. */
  readonly isSwapped: boolean
  /** The file has its newest line first, as days, times or balances tell. */
  readonly isNewestFirst: boolean
}

/** Holds the lines of a section against every balance, sum and count the bank gives with them. */
export function proveSection(section: StatementSection): Proof {
  const { lines, totals } = section
  const running = proveRunningBalance(lines)
  const debit = lines.filter(({ side }) => side === 'debit')
  const credit = lines.filter(({ side }) => side === 'credit')
  const checks = [
    ...runningCheck(running),
    ...balanceChecks(section, running),
    ...sumCheck('debit-sum', totals.debitSum, lines, 'debit'),
    ...sumCheck('credit-sum', totals.creditSum, lines, 'credit'),
    ...countCheck('debit-count', totals.debitCount, debit.length),
    ...countCheck('credit-count', totals.creditCount, credit.length),
    ...countCheck('count', totals.count, lines.length),
  ]
  // No step leads to the oldest line; where the rest follows from the balance, a sum over all lines proves it too.
  const start = running.start
  const verdict = verdictOf(checks)
  const hasStart = running.verdict === 'proven' && verdict === 'proven' && coversStart(provenChecks(checks))
  return {
    verdict,
    checks,
    opening: section.opening ?? running.opening,
    closing: section.closing ?? running.closing,
    directions: running.directions.map((isProven, at) => isProven || (at === start && hasStart)),
    isSwapped: running.isSwapped,
    isNewestFirst: start > 0,
  }
}

/** Counts alone prove nothing of amounts; both sums together do. */
function verdictOf(checks: readonly ProofCheck[]): ProofVerdict {
  if (checks.some(({ verdict }) => verdict === 'contradicted')) return 'contradicted'
  const proven = provenChecks(checks)
  return proven.includes('running-balance') || proven.includes('opening-plus-lines') || bySums(proven)
    ? 'proven'
    : 'unprovable'
}

function provenChecks(checks: readonly ProofCheck[]): readonly ProofCheck['check'][] {
  return checks.filter(({ verdict }) => verdict === 'proven').map(({ check }) => check)
}

function coversStart(proven: readonly ProofCheck['check'][]): boolean {
  return proven.includes('first-balance') || proven.includes('opening-plus-lines') || bySums(proven)
}

function bySums(proven: readonly ProofCheck['check'][]): boolean {
  return proven.includes('debit-sum') && proven.includes('credit-sum')
}

function runningCheck({ verdict, broken }: RunningBalance): ProofCheck[] {
  const at = {
    expected: broken?.expected ?? null,
    found: broken?.found ?? null,
    place: broken?.place ?? null,
  }
  return [{ check: 'running-balance', verdict, ...at }]
}

function balanceChecks({ opening, closing, lines }: StatementSection, running: RunningBalance): ProofCheck[] {
  const checks: ProofCheck[] = []
  if (opening !== null && closing !== null) {
    const found = lines.reduce((sum, line) => sum + balanceEffect(line), opening)
    checks.push(compare('opening-plus-lines', closing, found))
  }
  if (running.verdict !== 'proven') return checks
  if (opening !== null && running.opening !== null) {
    checks.push(compare('first-balance', opening, running.opening))
  }
  if (closing !== null && running.closing !== null) {
    checks.push(compare('last-balance', closing, running.closing))
  }
  return checks
}

/** Banks add up a side with its reversals taken off, or by the way the money went; either will do. */
function sumCheck(
  check: 'debit-sum' | 'credit-sum',
  declared: Fen | null,
  lines: readonly StatementLine[],
  side: 'debit' | 'credit',
): ProofCheck[] {
  if (declared === null) return []
  const sign = side === 'credit' ? 1 : -1
  const bySide = sum(lines.filter((line) => line.side === side).map((line) => sign * balanceEffect(line)))
  const byDirection = sum(lines.map((line) => Math.max(0, sign * balanceEffect(line))))
  const said = Math.abs(declared)
  return [compare(check, said, byDirection === said ? byDirection : bySide)]
}

function countCheck(
  check: 'debit-count' | 'credit-count' | 'count',
  declared: number | null,
  found: number,
): ProofCheck[] {
  return declared === null ? [] : [compare(check, declared, found)]
}

function compare(check: ProofCheck['check'], expected: number, found: number): ProofCheck {
  return { check, verdict: expected === found ? 'proven' : 'contradicted', expected, found, place: null }
}

function sum(amounts: readonly Fen[]): Fen {
  return amounts.reduce((total, amount) => total + amount, 0)
}
