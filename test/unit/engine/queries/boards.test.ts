import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boardReading } from '#main/engine/queries/boards/board-reading.ts'
import { clusterBoard } from '#main/engine/queries/boards/cluster-board.ts'
import { subscriptionBoard } from '#main/engine/queries/boards/subscription-board.ts'
import { rowWriter } from '#main/engine/storage/cache/apply-rows.ts'
import { foldChanges } from '#main/engine/storage/cache/boards/board-changes.ts'
import {
  type BoardScope,
  CLUSTER_GROUPS,
  type ClusterGroup,
  SUBSCRIPTION_GROUPS,
  type SubscriptionGroup,
} from '#shared/contracts/console-engine/boards.ts'
import type { Cluster } from '#shared/contracts/console-platform/records/cluster.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import {
  SUBSCRIPTION_STATUSES,
  type Subscription,
} from '#shared/contracts/console-platform/records/subscription.ts'
import { sampleCluster, sampleSubscription } from '#test/integration/platform/sample-boards.ts'
import { sampleOrder } from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(() => {
  desk = deskUnderTest()
  desk.index()
})
afterAll(() => desk.close())

const SCOPE: Omit<BoardScope, 'period'> = { marketplaces: [], providerId: null, listingId: null }
const MONTH = { from: '2024-02-01', to: '2024-02-29' }
const board = (period = MONTH, by: SubscriptionGroup | null = null, scope = SCOPE) => {
  const answer = subscriptionBoard(boardReading(desk.desk()), { ...scope, period, by })
  if (answer === null) throw new Error('the boards are made')
  return answer
}

/** Days on both sides of a leap day and of a year's end, and instants on both sides of midnight in Beijing. */
const instant = fc
  .tuple(
    fc.constantFrom(
      '2024-02-27',
      '2024-02-28',
      '2024-02-29',
      '2024-03-01',
      '2024-12-31',
      '2025-01-01',
      '2023-03-01',
    ),
    fc.constantFrom('00:00:00.000', '15:59:59.999', '16:00:00.000', '23:59:59.999'),
  )
  .map(([day, time]) => `${day}T${time}Z`)
const product = fc.constantFrom(
  { marketplace: 'kubesphere', providerId: 'p-1', listingId: 'l-1' },
  { marketplace: 'kubesphere', providerId: 'p-1', listingId: 'l-2' },
  { marketplace: 'kubesphere', providerId: 'p-2', listingId: 'l-3' },
  { marketplace: 'huawei', providerId: 'p-3', listingId: 'l-4' },
)
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const user = fc.constantFrom('u-1', 'u-2', 'u-3')
const subscription = fc
  .record({
    ...{ id, userId: user, subscribedAt: instant },
    plan: fc.constantFrom('基础版', '企业版'),
    status: fc.constantFrom(...SUBSCRIPTION_STATUSES),
  })
  .chain((said) => product.map((of) => sampleSubscription({ ...said, ...of })))
const cluster = fc
  .record({
    ...{ id, userId: user, installedAt: instant },
    clusterId: fc.constantFrom('c-1', 'c-2', 'c-3'),
    packageVersion: fc.constantFrom('1.0.0', '1.1.0'),
  })
  .chain((said) => product.map((of) => sampleCluster({ ...said, ...of })))
const order = fc
  .record({
    ...{ id, paidAt: instant, cash: fc.integer({ min: 0, max: 9_999_999_99 }) },
    kind: fc.constantFrom('new', 'renewal', 'refund'),
  })
  .chain(({ cash, kind, ...said }) =>
    product.map((of) => sampleOrder({ ...said, ...of, kind, cash: kind === 'refund' ? -cash : cash })),
  )

type Step =
  | { readonly put: 'subscription'; readonly record: Subscription }
  | { readonly put: 'cluster'; readonly record: Cluster }
  | { readonly put: 'order'; readonly record: Order }
  | { readonly remove: 'subscription' | 'cluster' | 'order'; readonly id: string }
  | 'fold'
  | 'index'
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: subscription.map((record) => ({ put: 'subscription', record }) as const) },
  { weight: 6, arbitrary: cluster.map((record) => ({ put: 'cluster', record }) as const) },
  { weight: 6, arbitrary: order.map((record) => ({ put: 'order', record }) as const) },
  {
    weight: 2,
    arbitrary: fc.record({ remove: fc.constantFrom('subscription', 'cluster', 'order'), id }),
  },
  { weight: 1, arbitrary: fc.constantFrom('fold', 'index') },
)

interface World {
  readonly subscription: Map<string, Subscription>
  readonly cluster: Map<string, Cluster>
  readonly order: Map<string, Order>
}

/** Writes a history into the cache as the feed does; what is left of it, for the count by hand. */
function live(steps: readonly Step[]): World {
  const world: World = { subscription: new Map(), cluster: new Map(), order: new Map() }
  for (const table of ['subscription', 'cluster', 'market_order']) desk.cache.sql.exec(`DELETE FROM ${table}`)
  for (const each of steps) {
    if (each === 'fold') foldChanges(desk.cache.sql, 0)
    else if (each === 'index') desk.index()
    else if ('remove' in each) {
      rowWriter(desk.cache.sql, each.remove).remove(each.id)
      world[each.remove].delete(each.id)
    } else if (each.put === 'subscription') {
      desk.put('subscription', [each.record])
      world.subscription.set(each.record.id, each.record)
    } else if (each.put === 'cluster') {
      desk.put('cluster', [each.record])
      world.cluster.set(each.record.id, each.record)
    } else {
      desk.put('order', [each.record])
      world.order.set(each.record.id, each.record)
    }
  }
  return world
}

/** The day in Beijing, by the host's own zone data rather than by the program's arithmetic. */
const BEIJING = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
const dayOf = (at: string) => BEIJING.format(new Date(at))
/** The Monday of a day's week. */
function mondayOf(day: string): string {
  const date = new Date(`${day}T12:00:00Z`)
  while (date.getUTCDay() !== 1) date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}

const period = fc
  .tuple(
    fc.constantFrom('2023-02-28', '2024-02-28', '2024-02-29', '2024-03-01', '2024-12-31', '2025-01-01'),
    fc.constantFrom('2024-02-28', '2024-02-29', '2024-03-01', '2024-12-31', '2025-01-02'),
  )
  .filter(([from, to]) => from <= to)
  .map(([from, to]) => ({ from, to }))
const scope = fc.record({
  marketplaces: fc.subarray(['kubesphere', 'huawei']),
  providerId: fc.option(fc.constantFrom('p-1', 'p-2'), { nil: null }),
  listingId: fc.option(fc.constantFrom('l-1', 'l-4'), { nil: null }),
})

/** What a record is grouped under. */
function keyOf(by: SubscriptionGroup | ClusterGroup, at: string, of: Subscription | Cluster | Order): string {
  const day = dayOf(at)
  switch (by) {
    case 'day':
      return day
    case 'week':
      return mondayOf(day)
    case 'month':
      return day.slice(0, 7)
    case 'extension':
      return of.listingId ?? ''
    case 'provider':
      return of.providerId
    case 'marketplace':
      return of.marketplace
    case 'plan':
      return 'plan' in of ? of.plan : ''
    case 'version':
      return 'packageVersion' in of ? of.packageVersion : ''
    case 'status':
      return 'status' in of ? of.status : ''
  }
}

const within =
  (
    { from, to }: typeof MONTH,
    {
      marketplaces,
      providerId,
      listingId,
    }: { marketplaces: readonly string[]; providerId: string | null; listingId: string | null },
  ) =>
  (at: string, of: Subscription | Cluster | Order) =>
    from <= dayOf(at) &&
    dayOf(at) <= to &&
    (marketplaces.length === 0 || marketplaces.includes(of.marketplace)) &&
    (providerId === null || of.providerId === providerId) &&
    (listingId === null || of.listingId === listingId)

const sum = (orders: readonly Order[]) => orders.reduce((total, { cash }) => total + cash, 0)

describe('the figures of a board', () => {
  it('are those of a count by hand, whatever came, was corrected or went, in any period and by any group', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        ...([period, scope, fc.constantFrom(...SUBSCRIPTION_GROUPS)] as const),
        (steps, days, of, by) => {
          const world = live(steps)
          const isIn = within(days, of)
          const subscriptions = [...world.subscription.values()].filter((each) =>
            isIn(each.subscribedAt, each),
          )
          const orders = [...world.order.values()].filter((each) => isIn(each.paidAt, each))
          const count = (own: readonly Subscription[], paid: readonly Order[]) => ({
            subscriptions: own.length,
            users: new Set(own.map(({ userId }) => userId)).size,
            revenue: sum(paid.filter(({ kind }) => kind !== 'refund')),
            refunds: -sum(paid.filter(({ kind }) => kind === 'refund')) || 0,
          })
          const { totals, groups } = board(days, by, of)
          expect(totals).toEqual(count(subscriptions, orders))
          const ofOrders = by !== 'plan' && by !== 'status'
          const expected = new Set([
            ...subscriptions.map((each) => keyOf(by, each.subscribedAt, each)),
            ...(ofOrders ? orders.map((each) => keyOf(by, each.paidAt, each)) : []),
          ])
          const filled = groups.filter(({ key, figures }) => expected.has(key) || figures.subscriptions > 0)
          expect(new Set(filled.map(({ key }) => key))).toEqual(expected)
          for (const { key, figures } of groups) {
            const own = count(
              subscriptions.filter((each) => keyOf(by, each.subscribedAt, each) === key),
              orders.filter((each) => keyOf(by, each.paidAt, each) === key),
            )
            expect(figures).toEqual(ofOrders ? own : { ...own, revenue: null, refunds: null })
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('count different users and different clusters, in any period and by any group', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        ...([period, scope, fc.constantFrom(...CLUSTER_GROUPS)] as const),
        (steps, days, of, by) => {
          const world = live(steps)
          const isIn = within(days, of)
          const clusters = [...world.cluster.values()].filter((each) => isIn(each.installedAt, each))
          const count = (own: readonly Cluster[]) => ({
            users: new Set(own.map(({ userId }) => userId)).size,
            clusters: new Set(own.map(({ clusterId }) => clusterId)).size,
          })
          const answer = clusterBoard(boardReading(desk.desk()), { ...of, period: days, by })
          expect(answer?.totals).toEqual(count(clusters))
          const filled = (answer?.groups ?? []).filter(({ figures }) => figures.clusters > 0)
          const keys = clusters.map((each) => keyOf(by, each.installedAt, each))
          expect(new Set(filled.map(({ key }) => key))).toEqual(new Set(keys))
          for (const { key, figures } of filled) {
            expect(figures).toEqual(
              count(clusters.filter((each) => keyOf(by, each.installedAt, each) === key)),
            )
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('count a user of several days and products once: what is different is a union, never a sum', () => {
    live([])
    const of = (subscribedAt: string, listingId: string) => sampleSubscription({ subscribedAt, listingId })
    desk.put('subscription', [of('2024-02-10T02:00:00.000Z', 'l-1'), of('2024-02-11T02:00:00.000Z', 'l-2')])
    expect(board().totals).toMatchObject({ subscriptions: 2, users: 1 })
    expect(board(MONTH, 'extension').groups.map(({ figures }) => figures.users)).toEqual([1, 1])
  })

  it('have the period of as many days before beside them', () => {
    live([])
    desk.put('subscription', [sampleSubscription({ subscribedAt: '2024-01-31T15:59:59.999Z' })])
    const { totals, before } = board()
    expect(totals.subscriptions).toBe(0)
    expect(before).toMatchObject({ period: { from: '2024-01-03', to: '2024-01-31' }, totals: { users: 1 } })
  })

  it('show a series without gaps: days, weeks and months with nothing are there as well', () => {
    live([])
    expect(board(MONTH, 'day').groups).toHaveLength(29)
    expect(board(MONTH, 'week').groups.map(({ key }) => key)).toEqual([
      '2024-01-29',
      '2024-02-05',
      '2024-02-12',
      '2024-02-19',
      '2024-02-26',
    ])
    expect(board(MONTH, 'month').groups).toMatchObject([{ key: '2024-02', period: MONTH }])
  })

  it('say nothing of revenue to whom orders never reach', () => {
    const admin = deskUnderTest({ ...ACCOUNT, roles: ['admin'] })
    admin.index()
    const answer = subscriptionBoard(boardReading(admin.desk()), { ...SCOPE, period: MONTH, by: null })
    admin.close()
    expect(answer?.totals).toEqual({ subscriptions: 0, users: 0, revenue: null, refunds: null })
  })

  it('are not there before the first sync is complete', () => {
    const empty = deskUnderTest()
    const answers = [
      subscriptionBoard(boardReading(empty.desk()), { ...SCOPE, period: MONTH, by: null }),
      clusterBoard(boardReading(empty.desk()), { ...SCOPE, period: MONTH, by: null }),
    ]
    empty.close()
    expect(answers).toEqual([null, null])
  })
})
