import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { programOutput } from './tools/build/program-output.ts'

/**
 * Screens have addresses of several parts, so files are named from the root; the page is never opened as a file,
 * which is what electron-vite would prepare it for.
 */
const namedFromRoot: Plugin = { name: 'marketdesk:named-from-root', config: () => ({ base: '/' }) }

/** The desktop program and the page; the browser host serves the same page. */
export default defineConfig({
  main: withoutExternals(
    programOutput('out/main', {
      index: 'src-main/electron-shell/main.ts',
      'engine-process': 'src-main/electron-shell/engine-process.ts',
    }),
  ),
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src-main/electron-shell/preload/preload.ts' },
        // A sandboxed preload is loaded by `require`.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react(), namedFromRoot],
    build: {
      outDir: 'out/page',
      emptyOutDir: true,
      target: 'chrome140',
      minify: true,
      // Nothing inline: the content security policy allows the page's own files only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: { index: 'src-renderer/index.html' } },
    },
  },
})

function withoutExternals<T extends { build: object }>(program: T) {
  return { ...program, build: { ...program.build, externalizeDeps: false } }
}
