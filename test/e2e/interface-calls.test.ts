import { expect } from 'vitest'
import { part, rows } from './harness/desk.ts'
import { FINANCE, OPS, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test('operations see which product is to be taken off, which answers differ and who is not updated, each down to its calls', async (stage) => {
  const page = await stage.signedIn(OPS)
  await page.goto(`${stage.console.origin}/supervision`)
  await page.getByRole('link', { name: '生产接口健康', exact: true }).click()
  const products = page.getByRole('table', { name: '按商品' })
  await products.getByText('建议下架，由人决定').first().waitFor()
  await part(page, '依据')
    .getByText(/失败订单超过5个/)
    .waitFor()
  await part(page, '依据')
    .getByText(/3小时调用后仍未解决/)
    .waitFor()
  const repeats = page.getByRole('table', { name: '同一请求，答复不同' })
  await repeats.getByText('inst-a71').waitFor()
  await repeats.getByText('LIC-9035-B').waitFor()
  await page
    .getByRole('table', { name: '更新实例失败的客户' })
    .getByText(/剩 3 天/)
    .waitFor()
  expect(await part(page, '应发邮件').getByRole('button', { name: '复制正文' }).count()).toBeGreaterThan(1)

  const failed = products.getByRole('row').filter({ hasText: '客服工单云' }).locator('td').nth(2)
  const count = Number(await failed.innerText())
  await failed.getByRole('link').click()
  await rows(page).first().waitFor()
  await expect.poll(() => page.getByText(`${count} 条`).first().isVisible()).toBe(true)
  await rows(page).first().click()
  await part(page, '同一订单的其他调用').getByRole('link').first().waitFor()
})

test('who sees no calls is told so', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await page.goto(`${stage.console.origin}/interface-calls`)
  await page
    .getByRole('main')
    .getByText(/生产接口/)
    .first()
    .waitFor()
  expect(await page.getByRole('table').count()).toBe(0)
})
