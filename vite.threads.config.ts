import { defineConfig } from 'vite'
import { programOutput } from './tools/build/program-output.ts'
import { TEST_THREADS } from './tools/build/test-threads.ts'

/** What tests start as threads or processes; the workers of ours that these start are found by the build itself. */
export default defineConfig(
  programOutput(TEST_THREADS, {
    cli: 'src-main/cli/main.ts',
    'engine-port-worker': 'test/contract/engine-port-worker.ts',
    'simulation-process': 'test/model/sync/simulation-process.ts',
    'payout-process': 'test/model/payouts/payout-process.ts',
  }),
)
