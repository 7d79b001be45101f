import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  digestSchema,
  feedPageSchema,
  snapshotPageSchema,
  snapshotStartSchema,
} from '#shared/contracts/console-platform/feed.ts'
import { OLDEST_SERVED_PROTOCOL } from '#shared/contracts/console-platform/protocol.ts'
import {
  columnNames,
  RECORD_KIND_NAMES,
  RECORD_KINDS,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import {
  type PlatformUnderTest,
  startPlatformUnderTest,
} from '#test/integration/platform/platform-under-test.ts'
import { samplePaymentTemplate, samplePayoutBatch } from '#test/integration/platform/sample-batches.ts'
import { sampleBill } from '#test/integration/platform/sample-bills.ts'
import { sampleCluster, sampleContact, sampleSubscription } from '#test/integration/platform/sample-boards.ts'
import { sampleCall } from '#test/integration/platform/sample-calls.ts'
import { sampleInvoice } from '#test/integration/platform/sample-invoices.ts'
import { sampleNotice, sampleNoticeTemplate } from '#test/integration/platform/sample-notices.ts'
import { samplePayout, sampleProviderAccount } from '#test/integration/platform/sample-payouts.ts'
import {
  sampleAccount,
  sampleApplication,
  sampleControl,
  sampleLine,
  sampleListing,
  sampleMatchSettings,
  sampleObligation,
  sampleOfflineOrder,
  sampleOrder,
  sampleOrderImport,
  samplePack,
  sampleProvider,
  sampleRecharge,
  sampleStatement,
  sampleSupervision,
  sampleTable,
  sampleVersion,
  sampleViolation,
} from '#test/integration/platform/sample-records.ts'
import {
  sampleAdjustment,
  sampleCommissionInvoice,
  sampleCommissionRebate,
  sampleMonth,
  sampleSettledOrders,
  sampleSettlement,
  sampleSettlementLine,
} from '#test/integration/platform/sample-settlement.ts'

let under: PlatformUnderTest
let token: string
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(under.url + path, { headers: { authorization: `Bearer ${token}`, ...headers } })

beforeAll(async () => {
  under = await startPlatformUnderTest()
  await under.addOperator('li', ['auditor'])
  token = await under.signIn('li')
  const listing = sampleListing()
  await under.platform.store.write(async (tx) => {
    await tx.put('provider', sampleProvider())
    await tx.put('application', sampleApplication())
    await tx.put('listing', listing)
    await tx.put('listingVersion', sampleVersion(listing))
    await tx.put('depositObligation', sampleObligation())
    await tx.put('violation', sampleViolation())
    await tx.put('recharge', sampleRecharge())
    await tx.put('providerAccount', sampleProviderAccount())
    await tx.put('payoutRequest', samplePayout())
    await tx.put('invoice', sampleInvoice())
    await tx.put('payoutBatch', samplePayoutBatch())
    await tx.put('order', sampleOrder())
    await tx.put('supervision', sampleSupervision())
    await tx.put('subscription', sampleSubscription())
    await tx.put('cluster', sampleCluster())
    await tx.put('contact', sampleContact())
    await tx.put('interfaceCall', sampleCall())
    await tx.put('meteredBill', sampleBill())
    await tx.put('notice', sampleNotice())
    await tx.put('noticeTemplate', sampleNoticeTemplate())
    await tx.put('orderImport', sampleOrderImport())
    await tx.put('companyControl', sampleControl())
    await tx.put('policyPack', samplePack())
    await tx.put('holidayTable', sampleTable())
    await tx.put('offlineOrder', sampleOfflineOrder())
    await tx.put('bankAccount', sampleAccount())
    await tx.put('bankStatement', sampleStatement())
    await tx.put('bankLine', sampleLine())
    await tx.put('matchSettings', sampleMatchSettings())
    await tx.put('paymentTemplate', samplePaymentTemplate())
    await tx.put('settlementAdjustment', sampleAdjustment())
    await tx.put('settlementLine', sampleSettlementLine())
    await tx.put('settledOrders', sampleSettledOrders())
    await tx.put('settlementStatement', sampleSettlement())
    await tx.put('commissionInvoice', sampleCommissionInvoice())
    await tx.put('commissionRebate', sampleCommissionRebate())
    await tx.put('settlementMonth', sampleMonth())
  })
})
afterAll(() => under.close())

describe('the raw routes answer what the contract says', () => {
  it('snapshot pages of every kind parse, and their rows hold valid records', async () => {
    for (const kind of RECORD_KIND_NAMES) {
      const page = snapshotPageSchema.parse(await (await get(`/v1/snapshot/${kind}`)).json())
      expect(page).toMatchObject({ kind, columns: columnNames(kind), next: null })
      expect(page.rows).toHaveLength(1)
      for (const row of page.rows) {
        expect(row).toHaveLength(columnNames(kind).length + 3)
        const record = RECORD_KINDS[kind].schema.parse(JSON.parse(String(row.at(-1))))
        expect(row.slice(0, 2)).toEqual([record.id, record.version])
      }
    }
  })
  it('feed, snapshot start and digest parse and agree on the position', async () => {
    const start = snapshotStartSchema.parse(await (await get('/v1/snapshot')).json())
    const query = `after=0&epoch=${start.epoch}&scope=${start.scope}`
    const page = feedPageSchema.parse(await (await get(`/v1/feed?${query}`)).json())
    expect(page).toMatchObject({ kind: 'changes', position: start.position, more: false })
    const digest = digestSchema.parse(await (await get('/v1/digest')).json())
    expect(digest.position).toBe(start.position)
  })
  it('the same bytes come uncompressed, as gzip and as brotli', async () => {
    const answers = await Promise.all(
      ['identity', 'gzip', 'br'].map(async (encoding) => {
        const response = await get('/v1/snapshot/application', { 'accept-encoding': encoding })
        expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
        return response.text()
      }),
    )
    expect(new Set(answers).size).toBe(1)
  })
  it('refuses without a session, for a kind of no name and for a page above the limit', async () => {
    expect((await fetch(`${under.url}/v1/snapshot/application`)).status).toBe(401)
    expect((await get('/v1/snapshot/nothing')).status).toBe(400)
    expect((await get('/v1/snapshot/application?limit=5001')).status).toBe(400)
  })
  it('answers a console that is too old with the version it needs', async () => {
    const response = await get('/v1/feed?after=0&epoch=x&scope=x', { 'x-marketdesk-protocol': '0' })
    expect(response.status).toBe(426)
    expect(await response.json()).toMatchObject({
      code: 'CLIENT_TOO_OLD',
      data: { minimum: OLDEST_SERVED_PROTOCOL },
    })
  })
  it('refuses whoever is older than the oldest protocol served or names none that there could be; serves the rest', async () => {
    const statusOf = async (protocol: string) =>
      (await get('/v1/snapshot', { 'x-marketdesk-protocol': protocol })).status
    expect(await Promise.all(['', '2', '-4', '3.5', 'four', '1e9'].map(statusOf))).toEqual(
      Array.from({ length: 6 }, () => 426),
    )
    expect(await Promise.all(['3', '4', '5'].map(statusOf))).toEqual([200, 200, 200])
  })
  it('a console that speaks a newer protocol than before starts over: the scope of its feed is another', async () => {
    const scopeIn = async (protocol: string) =>
      snapshotStartSchema.parse(
        await (await get('/v1/snapshot', { 'x-marketdesk-protocol': protocol })).json(),
      )
    const [before, now] = [await scopeIn('3'), await scopeIn('4')]
    const feed = async (scope: string) => {
      const query = new URLSearchParams({ after: '0', epoch: now.epoch, scope })
      const answer = await get(`/v1/feed?${query}`, { 'x-marketdesk-protocol': '4' })
      return feedPageSchema.parse(await answer.json())
    }
    expect(await feed(before.scope)).toEqual({ kind: 'reset-required', reason: 'scope-changed' })
    expect(await feed(now.scope)).toMatchObject({ kind: 'changes' })
    expect(before.scope).toBe('auditor')
  })
  it('answers openapi.json, and not found as an error with a message', async () => {
    expect(await (await get('/openapi.json')).json()).toMatchObject({
      info: { title: 'Marketdesk platform' },
    })
    const missing = await get('/v1/nothing')
    expect(missing.status).toBe(404)
    expect(await missing.json()).toHaveProperty('message')
  })
  it('refuses a body above the limit: 32 MiB for a command, 1 MiB for anything else', async () => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    // It is refused by its length: who goes on sending may find the line closed before the answer is read.
    const announced = (path: string, bytes: number) =>
      new Promise<number | undefined>((resolve, reject) => {
        const asked = request(`${under.url}${path}`, {
          method: 'POST',
          headers: { ...headers, 'content-length': bytes },
        })
        asked.on('response', (response) => {
          resolve(response.statusCode)
          asked.destroy()
        })
        asked.on('error', reject)
        asked.flushHeaders()
      })
    const MEBIBYTE = 1024 * 1024
    expect(await announced('/v1/commands', 32 * MEBIBYTE + 1)).toBe(413)
    expect(await announced('/v1/sign-out', MEBIBYTE + 1)).toBe(413)
    const body = JSON.stringify({ filler: 'x'.repeat(31 * MEBIBYTE) })
    expect((await fetch(`${under.url}/v1/commands`, { method: 'POST', headers, body })).status).toBe(400)
  })
})
