import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadPacks } from '#node/resources/load-packs.ts'
import { countedIds, draftStatement } from '#platform/settlement/draft-statement.ts'
import { Counted, Recount } from '#platform/settlement/recount.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import { type FeeSection, feeSectionSchema, type PerOrderFees } from '#shared/policy/fee-section.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { newUlid, sampleOrder } from './sample-records.ts'
import { type SettlementDesk, startSettlementDesk } from './settlement-desk.ts'

const shipped = await loadPacks(new URL('../../../resources/policy-packs/', import.meta.url))
let desk: SettlementDesk

beforeAll(async () => {
  desk = await startSettlementDesk()
})
afterAll(() => desk.under.close())

function packOf(marketplace: string): PolicyPack & { readonly fees: FeeSection } {
  const found = shipped.find((pack) => pack.marketplace === marketplace)
  if (found?.fees == null) throw new Error(`no fees of ${marketplace}`)
  return { ...found, fees: found.fees }
}

/** The rules of a market whose fees go by single orders, changed, from a day on. */
function perOrder(
  marketplace: string,
  from: string,
  { components, ...change }: { components?: readonly object[]; exemptions?: PerOrderFees['exemptions'] },
): PolicyPack {
  const pack = packOf(marketplace)
  const { rules, period } = pack.fees
  if (rules.model !== 'per-order') throw new Error(`${marketplace} goes by other fees`)
  const said = components?.map((each) => ({ ...each, source: period.source })) ?? rules.components
  const fees = { ...pack.fees, rules: { ...rules, ...change, components: said } }
  return { ...pack, effectiveFrom: from, fees: feeSectionSchema.parse(fees) }
}

/** As the packs state it: of a source, and by a reading. */
const cited = { quote: null, summary: null, reading: true }
const percentage = (basisPoints: number, limits: object = {}) => ({
  ...{ ...cited, kind: 'percentage', id: 'share', basisPoints, minimum: null, maximum: null },
  ...limits,
})
const fixed = (yuan: string) => ({ ...cited, kind: 'fixed', id: 'flat', yuan })

/** What lines and recount of a month say apart, with the fees of the lines by order. */
async function drafted(packs: readonly PolicyPack[], month: string, providerId: string, joinedOn: string) {
  const { store, got } = desk
  const provider = { ...(await got('provider', { id: providerId })), joinedOn }
  const id = newUlid()
  const { position } = await store.head()
  const drafting = {
    ...{ store, packs, newId: newUlid, lineId: countedIds(id), marketplace: provider.marketplace, month },
    ...{
      monthId: newUlid(),
      draftId: id,
      rebates: 'apart' as const,
      at: '2026-11-20T02:00:00.000Z',
      position,
    },
  }
  const counted = new Counted()
  const fees = new Map<string, number>()
  const making = draftStatement(drafting, { provider, statements: [], adjustments: [] })
  for (;;) {
    const next = await making.next()
    if (next.done) {
      const { statement, late } = next.value
      const recounted = await new Recount(drafting).of(provider)
      return { fees, statement, recounted, differences: counted.against(recounted, late) }
    }
    counted.add(next.value)
    if (next.value.orderId !== null) fees.set(next.value.orderId, next.value.fee)
  }
}

async function refunded(order: Order, cash: number, paidAt: string): Promise<Order> {
  const id = newUlid()
  const back = { id, number: `${order.number}-${id}`, kind: 'refund', refundOf: order.id } as const
  return desk.put('order', { ...order, ...back, cash: -cash, listPrice: 0, paidAt })
}

describe('the second accountant', () => {
  it('agrees where a refund gives free turnover back to the orders after it', async () => {
    const { id } = await desk.provider()
    const first = await desk.order(id, { cash: 15_000_000, paidAt: '2024-02-05T02:00:00.000Z' })
    // Takes the last 50,000.00 of the free turnover, and gives half of that back.
    const crossing = await desk.order(id, { cash: 10_000_000, paidAt: '2024-02-06T02:00:00.000Z' })
    await refunded(crossing, 5_000_000, '2024-02-07T02:00:00.000Z')
    const after = await desk.order(id, { cash: 10_000_000, paidAt: '2024-02-08T02:00:00.000Z' })
    const { fees, differences } = await drafted([packOf('kubesphere')], '2024-02', id, '2023-10-20')
    expect([fees.get(first.id), fees.get(crossing.id), fees.get(after.id)]).toEqual([0, 500_000, 750_000])
    expect(differences).toEqual([])
  })

  it('agrees about a fixed part, a least and a most of a fee', async () => {
    const { id } = await desk.provider('ksyun')
    const rules = perOrder('ksyun', '2023-01-01', {
      components: [percentage(250, { minimum: '3.00', maximum: '20.00' }), fixed('1.50')],
      exemptions: [],
    })
    const orders: Order[] = []
    for (const cash of [0, 1, 100_00, 500_00, 5_000_00]) {
      orders.push(await desk.order(id, { marketplace: 'ksyun', cash }))
    }
    const { fees, differences } = await drafted([rules], '2026-10', id, '2023-10-20')
    expect(orders.map((order) => fees.get(order.id))).toEqual([0, 450, 450, 1_400, 2_150])
    expect(differences).toEqual([])
  })

  it('agrees where newer rules came in the provider’s time, by the day of each order', async () => {
    const { id } = await desk.provider('ksyun')
    const packs = [
      perOrder('ksyun', '2023-01-01', { exemptions: [] }),
      perOrder('ksyun', '2026-10-01', { exemptions: [], components: [percentage(500)] }),
    ]
    const old = await desk.order(id, { marketplace: 'ksyun', paidAt: '2026-09-30T15:59:59.000Z' })
    const back = await refunded(old, 100_00, '2026-10-12T02:00:00.000Z')
    const own = await desk.order(id, { marketplace: 'ksyun', paidAt: '2026-09-30T16:00:00.000Z' })
    const { fees, recounted, differences } = await drafted(packs, '2026-10', id, '2023-10-20')
    expect([fees.get(back.id), fees.get(own.id)]).toEqual([-10_00, 5_00])
    expect(recounted).toHaveLength(2)
    expect(differences).toEqual([])
  })

  it('agrees about a refund of an order from a free turnover that newer rules do not grant', async () => {
    const { id } = await desk.provider()
    const packs = [packOf('kubesphere'), perOrder('kubesphere', '2024-06-01', { exemptions: [] })]
    await desk.order(id, { cash: 15_000_000, paidAt: '2024-02-05T02:00:00.000Z' })
    const crossing = await desk.order(id, { cash: 10_000_000, paidAt: '2024-02-06T02:00:00.000Z' })
    const back = await refunded(crossing, 10_000_000, '2024-06-07T02:00:00.000Z')
    const { fees, differences } = await drafted(packs, '2024-06', id, '2023-10-20')
    expect(fees.get(back.id)).toBe(-500_000)
    expect(differences).toEqual([])
  })

  it('agrees about shared cash where an order waits longer than the rules of the month would have it', async () => {
    const { id } = await desk.provider('huawei')
    const waiting = (from: string, billedMonthsAfter: number): PolicyPack => {
      const pack = packOf('huawei')
      const { rules } = pack.fees
      if (rules.model !== 'provider-share') throw new Error('huawei goes by other fees')
      const supervised = { ...rules.supervised, billedMonthsAfter }
      return { ...pack, effectiveFrom: from, fees: { ...pack.fees, rules: { ...rules, supervised } } }
    }
    const packs = [waiting('2023-01-01', 2), waiting('2026-09-01', 1)]
    const said = { marketplace: 'huawei', category: 'saas', mode: 'joint', agreedBasisPoints: 9_000 } as const
    const done = async (completedAt: string) =>
      desk.order(id, {
        ...{ ...said, supervision: 'completed', paidAt: '2026-08-03T02:00:00.000Z', completedAt },
        repaidAt: completedAt,
      })
    const august = await done('2026-08-10T02:00:00.000Z')
    const september = await done('2026-09-10T02:00:00.000Z')
    const { fees, differences } = await drafted(packs, '2026-10', id, '2023-10-20')
    expect([fees.get(august.id), fees.get(september.id)]).toEqual([10_00, 10_00])
    expect(differences).toEqual([])
  })

  it('has a refund that is too large keep nothing from the ones after it', async () => {
    const { id } = await desk.provider()
    const order = await desk.order(id, { cash: 100_00 })
    await refunded(order, 200_00, '2026-10-12T02:00:00.000Z')
    const small = await refunded(order, 40_00, '2026-10-13T02:00:00.000Z')
    const { fees, differences } = await drafted([packOf('kubesphere')], '2026-10', id, '2025-02-01')
    expect(fees.get(small.id)).toBe(-4_00)
    expect(differences).toEqual([])
  })

  it('agrees with the rules about whatever orders, refunds and packs there are', async () => {
    const componentsOf = fc.array(
      fc.oneof(
        fc.record({
          points: fc.integer({ min: 0, max: 10_000 }),
          minimum: fc.option(fc.integer({ min: 0, max: 30 })),
          maximum: fc.option(fc.integer({ min: 31, max: 60 })),
        }),
        fc.integer({ min: 0, max: 9 }),
      ),
      { minLength: 1, maxLength: 3 },
    )
    const yuan = (amount: number | null) => (amount === null ? null : `${amount}.00`)
    const moved = fc.array(
      fc.record({
        cash: fc.oneof(fc.integer({ min: 0, max: 500_00 }), fc.integer({ min: 0, max: 12_000_000 })),
        day: fc.integer({ min: 1, max: 140 }),
        back: fc.array(
          fc.record({ after: fc.integer({ min: 0, max: 60 }), part: fc.integer({ min: 1, max: 120 }) }),
          {
            maxLength: 2,
          },
        ),
        isPrivate: fc.boolean(),
        agreed: fc.option(fc.integer({ min: 0, max: 10_000 })),
      }),
      { minLength: 1, maxLength: 8 },
    )
    const asComponents = (
      parts: readonly (number | { points: number; minimum: number | null; maximum: number | null })[],
    ) =>
      parts.map((each) =>
        typeof each === 'number'
          ? fixed(`${each}.00`)
          : percentage(each.points, { minimum: yuan(each.minimum), maximum: yuan(each.maximum) }),
      )
    await fc.assert(
      fc.asyncProperty(moved, componentsOf, componentsOf, async (orders, before, after) => {
        const { id } = await desk.provider()
        const packs = [
          perOrder('kubesphere', '2023-10-20', { components: asComponents(before) }),
          perOrder('kubesphere', '2024-03-01', { components: asComponents(after) }),
        ]
        const at = (day: number) => new Date(Date.UTC(2024, 0, day, 2)).toISOString()
        for (const { cash, day, back, isPrivate, agreed } of orders) {
          const order = await desk.order(id, {
            ...sampleOrder(),
            ...{ providerId: id, cash, paidAt: at(day), agreedBasisPoints: agreed },
            channel: isPrivate ? 'private' : 'online',
          })
          for (const each of back)
            await refunded(order, Math.ceil((cash * each.part) / 100), at(day + each.after))
        }
        for (const month of ['2024-02', '2024-03', '2024-04']) {
          const { differences, recounted } = await drafted(packs, month, id, '2023-10-20')
          expect(recounted).not.toBeNull()
          expect(differences).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  })
})
