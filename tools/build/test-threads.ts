import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import { REFERENCE } from './bundled-workers.ts'

/** Where the threads of the tests are built to. */
export const TEST_THREADS = 'out/test'

/**
 * Has tests start built workers instead of their sources: Node strips types by WebAssembly, and V8 of Node 24 crashes now
 * and then where several short-lived threads do so at once.
 */
export function builtThreads(): Plugin {
  return {
    name: 'marketdesk:built-threads',
    enforce: 'pre',
    transform(code) {
      if (code.search(REFERENCE) < 0) return null
      return code.replace(REFERENCE, (_whole, path: string) => {
        const built = pathToFileURL(`${TEST_THREADS}/${basename(path)}.js`)
        return `new URL('${built}')`
      })
    },
  }
}
