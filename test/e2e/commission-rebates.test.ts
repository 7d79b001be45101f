import { expect } from 'vitest'
import { decision, part, rows, verdictForm } from './harness/desk.ts'
import { APPROVER, AUDITOR, FINANCE, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()
const listOf = (status: string) => `/rebates?${new URLSearchParams({ statuses: JSON.stringify([status]) })}`

test('finance records that a rebate was returned, and another person takes it back', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await page.goto(`${stage.console.origin}/settlement`)
  await page.getByRole('link', { name: '佣金返还', exact: true }).click()
  await page.goto(stage.console.origin + listOf('due'))
  await rows(page).first().click()
  const name = await part(page, '返还').first().innerText()
  expect(name).toContain('单独返还')
  await decision(page, '登记返还').click()
  const form = verdictForm(page)
  await form.getByLabel('返还日期').fill('2021-04-06')
  await form.getByLabel('凭据').fill('银行回单 20210406000031')
  await form.getByRole('button', { name: '登记返还' }).click()
  await page.goto(stage.console.origin + listOf('returned'))
  await rows(page).filter({ hasText: '20210406000031' }).first().waitFor()
  const other = await stage.signedIn(APPROVER)
  await other.goto(stage.console.origin + listOf('returned'))
  await rows(other).filter({ hasText: '20210406000031' }).first().click()
  await decision(other, '撤销返还登记').click()
  await verdictForm(other).getByLabel('理由').fill('款项被退回')
  await verdictForm(other).getByRole('button', { name: '撤销返还登记' }).click()
  await expect.poll(() => rows(other).filter({ hasText: '20210406000031' }).count()).toBe(0)
})

test('the auditor sees rebates and decides nothing', async (stage) => {
  const page = await stage.signedIn(AUDITOR)
  await page.goto(stage.console.origin + listOf('due'))
  await rows(page).first().click()
  await part(page, '返还').first().waitFor()
  expect(await decision(page, '登记返还').count()).toBe(0)
})

test('a draft stands beside the draft before it and the month before, line by line', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  const search = new URLSearchParams({
    marketplaces: '["kubesphere"]',
    statuses: '["draft"]',
    sort: 'net',
    desc: 'true',
  })
  await page.goto(`${stage.console.origin}/settlement?${search}`)
  await rows(page).first().click()
  const differences = part(page, '逐行差异')
  await differences.getByText('按类型和类目对照').waitFor()
  await differences.getByText(/新增 \d+ · 减少 \d+ · 变化 \d+/).waitFor()
})
