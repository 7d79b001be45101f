import { defineConfig } from 'vitest/config'

/** What judges mutants (`npm run mutants`): the tests of rules and transitions, which need no build and no platform. */
export default defineConfig({
  test: {
    include: ['test/unit/{money,calendar,bank-statements,rules,contracts}/**/*.test.ts'],
    setupFiles: ['test/property-seed.ts'],
    isolate: false,
    testTimeout: 30_000,
  },
})
