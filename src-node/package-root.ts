import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/**
 * The project's folder, ending in a slash: the nearest one above `moduleUrl` with a package.json. So resources are
 * found from the sources and from a bundle alike.
 */
export function packageRoot(moduleUrl: string): URL {
  for (let folder = new URL('./', moduleUrl); ; folder = new URL('../', folder)) {
    if (existsSync(new URL('package.json', folder))) return folder
    if (folder.pathname === new URL('../', folder).pathname) return pathToFileURL(`${process.cwd()}/`)
  }
}
