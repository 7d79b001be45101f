import { expect } from 'vitest'
import { bytesOf } from './harness/desk.ts'
import { FINANCE, OPS, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test('finance takes a month’s vouchers, balances and exceptions, each from its page', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await page.goto(`${stage.console.origin}/settlement`)
  await page.getByRole('link', { name: '记账', exact: true }).click()
  await page.goto(`${stage.console.origin}/books?marketplace=ksyun`)
  const vouchers = page.getByRole('table', { name: '记账凭证' })
  await vouchers.getByText('平台服务费收入').first().waitFor()
  await page.getByRole('button', { name: '凭证模板' }).click()
  const form = page.getByRole('form', { name: '凭证模板' })
  await form.getByLabel('代收货款的科目编码').fill('112201')
  await form.getByRole('button', { name: '保存模板' }).click()
  await form.waitFor({ state: 'detached' })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出凭证' }).click(),
  ])
  const text = new TextDecoder('gb18030').decode(await bytesOf(download))
  expect(text).toContain('112201')

  await page.getByRole('link', { name: '往来余额表', exact: true }).click()
  const balances = page.getByRole('table', { name: '往来余额表' })
  await balances.getByText('合计').waitFor()
  await page.getByRole('link', { name: '本月例外', exact: true }).click()
  await page.getByText(/跳过的月结检查 \d+ · 免缴保证金 \d+/).waitFor()
  await page.getByText('放行的检查项对您的角色不可见').waitFor()
})

test('who does not receive statements is told so', async (stage) => {
  const page = await stage.signedIn(OPS)
  await page.goto(`${stage.console.origin}/books`)
  await page.getByText('没有权限').waitFor()
})
