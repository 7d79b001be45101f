import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readClusterCase, readSubscriptionCase } from '#main/engine/queries/boards/board-cases.ts'
import { listClusters } from '#main/engine/queries/boards/list-clusters.ts'
import { listSubscriptions } from '#main/engine/queries/boards/list-subscriptions.ts'
import {
  clusterFilterSchema,
  SUBSCRIPTION_SORT_COLUMNS,
  subscriptionFilterSchema,
} from '#shared/contracts/console-engine/subscriptions.ts'
import { sampleCluster, sampleSubscription } from '#test/integration/platform/sample-boards.ts'
import { sampleOrder } from '#test/integration/platform/sample-records.ts'
import { type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const first = sampleOrder({ paidAt: '2025-02-01T02:00:00.000Z' })
const renewal = sampleOrder({ kind: 'renewal', paidAt: '2026-02-10T02:00:00.000Z' })
const refund = sampleOrder({
  kind: 'refund',
  refundOf: first.id,
  cash: -5000,
  paidAt: '2025-03-01T02:00:00.000Z',
})
const renewed = sampleSubscription({
  orderId: first.id,
  renewals: [renewal.id],
  // Sunday evening in Beijing is Sunday in UTC as well; a minute before four it is still the day before.
  subscribedAt: '2026-01-31T15:59:59.999Z',
})
const inGrace = sampleSubscription({
  status: 'grace',
  userId: 'u-2',
  userName: '青岚数据',
  listingId: 'listing-2',
})
const endless = sampleSubscription({ expiresAt: null, months: null, paid: 0, providerId: 'provider-2' })
const installed = sampleCluster()
const beside = sampleCluster({ listingId: 'listing-2', productName: '日志审计', packageVersion: '2.0.0' })
let desk: DeskUnderTest

beforeAll(() => {
  desk = deskUnderTest()
  desk.put('order', [first, renewal, refund])
  desk.put('subscription', [renewed, inGrace, endless])
  desk.put('cluster', [installed, beside])
  desk.index()
})
afterAll(() => desk.close())

const listed = (
  filter: object,
  sort: { column: (typeof SUBSCRIPTION_SORT_COLUMNS)[number]; descending: boolean } = {
    column: 'subscribedAt',
    descending: true,
  },
) =>
  listSubscriptions(desk.desk(), {
    filter: subscriptionFilterSchema.parse(filter),
    ...{ sort, after: null, limit: 50 },
  }).rows.map(({ id }) => id)

describe('the rows behind a board', () => {
  it('are those of the days in Beijing, both included', () => {
    expect(listed({ from: '2026-01-31', to: '2026-01-31' })).toEqual([renewed.id])
    expect(listed({ from: '2026-02-01', to: '2026-02-01' })).toHaveLength(2)
  })

  it('are cut to states, a provider, a product, a plan, days of ending, and found by the name of the user', () => {
    expect(listed({ statuses: ['grace'] })).toEqual([inGrace.id])
    expect(listed({ providerId: 'provider-2' })).toEqual([endless.id])
    expect(listed({ listingId: 'listing-2' })).toEqual([inGrace.id])
    expect(listed({ plan: '企业版' })).toEqual([])
    expect(listed({ endsFrom: '2027-02-01', endsTo: '2027-02-01' })).toHaveLength(2)
    expect(listed({ text: '岚' })).toEqual([inGrace.id])
  })

  it('are sorted in SQL by every column that says it sorts; what has no end comes last', () => {
    expect(listed({}, { column: 'expiresAt', descending: false }).at(-1)).toBe(endless.id)
    expect(listed({}, { column: 'paid', descending: false })[0]).toBe(endless.id)
    const asked = vi.spyOn(desk.desk().statements, 'prepare')
    for (const column of SUBSCRIPTION_SORT_COLUMNS) listed({}, { column, descending: true })
    const steps = asked.mock.calls
      .map(([sql]) => sql)
      .filter((sql) => sql.includes('r.body AS body'))
      .flatMap((sql) =>
        desk.cache.sql
          .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+/g, "'1'")}`)
          .all()
          .map(({ detail }) => detail),
      )
    asked.mockRestore()
    expect(steps.filter((step) => step.startsWith('SCAN r'))).toEqual([])
    for (const index of ['subscribedAt', 'ifnull_expiresAt_9999_12_31', 'paid']) {
      expect(steps.join()).toContain(`by_subscription_status_${index}_id`)
    }
  })

  it('of clusters are cut to a version', () => {
    const question = { sort: { column: 'installedAt', descending: true }, after: null, limit: 50 } as const
    const filter = clusterFilterSchema.parse({ packageVersion: '2.0.0' })
    expect(listClusters(desk.desk(), { ...question, filter }).rows).toEqual([beside])
  })
})

describe('a case', () => {
  it('of a subscription has its orders, refunds among them, the oldest first, and its clusters', () => {
    const { orders, clusters } = readSubscriptionCase(desk.desk(), renewed.id)
    expect(orders.map(({ id }) => id)).toEqual([first.id, refund.id, renewal.id])
    expect(clusters).toEqual([installed])
  })

  it('of a cluster has what else runs on it, and the subscriptions of its user and product', () => {
    const { others, subscriptions } = readClusterCase(desk.desk(), installed.id)
    expect(others).toEqual([beside])
    expect(subscriptions.map(({ id }) => id).sort()).toEqual([renewed.id, endless.id].sort())
  })

  it('that is not here says so', () => {
    expect(() => readSubscriptionCase(desk.desk(), 'none')).toThrow(/none/)
    expect(() => readClusterCase(desk.desk(), 'none')).toThrow(/none/)
  })
})
