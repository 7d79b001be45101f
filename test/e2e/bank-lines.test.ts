import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { Colleague } from './harness/colleague.ts'
import { confirmed, decision, openQueue, part, rows, verdictForm } from './harness/desk.ts'
import { AUDITOR, FINANCE, OPS, type Stage, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()
/** Pays the deposits of two providers at once. */
const FOR_TWO = '联合控股集团有限公司'

test('finance accepts a proposal with one key, goes on to the next open line, and undoes the match later', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openQueue(page, 'bank/lines')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await decision(page, '认领').waitFor()
  const id = openLine(page)
  await page.keyboard.press('a')
  await page.waitForURL((url) => /lines\/\w+$/.test(url.pathname) && !url.pathname.endsWith(id))
  await decision(page, '认领').waitFor()

  await page.goto(new URL(`/bank/lines/${id}`, page.url()).href)
  await confirmed(page, '已认领')
  const [paid] = await partsOf(stage, id)
  expect(paid?.target.kind).toBe('deposit')
  await page.keyboard.press('u')
  await verdictForm(page).getByLabel('理由').fill('付款方来函更正')
  await verdictForm(page).getByRole('button', { name: '撤销认领' }).click()
  await confirmed(page, '未认领')
  await part(page, '认领').getByText('付款方来函更正').waitFor()
  expect(await partsOf(stage, id)).toEqual([])
})

test('a line is split to the fen; an unfinished split is kept; a sum that differs is not taken', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openQueue(page, 'bank/lines')
  await rows(page).filter({ hasText: FOR_TWO }).first().click()
  await decision(page, '拆分').click()
  const amounts = verdictForm(page).getByLabel(/^金额（元）/)
  const submit = verdictForm(page).getByRole('button', { name: /笔并认领$/ })
  await amounts.first().fill('4999.99')
  await verdictForm(page).getByText('缴后还差 ¥0.01').waitFor()
  await verdictForm(page).getByText('¥0.01', { exact: true }).waitFor()
  expect(await submit.isDisabled()).toBe(true)
  await verdictForm(page).getByRole('button', { name: '添加其他' }).click()
  await page.getByRole('menuitem', { name: '手续费' }).click()
  expect(await amounts.nth(2).inputValue()).toBe('0.01')

  const id = openLine(page)
  await verdictForm(page).getByRole('button', { name: '取消' }).click()
  await rows(page).filter({ hasNotText: FOR_TWO }).first().click()
  await page.waitForURL((url) => !url.pathname.endsWith(id))
  await page.goto(new URL(`/bank/lines/${id}`, page.url()).href)
  await decision(page, '拆分').click()
  await amounts.nth(2).waitFor()
  expect(await amounts.first().inputValue()).toBe('4999.99')
  // Less than is due: why, stays on the ledger.
  expect(await submit.isDisabled()).toBe(true)
  await verdictForm(page).getByLabel(/^说明/).fill('差一分已由服务商确认')
  await submit.click()
  await page.waitForURL((url) => !url.pathname.endsWith(id))
  await page.goto(new URL(`/bank/lines/${id}`, page.url()).href)
  await confirmed(page, '已认领')
  const parts = await partsOf(stage, id)
  expect(parts.map(({ amount }) => amount)).toEqual([499_999, 500_000, 1])
  const [short] = parts
  const deposit = short?.target.kind === 'deposit' ? short.target.obligationId : ''
  await page.goto(new URL(`/deposits/${deposit}`, page.url()).href)
  await part(page, '台账').getByText('差一分已由服务商确认').waitFor()
})

test('several lines are marked as one kind together, each a decision of its own', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openQueue(page, 'bank/lines')
  const ids: string[] = []
  for (let count = 0; count < 2; count += 1) {
    await page.keyboard.press('j')
    // From the second on a case is open, and the next one is shown at once.
    if (count === 0) await page.keyboard.press('Enter')
    await page.waitForURL((url) => /lines\/\w+$/.test(url.pathname) && !ids.includes(openLine(page)))
    ids.push(openLine(page))
    await page.keyboard.press('Space')
    await page.getByText(`已选 ${count + 1} 笔`).waitFor()
  }
  await page.keyboard.press('l')
  await part(page, '将要做什么').waitFor()
  await page.keyboard.press('6')
  await part(page, '将要做什么').getByText('标为误汇款').first().waitFor()
  await verdictForm(page).getByRole('button', { name: '认领 2 笔' }).click()
  await page.getByText('已选 2 笔').waitFor({ state: 'detached' })
  for (const id of ids) {
    await page.goto(new URL(`/bank/lines/${id}`, page.url()).href)
    await confirmed(page, '已认领')
    const [said] = await partsOf(stage, id)
    expect(said?.target).toEqual({ kind: 'other', what: 'mistaken' })
  }
})

test('operations see the register and nothing of the bank; an auditor reads lines and decides nothing', async (stage) => {
  const ops = await stage.signedIn(OPS)
  await openQueue(ops, 'deposits')
  expect(await ops.getByRole('link', { name: '到账认领' }).count()).toBe(0)
  await ops.close()
  const page = await stage.signedIn(AUDITOR)
  await openQueue(page, 'bank/lines')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await part(page, '流水内容').waitFor()
  await part(page, '决定').getByText('认领：需要 财务（刘芳）').waitFor()
})

function openLine(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Where the line's money went, as the platform has it now; nothing while the line is open. */
async function partsOf({ platform }: Stage, id: string) {
  const auditor = await Colleague.signIn(platform.url, AUDITOR)
  const line = (await auditor.records('bankLine')).find((each) => each.id === id)
  const last = line?.allocations.at(-1)
  return last === undefined || last.undone !== null ? [] : last.parts
}
