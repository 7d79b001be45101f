import { generateSync } from 'otplib'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { decision, part, rows, verdictForm } from './harness/desk.ts'
import { ADMIN, OPS, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()
const EMAIL = 'lin.xia@example.cn'
const PASSWORD = 'a long enough password'

const menu = (page: Page) => page.getByRole('button', { name: /^用户菜单/ })

async function signOut(page: Page): Promise<void> {
  await menu(page).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.locator('input[type=email]').waitFor()
}

async function give(page: Page, command: string, reason: string): Promise<void> {
  await decision(page, command).click()
  await verdictForm(page).getByLabel('理由').fill(reason)
  await verdictForm(page).getByRole('button', { name: command }).click()
  await verdictForm(page).waitFor({ state: 'detached' })
}

test('somebody is invited, sets password and second factor, works, is given other roles and is ended', async (stage) => {
  const page = await stage.signedIn(ADMIN)
  await page.goto(`${stage.console.origin}/accounts`)
  await rows(page).first().waitFor()
  await page.getByRole('button', { name: '邀请用户', exact: true }).click()
  const form = page.getByRole('form', { name: '邀请用户' })
  await form.getByLabel('姓名').fill('林夏')
  await form.getByLabel('邮箱').fill(EMAIL)
  await form.getByLabel('第 1 个角色：角色').selectOption('finance-approver')
  await form.getByRole('button', { name: '邀请用户' }).click()
  await form.waitFor({ state: 'detached' })

  await rows(page).filter({ hasText: EMAIL }).click()
  await part(page, '邀请码').getByRole('button', { name: '发出邀请码' }).click()
  const code = await part(page, '邀请码').locator('code').innerText()
  const address = page.url()
  await signOut(page)

  await page.getByRole('button', { name: '有邀请码' }).click()
  await page.getByLabel('邮箱').fill(EMAIL)
  await page.getByLabel('邀请码').fill(code)
  await page.getByLabel('新密码').fill(PASSWORD)
  await page.getByLabel('再输入一次').fill(PASSWORD)
  await page.getByRole('button', { name: '设置密码并登录' }).click()
  await page.getByRole('img', { name: '动态口令的二维码' }).waitFor()
  const secret = (await page.locator('code').innerText()).replaceAll(/\s/g, '')
  await page.locator('input[autocomplete=one-time-code]').fill(generateSync({ secret }))
  await page.keyboard.press('Enter')
  await part(page, '恢复码').waitFor()
  expect(await part(page, '恢复码').getByRole('listitem').count()).toBe(10)
  await page.getByRole('button', { name: '已保存，进入工作台' }).click()
  await menu(page).waitFor()
  expect(await page.getByRole('link', { name: /^付款批次/ }).count()).toBe(1)
  await signOut(page)

  const admin = await stage.signedIn(ADMIN)
  await admin.goto(address)
  await part(admin, '角色与期限').getByText('财务复核').waitFor()
  await decision(admin, '设置角色').click()
  await verdictForm(admin).getByLabel('第 1 个角色：角色').selectOption('finance')
  await verdictForm(admin).getByLabel('理由').fill('转岗到财务')
  await verdictForm(admin).getByRole('button', { name: '设置角色' }).click()
  await verdictForm(admin).waitFor({ state: 'detached' })
  await part(admin, '角色与期限').getByText('财务', { exact: true }).waitFor()
  await part(admin, '记录').getByText('已设置角色：转岗到财务').waitFor()
  await give(admin, '停用', '离职')
  await admin.getByText('已停用').first().waitFor()
  await signOut(admin)
  await admin.locator('input[type=email]').fill(EMAIL)
  await admin.locator('input[type=password]').fill(PASSWORD)
  await admin.keyboard.press('Enter')
  await admin.getByText('邮箱或密码不正确').waitFor()
})

test('who does not administer is told who does, and a demo person signs in with one click', async (stage) => {
  const page = await stage.signedIn(OPS)
  await page.goto(`${stage.console.origin}/accounts`)
  await page.getByText('可见角色：管理员').waitFor()
  await signOut(page)
  await page.getByRole('button', { name: /^孙婷.*动态口令 \d{6}$/ }).click()
  await page.getByRole('link', { name: '用户与权限', exact: true }).waitFor()
})
