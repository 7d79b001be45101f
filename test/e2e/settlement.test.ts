import { read as readSheets } from '@e965/xlsx'
import { expect } from 'vitest'
import { bytesOf, decision, part, rows, verdictForm } from './harness/desk.ts'
import { APPROVER, AUDITOR, FINANCE, type Stage, SUPPORT, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

async function months(stage: Stage, as: string, marketplace: string) {
  const page = await stage.signedIn(as)
  const search = new URLSearchParams({ marketplaces: JSON.stringify([marketplace]) })
  await page.goto(`${stage.console.origin}/settlement?${search}`)
  await rows(page).first().waitFor()
  return page
}

test('finance drafts a month, lets a check be with a reason, opens a figure to its sentence and commits', async (stage) => {
  const page = await months(stage, FINANCE, 'ksyun')
  const tiles = part(page, '结算月份')
  await tiles.getByText('未生成草稿').click()
  await tiles.getByRole('button', { name: '月结' }).click()
  await decision(page, '生成结算草稿').click()
  await verdictForm(page).getByRole('button', { name: '生成结算草稿' }).click()
  const checks = part(page, '月结检查')
  await checks.waitFor()
  const skip = checks.getByRole('button', { name: '跳过' })
  while ((await skip.count()) > 0) {
    const left = await skip.count()
    await skip.first().click()
    await verdictForm(page).getByLabel('理由').fill('次月继续跟进')
    await verdictForm(page).getByRole('button', { name: '跳过检查' }).click()
    await expect.poll(() => skip.count()).toBeLessThan(left)
  }
  await rows(page).first().waitFor()
  await rows(page).first().click()
  const lines = part(page, '明细')
  await lines.waitFor()
  await decision(page, '确认结算').click()
  await verdictForm(page)
    .getByRole('button', { name: /^确认结算/ })
    .click()
  await tiles.getByText('已确认 1').first().waitFor()
})

test('a committed statement opens each line to its rule, leaves as a document and is voided by the approver alone', async (stage) => {
  const page = await months(stage, APPROVER, 'kubesphere')
  const search = new URLSearchParams({
    marketplaces: '["kubesphere"]',
    statuses: '["committed"]',
    sort: 'net',
    desc: 'true',
  })
  await page.goto(`${stage.console.origin}/settlement?${search}`)
  await rows(page).first().waitFor()
  await rows(page).first().click()
  const lines = part(page, '明细')
  await lines.getByRole('button').first().click()
  await lines.getByText('10%').first().waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载结算单' }).click(),
  ])
  expect((await bytesOf(download)).subarray(0, 5).toString()).toBe('%PDF-')
  await decision(page, '作废结算单').click()
  await verdictForm(page).getByLabel('理由').fill('订单归属有误')
  await verdictForm(page).getByRole('button', { name: '作废结算单' }).click()
  await page.getByText('订单归属有误').first().waitFor()
})

test('the workbook of a market leaves whole, with its sheets, and is on record at once', async (stage) => {
  const page = await months(stage, FINANCE, 'huawei')
  await page.getByRole('button', { name: '结算工作簿' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('dialog', { name: '结算工作簿' })
      .getByRole('button', { name: '导出', exact: true })
      .click(),
  ])
  const book = readSheets(await bytesOf(download))
  expect(book.SheetNames).toEqual([
    ...['汇总', '结算明细', '订单明细', '税率汇总', '调整', '作废重做差异', '保证金', '提现', '说明'],
  ])
  await page.getByText(/^已导出：\d+ 张结算单/).waitFor()
  // Sooner than records change by themselves.
  await page.getByRole('button', { name: '结算工作簿' }).click()
  await page.getByText('本机导出记录（内容哈希）').waitFor({ timeout: 20_000 })
})

test('the auditor reads and decides nothing; support is told that it may not see', async (stage) => {
  const auditor = await months(stage, AUDITOR, 'huawei')
  await rows(auditor).first().click()
  await part(auditor, '明细').waitFor()
  expect(await decision(auditor, '确认结算').count()).toBe(0)
  const support = await stage.signedIn(SUPPORT)
  await support.goto(`${stage.console.origin}/settlement`)
  await support.getByText('您的角色不可见').or(support.getByText('没有权限')).first().waitFor()
})
