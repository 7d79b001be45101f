import { findBrowser } from './find-browser.ts'

/** Once before all end-to-end tests: unpacking a browser takes seconds and must not happen twice at a time. */
export default async function setup(): Promise<void> {
  process.env.CHROME_PATH = await findBrowser()
}
