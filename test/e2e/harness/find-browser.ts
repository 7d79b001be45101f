import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const SYSTEM_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
]
const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** A browser for the tests: `CHROME_PATH`, else the system's, else the one that npm brought along (Linux). */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROME_PATH
  if (named) return named
  const inPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name)))
  const found = [...inPath, ...FIXED_PLACES].find((path) => existsSync(path))
  return found ?? unpackBrowser()
}

/**
 * Unpacks the browser that npm brought along. On a machine without the NSS libraries or without any font it brings
 * its own, which its package unpacks for the runtime named here only, and which have their place below /tmp.
 */
async function unpackBrowser(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome or Chromium here: install one, or name it in CHROME_PATH.')
  }
  process.env.TMPDIR = '/tmp'
  if (!hasNss() || !existsSync('/usr/share/fonts')) process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}

function hasNss(): boolean {
  return ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib', '/lib64'].some((folder) =>
    existsSync(join(folder, 'libnss3.so')),
  )
}
