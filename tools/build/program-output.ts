import type { UserConfig } from 'vite'
import { bundledWorkers } from './bundled-workers.ts'

/** Stays in node_modules: a native module cannot be bundled. */
const NATIVE = ['better-sqlite3']
/** ws asks for these two and works without them. */
const OPTIONAL = ['bufferutil', 'utf-8-validate']

/**
 * Bundles programs for Node, libraries and all: one file is read instead of a thousand, which is most of the time
 * of a cold start.
 */
export function programOutput(outDir: string, input: Readonly<Record<string, string>>) {
  return {
    plugins: [bundledWorkers()],
    ssr: { noExternal: true, external: NATIVE },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { ...input },
        external: [...NATIVE, ...OPTIONAL, 'electron'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'part-[name]-[hash].js' },
      },
    },
  } satisfies UserConfig
}
