import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { confirmed, decision, findCase, openQueue, part, rows, verdictForm } from './harness/desk.ts'
import { ADMIN, FINANCE, OPS, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

const SUBJECT = '请补充入驻材料'
const templates = (page: Page) =>
  new URL('/notice-templates?occasion=application-changes-requested', page.url()).href

/** Opens the first notice of some states; decided, the desk would go on to the next one. */
async function openNotice(page: Page, statuses: readonly string[]): Promise<string> {
  await page.goto(new URL(`/notices?statuses=${JSON.stringify(statuses)}`, page.url()).href)
  await rows(page).first().click()
  await part(page, '决定').waitFor()
  return page.url()
}

/** Asks for changes of an application, and opens the notice that came of it from its case. */
async function changesAsked(page: Page): Promise<void> {
  await openQueue(page, 'applications', { statuses: ['in_review'] })
  await findCase(page, async () => true)
  await decision(page, '要求补充').click()
  const form = verdictForm(page)
  await form
    .getByRole('checkbox', { name: /^常用语/ })
    .first()
    .check()
  await form.getByRole('button', { name: /^退回给服务商/ }).click()
}

test('an admin words the notices of an occasion anew, sees how they read, and the next one is worded so', async (stage) => {
  const admin = await stage.signedIn(ADMIN)
  await admin.goto(templates(admin))
  await admin.getByText('当前使用随程序提供的模板').waitFor()
  const chinese = part(admin, '中文')
  await chinese.getByLabel('主题').fill(`${SUBJECT} {{amount}}`)
  await admin.getByText('该场合没有这些占位符：{{amount}}').waitFor()
  await chinese.getByLabel('主题').fill(SUBJECT)
  await part(admin, '预览').getByText(SUBJECT).first().waitFor()
  await admin.getByLabel('修改原因').fill('主题更明白')
  await admin.getByRole('button', { name: '保存模板' }).click()
  await admin.getByText('当前使用第 1 版').waitFor()
  await admin.close()

  const page = await stage.signedIn(OPS)
  await changesAsked(page)
  await page.goto(
    new URL('/notices?occasion=application-changes-requested&sort=madeAt&desc=true', page.url()).href,
  )
  const made = rows(page).filter({ hasText: SUBJECT })
  await made.first().click()
  await part(page, '发送内容').getByText(SUBJECT).waitFor()
  await part(page, '进展').getByText('演示环境：邮件只存入本地信箱，没有离开这台计算机。').waitFor()
  await confirmed(page, '已发送')
})

test('a notice that was sent is sent again in another language to another address, each a step that stays', async (stage) => {
  const page = await stage.signedIn(OPS)
  const address = await openNotice(page, ['sent'])
  await decision(page, '重新发送').click()
  const form = verdictForm(page)
  await form.getByText('之前的邮件可能已送达：再次发送时对方可能收到两封。').waitFor()
  await form.getByLabel('邮箱').fill('not an address')
  await form.getByText('请填写有效的邮箱地址').waitFor()
  await form.getByLabel('邮箱').fill('other@example.cn')
  await form.getByLabel('语言').selectOption('en')
  await form.getByRole('button', { name: '重新发送' }).click()
  await form.waitFor({ state: 'detached' })
  await page.goto(address)
  await part(page, '收件人').getByText('other@example.cn').waitFor()
  const steps = part(page, '进展').getByRole('listitem')
  await steps.filter({ hasText: '重新发送' }).waitFor()
  await expect.poll(() => steps.filter({ hasText: '已发送' }).count(), { timeout: 30_000 }).toBe(2)
})

test('what did not arrive is told by phone, or cancelled with a reason', async (stage) => {
  const page = await stage.signedIn(OPS)
  const told = await openNotice(page, ['bounced', 'failed'])
  await decision(page, '标记已告知').click()
  await verdictForm(page).getByLabel('备注（选填）').fill('已电话告知王女士')
  await verdictForm(page).getByRole('combobox').selectOption('phone')
  await verdictForm(page).getByRole('button', { name: '标记已告知' }).click()
  await verdictForm(page).waitFor({ state: 'detached' })
  await page.goto(told)
  await confirmed(page, '已告知')
  await part(page, '进展').getByText('已电话告知王女士').waitFor()

  const cancelled = await openNotice(page, ['bounced', 'failed'])
  await decision(page, '取消发送').click()
  const form = verdictForm(page)
  expect(await form.getByRole('button', { name: '取消发送' }).isDisabled()).toBe(true)
  await form.getByLabel('原因').fill('已当面说明')
  await form.getByRole('button', { name: '取消发送' }).click()
  await form.waitFor({ state: 'detached' })
  await page.goto(cancelled)
  await confirmed(page, '已取消')
})

test('who may not word notices reads the templates and is told who may', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await page.goto(templates(page))
  await part(page, '中文').getByLabel('主题').waitFor()
  expect(await page.getByRole('button', { name: '保存模板' }).count()).toBe(0)
  expect(await part(page, '中文').getByLabel('主题').getAttribute('readonly')).not.toBeNull()
})
