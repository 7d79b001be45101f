import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

/** A sample statement of a bank, as the bank gave it. */
export function sample(name: string): Promise<Buffer> {
  return readFile(new URL(`../../fixtures/bank/corporate/${name}`, import.meta.url))
}

/** Drags a file over the page and lets it go. */
export async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const file = { name, base64: Buffer.from(bytes).toString('base64') }
  await page.evaluate(({ name, base64 }) => {
    const dataTransfer = new DataTransfer()
    const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    dataTransfer.items.add(new File([content], name))
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
    }
  }, file)
}
