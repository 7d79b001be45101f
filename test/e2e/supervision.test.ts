import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ENGINE_SOCKET_PATH } from '#shared/contracts/console-engine/transport.ts'
import { decision, part, rows } from './harness/desk.ts'
import { ADMIN, FINANCE, OPS, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()
/** Where the order is shown that was delivered. */
let delivered = ''

test('operations record delivery and confirmation of a supervised order, each step with who and what proves it', async (stage) => {
  const page = await stage.signedIn(OPS)
  const search = new URLSearchParams({ marketplaces: '["huawei"]', statuses: '["in-supervision"]' })
  await page.goto(`${stage.console.origin}/orders?${search}`)
  await rows(page).first().waitFor()
  const supervision = await pendingOne(page)
  await decision(page, '登记交付').click()
  const delivery = page.getByRole('form', { name: '登记交付' })
  await delivery.getByLabel('交付验收件').fill('验收报告 2026-118，含双方签章')
  await delivery.getByLabel('存放处').fill('合同档案 2026/华为/118')
  await delivery.getByRole('button', { name: '登记交付' }).click()
  await supervision.getByText('待验收').first().waitFor()
  await supervision.getByText('验收报告 2026-118，含双方签章').waitFor()
  await decision(page, '确认验收').click()
  const confirmation = page.getByRole('form', { name: '确认验收' })
  await confirmation.getByLabel('证据').fill('买家在云商店点击确认验收，截图存档')
  await confirmation.getByRole('button', { name: '确认验收' }).click()
  await supervision.getByText('已验收').first().waitFor()
  await supervision.getByText(/最晚 .* 完成；完成后次月出账/).waitFor()
  delivered = page.url()
})

test('finance reads where supervision stands and decides nothing about it', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await page.goto(delivered)
  await part(page, '服务监管').getByText('验收报告 2026-118，含双方签章').waitFor()
  expect(await part(page, '决定').getByRole('button').count()).toBe(0)
  await untouchedOne(page)
  expect(await part(page, '决定').getByRole('button').count()).toBe(0)
})

test('what waits stands on 服务监管 by whom it waits for, and every sum of what is not billed leads to its orders', async (stage) => {
  const page = await stage.signedIn(OPS)
  await page.goto(`${stage.console.origin}/today`)
  await part(page, '服务监管')
    .getByRole('link', { name: /^待服务商交付 \d+$/ })
    .click()
  await page.waitForURL((url) => url.pathname === '/supervision')
  await rows(page).first().waitFor()
  expect(await rows(page).filter({ hasText: '待服务商交付' }).count()).toBe(await rows(page).count())

  await page.getByRole('button', { name: '未出账金额', exact: true }).click()
  const bills = page.getByRole('table', { name: '按出账' })
  const process = bills.getByRole('row').filter({ hasText: '处理中，不能出账' })
  const [count, amount] = [process.getByRole('link'), await process.locator('td').nth(1).innerText()]
  const orders = Number(await count.innerText())
  const byProvider = await amountsOf(page, '按服务商')
  await page.getByText('按商品', { exact: true }).click()
  await page.getByRole('table', { name: '按商品' }).waitFor()
  expect(await amountsOf(page, '按商品')).toEqual(byProvider)
  expect(byProvider[0]).toBe(amount.trim())
  await count.click()
  await rows(page).first().waitFor()
  expect(await rows(page).count()).toBe(orders)
})

test('the sums on screen stand under their own heading while others are fetched', async (stage) => {
  const page = await stage.signedIn(OPS)
  const answers = await answersOf(page)
  await page.goto(`${stage.console.origin}/supervision?unbilled=provider`)
  const [byProvider, byProduct] = [
    page.getByRole('table', { name: '按服务商' }),
    page.getByRole('table', { name: '按商品' }),
  ]
  await byProvider.waitFor()
  const before = await byProvider.innerText()
  answers.hold()
  await page.getByText('按商品', { exact: true }).click()
  await page.waitForURL((url) => url.searchParams.get('unbilled') === 'product')
  expect(await byProduct.count()).toBe(0)
  expect(await byProvider.innerText()).toBe(before)
  answers.release()
  await byProduct.waitFor()
  expect(await byProvider.count()).toBe(0)
})

test('operations go through what waits by keyboard alone: one delivery confirmed, and the next case is there', async (stage) => {
  const page = await stage.signedIn(OPS)
  await page.goto(`${stage.console.origin}/supervision?statuses=["delivered"]`)
  await rows(page).first().waitFor()
  const before = await rows(page).count()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await part(page, '决定').getByRole('button').first().waitFor()
  // What a file said is delivered has its delivery written down first.
  while (!(await decision(page, '确认验收').isVisible())) {
    const open = page.url()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.href !== open)
    await part(page, '决定').getByRole('button').first().waitFor()
  }
  await page.keyboard.press('a')
  const form = page.getByRole('form', { name: '确认验收' })
  await form.getByLabel('证据').fill('买家在云商店点击确认验收，截图存档')
  await page.keyboard.press('Control+Enter')
  await form.waitFor({ state: 'detached' })
  await expect.poll(() => rows(page).count()).toBe(before - 1)
})

test('who sees no orders is told so, and is shown no figure', async (stage) => {
  const page = await stage.signedIn(ADMIN)
  await page.goto(`${stage.console.origin}/supervision`)
  await page
    .getByRole('main')
    .getByText(/服务监管/)
    .first()
    .waitFor()
  expect(await rows(page).count()).toBe(0)
})

/** Lets the engine's answers to a page, from its next load on, be held back. */
async function answersOf(page: Page): Promise<{ readonly hold: () => void; readonly release: () => void }> {
  let isHeld = false
  const held: (() => void)[] = []
  await page.routeWebSocket(
    (url) => url.pathname === ENGINE_SOCKET_PATH,
    (socket) => {
      const server = socket.connectToServer()
      server.onMessage((message) => {
        if (isHeld) held.push(() => socket.send(message))
        else socket.send(message)
      })
    },
  )
  return {
    hold: () => {
      isHeld = true
    },
    release: () => {
      isHeld = false
      for (const send of held.splice(0)) send()
    },
  }
}

/** The sums of a table of what is not billed, in yuan: in process, completed, all. */
async function amountsOf(page: Page, name: string): Promise<string[]> {
  const cells = await page.getByRole('table', { name, exact: true }).locator('tbody tr').all()
  const sums = [0, 0, 0]
  for (const cell of cells) {
    const texts = await cell.locator('td').allInnerTexts()
    for (const [index, at] of [1, 3, 5].entries()) {
      sums[index] = (sums[index] ?? 0) + Math.round(Number((texts[at] ?? '0').replaceAll(',', '')) * 100)
    }
  }
  return sums.map((fen) => (fen / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ','))
}

/** Opens an order of which nothing is on record here. */
async function untouchedOne(page: Page): Promise<void> {
  const untouched = part(page, '服务监管').getByText('本机还没有登记任何步骤')
  for (let at = 0; !(await untouched.isVisible()); at += 1) {
    const before = page.url()
    await rows(page).nth(at).click()
    await page.waitForURL((url) => url.href !== before || at === 0)
    await part(page, '服务监管').waitFor()
  }
}

/** Opens an order whose delivery is awaited; gives the part of its page that says so. */
async function pendingOne(page: Page) {
  const supervision = part(page, '服务监管')
  for (let at = 0; ; at += 1) {
    await rows(page).nth(at).click()
    await supervision.waitFor()
    if (await decision(page, '登记交付').isVisible()) return supervision
  }
}
