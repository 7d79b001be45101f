import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dropFile, sample } from './harness/bank-files.ts'
import { Colleague } from './harness/colleague.ts'
import { bytesOf, confirmed, decision, openQueue, openRow, part, rows, verdictForm } from './harness/desk.ts'
import { AUDITOR, FINANCE, type Stage, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()
const FIRST = '上海测试云科技有限公司'
/** Pays 10,000.00 for two companies of its own. */
const GROUP = '集团控股有限公司'

test("from the bank's file to a held deposit and its receipt; the same days from another bank's file change nothing", async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await importFile(page, 'icbc_historydetail.csv')
  // The sample opens with a balance of its own: that is asked about, and accepted by name.
  await part(page, '需要您确认').getByRole('checkbox').first().check()
  await page.getByRole('button', { name: '导入 24 笔新流水' }).click()
  await page.getByText('已提交 24 笔新流水').waitFor()

  // One key accepts; what it closed by itself is held already.
  await openLines(page, FIRST)
  await rows(page).first().click()
  await decision(page, '认领').waitFor()
  const accepted = lineOnScreen(page)
  await page.keyboard.press('a')
  await page.waitForURL((url) => !url.pathname.endsWith(accepted))
  await openLine(page, accepted)
  await confirmed(page, '已认领')

  // Split over two, and undone again: both deposits are as they were.
  await openLines(page, GROUP)
  await rows(page).first().click()
  const before = await ledgers(stage)
  await decision(page, '拆分').click()
  const split = lineOnScreen(page)
  await verdictForm(page).getByLabel(/^说明/).fill('集团代子公司付款，来函已核对')
  await verdictForm(page).getByRole('button', { name: '拆为 2 笔并认领' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith(split))
  await openLine(page, split)
  await confirmed(page, '已认领')
  expect(await ledgers(stage)).not.toEqual(before)
  await page.keyboard.press('u')
  await verdictForm(page).getByLabel('理由').fill('集团来函：款项另有用途')
  await verdictForm(page).getByRole('button', { name: '撤销认领' }).click()
  await confirmed(page, '未认领')
  expect(await ledgers(stage)).toEqual(before)

  // The deposit is held, and its receipt is a file.
  await openQueue(page, 'deposits', { text: FIRST })
  await openRow(page, rows(page).first())
  await confirmed(page, '已缴')
  await part(page, '台账')
    .getByRole('link', { name: `2026-11-02 ${FIRST}` })
    .waitFor()
  await decision(page, '开具收据').click()
  await verdictForm(page).getByText('人民币伍仟元整').waitFor()
  await verdictForm(page)
    .getByRole('button', { name: /^开具收据/ })
    .click()
  const save = part(page, '收据').getByRole('button', { name: /^下载收据 SJ-KUBESPHERE-/ })
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  expect((await bytesOf(download)).subarray(0, 5).toString()).toBe('%PDF-')

  const held = await ledgers(stage)
  await importFile(page, 'cmb_preamble.xlsx')
  await page.getByText('没有新流水：全部已在账上，不需要导入').waitFor()
  expect(await ledgers(stage)).toEqual(held)
})

async function importFile(page: Page, name: string): Promise<void> {
  await page.goto(new URL('/bank/import', page.url()).href)
  await page.getByRole('heading', { name: '把银行流水文件拖到这里' }).waitFor()
  await dropFile(page, name, await sample(name))
  await part(page, '核对').getByText('逐笔余额连续').waitFor()
}

async function openLines(page: Page, text: string): Promise<void> {
  await openQueue(page, 'bank/lines', { text, from: '2026-11-01' })
  await rows(page).filter({ hasNotText: text }).first().waitFor({ state: 'detached' })
}

function lineOnScreen(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function openLine(page: Page, id: string): Promise<void> {
  await page.goto(new URL(`/bank/lines/${id}`, page.url()).href)
}

/** What lies on every deposit, fen, as the platform has it. */
async function ledgers({ platform }: Stage): Promise<Readonly<Record<string, number>>> {
  const auditor = await Colleague.signIn(platform.url, AUDITOR)
  const deposits = await auditor.records('depositObligation')
  return Object.fromEntries(
    deposits.map(({ id, entries }) => [id, entries.reduce((sum, { amount }) => sum + amount, 0)]),
  )
}
