import { expect } from 'vitest'
import { Colleague } from './harness/colleague.ts'
import {
  bytesOf,
  confirmed,
  decision,
  openCase,
  openQueue,
  openRow,
  part,
  rows,
  verdictForm,
} from './harness/desk.ts'
import { APPROVER, AUDITOR, FINANCE, OPS, type Stage, SUPPORT, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test('finance filters what is overdue, sees why, and waives one with reason and last day; ops publishes afterwards', async (stage) => {
  const waiting = await approvedAndOwing(stage)
  const ops = await stage.signedIn(OPS)
  await openCase(ops, 'listings', waiting.versionId)
  await part(ops, '决定').getByText('保证金尚未缴清').waitFor()
  expect(await decision(ops, '上架').isDisabled()).toBe(true)
  await ops.close()

  const page = await stage.signedIn(FINANCE)
  await openQueue(page, 'deposits')
  const overdue = part(page, '按状态汇总').getByRole('button', { name: /^已逾期/ })
  await overdue.click()
  await page.waitForURL(/statuses=/)
  await page.getByRole('searchbox').or(page.getByPlaceholder('筛选服务商')).fill(waiting.name)
  await rows(page).filter({ hasNotText: waiting.name }).first().waitFor({ state: 'detached' })
  await openRow(page, rows(page).first())
  const standing = part(page, '应缴与期限')
  await standing.getByText('¥5,000.00').first().waitFor()
  await standing.getByRole('button', { name: '查看依据' }).click()
  await standing
    .getByText('规模不超过 10 人的微型企业')
    .or(standing.getByText('金额为 5000 元'))
    .first()
    .waitFor()

  await decision(page, '免缴').click()
  const form = verdictForm(page)
  expect(await form.getByRole('button', { name: /^免缴至/ }).isDisabled()).toBe(true)
  await form.getByLabel('免缴至').fill('2099-12-31')
  await form.getByLabel('理由').fill('总部批准的推广期')
  const waived = new URL(page.url()).pathname
  await form.getByRole('button', { name: '免缴至 2099-12-31' }).click()
  await form.waitFor({ state: 'detached' })
  await page.goto(new URL(waived, page.url()).href)
  await part(page, '台账').getByText('总部批准的推广期').waitFor()
  await confirmed(page, '免缴')
  await page.close()

  const again = await stage.signedIn(OPS)
  await openCase(again, 'listings', waiting.versionId)
  await decision(again, '上架').click()
  await openCase(again, 'listings', waiting.versionId)
  await confirmed(again, '已上架')
  const auditor = await Colleague.signIn(stage.platform.url, AUDITOR)
  expect(await auditor.listingVersion(waiting.versionId)).toMatchObject({ status: 'live' })
})

test('the register as filtered is saved as a file for a spreadsheet', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openQueue(page, 'deposits', { statuses: ['held'] })
  const shown = await page.locator('header', { has: page.getByRole('heading', { level: 1 }) }).textContent()
  await page.getByRole('button', { name: '导出' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV（UTF-8）' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^deposits-\d{4}-\d{2}-\d{2}\.csv$/)
  const text = (await bytesOf(download)).toString('utf8')
  expect(text.startsWith('\u{FEFF}编号,')).toBe(true)
  expect(shown).toMatch(new RegExp(`\\D${text.split('\r\n').length - 1} 条`))
})

test('finance issues a receipt and saves it, asks for a refund; another person approves it', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openQueue(page, 'deposits', { statuses: ['refundable'] })
  const opened = await openRow(page, rows(page).first())
  await decision(page, '开具收据').click()
  await verdictForm(page).getByText('人民币').waitFor()
  await verdictForm(page)
    .getByRole('button', { name: /^开具收据/ })
    .click()
  const save = part(page, '收据').getByRole('button', { name: /^下载收据 SJ-/ })
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  expect(download.suggestedFilename()).toMatch(/^SJ-[A-Z]+-\d{4}-\d{6}\.pdf$/)
  expect((await bytesOf(download)).subarray(0, 5).toString()).toBe('%PDF-')

  await decision(page, '申请退还').click()
  await verdictForm(page).getByLabel('理由').fill('合作终止，来函申请')
  await verdictForm(page)
    .getByRole('button', { name: /^申请退还/ })
    .click()
  await verdictForm(page).waitFor({ state: 'detached' })
  await page.goto(new URL(`/deposits/${opened.id}`, page.url()).href)
  await confirmed(page, '待审批退还')
  await part(page, '决定').getByText('批准退还：需要 财务复核（王建国、郑云）').waitFor()
  expect(await decision(page, '批准退还').count()).toBe(0)
  await page.close()

  const approver = await stage.signedIn(APPROVER)
  await openQueue(approver, 'deposits', { statuses: ['refund-requested'], text: opened.name })
  await openRow(approver, rows(approver).first())
  await decision(approver, '批准退还').click()
  await verdictForm(approver).getByText('合作终止，来函申请').waitFor()
  await verdictForm(approver)
    .getByRole('button', { name: /^批准退还/ })
    .click()
  await verdictForm(approver).waitFor({ state: 'detached' })
  await approver.goto(new URL(`/deposits/${opened.id}`, approver.url()).href)
  await confirmed(approver, '已批待付')
})

test('support is shown no deposits; an auditor reads them and decides nothing', async (stage) => {
  const support = await stage.signedIn(SUPPORT)
  await openQueue(support, 'providers')
  expect(await support.getByRole('link', { name: /^保证金/ }).count()).toBe(0)
  await support.close()
  const page = await stage.signedIn(AUDITOR)
  await openQueue(page, 'deposits', { statuses: ['overdue'] })
  await openRow(page, rows(page).first())
  await part(page, '应缴与期限').waitFor()
  expect(await decision(page, '免缴').count()).toBe(0)
})

/** An approved version of the demo whose provider owes its deposit. */
async function approvedAndOwing({ platform }: Stage): Promise<{ versionId: string; name: string }> {
  const auditor = await Colleague.signIn(platform.url, AUDITOR)
  const deposits = await auditor.records('depositObligation')
  const unpaid = deposits.filter(({ entries }) => entries.length === 0)
  for (const version of await auditor.records('listingVersion')) {
    const deposit = unpaid.find(({ providerId }) => providerId === version.providerId)
    if (version.status !== 'approved' || deposit === undefined) continue
    return { versionId: version.id, name: deposit.providerName }
  }
  throw new Error('No approved version waits for a deposit.')
}
