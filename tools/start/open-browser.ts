import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}
/** The token of the address ends by itself; the file goes long before. */
const KEPT_MS = 60_000

/**
 * Opens the user's browser if there is one; where there is none, or it may not read the file, the address on the terminal
 * has to do. Any user of the computer may read the arguments of a program: so it is told a page that only this one may read.
 * @param folder of this user alone
 */
export function openBrowser(address: string, folder: string): void {
  const page = writeEntryPage(address, folder)
  setTimeout(() => rmSync(page, { force: true }), KEPT_MS).unref()
  const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open']
  const child = spawn(command, [...args, pathToFileURL(page).href], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

/** A page that leads on to an address; answers its path. */
export function writeEntryPage(address: string, folder: string): string {
  const page = join(folder, 'enter.html')
  // An existing file would keep the rights it has.
  rmSync(page, { force: true })
  const link = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">` +
      `<meta http-equiv="refresh" content="0;url=${link}"><title>Marketdesk</title><a href="${link}">Marketdesk</a>\n`,
    { mode: 0o600, flag: 'wx' },
  )
  return page
}
