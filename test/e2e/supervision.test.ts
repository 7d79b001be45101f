import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { decision, part, rows } from './harness/desk.ts'
import { FINANCE, OPS, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()
/** Where the order is shown that was delivered. */
let delivered = ''

test('operations record delivery and confirmation of a supervised order, each step with who and what proves it', async (stage) => {
  const page = await stage.signedIn(OPS)
  const search = new URLSearchParams({ marketplaces: '["huawei"]', statuses: '["in-supervision"]' })
  await page.goto(`${stage.console.origin}/orders?${search}`)
  await rows(page).first().waitFor()
  const supervision = await pendingOne(page)
  await decision(page, '登记交付').click()
  const delivery = page.getByRole('form', { name: '登记交付' })
  await delivery.getByLabel('交付验收件').fill('验收报告 2026-118，含双方签章')
  await delivery.getByLabel('存放处').fill('合同档案 2026/华为/118')
  await delivery.getByRole('button', { name: '登记交付' }).click()
  await supervision.getByText('待验收').first().waitFor()
  await supervision.getByText('验收报告 2026-118，含双方签章').waitFor()
  await decision(page, '确认验收').click()
  const confirmation = page.getByRole('form', { name: '确认验收' })
  await confirmation.getByLabel('证据').fill('买家在云商店点击确认验收，截图存档')
  await confirmation.getByRole('button', { name: '确认验收' }).click()
  await supervision.getByText('已验收').first().waitFor()
  await supervision.getByText(/最晚 .* 完成；完成后次月出账/).waitFor()
  delivered = page.url()
})

test('finance reads where supervision stands and decides nothing about it', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await page.goto(delivered)
  await part(page, '服务监管').getByText('验收报告 2026-118，含双方签章').waitFor()
  expect(await part(page, '决定').getByRole('button').count()).toBe(0)
  await untouchedOne(page)
  expect(await part(page, '决定').getByRole('button').count()).toBe(0)
})

/** Opens an order of which nothing is on record here. */
async function untouchedOne(page: Page): Promise<void> {
  const untouched = part(page, '服务监管').getByText('本机还没有登记任何步骤')
  for (let at = 0; !(await untouched.isVisible()); at += 1) {
    const before = page.url()
    await rows(page).nth(at).click()
    await page.waitForURL((url) => url.href !== before || at === 0)
    await part(page, '服务监管').waitFor()
  }
}

/** Opens an order whose delivery is awaited; gives the part of its page that says so. */
async function pendingOne(page: Page) {
  const supervision = part(page, '服务监管')
  for (let at = 0; ; at += 1) {
    await rows(page).nth(at).click()
    await supervision.waitFor()
    if (await decision(page, '登记交付').isVisible()) return supervision
  }
}
