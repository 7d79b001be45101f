import { defineConfig } from 'vitest/config'

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
      project('unit', { testTimeout: 30_000 }),
      project('contract', { testTimeout: 60_000 }),
      project('integration', { testTimeout: 30_000, hookTimeout: 60_000 }),
      project('model', { testTimeout: 120_000 }),
      project('architecture'),
      // Real processes and a real browser: one file after the other, on what `npm run build` made.
      project('e2e', {
        testTimeout: 60_000,
        hookTimeout: 90_000,
        fileParallelism: false,
        globalSetup: ['test/e2e/harness/global-setup.ts'],
      }),
    ],
  },
})
