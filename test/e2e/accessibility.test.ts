import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ADMIN, AUDITOR, FINANCE, OPS_MANAGER, SUPPORT, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Where a role is looked at beside the places of its rail; for finance in their place, whose rail holds much that others have. */
const FURTHER: Readonly<Record<string, readonly string[]>> = {
  [OPS_MANAGER]: ['/violations', '/offline-orders'],
  [FINANCE]: [
    ...[
      '/deposits',
      '/settlement',
      '/payouts',
      '/invoices',
      '/payout-batches',
      '/bank/lines',
      '/bank/import',
    ],
    ...['/payment-templates', '/books'],
  ],
  [SUPPORT]: [`/look-up?text=${encodeURIComponent('云')}`],
}

for (const [email, theme] of [
  [OPS_MANAGER, 'light'],
  [FINANCE, 'dark'],
  [SUPPORT, 'dark'],
  [AUDITOR, 'light'],
  [ADMIN, 'dark'],
] as const) {
  test(`no screen of ${email} has a serious or critical finding of axe, ${theme}`, async (stage) => {
    const page = await stage.signedIn(email)
    await page.emulateMedia({ colorScheme: theme })
    await page.evaluate((scheme) => localStorage.setItem('mantine-color-scheme-value', scheme), theme)
    const rail = page.getByRole('navigation', { name: '导航' }).getByRole('link')
    const places = await rail.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    const found: string[] = []
    for (const place of [...(email === FINANCE ? [] : places), ...(FURTHER[email] ?? [])]) {
      await page.goto(new URL(place, page.url()).href)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await settled(page)
      found.push(...(await findings(page, place)))
      const row = page.locator('tbody tr[aria-rowindex]').first()
      if ((await row.count()) === 0) continue
      await row.click()
      await settled(page)
      found.push(...(await findings(page, `${place}, a case`)))
    }
    await page.keyboard.press('Control+k')
    found.push(...(await findings(page, 'palette')))
    expect(found).toEqual([])
  })
}

/** Waits until nothing on the page says that it is being read. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[aria-busy="true"], [role="progressbar"]:not([aria-valuenow])') === null,
  )
}

/** What axe calls serious or critical, as a line each. */
async function findings(page: Page, where: string): Promise<string[]> {
  await page.evaluate(axe)
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  )
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${where}: ${id}: ${html.slice(0, 200)}`))
}
