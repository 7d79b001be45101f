import { expect } from 'vitest'
import { decision, openQueue, part, rows, verdictForm } from './harness/desk.ts'
import { APPROVER, OPS, OPS_MANAGER, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test('the manager suspends a provider, told beforehand what stays, and resumes it; ops may not', async (stage) => {
  const page = await stage.signedIn(OPS_MANAGER)
  await openQueue(page, 'providers', { statuses: ['active'], marketplaces: ['kubesphere'] })
  await rows(page).first().click()
  await page.waitForURL((url) => /^\/providers\/.+/.test(url.pathname))
  const address = page.url()
  for (const title of ['未了事项', '证照与复审', '协议', '保证金', '订单', '结算单', '时间线']) {
    await part(page, title).first().waitFor()
  }
  await decision(page, '暂停合作').click()
  const form = verdictForm(page)
  await form.getByText('结算、提现和保证金照常；需要时另行暂停付款').waitFor()
  expect(await form.getByRole('button', { name: '暂停合作' }).isDisabled()).toBe(true)
  await form.getByLabel('理由').fill('多次投诉未处理')
  await form.getByRole('button', { name: '暂停合作' }).click()
  await decision(page, '恢复合作').waitFor()
  await part(page, '时间线').getByText('已暂停合作').first().waitFor()

  await decision(page, '恢复合作').click()
  await verdictForm(page).getByLabel('理由').fill('整改完成')
  await verdictForm(page).getByRole('button', { name: '恢复合作' }).click()
  await decision(page, '暂停合作').waitFor()

  const ops = await stage.signedIn(OPS)
  await ops.goto(address)
  await part(ops, '未了事项').waitFor()
  expect(await decision(ops, '暂停合作').count()).toBe(0)
})

test('what a provider is verified by again is found, and the register is recorded with its outcome', async (stage) => {
  const page = await stage.signedIn(OPS_MANAGER)
  await openQueue(page, 'providers', { reviews: ['verification-over'] })
  await rows(page).first().click()
  await page.waitForURL((url) => /^\/providers\/.+/.test(url.pathname))
  await part(page, '证照与复审')
    .getByText(/已到期/)
    .first()
    .waitFor()
  await decision(page, '登记复审').click()
  const form = verdictForm(page)
  await form.getByText('www.gsxt.gov.cn').waitFor()
  await form.getByRole('combobox', { name: '结果' }).click()
  await page.getByRole('option', { name: '与登记一致', exact: true }).click()
  await form.getByRole('button', { name: '登记复审' }).click()
  await part(page, '证照与复审').getByText('与登记一致').waitFor()
})

test('a contract that ended is found, and its renewal is recorded as another term', async (stage) => {
  const page = await stage.signedIn(OPS_MANAGER)
  await openQueue(page, 'providers', { reviews: ['contracts-over'] })
  await rows(page).first().click()
  await page.waitForURL((url) => /^\/providers\/.+/.test(url.pathname))
  await part(page, '协议期限')
    .getByText(/已到期/)
    .waitFor()
  await decision(page, '登记协议期限').click()
  const form = verdictForm(page)
  await form.getByRole('combobox', { name: '协议' }).click()
  await page.getByRole('option').first().click()
  await form.getByLabel('起始日').fill('2026-11-01')
  await form.getByLabel(/^到期日/).fill('2029-10-31')
  await form.getByRole('combobox', { name: '续约方式' }).click()
  await page.getByRole('option', { name: '到期自动续约', exact: true }).click()
  await form.getByRole('button', { name: '登记协议期限' }).click()
  await part(page, '协议期限').getByText('2026-11-01 – 2029-10-31').waitFor()
  await part(page, '协议期限').getByText('到期自动续约').waitFor()
})

test('who approves payouts pauses those of one provider', async (stage) => {
  const page = await stage.signedIn(APPROVER)
  await openQueue(page, 'providers', { statuses: ['active'], marketplaces: ['ksyun'] })
  await rows(page).first().click()
  await decision(page, '暂停付款').click()
  await verdictForm(page).getByText('已批准的和已列入付款批次的照常付出').waitFor()
  await verdictForm(page).getByLabel('理由').fill('账户信息存疑')
  await verdictForm(page).getByRole('button', { name: '暂停付款' }).click()
  await page.getByText('付款已暂停').waitFor()
  await decision(page, '恢复付款').waitFor()
})

test('what is due with providers is counted on 今日, and each number opens its list', async (stage) => {
  const page = await stage.signedIn(OPS_MANAGER)
  const due = page
    .getByRole('navigation', { name: '复审、证照与协议' })
    .getByRole('link', { name: /^复审已到期/ })
  const count = Number((await due.innerText()).replace(/\D/g, ''))
  expect(count).toBeGreaterThan(0)
  await due.click()
  await page
    .locator('header')
    .filter({ hasText: `服务商${count} 条` })
    .waitFor()
})
