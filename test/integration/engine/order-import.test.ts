import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OrderImports, openOrderImports } from '#main/engine/order-imports/order-imports.ts'
import { ORDER_MAPPINGS } from '#main/engine/order-imports/order-mappings.ts'
import { exportOrders } from '#main/engine/queries/orders/export-orders.ts'
import { listOrderImports } from '#main/engine/queries/orders/list-order-imports.ts'
import { orderTemplate } from '#main/engine/queries/orders/order-template.ts'
import { openQueryContext, type QueryContext } from '#main/engine/queries/query-context.ts'
import { createOperator } from '#platform/auth/operators.ts'
import type { OrderPreview } from '#shared/contracts/console-engine/order-imports.ts'
import { orderFilterSchema } from '#shared/contracts/console-engine/orders.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import { sampleOrder, sampleProvider } from '#test/integration/platform/sample-records.ts'
import { ManualClock } from './harness/manual-clock.ts'
import { startTestConsole, type TestConsole } from './harness/test-console.ts'
import { emailOf, PASSWORD, startTestPlatform, type TestPlatform } from './harness/test-platform.ts'

const UNDO_MS = 5000
const HEADER = '订单号,服务商,商品,类目,买家编号,实付现金,税率,支付时间,类型,原订单号'

let clock: ManualClock
let platform: TestPlatform
let console_: TestConsole
let imports: OrderImports
beforeEach(async () => {
  clock = new ManualClock(Date.parse('2026-11-20T01:00:00.000Z'))
  platform = await startTestPlatform(clock)
  const fay = { id: 'fay', name: 'fay', email: emailOf('fay'), password: PASSWORD }
  await createOperator(platform.platform, { ...fay, roles: ['finance'] })
  await put(sampleProvider({ id: 'provider-import', name: '示例软件（北京）有限公司' }))
  console_ = await startTestConsole(platform, clock)
  await console_.signIn('fay')
  imports = openOrderImports(console_.engine, () => 0.5)
})
afterEach(async () => {
  await imports.keepOnly(null)
  await console_.close()
  await platform.close()
})

function put(record: ReturnType<typeof sampleProvider> | Order): Promise<void> {
  return platform.platform.store.write((transaction) =>
    'number' in record ? transaction.put('order', record) : transaction.put('provider', record),
  )
}
function desk(): QueryContext {
  const opened = openQueryContext(console_.engine)
  if (opened === null) throw new Error('nobody is signed in')
  return opened
}
async function open(file: string | Uint8Array, fileName = '订单.csv') {
  const bytes = new Uint8Array(Buffer.from(file))
  const given = { marketplace: 'kubesphere', fileName, bytes: bytes.length }
  const id = await imports.begin(desk(), given)
  imports.find(desk(), id).add(bytes)
  for await (const _progress of imports.find(desk(), id).read(desk()));
  const preview = await imports.find(desk(), id).preview(desk())
  return { id, preview }
}
async function counts(file: string | Uint8Array): Promise<Extract<OrderPreview, { kind: 'read' }>['counts']> {
  const { preview } = await open(file)
  if (preview.kind === 'refused') throw new Error(preview.reason)
  return preview.counts
}
async function settle() {
  clock.advance(UNDO_MS)
  await console_.workspace().sync.now()
  expect(console_.workspace().outbox.returned()).toEqual([])
}
const row = (...cells: string[]) => cells.join(',')
const file = (...rows: string[]) => [HEADER, ...rows, ''].join('\n')
const ORDER = row(
  'A1',
  '示例软件(北京)有限公司',
  '云备份',
  'extension',
  'u-1',
  '100.00',
  '6%',
  '2026-10-01 09:00:00',
  '',
  '',
)
const REFUND = row(
  'A2',
  'provider-import',
  '云备份',
  'extension',
  'u-1',
  '40.00',
  '6%',
  '2026-10-05',
  '退款',
  'A1',
)
const ours = (change: Partial<Order> = {}) =>
  sampleOrder({
    number: 'A1',
    providerId: 'provider-import',
    providerName: '示例软件（北京）有限公司',
    productName: '云备份',
    category: 'extension',
    ...change,
  })

describe('a file of orders', () => {
  it('shows what will happen, is imported in one decision, and adds nothing again', async () => {
    const { id, preview } = await open(
      file(ORDER, REFUND, row('A3', '没有这家', '', '', '', '1', '', '2026-10-01')),
    )
    expect(preview).toMatchObject({
      file: {
        orders: 2,
        skipped: { matter: 1, first: [{ reason: 'unknown-provider', excerpt: '没有这家' }] },
      },
      counts: { new: 2, known: 0, differs: 0, settled: 0, incomplete: 0 },
      fresh: { paid: 10_000, refunded: 4_000, period: { from: '2026-10-01', to: '2026-10-05' } },
      barred: null,
    })
    await imports.apply(desk(), id, [])
    expect(listOrderImports(desk(), 5)).toMatchObject([{ record: { added: 2 }, pending: true }])
    await settle()
    expect(listOrderImports(desk(), 5)).toMatchObject([
      { record: { added: 2, byName: 'fay' }, pending: false },
    ])
    const again = await open(file(ORDER, REFUND))
    expect(again.preview).toMatchObject({ counts: { new: 0, known: 2 }, barred: 'nothing-new' })
    await expect(imports.apply(desk(), again.id, [])).rejects.toMatchObject({ code: 'barred' })
  })

  it('names what it says otherwise of an order on record, and changes that only where a person says so', async () => {
    await put(ours({ cash: 90_00 }))
    await put(ours({ id: sampleOrder().id, number: 'B1', cash: 90_00, settledIn: '2026-10' }))
    await console_.workspace().sync.now()
    const text = file(ORDER, ORDER.replace('A1', 'B1'))
    const { id } = await open(text)
    const asked = { novelty: null, after: 0, limit: 10 }
    const { orders } = await imports.find(desk(), id).orders(desk(), asked)
    expect(orders).toMatchObject([
      { number: 'A1', novelty: 'differs' },
      { number: 'B1', novelty: 'settled' },
    ])
    expect(orders[0]?.differs).toContainEqual({ field: 'cash', recorded: 90_00, inFile: 100_00 })
    await imports.apply(desk(), id, [0, 1])
    await settle()
    expect(await counts(text)).toMatchObject({ known: 1, settled: 1, differs: 0 })
  })

  it('takes in no order that lacks what it must say, and no refund of an order nobody knows', async () => {
    const lacks = row('C1', 'provider-import', '云备份', '', '', '1.00', '', '', '', '')
    const { id, preview } = await open(file(lacks, REFUND))
    expect(preview).toMatchObject({ counts: { new: 0, incomplete: 2 }, barred: 'nothing-new' })
    const { orders } = await imports.find(desk(), id).orders(desk(), { novelty: null, after: 0, limit: 9 })
    expect(orders.map(({ missing }) => missing)).toEqual([
      ['category', 'buyerId', 'taxBasisPoints', 'paidAt'],
      ['refundOf'],
    ])
  })

  it.each(['xlsx', 'csv', 'csv-gb18030'] as const)(
    'that left the orders page as %s comes in again and changes nothing',
    async (format) => {
      const order = ours({ paidAt: '2026-10-01T01:02:03.456Z', agreedBasisPoints: 825, voucher: 5_00 })
      await put(order)
      await put(
        ours({
          id: sampleOrder().id,
          number: 'A1-R',
          kind: 'refund',
          refundOf: order.id,
          cash: -1,
          channel: 'private',
        }),
      )
      await console_.workspace().sync.now()
      const sort = { column: 'paidAt', descending: false } as const
      const asked = { sort, format, filter: orderFilterSchema.parse({}) }
      for (const language of ['zh', 'en'] as const) {
        const { base64 } = await exportOrders(desk(), { ...asked, language })
        const { preview } = await open(Buffer.from(base64, 'base64'))
        expect(preview).toMatchObject({ unread: [], counts: { new: 0, known: 2, differs: 0, incomplete: 0 } })
      }
      const template = await orderTemplate(desk(), { language: 'zh', format })
      const { preview } = await open(Buffer.from(template.base64, 'base64'))
      expect(preview).toMatchObject({ kind: 'read', file: { orders: 0 }, barred: 'nothing-new' })
    },
  )

  it('whose columns nobody knows is read once they are named, and from then on by itself', async () => {
    const text = '单号,卖家,金额\nA1,provider-import,5.00\n'
    const { id, preview } = await open(text)
    expect(preview).toMatchObject({ kind: 'refused', reason: 'unknown-columns' })
    imports.map(desk(), id, {
      format: 1,
      name: '某平台',
      header: ['单号', '卖家', '金额'],
      columns: { number: '单号', provider: '卖家', cash: '金额' },
      constants: {
        category: 'extension',
        taxBasisPoints: '6%',
        productName: '备份',
        buyerId: 'u',
        paidAt: '2026-10-01',
      },
    })
    expect(await imports.find(desk(), id).preview(desk())).toMatchObject({
      mapping: '某平台',
      counts: { new: 1 },
    })
    expect(await counts(text)).toMatchObject({ new: 1 })
    const { journal } = desk().workspace
    const signature = ORDER_MAPPINGS.list(journal)[0]?.signature ?? ''
    expect(ORDER_MAPPINGS.rename(journal, signature, '某平台 2026')).toBe(true)
    const next = await open(text.replace('A1', 'A2'))
    expect(next.preview).toMatchObject({ mapping: '某平台 2026', counts: { new: 1 } })
    expect(ORDER_MAPPINGS.forget(journal, signature)).toBe(true)
    expect((await open(text.replace('A1', 'A3'))).preview).toMatchObject({ reason: 'unknown-columns' })
  })
})
