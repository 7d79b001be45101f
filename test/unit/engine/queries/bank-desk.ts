import { type LineFilter, lineFilterSchema } from '#shared/contracts/console-engine/bank-lines.ts'
import type { BankLine, MatchPart } from '#shared/contracts/console-platform/records/bank-line.ts'
import { wireRow } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { AT, sampleAccount, sampleLine } from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

/** The account that lines of these tests stand on. */
export const OURS = sampleAccount()

export function financeDesk(roles: Role[] = ['finance']): DeskUnderTest {
  const desk = deskUnderTest({ ...ACCOUNT, roles })
  desk.put('bankAccount', [OURS])
  return desk
}

export function ourLine(change: Partial<BankLine> = {}): BankLine {
  return sampleLine({ accountId: OURS.id, ...change })
}

/** A line that went out to pay something. */
export function ourPayment(change: Partial<BankLine> = {}): BankLine {
  return ourLine({ direction: 'out', side: 'debit', purpose: '', remark: '', ...change })
}

/** A line that is wholly accounted for. */
export function matched(line: BankLine, ...parts: MatchPart[]): BankLine {
  const posted = { at: AT, by: 'op-3', byName: '刘芳' }
  return { ...line, allocations: [{ parts, automatic: false, note: '', ...posted, undone: null }] }
}

export function toDeposit(obligationId: string, amount = 500_000): MatchPart {
  return { target: { kind: 'deposit', obligationId }, amount, reasons: [] }
}

/** Shows lines as those of an import that the platform has not confirmed. */
export function putArriving(desk: DeskUnderTest, lines: readonly BankLine[]): void {
  for (const line of lines) {
    const row = wireRow('bankLine', line)
    desk.cache.sql
      .prepare(`INSERT INTO temp.imported_bank_line VALUES (${row.map(() => '?').join(', ')})`)
      .run(row)
  }
}

/** Accounts for a line as a person does; held for the time to undo. */
export function decideMatch(desk: DeskUnderTest, line: BankLine, ...parts: MatchPart[]) {
  return desk.desk().workspace.outbox.enqueue({
    type: 'deposit.match',
    recordId: line.id,
    expectedVersion: line.version,
    seenDigest: null,
    arguments: { parts, note: '' },
  })
}

export function lineFilterOf(filter: Partial<LineFilter> = {}): LineFilter {
  return lineFilterSchema.parse(filter)
}
