import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { formatYuan, parseYuan } from '#shared/money/yuan.ts'
import { confirmed, decision, findCase, openQueue, openRow, part, rows, verdictForm } from './harness/desk.ts'
import { filesOf } from './harness/invoice-files.ts'
import { APPROVER, AUDITOR, FINANCE, SUPPORT, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

interface Waiting {
  readonly id: string
  /** Fen. */
  readonly amount: number
}

/** Opens the first request that waits for an invoice. */
async function openWaiting(page: Page): Promise<Waiting> {
  await openQueue(page, 'payouts', { statuses: ['invoice_pending'] })
  const section = part(page, '发票')
  const { id } = await findCase(page, async () => {
    await section.getByText('尚未收到发票').or(section.getByRole('link').first()).first().waitFor()
    return section.getByText('尚未收到发票').isVisible()
  })
  const missing = /还差 ¥([\d,.]+)/.exec(await part(page, '发票').innerText())?.[1] ?? ''
  return { id, amount: parseYuan(missing) ?? 0 }
}

function receivingIn(page: Page) {
  const section = part(page, '发票')
  return { section, choose: section.locator('input[type=file]') }
}

test('three invoices that are dropped make a request whole, finance verifies it and may not approve it, another does', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  const payout = await openWaiting(page)
  const third = Math.floor(payout.amount / 3)
  const files = await filesOf(stage, page, [third, third, payout.amount - 2 * third], 1)
  const { section, choose } = receivingIn(page)
  await choose.setInputFiles(files)
  await section.getByText('合计与申请金额一致').last().waitFor()
  await section.getByRole('button', { name: `登记 3 张，共 ${formatYuan(payout.amount)}` }).click()
  await decision(page, '经办核对').click()
  await verdictForm(page).getByRole('button', { name: '经办核对' }).click()
  await verdictForm(page).waitFor({ state: 'detached' })
  await page.goto(`${stage.console.origin}/payouts/${payout.id}`)
  await decision(page, '取消申请').waitFor()
  expect(await decision(page, '复核付款').count()).toBe(0)
  await page.close()

  const approver = await stage.signedIn(APPROVER)
  await approver.goto(`${stage.console.origin}/payouts/${payout.id}`)
  await decision(approver, '复核付款').click()
  await verdictForm(approver)
    .getByRole('button', { name: /^批准付款 ¥/ })
    .click()
  await verdictForm(approver).waitFor({ state: 'detached' })
  await approver.goto(`${stage.console.origin}/payouts/${payout.id}`)
  await part(approver, '申请')
    .getByText(/^复核 /)
    .waitFor()
})

test('an invoice that is dropped again names the one on record, and one of another amount says what is missing', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  const payout = await openWaiting(page)
  const [first] = await filesOf(stage, page, [payout.amount - 100], 50)
  if (first === undefined) throw new Error('There is a file.')
  await page.goto(`${stage.console.origin}/invoices?making=files`)
  const panel = part(page, '收票')
  const torn = { name: '破损.xml', mimeType: 'text/xml', buffer: Buffer.from('<EInvoice><Header>') }
  await panel.locator('input[type=file]').setInputFiles([first, torn])
  await panel.getByText('读不出发票').waitFor()
  await panel.getByRole('button', { name: /^登记 1 张/ }).click()
  await panel.getByText('已登记', { exact: true }).waitFor()
  await page.goto(`${stage.console.origin}/payouts/${payout.id}`)
  const { section, choose } = receivingIn(page)
  await section.getByText('还差 ¥1.00').waitFor()
  await choose.setInputFiles([first])
  await section.getByText(/^已登记在：/).waitFor()
  expect(await section.getByRole('button', { name: '没有可以登记的发票' }).isDisabled()).toBe(true)
})

test('what the tax site said is noted, and an invoice recorded by mistake is withdrawn', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openQueue(page, 'invoices', { statuses: ['recorded'] })
  await rows(page).first().click()
  await decision(page, '登记查验结果').click()
  await verdictForm(page).getByLabel('查验日期').waitFor()
  await verdictForm(page).getByRole('button', { name: '登记查验结果' }).click()
  await part(page, '查验').getByText('一致').waitFor()
  await decision(page, '作废登记').click()
  await verdictForm(page).getByLabel('理由').fill('对应错了申请')
  await verdictForm(page).getByRole('button', { name: '作废登记' }).click()
  await part(page, '票面').getByText('对应错了申请').waitFor()
})

test('专票 is ticked for deduction in its period and leaves the list, and its paper is recorded when it comes', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openQueue(page, 'invoices', { list: 'deductible' })
  const issuedOn = /\d{4}-\d\d-\d\d/.exec((await rows(page).first().textContent()) ?? '')?.[0] ?? ''
  const period = issuedOn.slice(0, 7)
  const { id } = await openRow(page, rows(page).first())
  await decision(page, '勾选抵扣').click()
  const tick = verdictForm(page).getByRole('button', { name: '勾选抵扣' })
  expect(await tick.isDisabled()).toBe(true)
  await verdictForm(page).getByLabel('所属期').fill('2020-01')
  await verdictForm(page).getByText('不早于开票月份').waitFor()
  expect(await tick.isDisabled()).toBe(true)
  await verdictForm(page).getByLabel('所属期').fill(period)
  await tick.click()
  await page.locator(`tr[id$="${id}"]`).waitFor({ state: 'detached' })
  await page.goto(`${stage.console.origin}/invoices/${id}`)
  await part(page, '票面').getByText(`${period} 期，`).waitFor()

  await decision(page, '登记纸质原件').click()
  await verdictForm(page).getByLabel('收到日期').fill(issuedOn)
  await verdictForm(page).getByLabel('快递单号').fill('SF1000200099')
  await verdictForm(page).getByRole('button', { name: '登记纸质原件' }).click()
  await part(page, '票面')
    .getByText(/^\d{4}-\d\d-\d\d .*SF1000200099$/)
    .waitFor()

  await decision(page, '撤销勾选').click()
  await verdictForm(page).getByLabel('理由').fill('所属期填错')
  await verdictForm(page).getByRole('button', { name: '撤销勾选' }).click()
  await decision(page, '勾选抵扣').waitFor()
  await page.close()
})

test('the auditor sees invoices and records none, support does not receive them', async (stage) => {
  const page = await stage.signedIn(AUDITOR)
  await openQueue(page, 'invoices')
  expect(await page.getByRole('button', { name: '收票' }).count()).toBe(0)
  const other = await stage.signedIn(SUPPORT)
  await other.goto(`${stage.console.origin}/invoices`)
  await other.getByText('没有权限').waitFor()
})

test('a red-letter confirmation waits for us on Today, is refused with a reason, and a second one is told apart from it', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openQueue(page, 'invoices', { statuses: ['recorded'] })
  const { name } = await openRow(page, rows(page).first())
  const enter = async (number: string) => {
    await decision(page, '登记红字确认单').click()
    const form = verdictForm(page)
    await form.getByLabel('确认单编号').fill(number)
    const now = new Date(Date.now() - 60_000 + 8 * 3_600_000).toISOString().slice(0, 16)
    await form.getByLabel('录入时间').fill(now)
    await form.getByRole('button', { name: '登记红字确认单' }).click()
    await form.waitFor({ state: 'detached' })
    await confirmed(page, '红冲待确认')
  }
  const address = page.url()
  await enter('3100000000000001')
  await page.goto(`${stage.console.origin}/`)
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .waitFor()
  await page.goto(address)
  await decision(page, '否认红冲').click()
  await verdictForm(page).getByLabel('理由').fill('与补充协议的金额不符')
  await verdictForm(page).getByRole('button', { name: '否认红冲' }).click()
  const letters = part(page, '红字发票')
  await letters.getByText('作废：我方否认').waitFor()
  await letters.getByText('与补充协议的金额不符').waitFor()
  await confirmed(page, '待查验')
  await enter('3100000000000002')
  await decision(page, '确认红冲').click()
  const which = verdictForm(page).getByRole('combobox')
  expect(await which.inputValue()).toBe('3100000000000002 · 销方录入，待我方确认')
  await which.click()
  expect(await page.getByRole('option').count()).toBe(1)
  await page.close()
})
