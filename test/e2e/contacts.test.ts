import { expect } from 'vitest'
import { decision, openQueue, openRow, part, rows, verdictForm } from './harness/desk.ts'
import { SUPPORT, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()
const SUBJECT = '要求开具上半年发票'

test('support writes a call down beside a subscription, hands it to the provider, records the answer and closes it', async (stage) => {
  const page = await stage.signedIn(SUPPORT)
  await page.goto(`${stage.console.origin}/subscriptions?rows=true`)
  await rows(page).first().click()
  await part(page, '联系与备注').getByRole('link', { name: '登记联系', exact: true }).click()
  await page.waitForURL('**/contacts?record=*')
  const form = page.getByRole('form', { name: '登记联系' })
  await form.getByLabel('事由').selectOption('invoice')
  await form.getByLabel('来电人').fill('王女士')
  await form.getByLabel('来电电话').fill('13911112222')
  await form.getByLabel('主题').fill(SUBJECT)
  await form.getByLabel('内容').fill('抬头与税号已核对，需要专票')
  await form.getByRole('button', { name: '登记联系' }).click()
  await form.waitFor({ state: 'detached' })

  await openRow(page, rows(page).filter({ hasText: SUBJECT }))
  await part(page, '服务商联系人').getByRole('link').last().waitFor()
  await decision(page, '转交').click()
  await verdictForm(page).getByLabel('内容').fill('请三日内寄出发票')
  await verdictForm(page).getByRole('button', { name: '转交' }).click()
  await verdictForm(page).waitFor({ state: 'detached' })
  await decision(page, '登记答复').click()
  await verdictForm(page).getByLabel('内容').fill('已寄出，单号 SF1001')
  await verdictForm(page).getByRole('button', { name: '登记答复' }).click()
  await verdictForm(page).waitFor({ state: 'detached' })
  await part(page, '进展').getByText('已寄出，单号 SF1001').waitFor()
  // The phone was confirmed by the platform, and came back to this copy without.
  await expect.poll(() => part(page, '联系').getByText('13911112222').count()).toBe(0)
  await decision(page, '办结').click()
  await verdictForm(page).getByLabel('内容').fill('已告知用户单号')
  await verdictForm(page).getByRole('button', { name: '办结' }).click()
  await verdictForm(page).waitFor({ state: 'detached' })
})

test('what is late stands on 今日, and the numbers by product lead to the contacts behind them', async (stage) => {
  const page = await stage.signedIn(SUPPORT)
  await page.goto(`${stage.console.origin}/today`)
  await part(page, '联系记录')
    .getByRole('link', { name: /逾期未答复 1/ })
    .click()
  await rows(page).first().waitFor()
  expect(await rows(page).count()).toBe(1)
  await openQueue(page, 'contacts')
  await page.getByRole('button', { name: '按扩展组件与事由' }).click()
  const total = page.locator('tbody tr').first().getByRole('link').first()
  const count = Number(await total.innerText())
  await total.click()
  await rows(page).first().waitFor()
  expect(await rows(page).count()).toBe(count)
})
