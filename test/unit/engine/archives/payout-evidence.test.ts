import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PayoutEvidence, sampleOf } from '#main/engine/archives/payout-evidence.ts'
import { zipEntries } from '#main/engine/invoices/unzip.ts'
import type { QueryContext } from '#main/engine/queries/query-context.ts'
import { payoutFilterSchema } from '#shared/contracts/console-engine/payouts.ts'
import { samplePayoutBatch } from '#test/integration/platform/sample-batches.ts'
import { sampleInvoice } from '#test/integration/platform/sample-invoices.ts'
import { approvedAccount, samplePayout } from '#test/integration/platform/sample-payouts.ts'
import { sampleProvider } from '#test/integration/platform/sample-records.ts'
import { sampleSettlement } from '#test/integration/platform/sample-settlement.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from '../queries/desk-under-test.ts'

const PAID = payoutFilterSchema.parse({ statuses: ['paid'] })
let desk: DeskUnderTest
beforeAll(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['auditor'] })
})
afterAll(() => desk.close())

/** The desk of one question; files are those that were attached here. */
function opened(): QueryContext {
  const context = desk.desk()
  const { attached } = context.workspace
  const read = async (hash: string) => {
    const bytes = await attached.read(hash)
    if (bytes === null) throw new Error('no platform here')
    return bytes
  }
  return { ...context, workspace: { ...context.workspace, files: { read } } }
}

it('a sample of payouts leaves with all that speaks for each, and with how it was drawn', async () => {
  const provider = sampleProvider()
  const bytes = new TextEncoder().encode('<EInvoice>原件</EInvoice>')
  const file = await desk.desk().workspace.attached.keep({ name: '发票.xml', type: 'text/xml', bytes })
  const invoice = sampleInvoice({ file, source: 'xml' })
  const account = approvedAccount()
  const red = sampleInvoice({
    ...{
      number: '26112000000000009001',
      redLetter: { original: '26112000000000009000', confirmation: null },
    },
    ...{ net: -8000, tax: -1000, gross: -9000 },
  })
  const reversal = { id: red.id, number: red.number, gross: red.gross }
  const october = sampleSettlement({ status: 'committed' })
  const paid = samplePayout({
    status: 'paid',
    months: [{ month: '2026-10', statementId: october.id, net: 9_000 }],
    invoices: [{ id: invoice.id, number: invoice.number, gross: invoice.gross }],
  })
  desk.put('provider', [provider])
  const gone = sampleInvoice({ payoutId: paid.id, number: '26112000000000009000', reversals: [reversal] })
  const batch = samplePayoutBatch()
  const returned = {
    batchId: batch.id,
    endToEndId: 'FK-1',
    reason: '户名不符',
    lineId: null,
    at: paid.updatedAt,
  }
  const failed = { ...paid, failures: [returned] }
  desk.put('payoutBatch', [batch])
  desk.put('providerAccount', [account])
  desk.put('settlementStatement', [october])
  desk.put('invoice', [invoice, gone, red])
  desk.put('payoutRequest', [failed, samplePayout({ status: 'rejected' })])
  desk.index()
  const evidence = new PayoutEvidence({
    clock: { now: () => desk.time.now, after: () => () => undefined },
    random: () => 0.5,
  })
  const context = opened()
  const asked = { filter: PAID, count: 5, seed: '2026-11-20', language: 'zh' } as const
  const { exportId } = await evidence.begin(context, asked)
  const piece = await evidence.next(context, exportId)
  expect(piece.whole).toEqual({ payouts: 1, of: 1 })
  const entries = zipEntries(piece.bytes, { bytes: 1e7, entries: 30 })
  const contentOf = (end: string) => {
    const entry = entries.find(({ name }) => name.endsWith(end))
    return Buffer.from(entry?.content() ?? [])
  }
  const read = (end: string) => JSON.parse(contentOf(end).toString('utf8'))
  expect(read('sample.json')).toMatchObject({
    ...{ seed: '2026-11-20', population: 1, wholePopulation: true, filter: PAID, drawnBy: ACCOUNT.name },
    populationHash: createHash('sha256')
      .update(JSON.stringify([paid.id]))
      .digest('hex'),
    auditHead: { sequence: expect.any(Number) },
  })
  expect(contentOf('index.csv').toString('utf8')).toContain(paid.providerName)
  expect(contentOf('.pdf').subarray(0, 5).toString()).toBe('%PDF-')
  expect(read('records/request.json')).toEqual(failed)
  expect(read('records/statement-2026-10.json')).toEqual(october)
  expect(read(`records/invoice-${invoice.number}.json`)).toEqual(invoice)
  // What does not count any more was looked at once.
  expect(read(`records/invoice-${gone.number}.json`)).toEqual(gone)
  expect(read(`records/red-letter-${red.number}.json`)).toEqual(red)
  expect(read('records/failed-1-batch.json')).toEqual(batch)
  expect(read('records/account.json')).toMatchObject({ accountNumber: account.accountNumber })
  expect(contentOf(`files/${file.sha256.slice(0, 12)}-发票.xml`).equals(bytes)).toBe(true)
})

it('a sample is drawn alike by whoever draws with the same seed, in whatever order the rows are', () => {
  const rows = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(rows, fc.string(), fc.nat(50), fc.nat(50), (ids, seed, some, more) => {
      const all = ids.map((id) => ({ id }))
      const sample = sampleOf(all, some, seed)
      expect(sample).toHaveLength(Math.min(some, ids.length))
      expect(sampleOf(all.toReversed(), some, seed)).toEqual(sample)
      // A larger sample begins with the smaller one: who asks for more has drawn no other.
      expect(sampleOf(all, some + more, seed).slice(0, sample.length)).toEqual(sample)
    }),
  )
})
