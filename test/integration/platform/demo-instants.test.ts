import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { seedDemo } from '#platform/demo/seed-demo.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { createPlatform } from '#platform/start-platform.ts'

it.each([
  [
    'in the evening of a Saturday, when a provider that is owed a month owes the next',
    '2026-11-28T10:05:00Z',
  ],
  ['in the first hour of a year without a table of holidays', '2027-12-31T16:30:00Z'],
  ['on a leap day', '2028-02-29T03:00:00Z'],
  ['in the first hour of a day in UTC', '2026-11-29T00:10:00Z'],
])('the demo is told whole %s', async (_, instant) => {
  const folder = await mkdtemp(join(tmpdir(), 'marketdesk-demo-'))
  const policies = await loadPolicies()
  let passed = 0
  // Every look at the clock is a little later.
  const clock = () => {
    passed += 7
    return Date.parse(instant) + passed
  }
  const platform = await createPlatform({ dataDir: folder, policies, clock })
  try {
    await seedDemo(platform)
    const { json } = await platform.store.snapshotRows('payoutRequest', '', 100)
    expect(JSON.parse(`[${Buffer.from(json).toString('utf8')}]`).length).toBeGreaterThan(3)
  } finally {
    await platform.close()
    await rm(folder, { recursive: true })
  }
})
