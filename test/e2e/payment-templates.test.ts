import { expect } from 'vitest'
import { openQueue, part } from './harness/desk.ts'
import { APPROVER, FINANCE, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test("an approver changes a bank's template with a reason, sees what it writes, and finance makes batches by it", async (stage) => {
  const finance = await stage.signedIn(FINANCE)
  await openQueue(finance, 'payout-batches')
  await finance.getByRole('link', { name: '付款模板', exact: true }).click()
  await finance.getByText('采用付款模板：由财务复核').waitFor()
  expect(await finance.getByRole('button', { name: '采用这个模板' }).count()).toBe(0)
  await finance.close()

  const page = await stage.signedIn(APPROVER)
  await page.goto(`${stage.console.origin}/payment-templates?bank=ccb`)
  const adopt = page.getByRole('button', { name: '采用这个模板' })
  await page.getByText('与现行模板相同，没有可采用的改动').waitFor()
  await page.getByLabel('第 12 列 内容').selectOption('purpose')
  await page.getByText('请填写改动理由（至少 4 个字）').waitFor()
  expect(await adopt.isDisabled()).toBe(true)
  await page.getByLabel('第 12 列 列名').fill('*金额')
  await page.getByText('有列名重复：读回文件时无法区分').waitFor()
  await page.getByLabel('第 12 列 列名').fill('备注')
  expect(await part(page, '试写两笔').getByText('保证金退还').count()).toBe(2)
  await page.getByLabel('改动理由').fill('网银要求备注不能为空')
  await adopt.click()
  await part(page, '谁在何时改的').getByText('网银要求备注不能为空').waitFor()
  await page.reload()
  expect(await page.getByLabel('第 12 列 内容').inputValue()).toBe('purpose')
  await page.goto(`${stage.console.origin}/payment-templates?bank=cmb`)
  await part(page, '谁在何时改的').getByText('招行要求业务摘要不为空，按用途填写').waitFor()
  await page.close()
})
