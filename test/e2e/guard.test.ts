import { expect } from 'vitest'
import { OPS, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test('a browser without the one-time token is refused, on the page and on the line to the engine', async (stage) => {
  await stage.signedIn(OPS)
  const stranger = await stage.browser.newPage()
  expect((await stranger.goto(`${stage.console.origin}/applications`))?.status()).toBe(401)
  expect(await stranger.getByText('one-time address').count()).toBe(1)
  const opened = await stranger.evaluate(
    () =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://${window.location.host}/engine`)
        socket.onopen = () => resolve('opened')
        socket.onerror = () => resolve('refused')
      }),
  )
  expect(opened).toBe('refused')
})

test('a token works once', async (stage) => {
  const address = await stage.console.freshAddress()
  await stage.page(address)
  const second = await stage.browser.newPage()
  expect((await second.goto(address))?.status()).toBe(401)
})

test('the printed address opened again by a browser that was let in goes on to the page', async (stage) => {
  const address = await stage.console.freshAddress()
  const page = await stage.page(address)
  const again = await page.context().newPage()
  await again.goto(address)
  await again.waitForURL((url) => url.origin === stage.console.origin && url.pathname !== '/enter')
  await again.getByText('one-time address').waitFor({ state: 'detached' })
  await again.getByText('Marketdesk').first().waitFor()
})

test('settings say how many browsers were let in and end the others; Enter on the terminal ends all', async (stage) => {
  const other = await stage.page()
  const page = await stage.signedIn(OPS)
  await page.goto(`${stage.console.origin}/settings`)
  const browsers = page.getByRole('region', { name: '浏览器' })
  await browsers.getByRole('button', { name: /^结束其他/ }).click()
  await browsers.getByText('只有当前浏览器').waitFor()
  expect((await other.reload())?.status()).toBe(401)
  expect((await page.reload())?.status()).toBe(200)
  const address = await stage.console.freshAddress('')
  expect((await page.reload())?.status()).toBe(401)
  await stage.page(address)
})

test('a page of another origin does not reach the engine with the cookie of the desk', async (stage) => {
  const page = await stage.signedIn(OPS)
  const foreign = await page.context().newPage()
  await foreign.route('http://evil.example/', (route) => route.fulfill({ body: '<title>evil</title>' }))
  await foreign.goto('http://evil.example/')
  const answer = await foreign.evaluate(
    (origin) =>
      new Promise((resolve) => {
        const socket = new WebSocket(`${origin.replace('http', 'ws')}/engine`)
        socket.onopen = () => resolve('opened')
        socket.onerror = () => resolve('refused')
      }),
    stage.console.origin,
  )
  expect(answer).toBe('refused')
})
