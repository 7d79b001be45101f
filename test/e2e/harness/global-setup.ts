import { chromium } from 'playwright-core'
import { seedDemo } from './demo-data.ts'
import { findBrowser } from './find-browser.ts'

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const asRoot = process.getuid?.() === 0

/** Once before all end-to-end tests: what takes seconds and is the same for all of them. */
export default async function setup(): Promise<() => Promise<void>> {
  const [executablePath, removeDemo] = await Promise.all([findBrowser(), seedDemo()])
  // One browser for all stages; what each opens in it is closed with its connection.
  const browser = await chromium.launchServer({
    executablePath,
    args: asRoot ? ['--no-sandbox', ...ARGUMENTS] : ARGUMENTS,
  })
  process.env.MARKETDESK_E2E_BROWSER = browser.wsEndpoint()
  return async () => {
    await browser.close()
    await removeDemo()
  }
}
