import { expect } from 'vitest'
import { Colleague } from './harness/colleague.ts'
import { openQueue, openRow, rows } from './harness/desk.ts'
import { FINANCE, OPS, OPS_MANAGER, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test('one click opens a case; the window is named after it, and the divider stays where it was put', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications')
  const { name } = await openRow(page, rows(page).first())
  await page.waitForFunction((title) => document.title.startsWith(title), `${name} · 入驻审核`)
  const divider = page.getByRole('separator', { name: '列表与详情的分隔线' })
  await divider.focus()
  await page.keyboard.press('ArrowRight')
  expect(await divider.getAttribute('aria-valuenow')).toBe('42')
  const box = await divider.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 4, 400)
  await page.mouse.down()
  await page.mouse.move((box?.x ?? 0) - 100, 400)
  await page.mouse.up()
  const share = Number(await divider.getAttribute('aria-valuenow'))
  expect(share).toBeLessThan(42)
  await page.reload()
  await page.locator(`hr[aria-valuenow="${share}"]`).waitFor()
})

test('beside an open case a row has two lines, and no amount is cut', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openQueue(page, 'deposits')
  await openRow(page, rows(page).first())
  const amounts = page.locator('tr[data-compact="true"] [data-part="amount"]')
  await amounts.first().waitFor()
  const cut = await amounts.evaluateAll((cells) =>
    cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
  )
  expect(cut).toEqual([])
})

test('End leads to the last row, and a view keeps filter and order under a name', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications', { statuses: [], sort: 'name' })
  const grid = page.getByRole('grid')
  await grid.focus()
  await page.keyboard.press('End')
  const last = await grid.getAttribute('aria-rowcount')
  await page.locator(`tr[aria-selected="true"][aria-rowindex="${last}"]`).waitFor()

  await page.getByRole('button', { name: '视图' }).click()
  await page.getByPlaceholder('给当前视图起名').fill('全部申请')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('menuitem', { name: '全部申请' }).waitFor()
  await page.keyboard.press('Escape')
  await openQueue(page, 'applications')
  await page.getByRole('button', { name: '视图' }).click()
  await page.getByRole('menuitem', { name: '全部申请' }).click()
  await page.waitForURL((url) => url.searchParams.get('sort') === 'name' && url.searchParams.has('statuses'))
})

test('rail and page count what waits for us alike; several cases are begun at once, each a decision of its own', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications')
  const scope = page.getByRole('radiogroup', { name: '范围' })
  const ours = (await scope.getByText(/^待处理 \d+$/).textContent())?.match(/\d+/)?.[0] ?? ''
  await page.getByRole('link', { name: new RegExp(`^入驻审核.*\\b${ours}\\b`) }).waitFor()
  await page
    .locator('header', { has: page.getByRole('heading', { level: 1 }) })
    .filter({ hasText: `${ours} 条` })
    .waitFor()

  await openQueue(page, 'applications', { statuses: ['submitted'] })
  for (let count = 1; count <= 2; count += 1) {
    await page.keyboard.press('j')
    await page.keyboard.press('Space')
    await page.getByText(`已选 ${count} 条`).waitFor()
  }
  await page.getByRole('region', { name: '已选的行' }).getByRole('button', { name: '开始审核' }).click()
  await page.getByText('已开始审核 2 件').waitFor()
  await page.getByText(/已选 \d+ 条/).waitFor({ state: 'detached' })
})

test('with Shift the rows in between are selected; what a colleague was faster with is named, the rest goes through', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications', { statuses: ['submitted'] })
  const nameAt = async (at: number) =>
    (await rows(page).nth(at).getByRole('rowheader').getAttribute('title')) ?? ''
  const box = async (at: number) =>
    page.getByRole('button', { name: `选择 ${await nameAt(at)}`, exact: true })
  const taken = await nameAt(1)
  await (await box(0)).click()
  await (await box(2)).click({ modifiers: ['Shift'] })
  await page.getByText('已选 3 条').waitFor()

  const colleague = await Colleague.signIn(stage.platform.url, OPS_MANAGER)
  const theirs = (await colleague.records('application')).filter(
    ({ applicant, status }) => applicant.name === taken && status === 'submitted',
  )
  for (const application of theirs) await colleague.decide('application.start-review', application, {})
  await page.getByRole('rowheader', { name: taken }).waitFor({ state: 'detached' })

  await page.getByRole('region', { name: '已选的行' }).getByRole('button', { name: '开始审核' }).click()
  const told = page.getByRole('alert').filter({ hasText: '1 件没有成功' })
  await told.getByText('已开始审核 2 件').waitFor()
  await told.getByText(new RegExp(`^${taken}：`)).waitFor()
  await page.getByText('已选 1 条').waitFor()
})
