import { expect } from 'vitest'
import { openQueue, part, rows } from './harness/desk.ts'
import { ADMIN, OPS, SUPPORT, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()
const YEARS = new URLSearchParams({ from: '2024-01-01', to: '2027-12-31', by: 'marketplace' })

test('every number of the board leads to as many rows, a row opens with its orders, and the way back is the board', async (stage) => {
  const page = await stage.signedIn(OPS)
  await page.goto(`${stage.console.origin}/subscriptions?${YEARS}`)
  const group = page.getByRole('row').filter({ hasText: 'KubeSphere' })
  const number = group.getByRole('link').first()
  const count = (await number.textContent()) ?? ''
  expect(Number(count.replaceAll(',', ''))).toBeGreaterThan(10)
  await number.click()
  await rows(page).first().waitFor()
  await page
    .locator('header')
    .filter({ hasText: `订阅看板${count} 条` })
    .waitFor()
  await rows(page).first().click()
  await part(page, '订阅').getByText('到期时间').waitFor()
  await part(page, '订单').first().waitFor()
  await page.goBack()
  await page.goBack()
  await group.getByRole('link').first().waitFor()
})

test('a bar says its exact figure, and Enter opens as many rows, as the table below says', async (stage) => {
  const page = await stage.signedIn(OPS)
  const months = new URLSearchParams({ from: '2026-01-01', to: '2026-06-30', by: 'month' })
  await page.goto(`${stage.console.origin}/subscriptions?${months}`)
  await page.locator('.recharts-bar-rectangle').first().waitFor()
  await page.locator('figure svg[role=application]').focus()
  await page.keyboard.press('ArrowRight')
  const count =
    (await page
      .getByRole('row', { name: /^2026-02/ })
      .getByRole('link')
      .first()
      .textContent()) ?? ''
  await page.getByRole('figure').getByText(`订阅次数 ${count}`).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.searchParams.get('from') === '2026-02-01')
  await page
    .locator('header')
    .filter({ hasText: `订阅看板${count} 条` })
    .waitFor()
})

test('revenue leads to the paid orders of the same days and marketplace', async (stage) => {
  const page = await stage.signedIn(OPS)
  await page.goto(`${stage.console.origin}/subscriptions?${YEARS}`)
  await page.getByRole('row').filter({ hasText: 'KubeSphere' }).getByRole('link').nth(2).click()
  await page.waitForURL(
    (url) => url.pathname === '/orders' && url.searchParams.get('kinds') === '["new","renewal"]',
  )
  await rows(page).first().waitFor()
})

test('clusters have a board of their own, and a cluster says what else runs on it', async (stage) => {
  const page = await stage.signedIn(OPS)
  await page.goto(`${stage.console.origin}/clusters?${YEARS}`)
  await page.getByRole('row').filter({ hasText: 'KubeSphere' }).getByRole('link').first().click()
  await rows(page).first().click()
  await part(page, '同一集群上的其他扩展组件').waitFor()
})

test('support sees a subscription without phone and e-mail, admin the board without revenue', async (stage) => {
  const support = await stage.signedIn(SUPPORT)
  await support.goto(`${stage.console.origin}/subscriptions?rows=true`)
  await rows(support).first().click()
  await part(support, '订阅').getByText('您的角色不可见').first().waitFor()
  await support.close()
  const admin = await stage.signedIn(ADMIN)
  await admin.goto(`${stage.console.origin}/subscriptions?${YEARS}`)
  await admin.getByText('您的角色不可见').first().waitFor()
  expect(await admin.getByRole('row').filter({ hasText: 'KubeSphere' }).getByRole('link').count()).toBe(2)
})

test('the page of a provider leads to its own figures, and the way back to those of everybody', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'providers')
  await rows(page).first().click()
  await part(page, '资料').getByRole('link', { name: '订阅看板', exact: true }).click()
  const only = page.getByRole('button', { name: /^仅 / })
  await only.click()
  await only.waitFor({ state: 'detached' })
})
