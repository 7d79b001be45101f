import { readRows } from '#main/engine/storage/cache/boards/read-rows.ts'
import type { RunningPlatform } from '#platform/start-platform.ts'
import type { StoreTransaction } from '#platform/store/store.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Cluster } from '#shared/contracts/console-platform/records/cluster.ts'
import type { Subscription } from '#shared/contracts/console-platform/records/subscription.ts'
import { sampleBill } from '#test/integration/platform/sample-bills.ts'
import { sampleCluster, sampleSubscription } from '#test/integration/platform/sample-boards.ts'
import { sampleCall } from '#test/integration/platform/sample-calls.ts'
import type { SimulatedConsole } from './simulated-console.ts'

/** Subscriptions, and clusters, there are in the end; later turns correct earlier ones. */
const RECORDS = 12
const HOUR_MS = 3_600_000
const EVER = { from: '2026-01-01', to: '2026-12-31' }

/**
 * What users do at the marketplace at a turn: somebody subscribes and installs, or what was said of it is corrected; the
 * marketplace reports a call of a production interface and a bill of metered use.
 */
export async function usersAct(transaction: StoreTransaction, turn: number, now: number): Promise<void> {
  const which = turn % RECORDS
  // Some of them on another day in Beijing than before.
  const at = new Date(now - (turn % 5) * 7 * HOUR_MS).toISOString()
  const said = { userId: `u-${turn % 4}`, listingId: `l-${turn % 3}`, updatedAt: at }
  const [subscriptionId, clusterId] = [`s-${which}`, `k-${which}`]
  const subscription = await transaction.get('subscription', subscriptionId)
  await transaction.put(
    'subscription',
    sampleSubscription({
      ...{ ...said, id: subscriptionId, version: (subscription?.version ?? 0) + 1, subscribedAt: at },
      status: turn % 2 === 0 ? 'active' : 'expired',
    }),
  )
  const cluster = await transaction.get('cluster', clusterId)
  await transaction.put(
    'cluster',
    sampleCluster({
      ...{ ...said, id: clusterId, version: (cluster?.version ?? 0) + 1, installedAt: at },
      clusterId: `c-${turn % 7}`,
    }),
  )
  const id = `01HZ${String(turn).padStart(22, '0')}`
  await transaction.put('interfaceCall', sampleCall({ id, callId: `call-${turn}`, at, updatedAt: at }))
  await transaction.put(
    'meteredBill',
    sampleBill({ id, billId: `bill-${turn}`, billedAt: at, updatedAt: at }),
  )
}

/** Where a console's boards are not what a count over the platform's own records comes to. */
export async function boardComplaints(
  platform: RunningPlatform,
  consoles: readonly SimulatedConsole[],
): Promise<string[]> {
  const subscriptions: Subscription[] = []
  const clusters: Cluster[] = []
  for (let which = 0; which < RECORDS; which += 1) {
    const subscription = await platform.store.get('subscription', `s-${which}`)
    const cluster = await platform.store.get('cluster', `k-${which}`)
    if (subscription !== null) subscriptions.push(subscription)
    if (cluster !== null) clusters.push(cluster)
  }
  const expected = {
    subscription: subscriptions.map(
      (each) => `${shanghaiDate(each.subscribedAt)} ${each.listingId} ${each.status}`,
    ),
    cluster: clusters.map((each) => `${shanghaiDate(each.installedAt)} ${each.listingId} ${each.status}`),
  }
  const users = new Set([...subscriptions, ...clusters].map(({ userId }) => userId)).size
  return consoles.flatMap((console) => {
    const sql = console.isOn ? console.engine.workspace()?.cache.sql : undefined
    if (sql === undefined) return []
    return (['subscription', 'cluster'] as const).flatMap((board) => {
      const rows = readRows(sql, board, EVER, () => true)
      if (rows === null) return [`${console.email} has no board of ${board}`]
      const found = [...rows.facets].map((number, at) => {
        const { listingId, status } = rows.facet(number) ?? {}
        const day = new Date(Date.parse(EVER.from) + (rows.days[at] ?? 0) * 24 * HOUR_MS)
        return `${day.toISOString().slice(0, 10)} ${listingId} ${status}`
      })
      const isSame = found.toSorted().join() === expected[board].toSorted().join()
      const isFew = new Set(rows.first).size <= users
      return isSame && isFew ? [] : [`the board of ${board} of ${console.email} is not what is on record`]
    })
  })
}
