import { decision, openQueue, openRow, part, rows, verdictForm } from './harness/desk.ts'
import { APPROVER, FINANCE, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test('finance verifies a payout with the reason no rule gives, may not approve it, and the approver does', async (stage) => {
  const finance = await stage.signedIn(FINANCE)
  await openQueue(finance, 'payouts', { statuses: ['verified'] })
  await openRow(finance, rows(finance).first())
  await part(finance, '付款前检查').getByText('来源未规定，由人工决定并记录原因').waitFor()
  await part(finance, '需再看一眼').getByText('首次向该服务商付款').waitFor()
  await decision(finance, '取消申请').waitFor()
  if ((await decision(finance, '复核付款').count()) > 0) throw new Error('finance approves its own payout')
  const address = new URL(finance.url()).pathname
  await finance.close()

  const approver = await stage.signedIn(APPROVER)
  await openQueue(approver, 'payouts', { statuses: ['verified'] })
  const waiting = approver.getByRole('button', { name: /^等我复核 \d+ 笔，共 ¥/ })
  const count = Number(/\d+/.exec(await waiting.innerText())?.[0])
  await openQueue(approver, 'payouts')
  await waiting.click()
  await approver
    .locator('header')
    .filter({ hasText: `提现${count} 条` })
    .waitFor()
  await approver.goto(`${stage.console.origin}${address}`)
  await decision(approver, '复核付款').click()
  await verdictForm(approver)
    .getByRole('button', { name: /^批准付款 ¥/ })
    .click()
  await verdictForm(approver).waitFor({ state: 'detached' })
  await approver.goto(`${stage.console.origin}${address}`)
  await part(approver, '申请')
    .getByText(/^复核 /)
    .waitFor()
})
