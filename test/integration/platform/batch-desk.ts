import { afterAll, beforeAll, expect } from 'vitest'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { CommandArguments, CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import {
  type PaymentSource,
  type PayoutBatch,
  payoutBatchStatus,
} from '#shared/contracts/console-platform/records/payout-batch.ts'
import type { PayoutRequest } from '#shared/contracts/console-platform/records/payout-request.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { approvedPayout, approvedRefund, recordsBehind } from './sample-batches.ts'
import { newUlid, sampleAccount } from './sample-records.ts'

type Client = ReturnType<PlatformUnderTest['client']>

/** A platform with those who pay by batches, and what they do there; started and ended with the tests that call it. */
export function batchDesk() {
  let under: PlatformUnderTest
  let finance: Client
  let wang: Client
  let ops: Client
  const account = sampleAccount()
  beforeAll(async () => {
    under = await startPlatformUnderTest()
    const signIn = async (id: string, ...roles: Role[]) => {
      await under.addOperator(id, roles)
      return under.client(await under.signIn(id))
    }
    finance = await signIn('liu', 'finance')
    wang = await signIn('wang', 'finance', 'finance-approver')
    ops = await signIn('li', 'ops')
    await store().write((tx) => tx.put('bankAccount', account))
  })
  afterAll(() => under.close())

  const store = () => under.platform.store
  const said = (by: string) => ({ at: '2026-11-24T02:00:00.000Z', by, byName: by })

  /** A request that wang approved, on record with all it rests on. */
  async function approved(change: Partial<PayoutRequest> = {}): Promise<PayoutRequest> {
    const request = approvedPayout(change)
    const { provider, statements, account: payee } = recordsBehind(request)
    await store().write(async (tx) => {
      await tx.put('provider', provider)
      for (const statement of statements) await tx.put('settlementStatement', statement)
      await tx.put('providerAccount', payee)
      await tx.put('payoutRequest', request)
    })
    return request
  }

  /** A deposit of which 3,000.00 is to go back, as wang approved, on record. */
  async function refundable(): Promise<DepositObligation> {
    const deposit = approvedRefund()
    await store().write((tx) => tx.put('depositObligation', deposit))
    return deposit
  }

  const payoutOf = ({ id, amount }: PayoutRequest) => ({ source: { kind: 'payout', id }, amount }) as const
  const refundOf = ({ id }: DepositObligation) =>
    ({ source: { kind: 'refund', id }, amount: 300_000 }) as const

  async function give<T extends CommandType>(by: Client, type: T, id: string, said: CommandArguments<T>) {
    const batch = await store().get('payoutBatch', id)
    const expectedVersion = batch?.version ?? 0
    return by.command({
      id: newUlid(),
      type,
      recordId: id,
      expectedVersion,
      seenDigest: null,
      arguments: said,
    })
  }

  function batching(
    payments: readonly { readonly source: PaymentSource; readonly amount: number }[],
    change = {},
  ) {
    const executeOn = shanghaiDate(new Date().toISOString())
    return {
      accountId: account.id,
      executeOn,
      format: { kind: 'pain.001' as const },
      payments: [...payments],
      ...change,
    }
  }

  async function made(...payments: Parameters<typeof batching>[0]): Promise<string> {
    const id = newUlid()
    expect(await give(finance, 'payout.batch', id, batching(payments))).toMatchObject({ kind: 'applied' })
    return id
  }

  const HASH = 'a'.repeat(64)
  async function sent(...payments: Parameters<typeof batching>[0]): Promise<string> {
    const id = await made(...payments)
    expect(await give(finance, 'payout.export-batch', id, { hash: HASH })).toMatchObject({ kind: 'applied' })
    expect(await give(finance, 'payout.mark-sent', id, { hash: HASH })).toMatchObject({ kind: 'applied' })
    return id
  }

  const batchOf = async (id: string) => (await store().get('payoutBatch', id)) as PayoutBatch
  const requestOf = async ({ id }: PayoutRequest) => (await store().get('payoutRequest', id)) as PayoutRequest
  const depositOf = async ({ id }: DepositObligation) =>
    (await store().get('depositObligation', id)) as DepositObligation
  const statusOf = async (id: string) => payoutBatchStatus(await batchOf(id))

  /** What the bank says of the payments of a batch, in their order. */
  async function answer(id: string, ...statuses: ('accepted' | 'pending' | 'rejected' | null)[]) {
    const { payments } = await batchOf(id)
    const answers = statuses.flatMap((status, at) => {
      const payment = payments[at]
      return payment === undefined
        ? []
        : [
            {
              endToEndId: payment.endToEndId,
              status,
              said: status ?? '落地',
              reason: status === 'rejected' ? '户名不符' : '',
            },
          ]
    })
    return give(finance, 'payout.record-answer', id, { fileHash: HASH, fileName: '回盘.xls', answers })
  }

  return {
    clients: () => ({ finance, wang, ops }),
    account,
    store,
    said,
    approved,
    refundable,
    payoutOf,
    refundOf,
    give,
    batching,
    made,
    HASH,
    sent,
    batchOf,
    requestOf,
    depositOf,
    statusOf,
    answer,
  }
}
