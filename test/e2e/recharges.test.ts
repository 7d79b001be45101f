import { decision, openQueue, openRow, part, rows, verdictForm } from './harness/desk.ts'
import { APPROVER, FINANCE, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()
const NUMBER = '2026112022001400000077'

test('finance types an online recharge from the deposit, the approver confirms it, and it is on the ledger', async (stage) => {
  const finance = await stage.signedIn(FINANCE)
  await openQueue(finance, 'deposits', { statuses: ['overdue'] })
  await openRow(finance, rows(finance).first())
  const address = new URL(finance.url()).pathname
  await part(finance, '台账').getByRole('link', { name: '登记充值', exact: true }).click()
  const form = finance.getByRole('form', { name: '登记充值' })
  await form.getByLabel('支付渠道').fill('支付宝')
  await form.getByLabel('渠道流水号').fill(NUMBER)
  await form.getByLabel('支付日期').fill('2026-11-02')
  await form.getByLabel('金额').fill('1234.50')
  await form.getByLabel('付款人').fill('张三')
  await form.getByLabel('凭据').fill('渠道后台截图，财务档案 77')
  await form.getByRole('button', { name: '登记充值' }).click()
  await form.waitFor({ state: 'detached' })
  await finance.close()

  const approver = await stage.signedIn(APPROVER)
  await openQueue(approver, 'recharges', { text: JSON.stringify(NUMBER) })
  await openRow(approver, rows(approver).first())
  await decision(approver, '确认充值').click()
  await verdictForm(approver).getByRole('button', { name: '确认到账 ¥1,234.50' }).click()
  await verdictForm(approver).waitFor({ state: 'detached' })
  await approver.goto(`${stage.console.origin}${address}`)
  await part(approver, '台账').getByText('充值交纳').waitFor()
  await part(approver, '台账')
    .getByRole('link', { name: new RegExp(NUMBER) })
    .waitFor()
})
