import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dropFile } from './harness/bank-files.ts'
import { bytesOf, confirmed, decision, openQueue, openRow, part, rows, verdictForm } from './harness/desk.ts'
import { APPROVER, AUDITOR, FINANCE, type Stage, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()
/** Our account that pays. */
const ACCOUNT = '322056023692'
/** The batch of the first test, and whom it pays how much. */
let batch = { id: '', number: '', name: '', account: '', amount: '' }

/** The file that a button of the open case saves. */
async function saved(page: Page, label: string) {
  const [download] = await Promise.all([page.waitForEvent('download'), decision(page, label).click()])
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) }
}

async function openBatch(stage: Stage, email = FINANCE): Promise<Page> {
  const page = await stage.signedIn(email)
  await page.goto(`${stage.console.origin}/payout-batches/${batch.id}`)
  await page.getByRole('heading', { level: 2, name: batch.number, exact: true }).waitFor()
  return page
}

test('finance makes a batch of what is approved, writes its file, has it again and marks it as sent', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openQueue(page, 'payout-batches')
  await page.getByRole('button', { name: '建立付款批次', exact: true }).click()
  const form = verdictForm(page)
  await form.getByText('选择付款账户后列出可付的款项').waitFor()
  const ours = form.getByRole('option', { name: new RegExp(ACCOUNT) })
  await form.getByLabel('付款账户').selectOption(await ours.getAttribute('value'))
  await form.getByText(/提现待复核，共 ¥/).waitFor()
  await form.getByLabel('文件格式').selectOption('cmb')
  const payout = form.getByRole('listitem').filter({ hasText: ' 提现' }).first()
  const said = /^(?<name>.*) 提现(?<amount>¥[\d,.]+)\S+ (?<account>\d+) /.exec(
    (await payout.textContent()) ?? '',
  )
  await payout.getByRole('checkbox').check()
  const { name = '', account = '', amount = '' } = said?.groups ?? {}
  await form.getByText(`合计 1 笔，${amount}`).waitFor()
  await form.getByRole('button', { name: '建立付款批次' }).click()
  await form.waitFor({ state: 'detached' })
  const newest = rows(page)
    .filter({ hasText: '草稿' })
    .filter({ hasText: amount.slice(1) })
  const { id, name: number } = await openRow(page, newest.first())
  batch = { id, number, name, account, amount }
  await confirmed(page, '草稿')

  const first = await saved(page, '生成付款文件')
  expect(first.name).toBe(`${number}.xls`)
  await confirmed(page, '已生成文件')
  const hash = createHash('sha256').update(first.bytes).digest('hex')
  await part(page, '批次').getByTitle(hash).waitFor()
  expect((await saved(page, '下载付款文件')).bytes.equals(first.bytes)).toBe(true)

  await decision(page, '标记已提交银行').click()
  await verdictForm(page).getByText(hash).waitFor()
  await verdictForm(page).getByRole('button', { name: '标记已提交银行' }).click()
  await confirmed(page, '已提交银行')
  expect((await saved(page, '下载付款文件')).bytes.equals(first.bytes)).toBe(true)
  expect((await saved(page, '付款清单 PDF')).bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(await decision(page, '作废批次').count()).toBe(0)
  await page.close()
})

test("the bank's answer is shown before it is recorded, and that to another batch is refused", async (stage) => {
  const page = await openBatch(stage)
  await decision(page, '登记银行回盘').click()
  const form = verdictForm(page)
  const answer = (reference: string) =>
    Buffer.from(`业务参考号,交易状态,失败原因\n${reference},成功,\n`, 'utf8')
  await dropFile(page, '别的批次.csv', answer('FK20990101-00000000-1'))
  await form.getByText('这是另一批次的回盘，未登记').waitFor()
  expect(await form.getByRole('button', { name: '登记银行回盘' }).isDisabled()).toBe(true)
  await dropFile(page, '回盘.csv', answer(`${batch.number}-1`))
  await form.getByText('受理 1 笔，处理中 0 笔，退回 0 笔，不明 0 笔').waitFor()
  await form.getByRole('button', { name: '登记银行回盘' }).click()
  await confirmed(page, '银行已受理')
  await page.close()
})

test('the line of the statement that paid is suggested, and shows the payout as paid', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await page.goto(`${stage.console.origin}/bank/import`)
  await page.getByRole('heading', { name: '把银行流水文件拖到这里' }).waitFor()
  await dropFile(page, '付款当日.csv', Buffer.from(statement(), 'utf8'))
  const submit = page.getByRole('button', { name: '导入 1 笔新流水' })
  await submit.waitFor()
  for (const each of await part(page, '需要您确认').getByRole('checkbox').all()) await each.check()
  await submit.click()
  await page.getByText('已提交 1 笔新流水').waitFor()

  await openQueue(page, 'bank/lines', { text: batch.name, directions: ['out'] })
  await rows(page).first().click()
  await part(page, '去向').getByText(`付款批次 ${batch.number}`).waitFor()
  await decision(page, '认领').click()
  await page.close()

  const again = await openBatch(stage)
  await confirmed(again, '已结清')
  await part(again, '付款明细').getByText('已付 银行流水').waitFor()
  await part(again, '付款明细').getByRole('link', { name: batch.name, exact: true }).click()
  await confirmed(again, '已付')
  await again.close()
})

test('who decides nothing has the file of a batch, and is led to what each payment pays and back', async (stage) => {
  const page = await openBatch(stage, AUDITOR)
  expect((await saved(page, '下载付款文件')).name).toBe(`${batch.number}.xls`)
  await part(page, '付款明细').getByRole('link', { name: batch.name, exact: true }).click()
  await page.getByRole('link', { name: `${batch.number}-1`, exact: true }).click()
  await page.getByRole('heading', { level: 2, name: batch.number, exact: true }).waitFor()
  await page.close()
})

/** Today's statement with the line that paid the batch. */
function statement(): string {
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '')
  const yuan = batch.amount.replaceAll(/[¥,]/g, '')
  const balance = (9_000_000 - Number(yuan)).toFixed(2)
  const line = [
    ...[`${day}990001`, ACCOUNT, batch.account, `${day} 15:00:00`, '借', yuan, '', ''],
    ...['转账支出', '结算付款', batch.name, balance, ''],
  ]
  return `[HISTORYDETAIL]
凭证号,本方账号,对方账号,交易时间,借/贷,借方发生额,贷方发生额,对方行号,摘要,用途,对方单位名称,余额,个性化信息
${line.map((cell) => `"${cell}"`).join(',')}
`
}

test('a payment that came back is approved anew and paid by another batch, and the old one stays as it was', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openQueue(page, 'payout-batches', { statuses: ['part'] })
  const old = await openRow(page, rows(page).first())
  await part(page, '批次')
    .getByText(/^退回后等待重新复核 1 笔，共 ¥/)
    .waitFor()
  expect(await decision(page, '重新付款 1 笔').count()).toBe(0)
  const failed = part(page, '付款明细').getByRole('listitem').filter({ hasText: '付款失败：' })
  await failed.getByRole('link').first().click()
  await page.waitForURL(/\/payouts\//)
  const payout = page.url()
  await page.close()

  const approver = await stage.signedIn(APPROVER)
  await approver.goto(payout)
  await decision(approver, '复核付款').click()
  await verdictForm(approver)
    .getByRole('button', { name: /^批准付款 ¥/ })
    .click()
  await verdictForm(approver).waitFor({ state: 'detached' })
  await approver.goto(payout)
  await confirmed(approver, '已批待付')
  await approver.close()

  const again = await stage.signedIn(FINANCE)
  await again.goto(`${stage.console.origin}/payout-batches/${old.id}`)
  await decision(again, '重新付款 1 笔').click()
  const form = verdictForm(again)
  await form.getByText(`重付批次 ${old.name} 中退回或未提交的 1 笔。原批次不变。`).waitFor()
  await form.getByText(/^合计 1 笔，¥/).waitFor()
  await form.getByRole('button', { name: '建立付款批次' }).click()
  await form.waitFor({ state: 'detached' })
  await again.goto(payout)
  await confirmed(again, '付款中')
  await again.goto(`${stage.console.origin}/payout-batches/${old.id}`)
  await confirmed(again, '部分回盘')
  await part(again, '付款明细')
    .getByText(/^付款失败：/)
    .waitFor()
  expect(await decision(again, '重新付款 1 笔').count()).toBe(0)
  await again.close()
})
