import { expect } from 'vitest'
import { part, rows } from './harness/desk.ts'
import { OPS, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test('operations find by keys the bills of metered use that differ, see what the rules give step by step, and go to the order and back', async (stage) => {
  const page = await stage.signedIn(OPS)
  await page.goto(`${stage.console.origin}/today`)
  await page.getByRole('navigation', { name: '导航' }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('Shift+M')
  const agrees = rows(page).filter({ hasText: '一致' })
  await agrees.first().waitFor()
  const differing = `outcomes=${encodeURIComponent('["differs"]')}&sort=difference`
  await page.goto(`${stage.console.origin}/metered-bills?${differing}`)
  await rows(page).filter({ hasText: '有差异' }).first().waitFor()
  expect(await agrees.count()).toBe(0)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  const recomputed = part(page, '复算')
  await recomputed.getByText(/^(多计|少计) [\d,]+\.\d\d$/).waitFor()
  await recomputed
    .getByRole('list', { name: '复算步骤' })
    .getByText(/四舍五入到分/)
    .waitFor()
  await part(page, '账单').getByRole('link').first().click()
  await part(page, '按需账单 12').getByRole('link', { name: '全部', exact: true }).click()
  await rows(page).first().waitFor()
  expect(page.url()).toContain('/metered-bills?orderId=')
})
