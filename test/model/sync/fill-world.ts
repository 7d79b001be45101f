import { ulid } from 'ulid'
import { demoApplicant } from '#platform/demo/demo-applicant.ts'
import { demoApplication, demoProvider } from '#platform/demo/demo-applications.ts'
import type { SeededRandom } from '#platform/demo/seeded-random.ts'
import { planObligations } from '#platform/deposits/plan-obligations.ts'
import type { Platform } from '#platform/platform.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'

/** Providers with a deposit from the start; two of three left long ago and may have its money back. */
const DEPOSITS = 6
export const APPLICATIONS = 8

/** Applications to decide about, and deposits to pay. `now`: milliseconds since 1970. */
export async function fillWorld(
  platform: Pick<Platform, 'policies' | 'store'>,
  random: SeededRandom,
  now: number,
): Promise<void> {
  const pack = packInForce(platform.policies.packs, 'kubesphere', '2026-03-02')
  if (pack === null) throw new Error('the model needs the KubeSphere pack')
  await platform.store.write(async (transaction) => {
    for (let at = 0; at < APPLICATIONS; at += 1) {
      const submittedAt = now - at * 3_600_000
      const applicant = demoApplicant(random, {
        pack,
        kind: 'enterprise',
        categories: ['extension'],
        on: '2026-03-02',
        mistakes: at % 4 === 3 ? 1 : 0,
        file: () => ({ hash: 'a'.repeat(64), bytes: 1 }),
      })
      const providerId = `p-${at}`
      const at_ = new Date(submittedAt).toISOString()
      await transaction.put(
        'provider',
        demoProvider(random, providerId, applicant, 'prospect', '2026-03-02', at_),
      )
      await transaction.put(
        'application',
        demoApplication(random, {
          id: ulid(submittedAt, random.next),
          providerId,
          applicant,
          purpose: 'first',
          status: 'submitted',
          submittedAt,
          pack,
          calendar: platform.policies.calendar,
          now,
        }),
      )
    }
    for (let at = 0; at < DEPOSITS; at += 1) {
      for (const obligation of owed(platform, random, now, at))
        await transaction.put('depositObligation', obligation)
    }
  })
}

/** Of a provider that was there before: one that left may have back what it has paid. */
function owed(platform: Pick<Platform, 'policies'>, random: SeededRandom, now: number, at: number) {
  const providerId = `q-${at}`
  const joinedOn = '2024-05-01'
  const categories = ['extension']
  const provider = { id: providerId, marketplace: 'kubesphere', name: providerId, joinedOn, categories }
  const left = {
    firstListedOn: '2024-06-01',
    lastDelistedOn: '2025-06-01',
    cooperationEndedOn: '2025-06-01',
  }
  const entry = {
    at: new Date(now).toISOString(),
    actor: 'platform',
    actorName: 'platform',
    action: 'application.approve',
    noteToVendor: null,
    internalNote: null,
    reasons: [],
  }
  return planObligations(
    platform.policies,
    { ...provider, staff: 50, freeOrOpenSourceOnly: false, openSourceOnly: false },
    [],
    { on: '2026-03-02', entry, change: () => (at % 3 === 2 ? {} : left) },
    () => ulid(now, random.next),
  ).map(({ after }) => after)
}
