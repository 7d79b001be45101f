import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dropFile } from './harness/bank-files.ts'
import { part, rows } from './harness/desk.ts'
import { FINANCE, SUPPORT, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()
const HEADER = '订单号,服务商,商品,类目,买家编号,实付现金,税率,支付时间'

test('finance drops a file of orders, sees what will happen, imports it, and again adds nothing', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  const provider = await someProvider(page)
  const order = (number: string, cash: string) =>
    `${number},${provider},云备份,扩展组件,u-1,${cash},6%,2026-10-01 09:00:00`
  await openImport(page)
  const text = [HEADER, order('E2E-1', '120.00'), order('E2E-2', '80.50'), order('E2E-3', 'ten'), ''].join(
    '\n',
  )
  await drop(page, '十月订单.csv', text)
  await part(page, '会发生什么').getByText('新增 2 笔订单').waitFor()
  await part(page, '未采用的行').getByText('金额无法读取').waitFor()
  await part(page, '文件').getByText('200.50').first().waitFor()
  await page.getByRole('button', { name: '导入 2 笔新订单' }).click()
  await page.getByText('已提交 2 笔订单').waitFor()
  await page.getByRole('button', { name: '再导入一个文件' }).click()
  await part(page, '导入记录').getByText('十月订单.csv').waitFor()
  await page.goto(`${stage.console.origin}/orders?text=E2E-1`)
  await rows(page).filter({ hasText: 'E2E-1' }).first().waitFor()

  await openImport(page)
  const changed = [HEADER, order('E2E-1', '120.00'), order('E2E-2', '90.50'), ''].join('\n')
  await drop(page, '更正.csv', changed)
  await part(page, '会发生什么').getByText('1 笔已在册且一致').waitFor()
  await page.getByText('实付现金：¥80.50 → ¥90.50').waitFor()
  expect(await page.getByRole('button', { name: /^导入 0 笔/ }).isDisabled()).toBe(true)
  await page.getByLabel('按文件更新 E2E-2').check()
  await page.getByRole('button', { name: '导入 0 笔，更新 1 笔' }).click()
  await page.getByText('已提交 1 笔订单').waitFor()
})

test('a table nobody knows is named once and read', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  const provider = await someProvider(page)
  await openImport(page)
  await drop(page, '某平台.csv', `流水,卖家,钱\nM-1,${provider},5.00\n`)
  const mapper = part(page, '指认各列')
  const pick = async (label: string, column: string) => {
    await mapper.getByRole('combobox', { name: label, exact: true }).click()
    await page.getByRole('option', { name: column, exact: true }).click()
  }
  await pick('订单号', '流水')
  await pick('服务商', '卖家')
  await pick('实付现金', '钱')
  const save = mapper.getByRole('button', { name: '记住并重新读取' })
  expect(await save.isDisabled()).toBe(true)
  for (const [field, text] of [
    ['商品', '备份'],
    ['类目', '扩展组件'],
    ['买家编号', 'u-2'],
    ['税率', '6%'],
    ['支付时间', '2026-10-02'],
  ] as const) {
    await mapper.getByLabel(`${field}：每一行都是`).fill(text)
  }
  await save.click()
  await part(page, '会发生什么').getByText('新增 1 笔订单').waitFor()
})

test('who does not receive imports of orders is told so', async (stage) => {
  const page = await stage.signedIn(SUPPORT)
  await page.goto(`${stage.console.origin}/orders/import`)
  await page.getByText('没有权限').waitFor()
  expect(await page.getByRole('button', { name: '选择文件' }).count()).toBe(0)
})

async function someProvider(page: Page): Promise<string> {
  const address = new URL('/orders', page.url())
  address.searchParams.set('marketplaces', '["kubesphere"]')
  await page.goto(address.href)
  return (await rows(page).first().getByRole('rowheader').getAttribute('title')) ?? ''
}
async function openImport(page: Page): Promise<void> {
  await page.goto(new URL('/orders/import?marketplace=kubesphere', page.url()).href)
  await page.getByRole('heading', { name: '把订单文件拖到这里' }).waitFor()
}
const drop = (page: Page, name: string, text: string) => dropFile(page, name, new TextEncoder().encode(text))
