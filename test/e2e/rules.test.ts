import { expect } from 'vitest'
import { part } from './harness/desk.ts'
import { APPROVER, APPROVER_2, FINANCE, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test('a control is proposed by one approver, adopted by another, and holds on her desk and on others without a restart', async (stage) => {
  const maker = await stage.signedIn(APPROVER)
  await maker.goto(`${stage.console.origin}/rules`)
  await maker.getByRole('button', { name: '提出变更：审核时限提醒' }).click()
  const form = maker.getByRole('form', { name: '提出变更：审核时限提醒' })
  await form.getByLabel('新的值').fill('2')
  await form.getByLabel('理由').fill('旺季提前提醒')
  await form.getByRole('button', { name: '提出变更' }).click()
  await part(maker, '决定').getByText('须由另一位 财务复核（郑云）').waitFor()
  const address = maker.url()
  await maker.close()

  const checker = await stage.signedIn(APPROVER_2)
  await checker.goto(address)
  await part(checker, '变更').getByText('旺季提前提醒').waitFor()
  await part(checker, '决定').getByRole('button', { name: /^采用/ }).click()
  await checker.getByRole('button', { name: /^采用，/ }).click()
  await part(checker, '现行').getByText('2 个工作日').waitFor()
  await part(checker, '现行').getByText('王建国 提出，郑云 复核').first().waitFor()
  await checker.close()

  const finance = await stage.signedIn(FINANCE)
  await finance.goto(`${stage.console.origin}/rules`)
  await part(finance, '现行').getByText('2 个工作日').waitFor()
  await part(finance, '现行').getByText('由财务复核提出和采用').waitFor()
  expect(await finance.getByRole('button', { name: /提出变更/ }).count()).toBe(0)
})
