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

test('finance begins a request anywhere, of a provider that has months to ask for, and sees its checks before', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '查找或执行' }).fill('代为申请提现')
  await page.keyboard.press('Enter')
  const form = verdictForm(page)
  await form.getByText(/^有可申请月份的服务商 \d+ 家$/).waitFor()
  await form.getByRole('combobox', { name: '服务商' }).click()
  await page.getByRole('option').first().click()
  await form.getByRole('checkbox').first().check()
  await part(page, '付款前检查').getByRole('listitem').first().waitFor()
  await form.getByText(/复核$/).first().waitFor()
})

test('an approver sends a verified payout back, and it is to be verified anew', async (stage) => {
  const page = await stage.signedIn(APPROVER)
  await openQueue(page, 'payouts', { statuses: ['verified'] })
  await openRow(page, rows(page).last())
  const address = new URL(page.url()).pathname
  await decision(page, '退回经办').click()
  const form = verdictForm(page)
  await form.getByLabel('理由').fill('请核对新的收款账户')
  await form.getByRole('button', { name: '退回经办' }).click()
  await form.waitFor({ state: 'detached' })
  await page.goto(`${stage.console.origin}${address}`)
  await part(page, '历史').getByText('请核对新的收款账户').waitFor()
  if ((await decision(page, '复核付款').count()) > 0) throw new Error('what was sent back is approved')
})

test('an approver finds what waits for her, opens it and approves it, by keyboard alone', async (stage) => {
  const page = await stage.signedIn(APPROVER)
  for (const [typed, address] of [
    ['收款账户', /\/payee-accounts$/],
    ['付款模板', /\/payment-templates/],
    ['等我复核的提现', /\/payouts\?forMe=true$/],
  ] as const) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(typed)
    await page.getByRole('option', { name: new RegExp(`^${typed}`) }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(address)
  }
  await rows(page).first().waitFor()
  const waiting = await rows(page).count()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await decision(page, '复核付款').waitFor()
  const opened = page.url()
  await page.keyboard.press('a')
  await verdictForm(page)
    .getByRole('button', { name: /^批准付款 ¥/ })
    .waitFor()
  await page.keyboard.press('Control+Enter')
  await verdictForm(page).waitFor({ state: 'detached' })
  await page.goto(opened.replace(/\?.*/, ''))
  await part(page, '申请')
    .getByText(/^复核 /)
    .waitFor()
  await page.goto(`${stage.console.origin}/payouts?forMe=true`)
  await page.getByRole('button', { name: `等我复核 ${waiting - 1} 笔`, exact: false }).waitFor()
  await page.close()
})
