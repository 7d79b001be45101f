import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PLATFORM_ACTOR } from '#platform/commands/ruling.ts'
import { createApiKey } from '#platform/vendor-api/vendor.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { withInvoices } from '#shared/contracts/console-platform/transitions/payout-steps.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { approvedAccount } from './sample-payouts.ts'
import { newUlid, sampleProvider } from './sample-records.ts'
import { sampleSettlement } from './sample-settlement.ts'
import { vendorTool } from './vendor-tool.ts'

interface Payout {
  readonly id: string
  readonly status: string
  readonly amount: number
}

let under: PlatformUnderTest
beforeAll(async () => {
  under = await startPlatformUnderTest()
})
afterAll(() => under.close())

const store = () => under.platform.store

/** A vendor with its key, an approved account, and October committed with so much to be paid. */
async function earning(net = 1_200_000, change: Partial<Provider> = {}) {
  const provider = sampleProvider({ id: `vendor-${newUlid()}`, ...change })
  const { marketplace, id: providerId, name: providerName } = provider
  const of = { marketplace, providerId, providerName }
  const sample = sampleSettlement({ ...of, status: 'committed' })
  await store().write(async (tx) => {
    await tx.put('provider', provider)
    await tx.put('providerAccount', approvedAccount({ ...of, accountNumber: `62${newUlid().slice(-12)}` }))
    await tx.put('settlementStatement', { ...sample, totals: { ...sample.totals, net } })
  })
  const key = await createApiKey(under.platform, { marketplace, providerId, label: 'laptop' })
  const tool = vendorTool(under.url, key)
  return {
    provider,
    ask: (months = ['2026-10'], reason = '') =>
      tool.send('POST', '/apis/provider/v1/payouts', JSON.stringify({ months, reason })) as Promise<Payout>,
    cancel: (id: string, reason = '金额有误，重新申请') =>
      tool.send('POST', `/apis/provider/v1/payouts/${id}/cancellation`, JSON.stringify({ reason })),
    list: () => tool.send('GET', '/apis/provider/v1/payouts') as Promise<{ payouts: Payout[] }>,
  }
}

describe('a vendor', () => {
  it('that takes a request back is told that the invoices received for it need red letters', async () => {
    const vendor = await earning()
    const { id } = await vendor.ask()
    const request = await store().get('payoutRequest', id)
    const invoices = [{ id: newUlid(), number: '26112000000000000031', gross: 1_200_000 }]
    const invoiced = request && withInvoices(request, invoices, PLATFORM_ACTOR, request.updatedAt)
    await store().write(async (tx) => invoiced && tx.put('payoutRequest', invoiced))
    await vendor.cancel(id)
    const { marketplace, id: providerId } = vendor.provider
    const told = await store().ofProvider('notice', marketplace, providerId)
    expect(told).toMatchObject([{ occasion: 'red-letter-needed', about: { kind: 'payoutRequest', id } }])
    expect(told[0]?.said?.texts.zh.text).toContain('26112000000000000031')
    expect(told[0]?.said?.texts.zh.text).not.toContain('金额有误')
  })

  it('asks for its committed months, once, and the request says that it asked itself', async () => {
    const vendor = await earning()
    const made = await vendor.ask()
    expect(made).toMatchObject({ amount: 1_200_000, months: [{ month: '2026-10', net: 1_200_000 }] })
    expect(await store().get('payoutRequest', made.id)).toMatchObject({
      ...{ providerId: vendor.provider.id, status: 'invoice_pending', version: 1 },
      requested: { via: 'vendor', by: `vendor:${vendor.provider.id}` },
    })
    await expect(vendor.ask()).rejects.toThrow('409')
    expect((await vendor.list()).payouts.map(({ id }) => id)).toEqual([made.id])
  })

  it('of two that ask at the same moment has one request', async () => {
    const vendor = await earning()
    const asked = await Promise.allSettled([vendor.ask(), vendor.ask(), vendor.ask()])
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await vendor.list()).payouts).toHaveLength(1)
  })

  it("is refused a month that is another's, not committed, or to come", async () => {
    const [stranger, vendor] = [await earning(), await earning()]
    await store().write(async (tx) => {
      const { marketplace, id: providerId, name: providerName } = stranger.provider
      const of = { marketplace, providerId, providerName }
      await tx.put('settlementStatement', sampleSettlement({ ...of, status: 'committed', month: '2026-08' }))
      const own = { marketplace, providerId: vendor.provider.id, providerName }
      await tx.put('settlementStatement', sampleSettlement({ ...own, status: 'draft', month: '2026-07' }))
    })
    for (const month of ['2026-08', '2026-07', '2027-01']) {
      await expect(vendor.ask([month])).rejects.toThrow('409')
    }
    expect((await vendor.list()).payouts).toEqual([])
  })

  it('is told which check does not pass: a paused vendor, an amount below the minimum', async () => {
    await expect((await earning(1_200_000, { payoutsPaused: true })).ask()).rejects.toThrow('provider-paused')
    const small = await earning(10_000)
    await expect(small.ask()).rejects.toThrow('The check minimum does not pass')
    const leaving = await earning(10_000, { status: 'leaving' })
    await expect(leaving.ask()).rejects.toThrow('422')
    expect(await leaving.ask(['2026-10'], '退出前结清余额')).toMatchObject({ amount: 10_000 })
  })

  it('takes its request back while nobody approved it, and then may ask again', async () => {
    const vendor = await earning()
    const { id } = await vendor.ask()
    await expect(vendor.cancel(id, '错')).rejects.toThrow('400')
    expect(await vendor.cancel(id)).toMatchObject({ id, status: 'cancelled' })
    await expect(vendor.cancel(id)).rejects.toThrow('409')
    expect(await vendor.ask()).toMatchObject({ amount: 1_200_000 })
    const before = (await store().get('payoutRequest', id)) as NonNullable<unknown>
    expect(before).toMatchObject({ ended: { reason: '金额有误，重新申请' } })
  })

  it("neither sees nor takes back a stranger's request, and none that is approved", async () => {
    const [stranger, vendor] = [await earning(), await earning()]
    const { id } = await stranger.ask()
    await expect(vendor.cancel(id)).rejects.toThrow('404')
    expect((await vendor.list()).payouts).toEqual([])
    await store().write(async (tx) => {
      const request = await tx.get('payoutRequest', id)
      if (request !== null) await tx.put('payoutRequest', { ...request, version: 2, status: 'approved' })
    })
    await expect(stranger.cancel(id)).rejects.toThrow('409')
  })

  it('does not take back what finance asked for on its behalf', async () => {
    const vendor = await earning()
    const { id } = await vendor.ask()
    await store().write(async (tx) => {
      const request = await tx.get('payoutRequest', id)
      if (request === null) return
      const requested = { ...request.requested, by: 'liu', byName: '刘会计', via: 'desk' as const }
      await tx.put('payoutRequest', { ...request, version: 2, requested })
    })
    await expect(vendor.cancel(id)).rejects.toThrow('403')
    expect(await store().get('payoutRequest', id)).toMatchObject({ status: 'invoice_pending', ended: null })
  })

  it('that has not joined yet is paid nothing', async () => {
    await expect((await earning(1_200_000, { status: 'prospect' })).ask()).rejects.toThrow('403')
  })
})
