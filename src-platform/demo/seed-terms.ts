import { assert } from '#shared/base/assert.ts'
import { addDays } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { now, type Platform } from '../platform.ts'
import { DEMO_ACCOUNTS } from './demo-accounts.ts'
import { giver } from './demo-decisions.ts'
import { seededRandom } from './seeded-random.ts'

const HOUR_MS = 3_600_000
/** How long ago each contract began and when it ends, in days from today, and how it goes on. */
const TERMS = [
  [-725, 6, 'by-agreement'],
  [-372, -8, 'by-agreement'],
  [-500, 230, 'automatic'],
] as const

/** The terms of some contracts: one that ends soon, one that ended and nobody renewed, one that renews by itself. */
export async function seedDemoTerms(platform: Platform, providers: readonly Provider[]): Promise<void> {
  const today = shanghaiDate(now(platform))
  const give = giver(platform, seededRandom(20261128))
  const [, manager] = DEMO_ACCOUNTS
  assert(manager !== undefined, 'the demo has a manager')
  const active = providers.filter(({ status }) => status === 'active')
  for (const [at, [from, until, renewal]] of TERMS.entries()) {
    const provider = active[at]
    if (provider === undefined) continue
    const agreement = packInForce(platform.policies.packs, provider.marketplace, today)?.admission
      .agreements[0]
    if (agreement === undefined) continue
    await give(platform.clock() - (10 - at) * HOUR_MS, manager, 'provider.record-term', provider.id, {
      ...{ agreement: agreement.id, from: addDays(today, from), until: addDays(today, until), renewal },
      ...{ reason: '', attachments: [] },
    })
  }
}
