import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MonthToSettle, OrderToSettle } from '#shared/rules/settlement/month-to-settle.ts'
import { ADJUSTMENT_KINDS, EMPTY_LINE } from '#shared/rules/settlement/statement-line.ts'
import { totalsOf } from '#shared/rules/settlement/statement-totals.ts'
import { stepSchema } from '#shared/rules/step.ts'
import { orderToSettle, refundOf, settled } from './settled.ts'

const MAY = '2024-05'
const in2020 = (id: string, more: Partial<OrderToSettle> = {}) =>
  orderToSettle(id, { paidAt: '2020-10-05T02:00:00.000Z', category: 'site-building', ...more })

describe('a month of orders that each bear a fee', () => {
  it('has a line an order, and its net is what buyers paid less the fees', () => {
    const { lines, totals } = settled('kubesphere', MAY, [orderToSettle('1'), orderToSettle('2')])
    expect(lines).toMatchObject([
      { kind: 'fee', orderId: '1', gross: 100_00, base: 100_00, fee: 10_00, amount: 90_00 },
      { kind: 'fee', orderId: '2', amount: 90_00 },
    ])
    expect(totals).toMatchObject({ orders: 2, gross: 200_00, fee: 20_00, net: 180_00 })
  })

  it('has the orders paid in it by Beijing time, and no others', () => {
    const at = (paidAt: string) => orderToSettle(paidAt, { paidAt })
    const instants = ['2024-04-30T15:59:59.999Z', '2024-04-30T16:00:00.000Z', '2024-05-31T16:00:00.000Z']
    expect(settled('kubesphere', MAY, instants.map(at)).lines.map(({ orderId }) => orderId)).toEqual([
      '2024-04-30T16:00:00.000Z',
    ])
  })

  it('counts a refund in the month it happened, with the fee of the order it takes back from', () => {
    const order = orderToSettle('1')
    const back = refundOf(order, '2', -40_00, '2024-06-03T02:00:00.000Z')
    const may = settled('kubesphere', MAY, [order, back])
    const june = settled('kubesphere', '2024-06', [back], { earlier: [order] })
    expect(may.totals).toMatchObject({ gross: 100_00, refunded: 0, net: 90_00 })
    expect(june.lines[0]).toMatchObject({ kind: 'refund', gross: -40_00, fee: -4_00, amount: -36_00 })
  })

  it('names a refund whose order is not there instead of guessing its fee', () => {
    const back = refundOf(orderToSettle('1'), '2', -1_00, '2024-05-20T02:00:00.000Z')
    expect(settled('kubesphere', MAY, [back]).notSettled).toEqual([
      { why: 'refund-of-unknown-order', orders: 1, orderIds: ['2'] },
    ])
  })

  it('takes in an order of a closed month that no statement has', () => {
    const late = orderToSettle('1', { paidAt: '2024-04-02T02:00:00.000Z' })
    const given = { late: new Set(['1']), closed: new Set(['2024-04']) }
    expect(settled('kubesphere', MAY, [late]).lines).toEqual([])
    expect(settled('kubesphere', MAY, [late], given).lines).toHaveLength(1)
    // Of a month that was never closed here nothing is known: it is not paid by the way.
    expect(settled('kubesphere', MAY, [late], { ...given, closed: new Set(['2024-03']) }).lines).toEqual([])
  })

  it('goes on from what earlier orders used of the free turnover', () => {
    const provider = { joinedOn: '2023-10-20', approvedOn: null }
    const earlier = [orderToSettle('1', { cash: 19_000_000, paidAt: '2024-02-01T02:00:00.000Z' })]
    const { lines } = settled('kubesphere', MAY, [orderToSettle('2', { cash: 3_000_000 })], {
      provider,
      earlier,
    })
    expect(lines).toMatchObject([{ base: 2_000_000, fee: 200_000 }])
  })

  it('charges an order once that was read among the earlier ones too', () => {
    const order = orderToSettle('1')
    expect(settled('kubesphere', MAY, [order], { earlier: [order] }).totals).toMatchObject({
      orders: 1,
      fee: 10_00,
    })
  })

  it('says which orders no rule settles, the reasons by name, and the first twenty of each', () => {
    const unknown = orderToSettle('0')
    const refunds = Array.from({ length: 21 }, (_, at) =>
      refundOf(unknown, `r${String(at).padStart(2, '0')}`, -1, '2024-05-20T02:00:00.000Z'),
    )
    const paid = orderToSettle('1')
    const tooMuch = refundOf(paid, '2', -100_01, '2024-05-21T02:00:00.000Z')
    expect(settled('kubesphere', MAY, [...refunds, paid, tooMuch]).notSettled).toEqual([
      { why: 'refund-exceeds-order', orders: 1, orderIds: ['2'] },
      {
        why: 'refund-of-unknown-order',
        orders: 21,
        orderIds: refunds.slice(0, 20).map(({ id }) => id),
      },
    ])
  })

  it('has its lines by payment, and those of one instant by id', () => {
    const at = (id: string, paidAt: string) => orderToSettle(id, { paidAt })
    const [early, late] = ['2024-05-03T02:00:00.000Z', '2024-05-04T02:00:00.000Z']
    const orders = [at('3', late), at('4', early), at('1', late), at('2', late)]
    expect(settled('kubesphere', MAY, orders).lines.map(({ orderId }) => orderId)).toEqual([
      ...['4', '1', '2', '3'],
    ])
    expect(
      settled(
        'aliyun',
        '2021-05',
        orders.map((order) => ({ ...order, paidAt: order.paidAt.replace('2024', '2021') })),
      ).notSettled,
    ).toEqual([{ why: 'outside-policy-period', orders: 4, orderIds: ['4', '1', '2', '3'] }])
  })

  it('has what a person wrote by its own line, with its reason and rate', () => {
    const adjustment = {
      id: 'A',
      kind: 'penalty',
      amount: -30_00,
      taxBasisPoints: 600,
      reason: '违约金',
    } as const
    expect(settled('kubesphere', MAY, [orderToSettle('1')], { adjustments: [adjustment] }).lines[1]).toEqual({
      ...EMPTY_LINE,
      kind: 'penalty',
      adjustmentId: 'A',
      taxBasisPoints: 600,
      amount: -30_00,
      reason: '违约金',
    })
  })

  it('gives a statement of nothing where there were no orders', () => {
    expect(settled('kubesphere', MAY, [])).toMatchObject({ lines: [], totals: { orders: 0, net: 0 } })
  })
})

describe('a net below zero', () => {
  const back = (cash: number) => {
    const order = orderToSettle('1', { cash: 500_00, paidAt: '2024-03-02T02:00:00.000Z' })
    return { earlier: [order], refund: refundOf(order, '2', cash, '2024-05-20T02:00:00.000Z') }
  }

  it('is carried on by a visible line, and the next month begins with it', () => {
    const { earlier, refund } = back(-200_00)
    const may = settled('kubesphere', MAY, [refund], { earlier })
    expect(may.lines.at(-1)).toMatchObject({ kind: 'carry-forward', amount: 180_00, carried: '2024-06' })
    expect(may.totals).toMatchObject({ carried: 180_00, net: 0 })
    const june = settled('kubesphere', '2024-06', [], { carriedIn: may.carriedOut, carriedFrom: MAY })
    expect(june.lines).toMatchObject([
      { kind: 'carry-forward', amount: -180_00, carried: MAY },
      { kind: 'carry-forward', amount: 180_00, carried: '2024-07' },
    ])
    expect(june.carriedOut).toEqual(may.carriedOut)
  })
})

describe('what a type of product left to a month that has no thresholds', () => {
  it.each(['kubesphere', 'aliyun'])('comes in by a line and stays: %s', (marketplace) => {
    const carriedIn = [{ category: 'saas', taxBasisPoints: 600, amount: 5 }]
    const month = settled(marketplace, '2020-10', [], { carriedIn, carriedFrom: '2020-09' })
    expect(month.lines).toMatchObject([{ category: 'saas', amount: 5, carried: '2020-09' }])
    expect(month).toMatchObject({ carriedOut: [], totals: { net: 5 } })
  })
})

describe('a month whose commission goes by its total', () => {
  it('is charged by order, and has what is paid back on a line of its own that is not set off', () => {
    const orders = [in2020('1', { cash: 60_000_000 }), in2020('2', { cash: 40_000_000, distributed: true })]
    const { lines, totals } = settled('aliyun', '2020-10', orders)
    expect(lines).toMatchObject([
      { kind: 'fee', orderId: '1', base: 60_000_000, fee: 12_000_000 },
      { kind: 'fee', orderId: '2', base: 0, fee: 0 },
      { kind: 'rebate', category: 'site-building', rebate: 6_000_000, amount: 0 },
    ])
    expect(totals).toMatchObject({ fee: 12_000_000, rebate: 6_000_000, setOff: 0, net: 88_000_000 })
  })

  it('sets the rebate off where the company chose so', () => {
    const { totals } = settled('aliyun', '2020-10', [in2020('1', { cash: 20_000_000 })], {
      rebates: 'set-off',
    })
    expect(totals).toMatchObject({ fee: 4_000_000, rebate: 1_000_000, setOff: 1_000_000, net: 17_000_000 })
  })

  it('goes by rules that hold for any of its days, and names only its own orders where none does', () => {
    const first = in2020('1', { paidAt: '2016-11-20T02:00:00.000Z' })
    expect(settled('aliyun', '2016-11', [first]).lines).toHaveLength(2)
    const orders = ['2021-04-30', '2021-05-03'].map((on) => in2020(on, { paidAt: `${on}T02:00:00.000Z` }))
    expect(settled('aliyun', '2021-05', orders).notSettled).toMatchObject([{ orderIds: ['2021-05-03'] }])
  })

  it('warns of a month just below a tier, and of what that costs', () => {
    expect(settled('aliyun', '2020-10', [in2020('1', { cash: 49_999_999 })]).cliffs).toEqual([
      { category: 'site-building', tier: 2, missing: 1, saves: 2_500_000 },
    ])
    expect(settled('aliyun', '2020-10', [in2020('1', { cash: 20_000_000 })]).cliffs).toEqual([])
    // Where every tier is free there is nothing to save.
    const free = in2020('1', { cash: 19_999_999, category: 'api' })
    expect(settled('aliyun', '2020-10', [free]).cliffs).toEqual([])
  })

  it('passes over the orders of other months', () => {
    const orders = [in2020('1', { paidAt: '2020-09-30T15:59:59.999Z' }), in2020('2')]
    expect(settled('aliyun', '2020-10', orders).totals.orders).toBe(1)
  })

  it('is rated category by category, in the order of their names, with a line of each for what is paid back', () => {
    const orders = [
      in2020('1', { cash: 20_000_000 }),
      in2020('2', { cash: 20_000_000, category: 'basic-software' }),
      in2020('3', { cash: 1_00 }),
    ]
    const { lines } = settled('aliyun', '2020-10', orders)
    expect(lines.map(({ kind, category, orderId }) => [kind, category, orderId])).toEqual([
      ['fee', 'basic-software', '2'],
      ['rebate', 'basic-software', null],
      ['fee', 'site-building', '1'],
      ['fee', 'site-building', '3'],
      ['rebate', 'site-building', null],
    ])
  })

  it('charges nothing where no total is above zero, and carries it on', () => {
    const back = refundOf(in2020('1'), '2', -30_00, '2020-10-09T02:00:00.000Z')
    const { lines, totals } = settled('aliyun', '2020-10', [back])
    expect(lines).toMatchObject([
      { kind: 'refund', fee: 0, amount: -30_00 },
      { kind: 'carry-forward', amount: 30_00 },
    ])
    expect(totals.net).toBe(0)
  })

  it('names the orders of a category without a row, of a month without rules, and of a month that is closed', () => {
    const why = (month: string, order: OrderToSettle, late: readonly string[] = []) =>
      settled('aliyun', month, [order], { late: new Set(late), closed: new Set(['2020-10']) }).notSettled.map(
        (each) => each.why,
      )
    expect(why('2020-10', in2020('1', { category: 'devops' }))).toEqual(['no-rate-for-category'])
    const after = in2020('1', { paidAt: '2021-05-03T02:00:00.000Z' })
    expect(why('2021-05', after)).toEqual(['outside-policy-period'])
    expect(why('2020-11', in2020('1'), ['1'])).toEqual(['late-in-closed-month'])
  })
})

describe('a month whose cash is shared', () => {
  it('pays the share once the type of product reaches its threshold', () => {
    const { lines, totals } = settled('huawei', MAY, [orderToSettle('1', { cash: 200_000 })])
    expect(lines).toMatchObject([{ kind: 'fee', gross: 200_000, fee: 60_000, amount: 140_000 }])
    expect(totals).toMatchObject({ net: 140_000 })
  })

  it('carries on what is below the threshold, rate of tax by rate of tax, and bills it with the next month', () => {
    const orders = [orderToSettle('1'), orderToSettle('2', { taxBasisPoints: 1300 })]
    const may = settled('huawei', MAY, orders)
    expect(may.carriedOut).toEqual([
      { category: 'saas', taxBasisPoints: 600, amount: 70_00 },
      { category: 'saas', taxBasisPoints: 1300, amount: 70_00 },
    ])
    expect(may.totals).toMatchObject({ gross: 200_00, carried: -140_00, net: 0 })
    const june = settled(
      'huawei',
      '2024-06',
      [orderToSettle('3', { cash: 200_000, paidAt: '2024-06-02T02:00:00.000Z' })],
      { carriedIn: may.carriedOut, carriedFrom: MAY },
    )
    expect(june.totals).toMatchObject({ carried: 140_00, net: 154_000 })
    expect(june.carriedOut).toEqual([])
  })

  it('carries on rate of tax by rate, the lowest first and none last, without what came to nothing', () => {
    const of = (taxBasisPoints: number | null, amount: number) => ({
      ...{ category: 'saas', taxBasisPoints, amount },
    })
    const carriedIn = [of(null, 5), of(1300, 7), of(0, 3), of(300, 10), of(300, -10), of(1300, 1)]
    const { lines, carriedOut } = settled('huawei', MAY, [], { carriedIn, carriedFrom: '2024-04' })
    expect(carriedOut).toEqual([of(0, 3), of(1300, 8), of(null, 5)])
    expect(lines.map(({ amount, carried }) => [amount, carried])).toEqual([
      ...[5, 7, 3, 10, -10, 1].map((amount) => [amount, '2024-04']),
      ...[-3, -8, -5].map((amount) => [amount, '2024-06']),
    ])
  })

  it('weighs what was carried of a type against the threshold with the orders of that type alone', () => {
    const of = (category: string | null) => ({ category, taxBasisPoints: null, amount: 99_900 })
    const order = orderToSettle('1', { cash: 200 })
    const month = (carried: string | null) =>
      settled('huawei', MAY, [order], { carriedIn: [of(carried)], carriedFrom: '2024-04' })
    expect(month('saas').carriedOut).toEqual([])
    expect(
      month('license')
        .carriedOut.map(({ category }) => category)
        .sort(),
    ).toEqual(['license', 'saas'])
    expect(month(null)).toMatchObject({ carriedOut: [{ category: 'saas' }], totals: { net: 99_900 } })
  })

  it('bills a supervised order in the month after its completion, and a refund not before it happened', () => {
    const order = orderToSettle('1', {
      cash: 300_000,
      supervised: true,
      completedAt: '2024-05-20T02:00:00.000Z',
    })
    const back = refundOf(order, '2', -100_000, '2024-07-01T02:00:00.000Z')
    const linesOf = (month: string) =>
      settled('huawei', month, [order, back]).lines.flatMap(({ orderId }) => orderId ?? [])
    expect([MAY, '2024-06', '2024-07'].map(linesOf)).toEqual([[], ['1'], ['2']])
  })

  it('does not bill an order early because it changed after its month of payment was closed', () => {
    const order = orderToSettle('1', {
      cash: 300_000,
      paidAt: '2024-04-20T02:00:00.000Z',
      supervised: true,
      completedAt: '2024-05-20T02:00:00.000Z',
      repaidAt: '2024-04-25T02:00:00.000Z',
    })
    const given = { late: new Set(['1']), closed: new Set(['2024-04']) }
    expect(settled('huawei', MAY, [order], given).lines).toEqual([])
    expect(settled('huawei', '2024-06', [order], given).lines).toHaveLength(1)
  })

  it('names an order for which no share is agreed, and passes over one that the buyer has not repaid', () => {
    const { lines, notSettled } = settled('huawei', MAY, [
      orderToSettle('1', { agreedBasisPoints: null }),
      orderToSettle('2', { repaidAt: null }),
      orderToSettle('3', { category: 'consulting' }),
    ])
    expect(lines).toEqual([])
    expect(notSettled).toEqual([{ why: 'share-not-agreed', orders: 1, orderIds: ['1'] }])
  })
})

describe('any month', () => {
  const order = fc
    .record({
      cash: fc.integer({ min: 1, max: 60_000_000 }),
      day: fc.integer({ min: 1, max: 28 }),
      category: fc.constantFrom('saas', 'api', 'site-building', 'devops'),
      mode: fc.constantFrom('joint', 'general', 'self-service'),
      channel: fc.constantFrom('online' as const, 'private' as const),
      distributed: fc.boolean(),
      supervised: fc.boolean(),
      taxBasisPoints: fc.constantFrom(0, 300, 600, 1300),
      agreedBasisPoints: fc.constantFrom(null, 0, 3_333, 7_000, 10_000),
      back: fc.constantFrom(0, 0, 1, 50, 100),
    })
    .map(({ day, back, ...more }) => ({ more, day, back }))
  const orders = fc.array(order, { maxLength: 25 }).map((made) =>
    made.flatMap(({ more, day, back }, at) => {
      const paidAt = `2020-10-${String(day).padStart(2, '0')}T02:00:00.000Z`
      const one = orderToSettle(`o${at}`, { ...more, paidAt })
      const went = 0 - Math.floor((more.cash * back) / 100)
      return back === 0 ? [one] : [one, refundOf(one, `r${at}`, went, '2020-10-29T02:00:00.000Z')]
    }),
  )
  const adjustments = fc.array(
    fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom(...ADJUSTMENT_KINDS),
      amount: fc.integer({ min: -1e9, max: 1e9 }),
      taxBasisPoints: fc.constantFrom(null, 600),
      reason: fc.string(),
    }),
    { maxLength: 4 },
  )
  const carriedIn = fc.array(
    fc.record({
      category: fc.constantFrom(null, 'saas', 'api'),
      taxBasisPoints: fc.constantFrom(null, 600),
      amount: fc.integer({ min: -1e7, max: 1e7 }),
    }),
    { maxLength: 3 },
  )
  const month = fc.record({
    marketplace: fc.constantFrom('kubesphere', 'ksyun', 'huawei', 'aliyun'),
    orders,
    more: fc.record({
      adjustments,
      carriedIn,
      rebates: fc.constantFrom('apart' as const, 'set-off' as const),
    }) satisfies fc.Arbitrary<Partial<MonthToSettle>>,
  })

  it('has a header that is the sum of its lines, a net that is never below zero, and tax groups that sum to it', () => {
    fc.assert(
      fc.property(month, ({ marketplace, orders: given, more }) => {
        const { lines, totals } = settled(marketplace, '2020-10', given, more)
        expect(totals).toEqual(totalsOf(lines))
        expect(totals.net).toBe(lines.reduce((sum, { amount }) => sum + amount, 0))
        expect(totals.net).toBeGreaterThanOrEqual(0)
        expect(totals.taxGroups.reduce((sum, { gross }) => sum + gross, 0)).toBe(totals.net)
        for (const { gross, net, tax } of totals.taxGroups) expect(net + tax).toBe(gross)
      }),
    )
  })

  it('comes to the same in whatever order its orders are given, and from what was stored of them', () => {
    const shuffled = month.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray([...given.orders], { minLength: given.orders.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([{ marketplace, orders: given, more }, otherwise]) => {
        const first = settled(marketplace, '2020-10', given, more)
        expect(settled(marketplace, '2020-10', otherwise, more)).toEqual(first)
        const stored = JSON.parse(JSON.stringify({ given, more })) as {
          given: typeof given
          more: typeof more
        }
        expect(settled(marketplace, '2020-10', stored.given, stored.more)).toEqual(first)
      }),
    )
  })

  it('has each order at most once, and none that it also calls not settled', () => {
    fc.assert(
      fc.property(month, ({ marketplace, orders: given, more }) => {
        const { lines, notSettled } = settled(marketplace, '2020-10', given, more)
        const ids = lines.flatMap(({ orderId }) => orderId ?? [])
        expect(new Set(ids).size).toBe(ids.length)
        for (const { orderIds } of notSettled) for (const id of orderIds) expect(ids).not.toContain(id)
        expect(lines.filter(({ adjustmentId }) => adjustmentId !== null)).toHaveLength(
          more.adjustments.length,
        )
      }),
    )
  })

  it('leaves to the next one exactly what its lines take out', () => {
    fc.assert(
      fc.property(month, ({ marketplace, orders: given, more }) => {
        const { lines, carriedOut } = settled(marketplace, '2020-10', given, more)
        const takenOut = lines.filter(({ carried }) => carried === '2020-11')
        const sum = (amounts: readonly { readonly amount: number }[]) =>
          amounts.reduce((all, { amount }) => all + amount, 0)
        expect(sum(takenOut) + sum(carriedOut)).toBe(0)
      }),
    )
  })

  it('explains each figure of an order by steps that come to it', () => {
    fc.assert(
      fc.property(month, ({ marketplace, orders: given }) => {
        for (const line of settled(marketplace, '2020-10', given).lines) {
          for (const step of line.steps) stepSchema.parse(step)
          if (line.fee === 0 || line.kind !== 'fee') continue
          const fees = line.steps.flatMap(({ gives }) => (gives.fee?.kind === 'money' ? gives.fee.fen : []))
          expect(fees.reduce((sum, fee) => sum + fee, 0)).toBe(line.fee)
        }
      }),
    )
  })
})
