import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { CommandArguments, CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { BankLine, MatchPart } from '#shared/contracts/console-platform/records/bank-line.ts'
import { batchedRefund, refundProgress } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import {
  batchOrder,
  type PaymentSource,
  type PayoutBatch,
  payoutBatchStatus,
} from '#shared/contracts/console-platform/records/payout-batch.ts'
import type { PayoutRequest } from '#shared/contracts/console-platform/records/payout-request.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { approvedPayout, approvedRefund, recordsBehind } from './sample-batches.ts'
import { newUlid, sampleAccount, sampleLine } from './sample-records.ts'

type Client = ReturnType<PlatformUnderTest['client']>

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

/** A request that wang approved, on record. */
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
const refundOf = ({ id }: DepositObligation) => ({ source: { kind: 'refund', id }, amount: 300_000 }) as const

async function give<T extends CommandType>(by: Client, type: T, id: string, said: CommandArguments<T>) {
  const batch = await store().get('payoutBatch', id)
  const expectedVersion = batch?.version ?? 0
  return by.command({ id: newUlid(), type, recordId: id, expectedVersion, seenDigest: null, arguments: said })
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

describe('a batch', () => {
  it('takes approved requests and approved refunds together, each under a reference of its own', async () => {
    const [request, deposit] = [await approved(), await refundable()]
    const id = await made(payoutOf(request), refundOf(deposit))
    const batch = await batchOf(id)
    expect(batch.number).toMatch(/^FK\d{8}-[0-9A-Z]{8}$/)
    expect(batch.payments).toMatchObject([
      { endToEndId: `${batch.number}-1`, amount: 1_200_000, payee: { account: '0200001109024999999' } },
      { endToEndId: `${batch.number}-2`, amount: 300_000, payee: { account: '44050100000000002' } },
    ])
    expect(await requestOf(request)).toMatchObject({ status: 'in_batch', batchId: id })
    expect(batchedRefund(await depositOf(deposit))).toMatchObject({ batch: id, paying: 300_000 })
    expect(batchOrder(batch)).toEqual(batchOrder(await batchOf(id)))
  })

  it('takes a payment only while it is in no other', async () => {
    const [request, deposit] = [await approved(), await refundable()]
    await made(payoutOf(request), refundOf(deposit))
    for (const payment of [payoutOf(request), refundOf(deposit)]) {
      expect(await give(finance, 'payout.batch', newUlid(), batching([payment]))).toMatchObject({
        code: 'payment-not-payable',
      })
    }
    const other = await approved()
    const twice = batching([payoutOf(other), payoutOf(other)])
    expect(await give(finance, 'payout.batch', newUlid(), twice)).toMatchObject({ code: 'bad-arguments' })
  })

  it('takes no refund that is on hold, though it is approved', async () => {
    const deposit = await refundable()
    const hold = { kind: 'refund-hold' as const, amount: 0 as const, reason: '投诉核查中', ...said('wang') }
    const held = { ...deposit, version: 2, entries: [...deposit.entries, hold] }
    await store().write((tx) => tx.put('depositObligation', held))
    expect(await give(finance, 'payout.batch', newUlid(), batching([refundOf(held)]))).toMatchObject({
      code: 'payment-not-payable',
    })
  })

  it('takes no request against which something speaks that was not there when it was approved', async () => {
    const [paused, replaced, voided] = [await approved(), await approved(), await approved()]
    const { provider } = recordsBehind(paused)
    const { account: payee } = recordsBehind(replaced)
    const [statement] = recordsBehind(voided).statements
    await store().write(async (tx) => {
      await tx.put('provider', { ...provider, version: 2, payoutsPaused: true })
      await tx.put('providerAccount', { ...payee, version: 3, replaced: { at: said('').at, by: newUlid() } })
      if (statement !== undefined) {
        await tx.put('settlementStatement', { ...statement, version: 2, status: 'voided' })
      }
    })
    for (const request of [paused, replaced, voided]) {
      expect(await give(finance, 'payout.batch', newUlid(), batching([payoutOf(request)]))).toMatchObject({
        code: 'payout-check-failed',
        detail: request.providerName,
      })
    }
  })

  it('is not written to a file once something speaks against a payment, and goes on when it is mended', async () => {
    const request = await approved()
    const id = await made(payoutOf(request))
    const { provider } = recordsBehind(request)
    const put = (version: number, payoutsPaused: boolean) =>
      store().write((tx) => tx.put('provider', { ...provider, version, payoutsPaused }))
    await put(2, true)
    expect(await give(finance, 'payout.export-batch', id, { hash: HASH })).toMatchObject({
      code: 'payout-check-failed',
    })
    await put(3, false)
    expect(await give(finance, 'payout.export-batch', id, { hash: HASH })).toMatchObject({ kind: 'applied' })
  })

  it('takes nothing that is not approved, of another amount, or that nobody knows', async () => {
    const verified = await approved({ status: 'verified', approvals: [] })
    const request = await approved()
    for (const payment of [
      payoutOf(verified),
      { ...payoutOf(request), amount: 1_200_001 },
      { source: { kind: 'payout' as const, id: newUlid() }, amount: 1 },
    ]) {
      expect(await give(finance, 'payout.batch', newUlid(), batching([payment]))).toMatchObject({
        code: 'payment-not-payable',
      })
    }
  })

  it('is made by nobody who approved what is in it', async () => {
    const [request, deposit] = [await approved(), await refundable()]
    for (const payment of [payoutOf(request), refundOf(deposit)]) {
      expect(await give(wang, 'payout.batch', newUlid(), batching([payment]))).toMatchObject({
        code: 'same-person',
      })
    }
    expect(await give(ops, 'payout.batch', newUlid(), batching([payoutOf(request)]))).toMatchObject({
      kind: 'not-allowed',
    })
  })

  it('is for a day that is not past', async () => {
    const late = batching([payoutOf(await approved())], { executeOn: '2020-01-01' })
    expect(await give(finance, 'payout.batch', newUlid(), late)).toMatchObject({ code: 'bad-arguments' })
  })

  it('has one file: another hash is refused, the same one again is not', async () => {
    const id = await made(payoutOf(await approved()))
    expect(await give(finance, 'payout.mark-sent', id, { hash: HASH })).toMatchObject({ code: 'wrong-state' })
    await give(finance, 'payout.export-batch', id, { hash: HASH })
    expect(await statusOf(id)).toBe('exported')
    const other = { hash: 'b'.repeat(64) }
    expect(await give(finance, 'payout.export-batch', id, other)).toMatchObject({ code: 'file-differs' })
    expect(await give(finance, 'payout.mark-sent', id, other)).toMatchObject({ code: 'file-differs' })
    expect(await give(finance, 'payout.export-batch', id, { hash: HASH })).toMatchObject({ kind: 'applied' })
  })

  it('that is given up before it is sent frees what is in it, and one that was sent is not given up', async () => {
    const [request, deposit] = [await approved(), await refundable()]
    const id = await made(payoutOf(request), refundOf(deposit))
    expect(await give(finance, 'payout.drop-batch', id, { reason: '付款日改期' })).toMatchObject({
      kind: 'applied',
    })
    expect(await statusOf(id)).toBe('dropped')
    expect(await requestOf(request)).toMatchObject({ status: 'approved', batchId: null })
    expect(batchedRefund(await depositOf(deposit))).toBeNull()
    const again = await sent(payoutOf(request), refundOf(deposit))
    expect(await give(finance, 'payout.drop-batch', again, { reason: '付款日改期' })).toMatchObject({
      code: 'wrong-state',
    })
  })
})

describe("the bank's answer", () => {
  it('says of a batch whether it was accepted, in part or not at all', async () => {
    const id = await sent(payoutOf(await approved()), payoutOf(await approved()))
    await answer(id, 'accepted', 'pending')
    expect(await statusOf(id)).toBe('part')
    await answer(id, 'accepted', 'accepted')
    expect(await statusOf(id)).toBe('accepted')
    await answer(id, 'accepted', 'rejected')
    expect(await statusOf(id)).toBe('part')
    await answer(id, 'rejected')
    expect(await statusOf(id)).toBe('rejected')
  })

  it('opens a rejected request again, once, for another approval and another batch', async () => {
    const request = await approved()
    const id = await sent(payoutOf(request), payoutOf(await approved()))
    await answer(id, 'rejected', 'accepted')
    const opened = await requestOf(request)
    expect(opened).toMatchObject({ status: 'verified', approvals: [], batchId: null })
    expect(opened.failures).toMatchObject([{ batchId: id, reason: 'rejected 户名不符', lineId: null }])
    await answer(id, 'rejected', 'accepted')
    expect((await requestOf(request)).failures).toHaveLength(1)
    const anew = {
      ...opened,
      version: opened.version + 1,
      status: 'approved' as const,
      approvals: [said('wang')],
    }
    await store().write((tx) => tx.put('payoutRequest', anew))
    const next = await sent(payoutOf(request))
    // The old batch stays as it was, whatever the bank says of it later.
    await answer(id, 'rejected', 'accepted')
    expect(await requestOf(request)).toMatchObject({ status: 'in_batch', batchId: next })
    expect((await batchOf(id)).payments[0]).toMatchObject({ failed: { reason: 'rejected 户名不符' } })
    expect(await give(finance, 'payout.mark-sent', id, { hash: HASH })).toMatchObject({ code: 'wrong-state' })
  })

  it('takes back with a rejected refund what was asked for meanwhile: nothing is approved any more', async () => {
    const deposit = await refundable()
    const id = await sent(refundOf(deposit))
    const { entries, version } = await depositOf(deposit)
    const payee = { route: 'original', name: '另一家', account: '44050100000000003' } as const
    const asked = {
      kind: 'refund-request' as const,
      amount: 0 as const,
      wanted: 1,
      reason: '再退',
      payee,
      ...said('liu'),
    }
    await store().write((tx) =>
      tx.put('depositObligation', { ...deposit, version: version + 1, entries: [...entries, asked] }),
    )
    expect(await answer(id, 'rejected')).toMatchObject({ kind: 'applied' })
    expect(refundProgress(await depositOf(deposit))).toMatchObject({ requested: null, approved: 0 })
    const again = batching([refundOf(deposit)])
    expect(await give(finance, 'payout.batch', newUlid(), again)).toMatchObject({
      code: 'payment-not-payable',
    })
  })

  it('has a rejected refund asked for anew: its payee was frozen into the request', async () => {
    const deposit = await refundable()
    const id = await sent(refundOf(deposit))
    expect(refundProgress(await depositOf(deposit)).approved).toBe(300_000)
    await answer(id, 'rejected')
    expect(refundProgress(await depositOf(deposit))).toMatchObject({ approved: 0, paid: 0 })
    expect(batchedRefund(await depositOf(deposit))).toBeNull()
    expect(await statusOf(id)).toBe('rejected')
  })

  it('in words that nobody knows leaves the payment as it is', async () => {
    const request = await approved()
    const id = await sent(payoutOf(request))
    expect(await answer(id, null)).toMatchObject({ kind: 'applied' })
    expect(await requestOf(request)).toMatchObject({ status: 'in_batch' })
    expect(await statusOf(id)).toBe('part')
  })

  it('opens a rejected request, however much or little the bank says of why', async () => {
    for (const [said, reason, becomes] of [
      ['拒'.repeat(200), '户'.repeat(2000), `${'拒'.repeat(200)} ${'户'.repeat(2000)}`],
      ['', '', 'rejected'],
    ] as const) {
      const request = await approved()
      const id = await sent(payoutOf(request))
      const answers = (await batchOf(id)).payments.map(({ endToEndId }) => ({
        ...{ endToEndId, status: 'rejected' as const, said, reason },
      }))
      const given = { fileHash: HASH, fileName: '回盘.xls', answers }
      expect(await give(finance, 'payout.record-answer', id, given)).toMatchObject({ kind: 'applied' })
      expect((await requestOf(request)).failures).toMatchObject([{ reason: becomes }])
      expect((await batchOf(id)).payments).toMatchObject([{ failed: { reason: becomes } }])
    }
  })

  it('is refused once the batch holds as many as it can: it stays one that can be read', async () => {
    const id = await sent(payoutOf(await approved()))
    const full = await batchOf(id)
    const one = { fileHash: HASH, fileName: '回盘.xls', ...said('liu') }
    const answers = Array.from({ length: 50 }, () => one)
    await store().write((tx) => tx.put('payoutBatch', { ...full, version: full.version + 1, answers }))
    expect(await answer(id, 'accepted')).toMatchObject({ kind: 'rejected', code: 'bad-arguments' })
    expect(await batchOf(id)).toMatchObject({ version: full.version + 1, answers })
  })

  it('is refused for a payment that is not in the batch, and before the batch was sent', async () => {
    const id = await sent(payoutOf(await approved()))
    const stranger = { endToEndId: 'X', status: 'accepted' as const, said: '', reason: '' }
    const given = { fileHash: HASH, fileName: '回盘.xls', answers: [stranger] }
    expect(await give(finance, 'payout.record-answer', id, given)).toMatchObject({ code: 'bad-arguments' })
    const draft = await made(payoutOf(await approved()))
    expect(await answer(draft, 'accepted')).toMatchObject({ code: 'wrong-state' })
  })
})

describe('a line of the statement', () => {
  /** A line that left the account, or came back to it. */
  async function line(amount: number, change: Partial<BankLine> = {}): Promise<BankLine> {
    const made = sampleLine({ accountId: account.id, amount, direction: 'out', side: 'debit', ...change })
    await store().write((tx) => tx.put('bankLine', made))
    return made
  }
  async function match(id: string, ...parts: readonly Pick<MatchPart, 'target' | 'amount'>[]) {
    const expectedVersion = (await store().get('bankLine', id))?.version ?? 0
    const said = { parts: parts.map((part) => ({ ...part, reasons: [] })), note: '银行批量代付' }
    return finance.command({
      ...{ id: newUlid(), type: 'deposit.match', recordId: id, expectedVersion, seenDigest: null },
      arguments: said,
    })
  }
  async function unmatch(id: string) {
    const expectedVersion = (await store().get('bankLine', id))?.version ?? 0
    const given = { type: 'deposit.unmatch' as const, arguments: { reason: '认领有误' } }
    return finance.command({ id: newUlid(), ...given, recordId: id, expectedVersion, seenDigest: null })
  }
  const paying = ({ id: requestId, amount }: PayoutRequest) =>
    ({ target: { kind: 'payout', requestId }, amount }) as const

  it('pays several requests and a refund of a batch at once, and so settles it', async () => {
    const [one, other, deposit] = [await approved(), await approved(), await refundable()]
    const id = await sent(payoutOf(one), payoutOf(other), refundOf(deposit))
    const { id: paid } = await line(2_700_000)
    const refund = { target: { kind: 'refund', obligationId: deposit.id }, amount: 300_000 } as const
    expect(await match(paid, paying(one), paying(other), refund)).toMatchObject({ kind: 'applied' })
    expect(await requestOf(one)).toMatchObject({ status: 'paid', batchId: id })
    expect(refundProgress(await depositOf(deposit))).toMatchObject({ approved: 0, paid: 300_000 })
    expect((await batchOf(id)).payments.map(({ paidBy }) => paidBy?.lineId)).toEqual([paid, paid, paid])
    expect(await statusOf(id)).toBe('settled')
  })

  it('that is taken off again leaves all of it on its way, and in the batch', async () => {
    const [request, deposit] = [await approved(), await refundable()]
    const id = await sent(payoutOf(request), refundOf(deposit))
    const { id: paid } = await line(1_500_000)
    await match(paid, paying(request), {
      target: { kind: 'refund', obligationId: deposit.id },
      amount: 300_000,
    })
    expect(await unmatch(paid)).toMatchObject({ kind: 'applied' })
    expect(await requestOf(request)).toMatchObject({ status: 'in_batch', paidAt: null })
    expect(batchedRefund(await depositOf(deposit))).toMatchObject({ batch: id })
    expect(await statusOf(id)).toBe('sent')
  })

  it('that comes back opens its request again, once; if it did not come back after all, it is paid', async () => {
    const request = await approved()
    const id = await sent(payoutOf(request))
    const paid = await line(1_200_000)
    await match(paid.id, paying(request))
    const back = await line(1_200_000, { direction: 'in', side: 'credit', summary: '退汇' })
    const returned = { target: { kind: 'return', lineId: paid.id }, amount: 1_200_000 } as const
    expect(await match(back.id, returned)).toMatchObject({ kind: 'applied' })
    const opened = await requestOf(request)
    expect(opened).toMatchObject({ status: 'verified', approvals: [], batchId: null })
    expect(opened.failures).toMatchObject([{ batchId: id, lineId: back.id }])
    expect(await statusOf(id)).toBe('rejected')
    expect(await unmatch(back.id)).toMatchObject({ kind: 'applied' })
    expect(await requestOf(request)).toMatchObject({ status: 'paid', batchId: id, failures: [] })
    expect(await statusOf(id)).toBe('settled')
  })

  it('that came back stays linked where the request moved on: it would be paid twice', async () => {
    const request = await approved()
    await sent(payoutOf(request))
    const paid = await line(1_200_000)
    await match(paid.id, paying(request))
    const back = await line(1_200_000, { direction: 'in', side: 'credit', summary: '退汇' })
    await match(back.id, { target: { kind: 'return', lineId: paid.id }, amount: 1_200_000 })
    const opened = await requestOf(request)
    const anew = {
      ...opened,
      version: opened.version + 1,
      status: 'approved' as const,
      approvals: [said('wang')],
    }
    await store().write((tx) => tx.put('payoutRequest', anew))
    expect(await unmatch(back.id)).toMatchObject({ code: 'refund-rests-on-it' })
  })

  describe('of a refund', () => {
    const refunding = ({ id: obligationId }: DepositObligation, amount = 300_000) =>
      ({ target: { kind: 'refund', obligationId }, amount }) as const
    const back = async (lineId: string) => {
      const came = await line(300_000, { direction: 'in', side: 'credit', summary: '退汇' })
      expect(await match(came.id, { target: { kind: 'return', lineId }, amount: 300_000 })).toMatchObject({
        kind: 'applied',
      })
      return came.id
    }
    /** 3,000.00 more of a deposit that holds 6,000.00 is approved, after the first were paid by a batch and its line. */
    async function halfPaid() {
      const deposit = await refundable()
      const id = await sent(refundOf(deposit))
      const paid = await line(300_000)
      expect(await match(paid.id, refunding(deposit))).toMatchObject({ kind: 'applied' })
      const now = await depositOf(deposit)
      const asked = now.entries.filter(({ kind }) => kind === 'refund-request' || kind === 'refund-approval')
      const more = { kind: 'match' as const, amount: 300_000, line: newUlid(), note: '', ...said('liu') }
      const entries = [...now.entries, more, ...asked]
      await store().write((tx) => tx.put('depositObligation', { ...now, version: now.version + 1, entries }))
      return { deposit, id, paid: paid.id }
    }

    it('pays all of what is in a batch or none of it: the rest would be paid twice', async () => {
      const deposit = await refundable()
      await sent(refundOf(deposit))
      expect(await match((await line(100_000)).id, refunding(deposit, 100_000))).toMatchObject({
        code: 'payment-not-payable',
      })
    })

    it('that comes back fails its own payment, not that of a later batch', async () => {
      const { deposit, id, paid } = await halfPaid()
      const later = await sent(refundOf(deposit))
      await back(paid)
      expect([await statusOf(id), await statusOf(later)]).toEqual(['rejected', 'sent'])
      expect(batchedRefund(await depositOf(deposit))).toMatchObject({ batch: later })
      const all = batching([{ ...refundOf(deposit), amount: 600_000 }])
      expect(await give(finance, 'payout.batch', newUlid(), all)).toMatchObject({
        code: 'payment-not-payable',
      })
    })

    it('that is taken off again after a later batch was made leaves both on their way', async () => {
      const { deposit, id, paid } = await halfPaid()
      const later = await sent(refundOf(deposit))
      expect(await unmatch(paid)).toMatchObject({ kind: 'applied' })
      expect([await statusOf(id), await statusOf(later)]).toEqual(['sent', 'sent'])
      for (const left of [300_000, 0]) {
        expect(await give(finance, 'payout.batch', newUlid(), batching([refundOf(deposit)]))).toMatchObject({
          code: 'payment-not-payable',
        })
        expect(await match((await line(300_000)).id, refunding(deposit))).toMatchObject({ kind: 'applied' })
        expect(refundProgress(await depositOf(deposit)).approved).toBe(left)
      }
      expect([await statusOf(id), await statusOf(later)]).toEqual(['settled', 'settled'])
    })

    it('that did not come back after all is paid by its batch, and may come back another time', async () => {
      const deposit = await refundable()
      const id = await sent(refundOf(deposit))
      const paid = await line(300_000)
      await match(paid.id, refunding(deposit))
      expect(await unmatch(await back(paid.id))).toMatchObject({ kind: 'applied' })
      expect(await statusOf(id)).toBe('settled')
      await back(paid.id)
      expect(await statusOf(id)).toBe('rejected')
      expect(batchedRefund(await depositOf(deposit))).toBeNull()
    })

    it('that came back stays linked where the money is in another batch, or is not to be paid any more', async () => {
      const [again, declined] = [await refundable(), await refundable()]
      await sent(refundOf(again), refundOf(declined))
      const lines = [await line(300_000), await line(300_000)] as const
      await match(lines[0].id, refunding(again))
      await match(lines[1].id, refunding(declined))
      const returned = [await back(lines[0].id), await back(lines[1].id)] as const
      await made(refundOf(again))
      const now = await depositOf(declined)
      const refusal = {
        kind: 'refund-refusal' as const,
        amount: 0 as const,
        reason: '不退了',
        ...said('wang'),
      }
      const entries = [...now.entries, refusal]
      await store().write((tx) => tx.put('depositObligation', { ...now, version: now.version + 1, entries }))
      for (const id of returned) expect(await unmatch(id)).toMatchObject({ code: 'refund-rests-on-it' })
    })
  })

  it('pays no request that is not in a batch, of another amount, twice, or by money that comes in', async () => {
    const [request, waiting] = [await approved(), await approved()]
    await sent(payoutOf(request))
    const wrong = { code: 'payment-not-payable' }
    expect(await match((await line(1_200_000)).id, paying(waiting))).toMatchObject(wrong)
    const less = { ...paying(request), amount: 1_199_999 }
    expect(await match((await line(1_199_999)).id, less)).toMatchObject(wrong)
    const incoming = await line(1_200_000, { direction: 'in', side: 'credit' })
    expect(await match(incoming.id, paying(request))).toMatchObject({ code: 'wrong-direction' })
    await match((await line(1_200_000)).id, paying(request))
    expect(await match((await line(1_200_000)).id, paying(request))).toMatchObject(wrong)
  })
})
