import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Each of them is a platform, a console and a browser, and waits half of its time. */
const E2E_WORKERS = Math.max(2, Math.floor(availableParallelism() / 2))

/** Where properties are held: their seed stands there. */
const PROPERTIES = ['test/property-seed.ts']

/** A kind of test, one folder of test/ each. */
function project(name: string, more: object = {}) {
  return { test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], ...more } }
}

export default defineConfig({
  test: {
    // Half of the work is waiting: use every core, also where there are but two.
    maxWorkers: '100%',
    projects: [
      // The limit is against hanging, not against slow machines.
      project('unit', { setupFiles: PROPERTIES, testTimeout: 30_000 }),
      project('contract', { testTimeout: 60_000 }),
      project('integration', { testTimeout: 30_000, hookTimeout: 60_000 }),
      project('model', { setupFiles: PROPERTIES, testTimeout: 120_000 }),
      project('architecture'),
      // Every bench at a hundredth of its size, on what `npm run build` made.
      project('bench', { testTimeout: 180_000 }),
      // Real processes and a real browser, on what `npm run build` made.
      project('e2e', {
        testTimeout: 180_000,
        hookTimeout: 180_000,
        maxWorkers: E2E_WORKERS,
        globalSetup: ['test/e2e/harness/global-setup.ts'],
      }),
    ],
  },
})
