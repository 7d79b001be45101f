import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { builtThreads } from './tools/build/test-threads.ts'

/** Each of them is a platform, a console and a browser, and waits half of its time. */
const E2E_WORKERS = Math.max(2, Math.floor(availableParallelism() / 2))

/** Where properties are held: their seed stands there. */
const PROPERTIES = ['test/property-seed.ts']

/** Files of one worker share what they import: loading it anew for each takes two thirds of the work. */
const SHARED = { isolate: false }

/** Whose tests start threads. */
const THREADS = { globalSetup: ['test/build-threads.ts'] }

/** A kind of test, one folder of test/ each. */
function project(name: string, more: object = {}) {
  return { plugins: [builtThreads()], test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], ...more } }
}

export default defineConfig({
  test: {
    // Half of the work is waiting: use every core, also where there are but two.
    maxWorkers: '100%',
    projects: [
      // The limit is against hanging, not against slow machines.
      project('unit', { ...SHARED, ...THREADS, setupFiles: PROPERTIES, testTimeout: 30_000 }),
      project('contract', { ...SHARED, ...THREADS, testTimeout: 60_000 }),
      project('integration', { ...SHARED, ...THREADS, testTimeout: 30_000, hookTimeout: 60_000 }),
      project('model', { ...SHARED, ...THREADS, setupFiles: PROPERTIES, testTimeout: 120_000 }),
      project('architecture', { ...SHARED, testTimeout: 30_000 }),
      // Every bench at a hundredth of its size, on what `npm run build` made.
      project('bench', { testTimeout: 180_000 }),
      // Real processes and a real browser, on what `npm run build` made.
      project('e2e', {
        ...SHARED,
        testTimeout: 180_000,
        hookTimeout: 180_000,
        maxWorkers: E2E_WORKERS,
        globalSetup: ['test/e2e/harness/global-setup.ts'],
      }),
    ],
  },
})
