import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChargedProvider } from '#shared/rules/fees/fee-exemptions.ts'
import type { ChargedOrder, OrderFee } from '#shared/rules/fees/order-fees.ts'
import { orderFees } from '#shared/rules/fees/order-fees.ts'
import { stepSchema } from '#shared/rules/step.ts'
import { feesOf } from './packs.ts'

const ALLOWANCE = 20_000_000
const early: ChargedProvider = { joinedOn: '2023-10-20', approvedOn: null }

function order(id: string, amount: number, more: Partial<ChargedOrder> = {}): ChargedOrder {
  return {
    id,
    amount,
    paidAt: '2024-02-01T01:00:00.000Z',
    channel: 'online',
    refundOf: null,
    agreedBasisPoints: null,
    ...more,
  }
}

/** The fees of the orders, all of which have one. */
function fees(
  provider: ChargedProvider,
  orders: readonly ChargedOrder[],
  marketplace = 'kubesphere',
): OrderFee[] {
  return orderFees(feesOf(marketplace), provider, orders).map((each) => {
    if (each.outcome !== 'ok') throw new Error(`${each.id}: ${each.outcome}`)
    return each
  })
}

const sumOf = (results: readonly OrderFee[]) => results.reduce((sum, { fee }) => sum + fee, 0)

describe('the fee of an order at KubeSphere', () => {
  it('is marginal at the order that crosses the free turnover: 190,000 used, 30,000 more bear 2,000', () => {
    const [, second] = fees(early, [order('1', 19_000_000), order('2', 3_000_000)])
    expect(second).toMatchObject({ exempt: 1_000_000, base: 2_000_000, fee: 200_000, allowanceLeft: 0 })
  })

  it('neither earns nor uses the free turnover where the order is deployed privately', () => {
    const [first, second] = fees(early, [
      order('1', 10_000_000, { channel: 'private' }),
      order('2', 10_000_000),
    ])
    expect(first).toMatchObject({ exempt: 0, fee: 1_000_000, allowanceLeft: ALLOWANCE })
    expect(second).toMatchObject({ exempt: 10_000_000, fee: 0, allowanceLeft: 10_000_000 })
  })

  it('goes by a share agreed in the contract of a private deployment, and by none agreed for an order online', () => {
    const agreed = { agreedBasisPoints: 250 }
    const late = { joinedOn: '2024-01-01', approvedOn: null }
    const [online, offline] = fees(late, [
      order('1', 100_01, agreed),
      order('2', 100_01, { ...agreed, channel: 'private' }),
    ])
    expect([online?.fee, offline?.fee]).toEqual([10_00, 2_50])
    expect(offline?.steps[0]?.citation).toMatchObject({ ruleId: 'fees.agreed-share', reading: true })
  })

  it.each([
    ['2023-12-31T15:59:59.999Z', 0],
    ['2023-12-31T16:00:00.000Z', 10_00],
  ])('is none before 2024-01-01 Beijing time: an order of %s', (paidAt, fee) => {
    expect(fees({ joinedOn: null, approvedOn: null }, [order('1', 100_00, { paidAt })])[0]).toMatchObject({
      fee,
    })
  })

  it.each([
    ['2023-12-31', 0],
    ['2024-01-01', 10_00],
  ])('is waived in the first year of a provider that joined up to 2023-12-31: %s', (joinedOn, fee) => {
    expect(fees({ joinedOn, approvedOn: null }, [order('1', 100_00)])[0]?.fee).toBe(fee)
  })

  it('is taken back by a refund in the refund month, and gives the free turnover back to later orders', () => {
    const paid = [order('1', 19_000_000), order('2', 3_000_000)]
    const back = order('r', -19_000_000, { refundOf: '1', paidAt: '2024-03-01T01:00:00.000Z' })
    const after = order('3', 5_000_000, { paidAt: '2024-03-02T01:00:00.000Z' })
    const found = fees(early, [...paid, back, after])
    expect(found.map(({ id, fee }) => [id, fee])).toEqual([
      ['1', 0],
      ['2', 200_000],
      ['r', 0],
      ['3', 0],
    ])
    expect(found[2]).toMatchObject({ exempt: -19_000_000, base: 0, allowanceLeft: 19_000_000 })
  })

  it('a refund of what is not known, or of more than was paid, has no fee and says so', () => {
    const found = orderFees(feesOf('kubesphere'), early, [
      order('1', 100_00),
      order('2', -1, { refundOf: 'x', paidAt: '2024-03-01T00:00:00.000Z' }),
      order('3', -100_01, { refundOf: '1', paidAt: '2024-03-02T00:00:00.000Z' }),
    ])
    expect(found.slice(1).map(({ outcome }) => outcome)).toEqual([
      'refund-of-unknown-order',
      'refund-exceeds-order',
    ])
  })

  it('a step says the rule with its sentence, the pack, what it looked at and how it was rounded', () => {
    const [, crossing] = fees(early, [order('1', 19_000_000), order('2', 3_000_005)])
    expect(crossing?.steps.map(({ citation }) => citation.ruleId)).toEqual([
      'fees.first-year-turnover',
      'fees.platform-fee',
    ])
    for (const step of crossing?.steps ?? []) expect(() => stepSchema.parse(step)).not.toThrow()
    expect(crossing?.steps[1]).toMatchObject({
      inputs: { base: { fen: 2_000_005 }, rate: { basisPoints: 1000 } },
      gives: { fee: { fen: 200_001 } },
      rounding: 'half-away-from-zero',
    })
  })
})

describe('the fee of an order at Kingsoft Cloud', () => {
  const approved = { joinedOn: null, approvedOn: '2024-02-29' }
  it.each([
    ['2024-02-28T15:59:59.000Z', 10_00],
    ['2024-02-28T16:00:00.000Z', 0],
    ['2025-02-27T15:59:59.000Z', 0],
    ['2025-02-27T16:00:00.000Z', 10_00],
  ])('is none for a year from the approval: an order of %s', (paidAt, fee) => {
    expect(fees(approved, [order('1', 100_00, { paidAt })], 'ksyun')[0]?.fee).toBe(fee)
  })

  it('is outside the rules before the first day of the pack', () => {
    const found = orderFees(feesOf('ksyun'), approved, [
      order('1', 1, { paidAt: '2022-06-01T00:00:00.000Z' }),
    ])
    expect(found).toEqual([{ outcome: 'outside-policy-period', id: '1' }])
  })
})

describe('properties of fees by order', () => {
  const orders = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      amount: fc.integer({ min: 0, max: 30_000_000 }),
      paidAt: fc
        .integer({ min: Date.UTC(2023, 9, 1), max: Date.UTC(2025, 1, 1) })
        .map((at) => new Date(at).toISOString()),
      channel: fc.constantFrom('online' as const, 'private' as const),
      refundOf: fc.constant(null),
      agreedBasisPoints: fc.constant(null),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  )

  it('exempt part and base sum to the amount, and no more than the allowance is free after the fee began', () => {
    fc.assert(
      fc.property(orders, (given) => {
        const found = fees(early, given)
        const byId = new Map(given.map((each) => [each.id, each]))
        for (const { id, exempt, base } of found) expect(exempt + base).toBe(byId.get(id)?.amount)
        const free = found
          .filter(({ id }) => (byId.get(id)?.paidAt ?? '') >= '2023-12-31T16:00:00.000Z')
          .reduce((sum, { exempt }) => sum + exempt, 0)
        expect(free).toBeLessThanOrEqual(ALLOWANCE)
      }),
    )
  })

  it('the order in which orders come in is irrelevant', () => {
    fc.assert(
      fc.property(orders, fc.integer(), (given, seed) => {
        const shuffled = given.toSorted((one, other) => hash(one.id, seed) - hash(other.id, seed))
        expect(fees(early, shuffled)).toEqual(fees(early, given))
      }),
    )
  })

  it('the fee grows with the amount', () => {
    fc.assert(
      fc.property(fc.nat(40_000_000), fc.nat(1_000_000), (amount, more) => {
        expect(sumOf(fees(early, [order('1', amount + more)]))).toBeGreaterThanOrEqual(
          sumOf(fees(early, [order('1', amount)])),
        )
      }),
    )
  })

  it('splitting an order changes the fee by no more than its rounding', () => {
    fc.assert(
      fc.property(fc.nat(40_000_000), fc.nat(40_000_000), (one, other) => {
        const whole = sumOf(fees(early, [order('1', one + other)]))
        const parts = sumOf(fees(early, [order('1', one), order('2', other)]))
        expect(Math.abs(whole - parts)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('an order that is refunded in parts gives back its whole fee and allowance', () => {
    fc.assert(
      fc.property(
        fc.nat(30_000_000),
        fc.array(fc.integer({ min: 1, max: 30_000_000 }), { minLength: 1, maxLength: 6 }),
        (before, parts) => {
          const amount = parts.reduce((sum, part) => sum + part, 0)
          const back = parts.map((part, at) =>
            order(`r${at}`, -part, { refundOf: 'o', paidAt: `2024-03-0${at + 1}T00:00:00.000Z` }),
          )
          const first = order('b', before, { paidAt: '2024-01-15T00:00:00.000Z' })
          const without = fees(early, [first])
          const found = fees(early, [first, order('o', amount), ...back])
          expect(sumOf(found)).toBe(sumOf(without))
          expect(found.at(-1)?.allowanceLeft).toBe(without.at(-1)?.allowanceLeft)
        },
      ),
    )
  })
})

function hash(text: string, seed: number): number {
  return [...text].reduce((sum, each) => (sum * 31 + (each.codePointAt(0) ?? 0)) | 0, seed)
}
