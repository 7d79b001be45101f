import { addDays, monthOfDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate, startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { failedOrdersByMonth, isTooMany } from '#shared/rules/interface-health/failed-orders.ts'
import { causeOfFailures, type InterfaceFailures, noticeOfFailures } from '../notices/notice-of-failures.ts'
import { instantOf, now, type Platform } from '../platform.ts'
import type { FailedCreation } from '../store/failed-creation.ts'
import type { OrdersOf, StoreReader } from '../store/store.ts'

const DAY_MS = 24 * 3_600_000
/** How far back the clock looks for calls that failed: as long as nothing looked at it. */
const LOOKS_BACK_MS = 3 * DAY_MS

/**
 * The products of a provider of which more orders failed at its interface in a month than the rule allows, this month and the
 * one that yesterday lay in, and whose notice is still to be made.
 */
export async function failingProducts(
  reader: StoreReader,
  { policies }: Pick<Platform, 'policies'>,
  of: OrdersOf,
  at: string,
): Promise<InterfaceFailures[]> {
  const today = shanghaiDate(at)
  const section = packInForce(policies.packs, of.marketplace, today)?.interfaces
  const scene = section?.scenes.find(({ act }) => act === 'create')
  if (section == null || scene === undefined) return []
  const first = `${monthOfDate(addDays(today, -1))}-01`
  // An order that is given up in the first hours of a month was begun before it.
  const since = instantOf(Date.parse(startOfShanghaiDay(first)) - DAY_MS)
  const products = new Map<string, FailedCreation[]>()
  for (const each of await reader.failedCreations(of, scene.id, since)) {
    products.set(each.productName, [...(products.get(each.productName) ?? []), each])
  }
  const failing: InterfaceFailures[] = []
  for (const [productName, creations] of products) {
    const listingId = creations.at(-1)?.listingId ?? null
    for (const [month, orders] of failedOrdersByMonth(section, creations, at)) {
      if (month < monthOfDate(first) || !isTooMany(section, orders.length)) continue
      const limit = section.failedOrders.more
      const found = { ...of, listingId, productName, month, failures: orders.length, limit }
      if ((await reader.named('notice', of.marketplace, causeOfFailures(found))) === null) failing.push(found)
    }
  }
  return failing
}

/**
 * Tells providers whose orders have failed too often by now: an order fails some hours after its first call, when nobody may
 * call any more. Answers how many notices it made.
 */
export async function tellOfFailures(
  platform: Pick<Platform, 'store' | 'policies' | 'clock' | 'newId' | 'noticeTemplates'>,
): Promise<number> {
  const { store } = platform
  const at = now(platform)
  let made = 0
  for (const of of await store.providersFailing(instantOf(platform.clock() - LOOKS_BACK_MS))) {
    for (const failing of await failingProducts(store, platform, of, at)) {
      const notice = await store.write((transaction) =>
        noticeOfFailures({ platform, transaction, at, commandId: null }, failing),
      )
      if (notice !== null) made += 1
    }
  }
  return made
}
