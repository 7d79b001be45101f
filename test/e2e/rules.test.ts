import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { part } from './harness/desk.ts'
import { ADMIN, ADMIN_2, APPROVER, APPROVER_2, FINANCE, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()
const ofControl = (page: Page) => part(page, '现行').locator('tr').filter({ hasText: '审核时限提醒' })

test('a control is proposed by one approver, adopted by another, and holds on her desk and on others without a restart', async (stage) => {
  const maker = await stage.signedIn(APPROVER)
  await maker.goto(`${stage.console.origin}/rules?tab=controls`)
  await maker.getByRole('button', { name: '提出变更：审核时限提醒' }).click()
  const form = maker.getByRole('form', { name: '提出变更：审核时限提醒' })
  await form.getByLabel('新的值').fill('2')
  await form.getByLabel('理由').fill('旺季提前提醒')
  await form.getByRole('button', { name: '提出变更' }).click()
  await part(maker, '决定').getByText('须由另一位 财务复核（郑云）').waitFor()
  const address = maker.url()
  await maker.close()

  const checker = await stage.signedIn(APPROVER_2)
  await checker.goto(address)
  await part(checker, '变更').getByText('旺季提前提醒').waitFor()
  await part(checker, '决定').getByRole('button', { name: /^采用/ }).click()
  await checker.getByRole('button', { name: /^采用，/ }).click()
  await ofControl(checker).getByText('2 个工作日').waitFor()
  await part(checker, '现行').getByText('王建国 提出，郑云 复核').first().waitFor()
  await checker.close()

  const finance = await stage.signedIn(FINANCE)
  await finance.goto(`${stage.console.origin}/rules?tab=controls`)
  await ofControl(finance).getByText('2 个工作日').waitFor()
  await part(finance, '现行').getByText('提出内控变更：由财务复核').waitFor()
  expect(await finance.getByRole('button', { name: /提出变更/ }).count()).toBe(0)
})

/** The first of a month so many months from now, as the platform of this run counts. */
function firstOfMonth(ahead: number): string {
  const now = new Date(Date.now() + 8 * 3_600_000)
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString().slice(0, 10)
}

const choose = (page: Page, name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

test('a pack is chosen as a file: a bad one says where, a good one what it changes; finance proposes it and another adopts it', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await page.goto(`${stage.console.origin}/rules`)
  await page.getByRole('button', { name: '选择规则包文件' }).waitFor()
  await choose(page, 'broken.yaml', 'marketplace: kubesphere')
  await part(page, 'broken.yaml 不是规则包').waitFor()
  const today = await readFile('resources/policy-packs/kubesphere/2023-10-20.yaml', 'utf8')
  const from = firstOfMonth(2)
  const changed = today
    .replace(/^version: .*$/m, "version: '9.0'")
    .replace(/^effectiveFrom: .*$/m, `effectiveFrom: ${from}`)
    .replace("yuan: '5000.00'", "yuan: '6000.00'")
  await choose(page, 'kubesphere-new.yaml', changed)
  await part(page, '涉及的现有服务商').getByText('应缴 ¥6,000.00').first().waitFor()
  await page.getByLabel('理由').fill('平台通知调整保证金')
  await page.getByRole('button', { name: '提出规则包' }).click()
  await part(page, '决定').getByText('须由另一位').waitFor()
  const address = page.url()
  await page.close()

  const checker = await stage.signedIn(APPROVER)
  await checker.goto(address)
  await part(checker, '决定').getByRole('button', { name: /^采用/ }).click()
  await checker.getByRole('button', { name: /^采用，/ }).click()
  await part(checker, '各市场的规则包').getByText('在此采用').waitFor()
  expect(await part(checker, '各市场的规则包').getByText('待施行').count()).toBe(1)
})

test('a year without holidays says so; an admin imports its table and another adopts it', async (stage) => {
  const year = new Date().getUTCFullYear() + 2
  const table = {
    year,
    papers: ['https://www.gov.cn/'],
    off: [{ date: `${year}-01-01`, name: '元旦' }],
    makeUp: [],
  }
  const page = await stage.signedIn(ADMIN)
  await page.goto(`${stage.console.origin}/rules?tab=holidays`)
  await part(page, '各年的放假安排').getByText('尚无放假安排').first().waitFor()
  await choose(page, `${year}.json`, JSON.stringify(table))
  await page.getByLabel('理由').fill('国务院办公厅通知')
  await page.getByRole('button', { name: '导入放假安排' }).click()
  await part(page, '决定').getByText('须由另一位 管理员（何平）').waitFor()
  const address = page.url()
  await page.close()
  const other = await stage.signedIn(ADMIN_2)
  await other.goto(address)
  await part(other, '决定').getByRole('button', { name: /^采用/ }).click()
  await other.getByRole('button', { name: /^采用，/ }).click()
  await part(other, '变更记录').getByText('待施行').waitFor()
})
