import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { Colleague } from './harness/colleague.ts'
import { decision, openCase, openQueue, openRow, part, rows } from './harness/desk.ts'
import { AUDITOR, FINANCE, OPS, SUPPORT, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test('support sees no applications and no identity numbers, on the page and on the line, even where ops worked before', async (stage) => {
  const before = await stage.signedIn(OPS)
  await openQueue(before, 'applications')
  const auditor = await Colleague.signIn(stage.platform.url, AUDITOR)
  const providers = await auditor.records('provider')
  const secrets = providers.flatMap(({ uscc, residentId, contact }) =>
    [uscc, residentId, contact?.phone].filter((secret) => secret != null && secret.length > 8),
  )
  await before.close()

  const page = await stage.signedIn(SUPPORT)
  const said = await listen(page)
  await openQueue(page, 'providers')
  expect(await page.getByRole('link', { name: /^入驻审核/ }).count()).toBe(0)
  await rows(page).first().click()
  await part(page, '资料').getByText('您的角色不可见').first().waitFor()
  await part(page, '保证金').getByText('可见角色：运营 / 运营主管 / 财务 / 财务复核 / 审计').waitFor()
  await page.goto(`${stage.console.origin}/applications`)
  await page.getByText('没有权限').waitFor()
  const shown = said().join('\n')
  expect(shown).toContain(providers[0]?.marketplace)
  expect(secrets.length).toBeGreaterThan(50)
  expect(secrets.filter((secret) => shown.includes(String(secret)))).toEqual([])
})

test('an auditor reads everything and decides nothing', async (stage) => {
  const page = await stage.signedIn(AUDITOR)
  await openQueue(page, 'applications', { statuses: ['in_review'] })
  await openRow(page, rows(page).first())
  await part(page, '入驻条件').waitFor()
  expect(await part(page, '决定').getByRole('button').count()).toBe(0)
  await page.keyboard.press('a')
  expect(await page.locator('form[aria-label]').count()).toBe(0)
})

test('finance sees applications and providers but no submissions, and decides neither', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openQueue(page, 'applications', { statuses: ['in_review'] })
  const { id } = await openRow(page, rows(page).first())
  await openCase(page, 'applications', id)
  expect(await decision(page, '批准').count()).toBe(0)
  expect(await page.getByRole('link', { name: /^上架审核/ }).count()).toBe(0)
  expect(await page.getByRole('link', { name: /^服务商/ }).count()).toBeGreaterThan(0)
})

test('no token is ever in the page', async (stage) => {
  const page = await stage.signedIn(OPS)
  const said = await listen(page)
  await openQueue(page, 'applications')
  const kept = await page.evaluate(() => ({
    keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    values: [...Object.values(localStorage), ...Object.values(sessionStorage)].join('\n'),
    cookies: document.cookie,
    globals: Object.keys(window).filter((name) => /token|secret|session$/i.test(name)),
  }))
  expect(kept.cookies).toBe('')
  expect(kept.keys.filter((key) => !/^(marketdesk-language|mantine-color-scheme-value)$/.test(key))).toEqual(
    [],
  )
  expect(kept.globals).toEqual([])
  expect(said().join('\n')).not.toMatch(/accessToken|refreshToken|Bearer /)
  const [cookie] = await page.context().cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
})

test('a wrong password is said to be wrong; after too many the desk says when to try again', async (stage) => {
  const page = await stage.signedIn(OPS)
  await page.getByRole('button', { name: /^用户菜单/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.locator('input[type=email]').fill('approver@demo.example.cn')
  const password = page.locator('input[type=password]')
  const wrong = page.getByRole('alert').filter({ hasText: '邮箱或密码不正确' })
  const throttled = page.getByRole('alert').filter({ hasText: /尝试过多，请 \d+ 秒后再试/ })
  await password.fill('wrong-0')
  await password.press('Enter')
  await wrong.waitFor()
  // An Enter while the last answer is on its way counts for nothing: so more tries than the platform allows.
  for (let attempt = 1; attempt <= 30 && !(await throttled.isVisible()); attempt += 1) {
    await password.fill(`wrong-${attempt}`)
    await password.press('Enter')
    await wrong.or(throttled).waitFor()
  }
  await throttled.waitFor()
  expect(await page.getByRole('button', { name: '登录', exact: true }).isDisabled()).toBe(true)
})

test('who knows her password changes it in 设置, and signs in with the new one', async (stage) => {
  const page = await stage.signedIn(SUPPORT)
  await page.goto(`${stage.console.origin}/settings`)
  const form = page.getByRole('form', { name: '登录密码' })
  await form.getByLabel('现在的密码').fill('not the password')
  await form.getByLabel('新密码', { exact: true }).fill('another long password')
  await form.getByLabel('再输入一次').fill('another long password')
  await form.getByRole('button', { name: '修改密码' }).click()
  await form.getByRole('alert').filter({ hasText: '现在的密码不正确' }).waitFor()
  await form.getByLabel('现在的密码').fill('marketdesk-demo')
  await form.getByRole('button', { name: '修改密码' }).click()
  await page.getByText('密码已修改').waitFor()
  await page.getByRole('button', { name: /^用户菜单/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.locator('input[type=email]').fill(SUPPORT)
  await page.locator('input[type=password]').fill('another long password')
  await page.locator('input[type=password]').press('Enter')
  await page.getByRole('button', { name: /^用户菜单/ }).waitFor()
})

/** Everything the engine says to the page from its next load on. */
async function listen(page: Page): Promise<() => readonly string[]> {
  const said: string[] = []
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => said.push(payload.toString()))
  })
  await page.reload()
  await page.getByRole('navigation').first().waitFor()
  return () => said
}
