import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dropFile, sample } from './harness/bank-files.ts'
import { part } from './harness/desk.ts'
import { APPROVER, AUDITOR, FINANCE, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()
const FILE = '导错了的对账单.csv'

test('a statement that does not open where the account was left names the difference and asks', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await drop(page)
  const asked = part(page, '需要您确认')
  await asked.getByText(/期末余额是 ¥[\d,.]+，.*期初余额却是 ¥1,000,000\.00，相差 -?¥[\d,.]+/).waitFor()
  const submit = page.getByRole('button', { name: '导入 24 笔新流水' })
  expect(await submit.isDisabled()).toBe(true)
  for (const each of await asked.getByRole('checkbox').all()) await each.check()
  await page.getByLabel('自动认领确定的保证金到账').uncheck()
  await submit.click()
  await page.getByText('已提交 24 笔新流水').waitFor()
})

test('the approver withdraws it with a reason, and the file can be imported again', async (stage) => {
  const page = await stage.signedIn(APPROVER)
  await openReports(page)
  const row = part(page, '对账单').getByRole('row').filter({ hasText: FILE })
  await row.getByRole('button', { name: `作废 ${FILE}` }).click()
  const form = page.getByRole('form', { name: `作废对账单 ${FILE}` })
  const submit = form.getByRole('button', { name: '作废' })
  await form.getByText('请写明原因').waitFor()
  expect(await submit.isDisabled()).toBe(true)
  await form.getByLabel('原因').fill('导错了账户')
  await submit.click()
  await row.getByText(/作废: 导错了账户$/).waitFor()
  expect(await row.getByRole('button').count()).toBe(0)

  const finance = await stage.signedIn(FINANCE)
  await drop(finance)
  await finance.getByRole('button', { name: '导入 24 笔新流水' }).waitFor()
})

test('a statement with matched lines cannot be withdrawn, and others than the approver only look', async (stage) => {
  const page = await stage.signedIn(APPROVER)
  await open(page, '/bank/reports')
  const statements = part(page, '对账单')
  await statements
    .getByRole('button', { name: /^作废 / })
    .last()
    .click()
  await page.getByText(/其中 [\d,]+ 笔已认领或已被退回/).waitFor()
  await page.getByRole('link', { name: '查看这些流水', exact: true }).click()
  await page.waitForURL((url) => url.pathname === '/bank/lines' && url.search.includes('matched'))

  const auditor = await stage.signedIn(AUDITOR)
  await open(auditor, '/bank/reports')
  await part(auditor, '对账单').getByRole('row').nth(1).waitFor()
  expect(await part(auditor, '对账单').getByRole('button').count()).toBe(0)
})

async function drop(page: Page): Promise<void> {
  await open(page, '/bank/import')
  await page.getByRole('heading', { name: '把银行流水文件拖到这里' }).waitFor()
  await dropFile(page, FILE, await sample('icbc_historydetail.csv'))
  await part(page, '会发生什么').waitFor()
}

/** The account of the sample, which is not the first. */
async function openReports(page: Page): Promise<void> {
  await open(page, '/bank/reports')
  await page.getByRole('combobox', { name: '账户' }).click()
  await page.getByRole('option', { name: /0200001109024543164/ }).click()
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
}
