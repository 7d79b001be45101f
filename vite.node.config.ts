import { defineConfig } from 'vite'
import { programOutput } from './tools/build/program-output.ts'

/** The programs that run on plain Node; workers they start are found by the build itself. */
export default defineConfig(
  programOutput('out/node', {
    cli: 'src-main/cli/main.ts',
    'browser-host': 'src-main/browser-host/main.ts',
    platform: 'src-platform/main.ts',
  }),
)
