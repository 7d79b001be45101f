// The board of a year on 1,000,000 subscriptions, 200,000 clusters and 1,200,000 orders, against the same figures in SQL over
// the rows themselves, on the encrypted copy, and by DuckDB from a copy of its own: totals, then groups, then again after
// 1,000 changed rows. All three give the same.
import { boardReading } from '#main/engine/queries/boards/board-reading.ts'
import { clusterBoard } from '#main/engine/queries/boards/cluster-board.ts'
import { subscriptionBoard } from '#main/engine/queries/boards/subscription-board.ts'
import type { SubscriptionGroup } from '#shared/contracts/console-engine/boards.ts'
import {
  SUBSCRIPTION_STATUSES,
  type Subscription,
} from '#shared/contracts/console-platform/records/subscription.ts'
import { sampleCluster, sampleSubscription } from '#test/integration/platform/sample-boards.ts'
import { sampleOrder } from '#test/integration/platform/sample-records.ts'
import { deskUnderTest } from '#test/unit/engine/queries/desk-under-test.ts'
import { type DuckDbCopy, duckDbCopy } from './harness/duckdb-copy.ts'
import { scaled } from './harness/scale.ts'

const SUBSCRIPTIONS = scaled(1_000_000)
const CLUSTERS = scaled(200_000)
const ORDERS = scaled(1_200_000)
const USERS = scaled(300_000)
const PRODUCTS = scaled(2000)
const CHANGES = scaled(1000)
const BATCH = 10_000
const RUNS = 5
const RAW_RUNS = 3
const DAYS = 730
const YEAR = { from: '2025-03-01', to: '2026-02-28' }
/** The same, as instants. */
const SINCE = "'2025-02-28T16:00:00.000Z'"
const BEFORE = "'2026-02-28T16:00:00.000Z'"
const FIRST = Date.parse('2024-11-30T16:00:00.000Z')

/** Spread by a prime, so that neighbours are not of one day, user or product. */
const at = (index: number) => new Date(FIRST + ((index * 7919) % (DAYS * 1440)) * 60_000).toISOString()
const productOf = (index: number) => {
  const product = (index * 104_729) % PRODUCTS
  return { listingId: `l-${product}`, providerId: `p-${product % 160}`, marketplace: 'kubesphere' }
}
const userOf = (index: number) => `u-${(index * 15_485_863) % USERS}`

function subscription(index: number): Subscription {
  return sampleSubscription({
    ...{ id: `s-${index}`, userId: userOf(index), subscribedAt: at(index), plan: `plan-${index % 3}` },
    status: SUBSCRIPTION_STATUSES[index % SUBSCRIPTION_STATUSES.length] ?? 'active',
    ...productOf(index),
  })
}

const desk = deskUnderTest()
function fill(count: number, put: (indexes: readonly number[]) => void): void {
  for (let start = 0; start < count; start += BATCH) {
    put(Array.from({ length: Math.min(BATCH, count - start) }, (_, index) => start + index))
  }
}
fill(SUBSCRIPTIONS, (indexes) => desk.put('subscription', indexes.map(subscription)))
fill(CLUSTERS, (indexes) =>
  desk.put(
    'cluster',
    indexes.map((index) =>
      sampleCluster({
        id: `c-${index}`,
        userId: userOf(index),
        clusterId: `k-${index >> 1}`,
        installedAt: at(index),
        ...productOf(index),
      }),
    ),
  ),
)
fill(ORDERS, (indexes) =>
  desk.put(
    'order',
    indexes.map((index) =>
      sampleOrder({
        ...{ number: `n-${index}`, paidAt: at(index), cash: index % 20 === 0 ? -index : index },
        ...{ kind: index % 20 === 0 ? 'refund' : 'new', ...productOf(index) },
      }),
    ),
  ),
)
const built = performance.now()
desk.index()
console.log(`indexes, search and boards made in ${((performance.now() - built) / 1000).toFixed(1)} s`)

const { sql } = desk.cache
const within = (column: string) => `${column} >= ${SINCE} AND ${column} < ${BEFORE}`
const SQL = {
  subscriptions: `SELECT count(*) AS subscriptions, count(DISTINCT userId) AS users FROM subscription
    WHERE ${within('subscribedAt')}`,
  orders: `SELECT coalesce(sum(CASE WHEN kind <> 'refund' THEN cash END), 0) AS revenue,
      coalesce(-sum(CASE WHEN kind = 'refund' THEN cash END), 0) AS refunds FROM market_order
    WHERE ${within('paidAt')}`,
  clusters: `SELECT count(DISTINCT userId) AS users, count(DISTINCT clusterId) AS clusters FROM cluster
    WHERE ${within('installedAt')}`,
  groups: `SELECT listingId AS key, count(*) AS subscriptions, count(DISTINCT userId) AS users FROM subscription
    WHERE ${within('subscribedAt')} GROUP BY 1`,
}
const RAW = {
  subscriptions: sql.prepare<[], { subscriptions: number; users: number }>(SQL.subscriptions),
  orders: sql.prepare<[], { revenue: number; refunds: number }>(SQL.orders),
  clusters: sql.prepare<[], { users: number; clusters: number }>(SQL.clusters),
  groups: sql.prepare<[], { key: string; subscriptions: number; users: number }>(SQL.groups),
}
const copied = performance.now()
const duck: DuckDbCopy = await duckDbCopy(sql, [
  { table: 'subscription', at: 'subscribedAt', texts: ['userId', 'listingId'], numbers: [] },
  { table: 'market_order', at: 'paidAt', texts: ['kind'], numbers: ['cash'] },
  { table: 'cluster', at: 'installedAt', texts: ['userId', 'clusterId'], numbers: [] },
])
console.log(`copied to DuckDB in ${((performance.now() - copied) / 1000).toFixed(1)} s`)
const scope = { marketplaces: [], providerId: null, listingId: null }
const totals = (by: SubscriptionGroup | null = null) => {
  const board = subscriptionBoard(boardReading(desk.desk()), { period: YEAR, ...scope, by })
  if (board === null) throw new Error('the boards are made')
  return board
}

/** The fastest of some runs, in milliseconds: other programs only ever make one slower. */
function fastest(run: () => unknown, runs = RUNS): number {
  return Math.min(
    ...Array.from({ length: runs }, () => {
      const start = performance.now()
      run()
      return performance.now() - start
    }),
  )
}
/** Likewise of what answers later. */
async function fastestOf(run: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let left = RUNS; left > 0; left -= 1) {
    const start = performance.now()
    await run()
    least = Math.min(least, performance.now() - start)
  }
  return least
}
const say = (name: string, raw: number, duckDb: number, ours: number) => {
  const ratio = (other: number) => (other / Math.max(ours, 0.001)).toFixed(1)
  console.log(
    `${name}: in SQL ${raw.toFixed(1)} ms, DuckDB ${duckDb.toFixed(1)} ms, the board ${ours.toFixed(1)} ms, ratio ${ratio(raw)}, to DuckDB ${ratio(duckDb)}`,
  )
}
function same(ours: object, theirs: object): void {
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
    throw new Error(`the same figures: ${JSON.stringify(ours)} and ${JSON.stringify(theirs)}`)
  }
}
const checkTotals = () => same(totals().totals, { ...RAW.subscriptions.get(), ...RAW.orders.get() })
const duckTotals = async () => ({
  ...(await duck.ask(SQL.subscriptions))[0],
  ...(await duck.ask(SQL.orders))[0],
})

const cold = performance.now()
totals()
console.log(
  `first board of an open copy, with the period before: ${(performance.now() - cold).toFixed(1)} ms`,
)
checkTotals()
same(totals().totals, await duckTotals())
// A board says the period before as well: two years of figures in one answer.
say(
  'totals of a year',
  fastest(() => [RAW.subscriptions.get(), RAW.orders.get()], RAW_RUNS),
  await fastestOf(duckTotals),
  fastest(() => totals()),
)
const clusters = () =>
  clusterBoard(boardReading(desk.desk()), { period: YEAR, ...scope, by: null })?.totals ?? {}
same(clusters(), RAW.clusters.get() ?? {})
same(clusters(), (await duck.ask(SQL.clusters))[0] ?? {})
say(
  'clusters of a year',
  fastest(() => RAW.clusters.get(), RAW_RUNS),
  await fastestOf(() => duck.ask(SQL.clusters)),
  fastest(clusters),
)

const byProduct = (
  rows: readonly { readonly key: string; readonly subscriptions: number; readonly users: number }[],
) =>
  rows
    .filter((row) => row.subscriptions > 0)
    .map(({ key, subscriptions, users }) => [key, subscriptions, users])
    .toSorted()
const groups = () => totals('extension').groups.map(({ key, figures }) => ({ key, ...figures }))
same(byProduct(groups()), byProduct(RAW.groups.all()))
const duckGroups = (await duck.ask(SQL.groups)).map(({ key, subscriptions, users }) => ({
  ...{ key: String(key), subscriptions: Number(subscriptions), users: Number(users) },
}))
same(byProduct(groups()), byProduct(duckGroups))
say(
  'groups by product',
  fastest(() => RAW.groups.all(), RAW_RUNS),
  await fastestOf(() => duck.ask(SQL.groups)),
  fastest(groups),
)

const changed = Array.from({ length: CHANGES }, (_, index) => {
  const old = subscription((index * 999_983) % SUBSCRIPTIONS)
  return { ...old, version: 2, status: 'released', userId: `u-new-${index % 100}` } satisfies Subscription
})
const applying = performance.now()
desk.put('subscription', changed)
const applied = performance.now() - applying
const asking = performance.now()
totals()
const answered = performance.now() - asking
checkTotals()
console.log(
  `${CHANGES} changed rows applied in ${applied.toFixed(1)} ms, the board exact again ${answered.toFixed(1)} ms after that`,
)
duck.close()
desk.close()
