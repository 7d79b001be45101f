import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

/** How our sources name a program that they start. */
export const REFERENCE = /new URL\(\s*'(\.[^']*)\.ts',\s*import\.meta\.url\s*\)/g

/**
 * Lets a program start a worker or another program of ours by `new URL('./name.ts', import.meta.url)` from
 * source as well as bundled: each such file becomes an entry of its own, `name.js` beside the bundle. The output
 * folder has to be flat (no folder for chunks), so that the address holds from every chunk.
 */
export function bundledWorkers(): Plugin {
  return {
    name: 'marketdesk:bundled-workers',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (code.search(REFERENCE) < 0) return null
      return code.replace(REFERENCE, (_whole, path: string) => {
        const fileName = `${basename(path)}.js`
        this.emitFile({
          type: 'chunk',
          id: fileURLToPath(new URL(`${path}.ts`, pathToFileURL(id))),
          fileName,
        })
        return `new URL('./${fileName}', import.meta.url)`
      })
    },
  }
}
