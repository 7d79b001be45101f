import { createOperator } from '#platform/auth/operators.ts'
import { listen } from '#platform/http/listen.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { createPlatform } from '#platform/start-platform.ts'
import type { StoreTransaction } from '#platform/store/store.ts'
import { manyApplication, manyListing, manyProvider, manyVersion } from './many-records.ts'
import { scaled } from './scale.ts'

/** A platform of its own process with 200,000 records; tells its parent where it is. Argument: its folder. */
const PROVIDERS = scaled(20_000)
const APPLICATIONS = scaled(90_000)
const LISTINGS = scaled(20_000)
const VERSIONS = scaled(70_000)
const BATCH = 5000

const [, , dataDir = ''] = process.argv
const platform = await createPlatform({ dataDir, policies: await loadPolicies() })

async function fill(
  count: number,
  put: (to: StoreTransaction, index: number) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < count; start += BATCH) {
    await platform.store.write(async (transaction) => {
      for (let index = start; index < Math.min(count, start + BATCH); index++) await put(transaction, index)
    })
  }
}

await createOperator(platform, {
  id: 'ann',
  name: 'Ann',
  email: 'ann@example.cn',
  password: 'correct horse battery',
  roles: ['ops'],
})
await fill(PROVIDERS, (to, index) => to.put('provider', manyProvider(index)))
await fill(APPLICATIONS, (to, index) => to.put('application', manyApplication(index, PROVIDERS)))
await fill(LISTINGS, (to, index) => to.put('listing', manyListing(index, PROVIDERS)))
await fill(VERSIONS, (to, index) => to.put('listingVersion', manyVersion(index, LISTINGS, PROVIDERS)))
const { url } = await listen(platform, { port: 0 })
process.send?.(url)
