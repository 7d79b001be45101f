import { expect } from 'vitest'
import { decision, part, rows, verdictForm } from './harness/desk.ts'
import { AUDITOR, FINANCE, SUPPORT, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()
const TO_ISSUE = `/commission-invoices?${new URLSearchParams({ statuses: '["to-issue"]' })}`

test('finance records the number of an invoice, which is refused for another amount', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await page.goto(`${stage.console.origin}/settlement`)
  await page.getByRole('link', { name: '佣金发票', exact: true }).click()
  await page.goto(stage.console.origin + TO_ISSUE)
  await rows(page).first().click()
  await part(page, '开票依据与金额').getByText('向服务商开具金额对等').waitFor()
  const facts = part(page, '发票').first()
  const gross = /价税合计\s*(¥[\d,.]+)/.exec(await facts.innerText())?.[1] ?? ''
  await decision(page, '登记发票号码').click()
  const form = verdictForm(page)
  await form.getByLabel('发票号码').fill('26112000000000009001')
  await form.getByLabel('开票日期').fill('2026-11-06')
  await form.getByLabel('价税合计（元）').fill('0.01')
  await form.getByText('不一致').waitFor()
  expect(await form.getByRole('button', { name: '登记发票号码' }).isDisabled()).toBe(true)
  await form.getByLabel('价税合计（元）').fill(gross.replaceAll(/[¥,]/g, ''))
  await form.getByRole('button', { name: '登记发票号码' }).click()
  await page.goto(
    `${stage.console.origin}/commission-invoices?${new URLSearchParams({ statuses: '["issued"]' })}`,
  )
  await rows(page).filter({ hasText: '26112000000000009001' }).first().waitFor()
})

test('the auditor sees invoices and decides nothing, support does not receive them', async (stage) => {
  const page = await stage.signedIn(AUDITOR)
  await page.goto(stage.console.origin + TO_ISSUE)
  await rows(page).first().click()
  await part(page, '开票依据与金额').waitFor()
  expect(await page.getByRole('button', { name: '登记发票号码' }).count()).toBe(0)
  const other = await stage.signedIn(SUPPORT)
  await other.goto(`${stage.console.origin}/commission-invoices`)
  await other.getByText('没有权限').waitFor()
})

test('a month leaves as a list for the tax bureau, and its numbers come back from a file', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await page.goto(stage.console.origin + TO_ISSUE)
  await rows(page).first().click()
  await part(page, '开票依据与金额').waitFor()
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const text = await part(page, '发票').first().innerText()
  const gross = (/价税合计\s*(¥[\d,.]+)/.exec(text)?.[1] ?? '').replaceAll(/[¥,]/g, '')
  await page.goto(`${stage.console.origin}/commission-invoices?issuing=true`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    part(page, '开票清单').getByRole('button', { name: '导出开票清单' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^issue-ksyun-.*\.xlsx$/)
  const number = '26112000000000009002'
  const lines = [
    '数电发票号码,购方识别号,购买方名称,开票日期,价税合计,备注',
    `${number},,,2026-11-06,${gross},佣金 ${id}`,
  ]
  const back = part(page, '读回发票号码').first()
  await back
    .locator('input[type=file]')
    .setInputFiles({ name: 'issued.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) })
  await back.getByRole('button', { name: '登记 1 个号码' }).click()
  await page.goto(
    `${stage.console.origin}/commission-invoices?${new URLSearchParams({ statuses: '["issued"]' })}`,
  )
  await rows(page).filter({ hasText: number }).first().waitFor()
})
