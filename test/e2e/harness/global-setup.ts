import { seedDemo } from './demo-data.ts'
import { findBrowser } from './find-browser.ts'

/** Once before all end-to-end tests: what takes seconds and is the same for all of them. */
export default async function setup(): Promise<() => Promise<void>> {
  const [browser, removeDemo] = await Promise.all([findBrowser(), seedDemo()])
  process.env.CHROME_PATH = browser
  return removeDemo
}
