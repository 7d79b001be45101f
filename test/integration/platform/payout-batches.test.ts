import { beforeAll, describe, expect, it } from 'vitest'
import { PLATFORM_ACTOR } from '#platform/commands/ruling.ts'
import { batchedRefund, refundProgress } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import { batchOrder } from '#shared/contracts/console-platform/records/payout-batch.ts'
import { withInvoices } from '#shared/contracts/console-platform/transitions/payout-steps.ts'
import { batchDesk } from './batch-desk.ts'
import { recordsBehind } from './sample-batches.ts'
import { newUlid } from './sample-records.ts'

type Client = ReturnType<ReturnType<typeof batchDesk>['clients']>['finance']

const {
  clients,
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
} = batchDesk()
let finance: Client
let wang: Client
let ops: Client
beforeAll(() => {
  ;({ finance, wang, ops } = clients())
})

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

  it('does not pay by invoices that came after the approval: the request is verified anew', async () => {
    const request = await approved()
    const id = await made(payoutOf(request))
    const [gross, number] = [request.amount, '26112000000000000077']
    for (const invoices of [[], [{ id: newUlid(), number, gross }]]) {
      const changed = withInvoices(await requestOf(request), invoices, PLATFORM_ACTOR, said('').at)
      await store().write(async (tx) => changed && tx.put('payoutRequest', changed))
    }
    expect(await give(finance, 'payout.export-batch', id, { hash: HASH })).toMatchObject({
      ...{ code: 'payment-not-payable', detail: request.providerName },
    })
    await give(finance, 'payout.drop-batch', id, { reason: '发票已换' })
    expect(await requestOf(request)).toMatchObject({
      ...{ status: 'invoice_received', verified: null, approvals: [], batchId: null },
    })
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
