import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { part } from './harness/desk.ts'
import { APPROVER, FINANCE, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test('a month is reconciled to 0.00, and each figure of it opens exactly the lines behind it', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await open(page, '/bank/reports')
  const difference = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^差额/ }) })
  await difference.getByText('相符').waitFor()
  expect(await difference.getByRole('cell').last().textContent()).toBe('0.00')

  const deposits = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: '保证金', exact: true }) })
  const [count, received] = await deposits.getByRole('link').allTextContents()
  await deposits.getByRole('link').first().click()
  await page.waitForURL((url) => url.pathname === '/bank/lines' && url.search.includes('deposit'))
  const totals = part(page, '按状态汇总')
  await totals.getByText(`收 ¥${received}`).waitFor()
  await totals.getByRole('button', { name: `全部 ${count}` }).waitFor()
})

test('the address holds account and month: the same report after going back, and j leads a month back', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await open(page, '/bank/reports')
  const newest = await page.getByRole('heading', { level: 2 }).first().textContent()
  await page.keyboard.press('j')
  await page.waitForURL((url) => url.searchParams.has('month'))
  const month = new URL(page.url()).searchParams.get('month') ?? ''
  expect(month < (newest ?? '')).toBe(true)
  await page.reload()
  await page.getByRole('heading', { level: 2, name: month }).waitFor()
})

test('the report is saved as a workbook', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await open(page, '/bank/reports')
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await page.getByRole('button', { name: '导出' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: '工作簿（XLSX）' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^reconciliation-\d+-\d{4}-\d{2}\.xlsx$/)
})

test('matching settings are set by an approver only after a dry run of exactly these, and go back to the standard', async (stage) => {
  const finance = await stage.signedIn(FINANCE)
  await open(finance, '/bank/matching?marketplace=kubesphere')
  await finance.getByText('采用认领设置：由财务复核').waitFor()
  expect(await finance.getByRole('button', { name: '采用这些设置' }).count()).toBe(0)
  await finance.close()

  const page = await stage.signedIn(APPROVER)
  await open(page, '/bank/matching?marketplace=kubesphere')
  const unlike = page.getByLabel(/^名称差异上限/)
  const adopt = page.getByRole('button', { name: '采用这些设置' })
  const standard = await unlike.inputValue()
  await unlike.fill('600')
  await page.getByText('先用这些设置试运行，再采用。').waitFor()
  expect(await adopt.isDisabled()).toBe(true)
  await dryRun(page)
  await unlike.fill('500')
  await page.getByText('设置已改动，结果是之前的：请重新试运行。').waitFor()
  expect(await adopt.isDisabled()).toBe(true)
  await dryRun(page)
  await page.getByText('请填写改动理由（至少 4 个字）').waitFor()
  await page.getByLabel('改动理由').fill('候选可以多列一些')
  await adopt.click()
  await part(page, '谁在何时改的').getByText('候选可以多列一些').waitFor()
  await page.reload()
  await page.getByText('已改动').waitFor()
  expect(await unlike.inputValue()).toBe('500')

  await page.getByRole('button', { name: '恢复标准' }).click()
  await dryRun(page)
  await page.getByLabel('改动理由').fill('仍按标准')
  await adopt.click()
  await page.getByText('与现行设置相同，没有可采用的改动。').waitFor()
  expect(await unlike.inputValue()).toBe(standard)
})

async function open(page: Page, address: string): Promise<void> {
  await page.goto(new URL(address, page.url()).href)
}

/** Tries the settings and waits until a reason may be given for them. */
async function dryRun(page: Page): Promise<void> {
  await page.getByRole('button', { name: '试运行' }).click()
  await page.getByLabel('改动理由').waitFor()
}
