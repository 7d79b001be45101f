import { loadPolicies } from '#platform/load-policies.ts'
import { createPlatform } from '#platform/start-platform.ts'
import { sampleOrder } from '#test/integration/platform/sample-records.ts'
import { MARKET, monthProviders, ORDERS, PROVIDERS } from './month-scale.ts'

// Puts a month of orders, in a process of its own: what making them takes is not counted. Argument: its folder.
/** One provider has a fiftieth of all, as a large one does. */
const LARGE = Math.round(ORDERS / 50)
const AT_ONCE = 2000

const [, , dataDir = ''] = process.argv
const platform = await createPlatform({ dataDir, policies: await loadPolicies() })
const orderAt = (at: number) =>
  sampleOrder({
    marketplace: MARKET,
    providerId: `provider-${at < LARGE ? 0 : at % PROVIDERS}`,
    cash: 100_00 + (at % 5000),
    paidAt: new Date(Date.UTC(2026, 9, 1 + (at % 30), at % 15)).toISOString(),
  })
await platform.store.write((transaction) => transaction.putNew('provider', monthProviders()))
for (let from = 0; from < ORDERS; from += AT_ONCE) {
  const some = Array.from({ length: Math.min(AT_ONCE, ORDERS - from) }, (_, at) => orderAt(from + at))
  await platform.store.write((transaction) => transaction.putNew('order', some))
}
await platform.close()
