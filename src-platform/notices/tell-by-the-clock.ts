import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { tellOfFailures } from '../interface-calls/failing-products.ts'
import { instantOf, now, type Platform } from '../platform.ts'
import { tellOfDeposits } from './tell-of-deposits.ts'

const EVERY_MS = 60_000
/** How long a process has the telling to itself after it last said so. */
const LEASE_MS = 5 * EVERY_MS
const LEASE = 'notices by the clock'

/**
 * Tells providers what no decision but the clock brings about, each minute until the answer is called: of calls that failed,
 * and once a day in Beijing of deposits. One process does, as long as it holds the lease.
 */
export function tellByTheClock(platform: Platform): () => void {
  const holder = platform.newId()
  let isTelling = false
  let told: string | null = null
  const tell = async () => {
    const until = instantOf(platform.clock() + LEASE_MS)
    const isOurs = await platform.store.write((transaction) =>
      transaction.takeLease(LEASE, holder, now(platform), until),
    )
    if (!isOurs) return
    await tellOfFailures(platform)
    const today = shanghaiDate(now(platform))
    if (told === today) return
    await tellOfDeposits(platform)
    told = today
  }
  const timer = setInterval(() => {
    if (isTelling) return
    isTelling = true
    // What fails now is tried again in the next minute.
    void tell()
      .catch((error: unknown) => console.error('notices by the clock failed:', error))
      .finally(() => {
        isTelling = false
      })
  }, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
