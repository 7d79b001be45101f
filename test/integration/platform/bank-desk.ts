import type { CommandType, Outcome } from '#shared/contracts/console-platform/commands.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { BankLine, MatchPart } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { RecordKind, RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { startPlatformUnderTest } from './platform-under-test.ts'
import { newUlid, sampleAccount, sampleLine, sampleObligation } from './sample-records.ts'

type Seen = { readonly id: string; readonly version: number }

/** A platform with people who deal with the bank, and short ways to what they do. */
export async function startBankDesk() {
  const under = await startPlatformUnderTest()
  const signIn = async (id: string, ...roles: Role[]) => {
    await under.addOperator(id, roles)
    return under.client(await under.signIn(id))
  }
  const store = under.platform.store
  const put = async <K extends RecordKind>(kind: K, record: RecordOf[K]): Promise<RecordOf[K]> => {
    await store.write((transaction) => transaction.put(kind, record))
    return record
  }
  const got = async <K extends RecordKind>(kind: K, { id }: Pick<Seen, 'id'>): Promise<RecordOf[K]> => {
    const found = await store.get(kind, id)
    if (found === null) throw new Error(`no ${kind} ${id}`)
    return found
  }
  return {
    under,
    store,
    put,
    got,
    signIn,
    finance: await signIn('liu', 'finance'),
    approver: await signIn('wang', 'finance-approver'),
    /** One of both, who still may not do both on one refund. */
    both: await signIn('zhou', 'finance', 'finance-approver'),
    account: (change: Partial<BankAccount> = {}) => put('bankAccount', sampleAccount(change)),
    line: (change: Partial<BankLine> = {}) => put('bankLine', sampleLine(change)),
    obligation: (change: Partial<DepositObligation> = {}) =>
      put('depositObligation', sampleObligation(change)),
  }
}
export type BankDesk = Awaited<ReturnType<typeof startBankDesk>>

export function command(type: CommandType, { id: recordId, version }: Seen, said: unknown = {}) {
  return {
    id: newUlid(),
    type,
    recordId,
    expectedVersion: version,
    seenDigest: null,
    arguments: said,
  }
}

export function toDeposit({ id }: Pick<Seen, 'id'>, amount = 500_000): MatchPart {
  return { target: { kind: 'deposit', obligationId: id }, amount, reasons: ['payer-equal'] }
}

export function matching(line: Seen, ...parts: MatchPart[]) {
  return command('deposit.match', line, { parts, note: '' })
}

export const APPLIED: Partial<Outcome> = { kind: 'applied' }
