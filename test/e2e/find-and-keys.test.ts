import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { caseIs, nextInQueue, openQueue, openRow, part, rows } from './harness/desk.ts'
import { OPS, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test('Ctrl+K finds an application by two Chinese characters, a provider and a screen', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications')
  const names = await rows(page).evaluateAll((all) =>
    all.map((row) => row.querySelector('th')?.getAttribute('title') ?? ''),
  )
  const name = names.find((each) => each.length >= 8) ?? ''
  const two = name.slice(2, 4)
  expect(two).toHaveLength(2)
  await find(page, two)
  const found = page.getByRole('option', { name: new RegExp(`${two}.*入驻申请`) }).first()
  await found.click()
  await page.waitForURL('**/applications/*')
  expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toContain(two)

  await find(page, name)
  await page
    .getByRole('option', { name: /服务商 ·/ })
    .first()
    .click()
  await part(page, '资料').waitFor()
  await find(page, '同步')
  await page.getByRole('option', { name: /^同步/ }).waitFor()
  await page.keyboard.press('Enter')
  await part(page, '发件箱').waitFor()
})

test('j and k move, Enter widens the case, e goes to the next, and ? lists the keys', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications')
  const first = await openRow(page, rows(page).first())
  const second = await nextInQueue(page)
  await page.keyboard.press('j')
  await caseIs(page, second)
  await page.keyboard.press('k')
  await caseIs(page, first)
  await page.keyboard.press('Enter')
  await page.waitForURL(/wide=true/)
  await rows(page).first().waitFor({ state: 'hidden' })
  await page.keyboard.press('e')
  await caseIs(page, second)
  await page.keyboard.press('?')
  const keys = page.getByRole('complementary', { name: '快捷键' })
  await keys.getByText('下一件').waitFor()
  await keys.getByText('前往同步').waitFor()
  await page.keyboard.press('?')
  await keys.waitFor({ state: 'detached' })
})

test('the address holds filter, sort and selection: a reload shows the same', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications')
  await page.getByRole('radiogroup', { name: '范围' }).getByText('全部').click()
  await page.waitForURL(/statuses=/)
  await page.getByRole('search').getByRole('button', { name: '市场' }).click()
  await page.getByRole('menuitemcheckbox', { name: /KubeSphere/ }).click()
  await page.keyboard.press('Escape')
  await page.waitForURL(/marketplaces=/)
  await page.getByRole('columnheader', { name: '提交时间' }).getByRole('button').click()
  await page.waitForURL(/sort=submittedAt/)
  await page.waitForFunction(() => {
    const lines = [...document.querySelectorAll('tbody tr[aria-rowindex]')]
    const times = lines.map((line) => line.lastElementChild?.textContent ?? '')
    return times.length > 5 && times.join() === times.toSorted().join()
  })
  const shown = async () => rows(page).getByRole('rowheader').allInnerTexts()
  const { name } = await openRow(page, rows(page).nth(3))
  const before = await shown()
  await page.reload()
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor()
  expect(await shown()).toEqual(before)
  await page.getByRole('button', { name: '按 提交时间 排序' }).waitFor()
  expect(await page.locator('tr[aria-selected="true"]').getAttribute('aria-rowindex')).toBe('5')
})

test('language and theme are switched and remembered', async (stage) => {
  const page = await stage.signedIn(OPS)
  await page.goto(`${stage.console.origin}/settings`)
  await page.getByRole('radiogroup', { name: '外观' }).getByText('深色').click()
  await page.getByRole('radiogroup', { name: '语言' }).getByText('English').click()
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('中文').click()
  await page.getByRole('heading', { name: '设置' }).waitFor()
})

test('a table remembers which columns it shows', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications')
  const kind = page.getByRole('columnheader', { name: '主体' })
  await kind.waitFor()
  await page.getByRole('button', { name: '列', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: '主体' }).click()
  await kind.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /^同步/ }).click()
  await part(page, '发件箱').waitFor()
  await openQueue(page, 'applications')
  await page.getByRole('columnheader', { name: '状态' }).waitFor()
  expect(await kind.count()).toBe(0)
})

test('the palette runs commands: the theme, the language, the export of the list, the way out', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications')
  const run = async (text: string, command: string) => {
    await find(page, text)
    await page.getByRole('option', { name: command }).click()
  }
  await run('深色', '外观：深色')
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
  await run('浅色', '外观：浅色')
  await page.locator('html[data-mantine-color-scheme="light"]').waitFor()
  const download = page.waitForEvent('download')
  await run('导出', '导出为Excel 工作簿')
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
  await run('english', '语言：English')
  await page.locator('html[lang="en"]').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find or run' }).fill('中文')
  await page.getByRole('option', { name: 'Language: 中文' }).click()
  await page.locator('html[lang="zh-CN"]').waitFor()
  await run('退出', '退出登录')
  await page.locator('input[type=email]').waitFor()
})

/** Opens the palette and types. */
async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '查找或执行' }).fill(text)
}
