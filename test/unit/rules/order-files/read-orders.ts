import { foldWriting } from '#shared/base/fold-writing.ts'
import type { OrderMapping } from '#shared/rules/order-files/order-mapping.ts'
import { readOrderFile } from '#shared/rules/order-files/read-order-file.ts'

const named = (entries: readonly (readonly [string, ...string[]])[]) =>
  new Map(entries.map(([name, ...ids]) => [foldWriting(name), ids]))

/** When the files are read. */
export const NOW = '2026-11-20T02:00:00.000Z'

export const NAMES = {
  providers: named([
    ['provider-1', 'provider-1'],
    ['北京云栈科技有限公司', 'provider-1'],
    ['同名公司', 'provider-2', 'provider-3'],
  ]),
  categories: named([
    ['数据库', 'database'],
    ['database', 'database'],
  ]),
  modes: named([['联营', 'joint']]),
  marketplace: new Set(['kubesphere', 'kubesphere marketplace'].map(foldWriting)),
}

/** Reads a text as a file of orders. @throws where it is none */
export async function ordersOf(text: string, mappings: readonly OrderMapping[] = []) {
  const reading = await readOrderFile(Buffer.from(text), {
    mappings,
    names: NAMES,
    now: NOW,
    decodeWorkbook: () => Promise.resolve(null),
  })
  if (reading.kind === 'refused') throw new Error(reading.reason)
  return reading
}

const HEADER = '订单号,服务商,商品,类目,买家编号,实付现金,税率,支付时间'

/** One row below the usual header, with further columns. */
export function rowOf(change: Readonly<Record<string, string>> = {}): string {
  const usual: Record<string, string> = {
    订单号: '2024-1',
    服务商: '北京云栈科技有限公司',
    商品: '云备份',
    类目: '数据库',
    买家编号: 'u-1',
    实付现金: '100.00',
    税率: '6%',
    支付时间: '2024-02-01 10:00:00',
  }
  const cells = { ...usual, ...change }
  const more = Object.keys(change).filter((name) => !(name in usual))
  const header = more.length === 0 ? HEADER : `${HEADER},${more.join(',')}`
  return `${header}\n${header
    .split(',')
    .map((name) => cells[name] ?? '')
    .join(',')}\n`
}
