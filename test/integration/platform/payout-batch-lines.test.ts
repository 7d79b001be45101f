import { beforeAll, describe, expect, it } from 'vitest'
import type { BankLine, MatchPart } from '#shared/contracts/console-platform/records/bank-line.ts'
import { batchedRefund, refundProgress } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { PayoutRequest } from '#shared/contracts/console-platform/records/payout-request.ts'
import { batchDesk } from './batch-desk.ts'
import { newUlid, sampleLine } from './sample-records.ts'

type Client = ReturnType<ReturnType<typeof batchDesk>['clients']>['finance']

const {
  clients,
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
  sent,
  batchOf,
  requestOf,
  depositOf,
  statusOf,
  answer,
  HASH,
} = batchDesk()
let finance: Client
beforeAll(() => {
  ;({ finance } = clients())
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

  const refundPart = ({ id: obligationId }: DepositObligation) =>
    ({ target: { kind: 'refund', obligationId }, amount: 300_000 }) as const

  it('that pays what is in a draft keeps its file from being written, and the rest goes into another batch', async () => {
    const [request, other, deposit] = [await approved(), await approved(), await refundable()]
    const id = await made(payoutOf(request), payoutOf(other), refundOf(deposit))
    const { id: paid } = await line(1_500_000)
    expect(await match(paid, paying(request), refundPart(deposit))).toMatchObject({ kind: 'applied' })
    expect(await give(finance, 'payout.export-batch', id, { hash: HASH })).toMatchObject({
      code: 'payment-not-payable',
    })
    expect(await give(finance, 'payout.drop-batch', id, { reason: '已另行付款' })).toMatchObject({
      kind: 'applied',
    })
    expect(await requestOf(request)).toMatchObject({ status: 'paid' })
    expect(refundProgress(await depositOf(deposit))).toMatchObject({ approved: 0, paid: 300_000 })
    expect(await requestOf(other)).toMatchObject({ status: 'approved', batchId: null })
    await sent(payoutOf(other))
    // It was another payment after all: both are free for the next batch.
    expect(await unmatch(paid)).toMatchObject({ kind: 'applied' })
    expect(await requestOf(request)).toMatchObject({ status: 'approved', batchId: null, paidAt: null })
    expect(batchedRefund(await depositOf(deposit))).toBeNull()
    await sent(payoutOf(request), refundOf(deposit))
  })

  it('of a batch with a failed payment settles the rest, and its state says that not all was paid', async () => {
    const [request, other] = [await approved(), await approved()]
    const id = await sent(payoutOf(request), payoutOf(other))
    await answer(id, 'rejected', 'accepted')
    await match((await line(1_200_000)).id, paying(other))
    expect(await statusOf(id)).toBe('settled-in-part')
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

    it('pays its own payment though the bank rejected another of the same deposit', async () => {
      const { deposit, id, paid } = await halfPaid()
      const later = await sent(refundOf(deposit))
      expect(await unmatch(paid)).toMatchObject({ kind: 'applied' })
      await answer(id, 'rejected')
      expect(refundProgress(await depositOf(deposit))).toMatchObject({ approved: 300_000 })
      expect(await match((await line(300_000)).id, refunding(deposit))).toMatchObject({ kind: 'applied' })
      expect([await statusOf(id), await statusOf(later)]).toEqual(['rejected', 'settled'])
      expect(refundProgress(await depositOf(deposit))).toMatchObject({ approved: 0, paid: 300_000 })
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
