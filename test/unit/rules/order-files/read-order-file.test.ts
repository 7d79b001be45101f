import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { orderMappingSchema } from '#shared/rules/order-files/order-mapping.ts'
import { readOrderFile } from '#shared/rules/order-files/read-order-file.ts'
import { NAMES, NOW, ordersOf, rowOf } from './read-orders.ts'

const skippedOf = async (change: Readonly<Record<string, string>>) => {
  const { orders, skipped } = await ordersOf(rowOf(change))
  expect(orders).toEqual([])
  return skipped.map(({ reason, excerpt }) => [reason, excerpt])
}
const saidOf = async (change: Readonly<Record<string, string>>) => {
  const { orders } = await ordersOf(rowOf(change))
  return orders[0]?.said
}

describe('a row of orders', () => {
  it('is read by the names of its columns, in Beijing time, amounts in fen', async () => {
    const { orders, skipped } = await ordersOf(rowOf())
    expect(skipped).toEqual([])
    expect(orders).toEqual([
      {
        place: { page: '1', row: 2 },
        number: '2024-1',
        said: {
          providerId: 'provider-1',
          productName: '云备份',
          category: 'database',
          buyerId: 'u-1',
          cash: 10_000,
          taxBasisPoints: 600,
          paidAt: '2024-02-01T02:00:00.000Z',
        },
      },
    ])
  })

  it.each([
    ['number-missing', { 订单号: '' }],
    ['number-unusable', { 订单号: '2.0240101000000001e+21' }],
    ['amount-unreadable', { 实付现金: 'ten' }],
    ['day-unreadable', { 支付时间: '31/2' }],
    ['rate-unreadable', { 税率: '1' }],
    ['rate-unreadable', { 税率: '101%' }],
    ['unknown-provider', { 服务商: '没有这家' }],
    ['ambiguous-provider', { 服务商: '同名公司' }],
    ['unknown-category', { 类目: '没有' }],
    ['other-currency', { 币种: 'USD' }],
    ['other-marketplace', { 市场: '金山云市场' }],
    ['unknown-status', { 订单状态: '不知道' }],
    ['not-paid', { 订单状态: '已取消' }],
    ['state-contradicts', { 订单状态: '已退款', 类型: '新购' }],
    ['sign-contradicts', { 实付现金: '-1.00', 类型: '新购' }],
    ['unknown-kind', { 类型: '赠送' }],
    ['unknown-channel', { 渠道: '电话' }],
  ] as const)('is left out as %s where it says %o', async (reason, change) => {
    expect(await skippedOf(change)).toMatchObject([[reason, expect.any(String)]])
  })

  it('says nothing where a cell is empty, and reads a share as a fraction or a percentage', async () => {
    expect(await saidOf({ 实付现金: '', 约定比例: '0.085' })).not.toHaveProperty('cash')
    expect(await saidOf({ 约定比例: '0.085' })).toMatchObject({ agreedBasisPoints: 850 })
    expect(await saidOf({ 约定比例: '8.5' })).toMatchObject({ agreedBasisPoints: 850 })
    expect(await saidOf({ 税率: '13%' })).toMatchObject({ taxBasisPoints: 1300 })
  })

  it('is a refund by its kind, its state or its sign, and what goes back is negative', async () => {
    const back = { kind: 'refund', cash: -10_000, refundOf: 'A' }
    expect(await saidOf({ 类型: '退款', 原订单号: 'A' })).toMatchObject(back)
    expect(await saidOf({ 订单状态: '已退款', 原订单号: 'A' })).toMatchObject(back)
    expect(await saidOf({ 实付现金: '-100.00', 原订单号: 'A' })).toMatchObject(back)
  })
})

test('a number that comes twice is taken once; totals and blank rows are no orders', async () => {
  const { orders, skipped } = await ordersOf(`${rowOf()}${rowOf().split('\n')[1]}\n合计,,,,,200.00,,\n`)
  expect(orders).toHaveLength(1)
  expect(skipped.map(({ reason }) => reason)).toEqual(['same-number', 'total'])
})

test('columns that hold something and are not read are named', async () => {
  expect((await ordersOf(rowOf({ 优惠活动: '双十一', 编号: '7' }))).unread).toEqual(['优惠活动'])
})

test('a mapping reads a file whose columns nobody knows, with what every row has', async () => {
  const text = '流水,卖家,东西,钱,日子\nA1,provider-1,备份,5.00,2024-03-01\n'
  const mapping = orderMappingSchema.parse({
    format: 1,
    name: '某平台',
    header: ['流水', '卖家', '东西', '钱', '日子'],
    columns: { number: '流水', provider: '卖家', productName: '东西', cash: '钱', paidAt: '日子' },
    constants: { taxBasisPoints: '6%', category: '数据库', buyerId: '未知' },
  })
  await expect(ordersOf(text)).rejects.toThrow('unknown-columns')
  const { orders, mapping: by } = await ordersOf(text, [mapping])
  expect(by?.name).toBe('某平台')
  expect(orders[0]?.said).toMatchObject({
    providerId: 'provider-1',
    cash: 500,
    taxBasisPoints: 600,
    category: 'database',
    buyerId: '未知',
  })
})

test('whatever the bytes, reading ends with orders or with a reason', async () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('1e5', '-3.000', '2024-13-40', '"', '，'),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { maxLength: 6 }),
      async (rows) => {
        const text = [rowOf().split('\n')[0], ...rows.map((cells) => cells.join(','))].join('\n')
        const reading = await readOrderFile(Buffer.from(text), {
          mappings: [],
          names: NAMES,
          now: NOW,
          decodeWorkbook: () => Promise.resolve(null),
        })
        expect(['read', 'refused']).toContain(reading.kind)
      },
    ),
  )
})

it.each(['支付时间', '开通时间', '完成时间', '还款时间'])(
  'what has not happened yet by its %s is left out with its row and that word',
  async (column) => {
    const { orders, skipped } = await ordersOf(rowOf({ [column]: '2062-02-01 10:00:00' }))
    expect(orders).toEqual([])
    expect(skipped).toMatchObject([{ reason: 'day-to-come', place: { row: 2 } }])
  },
)

it('what begins on a day to come is an order all the same', async () => {
  const { orders } = await ordersOf(rowOf({ 开始时间: '2062-02-01 10:00:00' }))
  expect(orders).toHaveLength(1)
})
