import { read as readSheets } from '@e965/xlsx'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { bytesOf, decision, part, rows, verdictForm } from './harness/desk.ts'
import { APPROVER, FINANCE, type Stage, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

const SUBMIT = 'Control+Enter'
/** Of the marketplaces in the order of the tiles, Kingsoft Cloud: each of its months is committed by itself. */
const MARKET = '3'
/** What a row says that has orders. */
const PAID = /[1-9][\d,]*\.\d\d/
const MONTH = /^\d{4}-\d{2}/

/** A person at the keyboard, who has opened the months of a marketplace. Every key is counted, a written text as one. */
async function atTheKeys(stage: Stage, as: string) {
  const page = await stage.signedIn(as)
  // What is told of a month is told of all its records.
  await page.getByText('已同步').first().waitFor()
  let pressed = 0
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
    pressed += keys.length
  }
  const write = async (text: string) => {
    await page.keyboard.type(text)
    pressed += 1
  }
  const tiles = part(page, '结算月份')
  await press('g', 'c')
  await tiles.getByRole('button').nth(3).waitFor()
  await press(MARKET)
  await tiles.getByRole('button', { name: MONTH }).first().waitFor()
  return { page, tiles, press, write, pressed: () => pressed }
}
type AtTheKeys = Awaited<ReturnType<typeof atTheKeys>>

/** Drafts the open month and lets every check be, one reason each. */
async function draftAndSkip({ page, press, write }: AtTheKeys): Promise<void> {
  await press('a')
  await verdictForm(page).waitFor()
  await press(SUBMIT)
  const checks = part(page, '月结检查')
  await checks.waitFor()
  await verdictForm(page).waitFor({ state: 'detached' })
  const skip = checks.getByRole('button', { name: /^跳过/ })
  for (let left = await skip.count(); left > 0; left = await skip.count()) {
    await press('1')
    await verdictForm(page).getByLabel('理由').waitFor()
    await write('次月继续跟进')
    await press(SUBMIT)
    await expect.poll(() => skip.count()).toBeLessThan(left)
  }
}

/** Moves to the first row that says something, and opens it; answers what it says. */
async function openRowThatSays({ page, press }: AtTheKeys, words: string | RegExp): Promise<string> {
  await rows(page).filter({ hasText: words }).first().waitFor()
  const texts = await rows(page).allInnerTexts()
  const at = texts.findIndex((text) => text.search(words) >= 0)
  for (let moved = 0; moved <= at; moved += 1) await press('j')
  await press('Enter')
  await part(page, '明细').waitFor()
  return texts[at] ?? ''
}

async function downloadOf(page: Page, start: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), start()])
  return bytesOf(download)
}

test('finance closes a month, explains a figure and hands it on by keyboard alone', async (stage) => {
  const desk = await atTheKeys(stage, FINANCE)
  const { page, tiles, press, write } = desk
  const months = await tiles.getByRole('button', { name: MONTH }).allInnerTexts()
  await press(String(months.findIndex((month) => month.includes('未生成草稿')) + 1), 'M')
  await decision(page, '生成结算草稿').waitFor()
  await draftAndSkip(desk)
  await openRowThatSays(desk, PAID)
  await part(page, '明细').getByRole('button').first().waitFor()
  await press('h')
  await part(page, '明细').getByRole('list', { name: '计算过程' }).waitFor()
  await press('a')
  await verdictForm(page).waitFor()
  await press(SUBMIT)
  await tiles.getByText('已确认 1').first().waitFor()
  const book = await downloadOf(page, async () => {
    await press('B')
    await page.getByText('导出结算工作簿').first().waitFor()
    await press(SUBMIT)
  })
  expect(readSheets(book).SheetNames).toContain('结算明细')
  await press('Control+k')
  await page.getByRole('combobox', { name: '查找或执行' }).waitFor()
  await write('记账')
  await page.getByRole('option', { name: /^记账/ }).waitFor()
  await press('Enter')
  await page.waitForURL('**/books*')
  await page.getByRole('button', { name: /^导出凭证/ }).waitFor()
  const vouchers = await downloadOf(page, () => press('B'))
  expect(vouchers.length).toBeGreaterThan(0)
  // Every check that is open takes three; more than this is a step back.
  expect(desk.pressed()).toBeLessThanOrEqual(40)
})

test('a committed month is voided and drafted anew by keyboard alone, and says what differs', async (stage) => {
  const approver = await atTheKeys(stage, APPROVER)
  const committed = await openRowThatSays(approver, '已确认')
  const [provider = ''] = /[\u4e00-\u9fff（）]+公司/u.exec(committed) ?? []
  await approver.press('x')
  await verdictForm(approver.page).getByLabel('理由').waitFor()
  await approver.write('订单归属有误')
  await approver.press(SUBMIT)
  await approver.page.getByText('订单归属有误').first().waitFor()
  await approver.page.close()
  const desk = await atTheKeys(stage, FINANCE)
  await desk.press('M')
  await decision(desk.page, '重新生成草稿').waitFor()
  await draftAndSkip(desk)
  await openRowThatSays(desk, new RegExp(`${provider}[^]*草稿`))
  await part(desk.page, '逐行差异').getByText('没有差异').waitFor()
  await desk.press('a')
  await verdictForm(desk.page).waitFor()
  await desk.press(SUBMIT)
  await desk.tiles.getByText('已确认 1').first().waitFor()
})
