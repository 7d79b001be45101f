import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dropFile, sample } from './harness/bank-files.ts'
import { part, rows } from './harness/desk.ts'
import { AUDITOR, FINANCE, SUPPORT, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()
const LINES = 24

test('finance drops the ICBC sample on the page, sees it proven, imports it, and finds its lines in the workbench', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openImport(page)
  await dropFile(page, 'renamed by a colleague.dat', await sample('icbc_historydetail.csv'))
  const proof = part(page, '核对')
  await proof.getByText('逐笔余额连续').waitFor()
  await page.getByText('工商银行历史明细 CSV').waitFor()
  await page.getByText('¥1,124,996.24').waitFor()
  await rows(page).first().waitFor()

  await acceptAll(page)
  await page.getByRole('button', { name: `导入 ${LINES} 笔新流水` }).click()
  await page.getByText(`已提交 ${LINES} 笔新流水`).waitFor()
  await page.getByRole('link', { name: '去认领', exact: true }).click()
  await page.waitForURL((url) => url.pathname === '/bank/lines' && url.search.includes('accounts'))
  await rows(page).filter({ hasText: '集团控股有限公司' }).first().waitFor()
})

test('the same statement again, in any format, adds nothing', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  for (const file of ['icbc_historydetail.csv', 'boc_hisqry_gb18030.csv', 'cmb_preamble.xlsx']) {
    await openImport(page)
    await dropFile(page, file, await sample(file))
    const effect = part(page, '会发生什么')
    await effect.getByText('不会新增任何流水').waitFor()
    await effect.getByText(`${LINES} 笔已在账上，不再导入`).waitFor()
    await page.getByText('没有新流水：全部已在账上，不需要导入').waitFor()
    expect(await page.getByRole('button', { name: /^导入/ }).count()).toBe(0)
  }
})

test('a statement whose balances do not follow is imported only after a person has taken it upon herself', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openImport(page)
  const text = new TextDecoder('gb18030').decode(await sample('icbc_historydetail.csv'))
  // Another voucher and another amount: a new line, and a broken balance.
  const altered = text.replace('20261105000009', '20261105900009').replace('"4,995.00\t"', '"4,959.00\t"')
  await dropFile(page, 'altered.csv', new TextEncoder().encode(altered))
  await part(page, '核对').getByText('银行的数字前后不符').waitFor()
  await part(page, '核对')
    .getByText(/应为 ¥1,044,959\.01，文件中为 ¥1,044,995\.01，相差 ¥36\.00/)
    .waitFor()
  const submit = page.getByRole('button', { name: '导入 1 笔新流水' })
  expect(await submit.isDisabled()).toBe(true)
  await acceptAll(page)
  expect(await submit.isDisabled()).toBe(false)
  await page.getByRole('button', { name: '放弃' }).click()
  await page.getByRole('heading', { name: '把银行流水文件拖到这里' }).waitFor()
})

test('a torn workbook is refused with what to do; a table nobody knows is named once and read', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openImport(page)
  await dropFile(page, 'torn.xlsx', (await sample('cmb_preamble.xlsx')).subarray(0, 3000))
  await page.getByText('文件已损坏或不完整').waitFor()

  await dropFile(page, 'village.csv', new TextEncoder().encode(VILLAGE))
  const mapper = part(page, '指认各列')
  await mapper.getByText('一列，另有收支标志').click()
  const save = mapper.getByRole('button', { name: '记住并重新读取' })
  expect(await save.isDisabled()).toBe(true)
  await pick(page, '交易日期', '业务日')
  await pick(page, '交易金额', '发生数')
  await pick(page, '收支标志', '去向')
  await pick(page, '余额', '结存数')
  await mapper.getByLabel('表示收入的写法').fill('转来')
  await mapper.getByLabel('表示支出的写法').fill('转去')
  await save.click()
  await part(page, '核对').getByText('逐笔余额连续').waitFor()
  await page.getByText('请先选择导入到哪个账户').waitFor()

  await openImport(page)
  await dropFile(page, 'village-next-month.csv', new TextEncoder().encode(VILLAGE.replaceAll('-01-', '-02-')))
  await part(page, '核对').getByText('逐笔余额连续').waitFor()

  await page.goto(new URL('/settings', page.url()).href)
  const template = part(page, 'village')
  await template.getByRole('button', { name: '删除' }).click()
  await template.getByRole('button', { name: '确认删除' }).click()
  await part(page, '银行模板').getByText('还没有自行指认的表格').waitFor()
})

test('an auditor may read a statement and not import it; support has no such page', async (stage) => {
  const auditor = await stage.signedIn(AUDITOR)
  await openImport(auditor)
  await dropFile(auditor, 'ccb.csv', await sample('ccb.csv'))
  await auditor.getByText('只有财务角色可以导入流水').waitFor()
  expect(await auditor.getByRole('button', { name: /^导入 \d/ }).isDisabled()).toBe(true)
  await auditor.close()
  const support = await stage.signedIn(SUPPORT)
  expect(await support.getByRole('link', { name: '导入流水' }).count()).toBe(0)
})

const VILLAGE = `某某村镇银行流水,,,,
业务日,去向,发生数,结存数,往来单位
2020-01-01,转来,5000.00,1005000.00,上海测试云科技有限公司
2020-01-02,转去,200.00,1004800.00,某供应商
2020-01-03,转来,3000.00,1007800.00,杭州分期网络科技有限公司
`

async function openImport(page: Page): Promise<void> {
  await page.goto(new URL('/bank/import', page.url()).href)
  await page.getByRole('heading', { name: '把银行流水文件拖到这里' }).waitFor()
}

async function acceptAll(page: Page): Promise<void> {
  for (const sentence of await part(page, '需要您确认').getByRole('checkbox').all()) await sentence.check()
}

async function pick(page: Page, role: string, column: string): Promise<void> {
  await part(page, '指认各列').getByRole('combobox', { name: role, exact: true }).click()
  await page.getByRole('option', { name: column, exact: true }).click()
}
