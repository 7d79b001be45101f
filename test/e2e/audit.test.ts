import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { confirmed, decision, openQueue, openRow, part, rows } from './harness/desk.ts'
import { AUDITOR, FINANCE, OPS, SUPPORT, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

const log = (page: Page) => part(page, '操作日志').locator('tbody tr')

test('an auditor finds an act, sees its record before and after, and proves that the log is whole', async (stage) => {
  const ops = await stage.signedIn(OPS)
  await openQueue(ops, 'applications', { statuses: ['submitted'] })
  const { name } = await openRow(ops, rows(ops).first())
  await decision(ops, '开始审核').click()
  await confirmed(ops, '审核中')
  await ops.close()

  const page = await stage.signedIn(AUDITOR)
  await page.getByRole('link', { name: '审计', exact: true }).click()
  const entry = log(page).filter({ hasText: name })
  await entry.first().waitFor()
  await entry.first().getByRole('button').click()
  const changes = page.getByRole('table').filter({ hasText: '之前' })
  await changes.getByText('审核中').waitFor()
  expect(await changes.getByRole('row').filter({ hasText: '审核中' }).innerText()).toContain('待受理')

  const chain = part(page, '审计链')
  await chain.getByRole('button', { name: '校验', exact: true }).click()
  await chain.getByText(/条完整，首尾相接/).waitFor()
  // A document that states another hash than the log has.
  await chain.getByLabel('文件上的审计链（可不填）').fill(`1 · ${'0'.repeat(64)}`)
  await chain.getByRole('button', { name: '校验', exact: true }).click()
  await chain.getByText('第 1 条被改动').waitFor()
})

test('the log is narrowed by person, kind and day, and the address holds it', async (stage) => {
  const page = await stage.signedIn(AUDITOR)
  await page.goto(new URL('/audit?kind=provider', page.url()).href)
  await log(page).first().waitFor()
  const kinds = await log(page).locator('td:last-child').allInnerTexts()
  expect(kinds.every((text) => text.startsWith('服务商'))).toBe(true)
  await part(page, '操作日志').getByLabel('至', { exact: true }).fill('2000-01-01')
  await page.getByText('没有符合条件的记录').waitFor()
  await part(page, '操作日志').getByRole('button', { name: '清除筛选' }).click()
  await log(page).first().waitFor()
  expect(new URL(page.url()).search).toBe('')
  const acts = await log(page).locator('td:nth-child(4)').allInnerTexts()
  expect(acts.filter((act) => /^[a-z-]+\.[a-z-]+$/.test(act))).toEqual([])
})

test('an auditor reads who was shown personal data and why, and who held which roles on a day', async (stage) => {
  const support = await stage.signedIn(SUPPORT)
  await openQueue(support, 'providers')
  await rows(support).first().click()
  const personal = part(support, '个人信息')
  await personal.getByLabel('查看理由').fill('核对来电人身份')
  await personal.getByRole('button', { name: '查看', exact: true }).click()
  await personal.getByText('已记入审计日志', { exact: true }).waitFor()
  await support.close()

  const page = await stage.signedIn(AUDITOR)
  await page.goto(new URL('/audit?part=reveals', page.url()).href)
  const shown = part(page, '个人信息查看记录').locator('tbody tr')
  await shown.filter({ hasText: '核对来电人身份' }).first().waitFor()
  const saved = page.waitForEvent('download')
  await part(page, '个人信息查看记录').getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: /CSV/ }).first().click()
  expect((await saved).suggestedFilename()).toMatch(/^personal-data-.*\.csv$/)

  await page.getByText('角色持有', { exact: true }).click()
  const people = part(page, '角色持有情况').locator('tbody tr')
  await people.first().waitFor()
  const all = await people.count()
  await page.getByLabel('只看有不相容角色的人').check()
  await expect.poll(() => people.count()).toBeLessThan(all)
  await part(page, '角色持有情况').getByLabel('日期').fill('2000-01-01')
  await page.getByText('当天没有人员').waitFor()
})

test('who may not read the log does not find it, and is told who may', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  expect(await page.getByRole('link', { name: '审计', exact: true }).count()).toBe(0)
  await page.goto(new URL('/audit', page.url()).href)
  await page.getByText('没有权限').waitFor()
  expect(await page.getByText('审计 / 管理员').count()).toBe(1)
})
