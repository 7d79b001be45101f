import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Shared, SharedOrder } from '#shared/rules/fees/provider-share.ts'
import { billTypes, rulesOf, shareOrder } from '#shared/rules/fees/provider-share.ts'
import { feesOf } from './packs.ts'

const paid = '2023-05-10T02:00:00.000Z'
const order: SharedOrder = {
  id: 'o',
  productType: 'saas',
  mode: 'joint',
  cash: 100_01,
  moments: { payment: paid, completion: null, activation: null, start: paid },
  supervised: false,
  renewal: false,
  repaidAt: paid,
  agreedBasisPoints: 7_000,
}
const share = (more: Partial<SharedOrder> = {}) => shareOrder(feesOf('huawei'), { ...order, ...more })

describe("the provider's share", () => {
  it('is agreed for the product; the market keeps the rest, to the fen', () => {
    expect(share()).toMatchObject({ share: 70_01, fee: 30_00, billedIn: '2023-05' })
  })

  it('is unknown where none is on record: nothing is guessed', () => {
    expect(share({ agreedBasisPoints: null }).outcome).toBe('share-not-agreed')
  })

  it.each([
    ['2024-02-29T15:59:59.000Z', 'ok'],
    ['2024-02-29T16:00:00.000Z', 'bands-not-configured'],
  ])(
    'of a general product in effect at %s keeps 5 % before 2024-03-01, has no bands after',
    (start, outcome) => {
      const found = share({ mode: 'general', moments: { ...order.moments, start } })
      expect(found.outcome).toBe(outcome)
      if (found.outcome === 'ok') expect(found).toMatchObject({ share: 95_01, fee: 5_00 })
    },
  )

  it('a supervised order waits for its completion and is billed the month after', () => {
    expect(share({ supervised: true }).outcome).toBe('not-in-effect')
    const completion = '2023-06-30T15:59:59.000Z'
    expect(share({ supervised: true, moments: { ...order.moments, completion } })).toMatchObject({
      effectiveOn: '2023-06-30',
      billedIn: '2023-07',
    })
  })

  it('a supervised order that is renewed does not wait again', () => {
    const start = '2023-08-01T00:00:00.000Z'
    const renewed = share({ supervised: true, renewal: true, moments: { ...order.moments, start } })
    expect(renewed).toMatchObject({ effectiveOn: '2023-08-01', billedIn: '2023-08' })
  })

  it('is billed only once the buyer has repaid', () => {
    expect(share({ repaidAt: null }).outcome).toBe('not-repaid')
    expect(share({ repaidAt: '2023-07-02T00:00:00.000Z' })).toMatchObject({ billedIn: '2023-07' })
  })

  it('consulting is traded outside the market, and an unknown type or mode is named', () => {
    expect(share({ productType: 'consulting' }).outcome).toBe('traded-outside')
    expect(share({ productType: 'moon' }).outcome).toBe('unknown-product-type')
    expect(share({ mode: 'moon' }).outcome).toBe('unknown-mode')
    expect(share({ moments: { ...order.moments, payment: '2019-04-30T15:00:00.000Z' } }).outcome).toBe(
      'outside-policy-period',
    )
  })

  it('share and fee sum to the cash, refunds included', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e11, max: 1e11 }),
        fc.integer({ min: 0, max: 10_000 }),
        (cash, agreedBasisPoints) => {
          const found = share({ cash, agreedBasisPoints }) as Shared
          expect(found.share + found.fee).toBe(cash)
        },
      ),
    )
  })
})

describe("a month's bill", () => {
  const found = rulesOf(feesOf('huawei')('2023-05-01'))
  const one = (amount: number) => ({ ...(share() as Shared), share: amount })

  it.each([
    [999_99, 0, false],
    [1_000_00, 0, true],
    [400_00, 600_00, true],
  ])(
    '%i fen with %i carried: billed from 1,000.00 yuan of a type of product on',
    (amount, carried, billed) => {
      if (found === null) throw new Error('there are rules')
      expect(billTypes(found, [one(amount)], { saas: carried })).toMatchObject([
        { productType: 'saas', share: amount + carried, billed },
      ])
    },
  )

  it('what was carried is named in a month without orders too', () => {
    if (found === null) throw new Error('there are rules')
    expect(billTypes(found, [], { api: 5 })).toMatchObject([{ productType: 'api', share: 5, billed: false }])
  })
})
