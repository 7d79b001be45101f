import { expect } from 'vitest'
import { OPS, testOnStage } from './harness/stage.ts'

testOnStage('an operations manager signs in and sees the applications waiting for review', async (stage) => {
  const page = await stage.signedIn(OPS)
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${stage.console.origin}/applications`)
  const rows = page.getByRole('row')
  await rows.nth(5).waitFor()
  expect(await rows.nth(1).innerText()).not.toBe('')
  expect(complaints).toEqual([])
})

testOnStage('a second browser comes in by a fresh address only', async (stage) => {
  await stage.page(stage.console.address)
  const used = await stage.browser.newPage()
  expect((await used.goto(stage.console.address))?.status()).toBe(401)
  const second = await stage.page(await stage.console.freshAddress())
  await second.locator('input[type=email]').waitFor()
})

testOnStage(
  'the page stays let in and signed in when the console was killed and started again',
  async (stage) => {
    const page = await stage.signedIn(OPS)
    await stage.console.kill()
    await stage.console.start()
    await page.reload()
    await page.getByRole('navigation').first().waitFor()
  },
)
