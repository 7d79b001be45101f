import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openQueue, part, rows } from './harness/desk.ts'
import { OPS, SUPPORT, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

const box = (page: Page) => page.getByRole('combobox', { name: '查询' })
const hits = (page: Page) => page.getByRole('group', { name: '查询结果' }).getByRole('option')
const group = (page: Page, kind: string) => page.getByRole('listbox', { name: kind, exact: true })

async function providerName(page: Page): Promise<string> {
  await openQueue(page, 'providers')
  const row = rows(page).first()
  return (await row.getByRole('rowheader').getAttribute('title')) ?? ''
}

async function revealed(page: Page): Promise<void> {
  const personal = part(page, '个人信息')
  const show = personal.getByRole('button', { name: '查看', exact: true })
  await show.waitFor()
  expect(await show.isDisabled()).toBe(true)
  await personal.getByLabel('查看理由').fill('客户来电核对登记的电话')
  await show.click()
  await personal.getByText('已记入审计日志', { exact: true }).waitFor()
  await personal.getByText('电话').first().waitFor()
  await personal.getByRole('button', { name: '收起' }).click()
  await show.waitFor()
}

test('support opens a subscription by two characters, reveals the contact, leaves a note, sees its user, and goes back to the same place', async (stage) => {
  const page = await stage.signedIn(SUPPORT)
  // The desk of support opens here.
  await page.waitForURL('**/look-up')
  await box(page).fill('公司')
  const found = group(page, '订阅').getByRole('option')
  await found.nth(1).waitFor()
  expect(await found.nth(1).locator('mark').first().innerText()).toBe('公司')
  const title = await found.nth(1).innerText()
  await found.nth(1).click()
  await page.waitForURL('**/subscriptions/*')
  await revealed(page)
  const notes = part(page, '联系与备注')
  await notes.getByRole('textbox', { name: '内部备注' }).fill('已核对电话，回电后处理')
  await notes.getByRole('button', { name: '添加备注' }).click()
  await notes.getByRole('link', { name: '已核对电话，回电后处理' }).waitFor()
  await page.getByRole('link', { name: /公司/ }).and(page.locator('a[href^="/users/"]')).first().click()
  await page.waitForURL('**/users/*')
  for (const name of ['资料', '订阅', '集群', '订单', '时间线']) await part(page, name).waitFor()

  await page.getByRole('button', { name: '返回', exact: true }).click()
  await page.waitForURL('**/subscriptions/*')
  await page.goBack()
  await found.nth(1).waitFor()
  expect(await box(page).inputValue()).toBe('公司')
  expect(await found.nth(1).innerText()).toBe(title)
  expect(await found.nth(1).getAttribute('aria-selected')).toBe('true')
})

test('the contact of a provider is revealed on its page, and who sees it anyway is not asked why', async (stage) => {
  const page = await stage.signedIn(SUPPORT)
  await openQueue(page, 'providers')
  await rows(page).first().click()
  await part(page, '资料').waitFor()
  await revealed(page)
  const address = page.url()
  const ops = await stage.signedIn(OPS)
  await ops.goto(address)
  await part(ops, '资料').waitFor()
  expect(await part(ops, '个人信息').count()).toBe(0)
})

test('what is found opens by keyboard alone, and nothing found says what to try', async (stage) => {
  const page = await stage.signedIn(SUPPORT)
  const name = await providerName(page)
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await page.waitForURL('**/look-up')
  await page.locator('input[role=combobox]:focus').waitFor()
  await page.keyboard.insertText('鿿鿿')
  await page.getByRole('status').filter({ hasText: '没有找到' }).waitFor()
  await box(page).fill(name)
  await hits(page).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.startsWith('/look-up'))
  await page.reload()
  await page.goBack()
  expect(await box(page).inputValue()).toBe(name)
})

test('the palette finds by pinyin and marks what matched', async (stage) => {
  const page = await stage.signedIn(SUPPORT)
  await openQueue(page, 'providers')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '查找或执行' }).fill('gongsi')
  const found = page.getByRole('option', { name: /公司/ }).first()
  await found.waitFor()
  expect(await found.locator('mark').innerText()).toBe('公司')
})
