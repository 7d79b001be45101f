import { expect } from 'vitest'
import { part, rows } from './harness/desk.ts'
import { FINANCE, SUPPORT, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test('finance filters the orders of a market, opens one and reads how its fee came about', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await page.goto(`${stage.console.origin}/orders?marketplaces=${encodeURIComponent('["kubesphere"]')}`)
  await rows(page).first().waitFor()
  await rows(page).first().click()
  const fee = part(page, '平台服务费')
  await fee.waitFor()
  await fee.getByText('计费金额').first().waitFor()
  expect(await fee.textContent()).toMatch(/10%|免佣/)
})

test('an order paid after the last day of a policy says that nothing is guessed', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  const search = new URLSearchParams({ marketplaces: '["aliyun"]', paidFrom: '2021-04-01' })
  await page.goto(`${stage.console.origin}/orders?${search}`)
  await rows(page).first().waitFor()
  await rows(page).first().click()
  await part(page, '平台服务费').getByText('来源未规定').waitFor()
})

test('support sees the order and not who bought it', async (stage) => {
  const page = await stage.signedIn(SUPPORT)
  await page.goto(`${stage.console.origin}/orders`)
  await rows(page).first().waitFor()
  const row = rows(page).first()
  await row.click()
  // The list is a region of that name as well.
  const facts = part(page, '订单').nth(1)
  await facts.getByText('您的角色不可见').waitFor()
})

test('support sees which orders are settled and in which month, and no fee of it', async (stage) => {
  const page = await stage.signedIn(SUPPORT)
  const search = new URLSearchParams({ statuses: '["settled"]', marketplaces: '["ksyun"]' })
  await page.goto(`${stage.console.origin}/orders?${search}`)
  await rows(page).first().waitFor()
  await rows(page).first().click()
  const facts = part(page, '订单').nth(1)
  await facts.getByText('结算月份').waitFor()
  expect(await facts.textContent()).toMatch(/结算月份\d{4}-\d{2}/)
})
