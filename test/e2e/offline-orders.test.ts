import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { part, rows } from './harness/desk.ts'
import { APPROVER, FINANCE, SUPPORT, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test('finance writes a private order down, and it is an order once the approver has confirmed it', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  const provider = await someProvider(page)
  await page.goto(`${stage.console.origin}/offline-orders`)
  await page.getByRole('button', { name: '登记线下订单' }).click()
  const form = page.getByRole('form', { name: '登记线下订单' })
  await form.getByRole('combobox', { name: '服务商' }).fill(provider)
  await page.getByRole('option', { name: provider }).first().click()
  const submit = form.getByRole('button', { name: '登记线下订单' })
  for (const [label, text] of [
    ['订单号', 'OFF-1'],
    ['商品', '私有化部署'],
    ['买家编号', 'u-9'],
    ['金额（元，实付现金）', '10000'],
    ['约定平台分成（%，可不填）', '2.5'],
    ['支付日期', '2026-10-09'],
    ['合同', 'HT-2026-001'],
    ['凭据', '银行回单 118，存于合同档案'],
  ] as const) {
    await form.getByLabel(label, { exact: true }).fill(text)
  }
  expect(await submit.isDisabled()).toBe(true)
  // What is written stays while the form is put away.
  await form.getByRole('button', { name: '取消' }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '登记线下订单' }).click()
  expect(await form.getByLabel('合同', { exact: true }).inputValue()).toBe('HT-2026-001')
  await form.getByLabel('类目').selectOption('extension')
  await submit.click()
  await written(page, '待复核').click()
  await part(page, '登记内容').getByText('HT-2026-001').waitFor()
  await page.getByRole('button', { name: '登记线下订单' }).click()
  expect(await form.getByLabel('合同', { exact: true }).inputValue()).toBe('')
  await form.getByRole('button', { name: '取消' }).click()
  await part(page, '平台服务费（确认后）').getByText('¥250.00').first().waitFor()
  expect(await page.getByRole('button', { name: '确认订单' }).count()).toBe(0)

  const other = await stage.signedIn(APPROVER)
  await other.goto(`${stage.console.origin}/offline-orders`)
  await written(other, '待复核').click()
  await other.getByRole('button', { name: '确认订单' }).first().click()
  await other.getByRole('form', { name: '确认订单' }).getByRole('button', { name: '确认订单' }).click()
  await written(other, '已确认').waitFor()
  await other.goto(`${stage.console.origin}/orders?text=OFF-1`)
  await rows(other).filter({ hasText: 'OFF-1' }).first().waitFor()
})

test('who does not receive offline orders is told so', async (stage) => {
  const page = await stage.signedIn(SUPPORT)
  await page.goto(`${stage.console.origin}/offline-orders`)
  await page.getByText('没有权限').waitFor()
})

/** The order of the test among those of the demo, in a state. */
function written(page: Page, state: string) {
  return rows(page).filter({ hasText: state }).filter({ hasText: '10,000.00' })
}

async function someProvider(page: Page): Promise<string> {
  const address = new URL('/orders', page.url())
  address.searchParams.set('marketplaces', '["kubesphere"]')
  await page.goto(address.href)
  return (await rows(page).first().getByRole('rowheader').getAttribute('title')) ?? ''
}
