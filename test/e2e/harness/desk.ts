import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Download, Locator, Page } from 'playwright-core'

/** What a person does at the desk, in the words of its Chinese screens. */

/** Opens a queue of the signed-in desk with what its address may hold, and waits for its first row. */
export async function openQueue(
  page: Page,
  queue:
    | 'applications'
    | 'listings'
    | 'deposits'
    | 'recharges'
    | 'payouts'
    | 'invoices'
    | 'payout-batches'
    | 'providers'
    | 'contacts'
    | 'bank/lines',
  search: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const address = new URL(`/${queue}`, page.url())
  for (const [key, value] of Object.entries(search)) {
    address.searchParams.set(key, typeof value === 'string' ? value : JSON.stringify(value))
  }
  await page.goto(address.href)
  await rows(page).first().waitFor()
}

/** The lines of the queue that are loaded and near the view. */
export function rows(page: Page): Locator {
  return page.locator('tbody tr[aria-rowindex]')
}

export interface CaseOnScreen {
  readonly id: string
  readonly name: string
}

/** Opens the case of a line and waits until it is the one on screen. */
export async function openRow(page: Page, row: Locator): Promise<CaseOnScreen> {
  const line = await lineOf(row)
  await row.click()
  await caseIs(page, line)
  return line
}

async function lineOf(row: Locator): Promise<CaseOnScreen> {
  const id = ((await row.getAttribute('id')) ?? '').split('-').at(-1) ?? ''
  return { id, name: (await row.getByRole('rowheader').getAttribute('title')) ?? '' }
}

/** Waits until a case is the one on screen. */
export async function caseIs(page: Page, { id, name }: CaseOnScreen): Promise<void> {
  await page.waitForURL((url) => url.pathname.endsWith(id))
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor()
}

/** The case in the line below the open one. */
export async function nextInQueue(page: Page): Promise<CaseOnScreen> {
  const at = Number(await page.locator('tr[aria-selected="true"]').getAttribute('aria-rowindex'))
  return lineOf(page.locator(`tr[aria-rowindex="${at + 1}"]`))
}

/** Opens one case of the queue after the other until one is as wanted. */
export async function findCase(page: Page, wanted: () => Promise<boolean>): Promise<CaseOnScreen> {
  const count = await rows(page).count()
  for (let at = 0; at < count; at += 1) {
    const opened = await openRow(page, rows(page).nth(at))
    if (await wanted()) return opened
  }
  throw new Error(`None of ${count} cases is as wanted.`)
}

/** A part of the case, or a panel of a page, by its heading. */
export function part(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}

/** The counts beside the heading of a part. */
export async function counts(page: Page, name: string): Promise<string> {
  return (await part(page, name).locator('header').textContent()) ?? ''
}

/** Whether no condition of the open application fails. */
export async function meetsAll(page: Page): Promise<boolean> {
  return (await counts(page, '入驻条件')).startsWith('入驻条件0 项不通过')
}

/** A button of the decision bar. */
export function decision(page: Page, label: string): Locator {
  return part(page, '决定').getByRole('button', { name: label, exact: true })
}

/** The form of the verdict that is being given. */
export function verdictForm(page: Page): Locator {
  return page.locator('form[aria-label]')
}

/** Waits until no decision of the open case is on its way any more and it stands as said. */
export async function confirmed(page: Page, status: string): Promise<void> {
  await page
    .locator('header', { has: page.getByRole('heading', { level: 2 }) })
    .getByText(status)
    .waitFor()
  await page
    .getByText(/仍可撤销|等待平台确认/)
    .first()
    .waitFor({ state: 'detached' })
}

/** Opens a case by its address, and waits until it can be decided about. */
export async function openCase(page: Page, queue: 'applications' | 'listings', id: string): Promise<void> {
  await page.goto(new URL(`/${queue}/${id}`, page.url()).href)
  await part(page, '决定').waitFor()
}

/** Opens a part of a submission. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
  await part(page, name).waitFor()
}

/** What was saved: the browser belongs to all tests, so that its own copy is out of reach. */
export async function bytesOf(download: Download): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'marketdesk-saved-'))
  try {
    await download.saveAs(join(folder, 'file'))
    return await readFile(join(folder, 'file'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
