import { describe, expect, it } from 'vitest'
import type { FeeSection, PerOrderFees } from '#shared/policy/fee-section.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import type { ChargedProvider } from '#shared/rules/fees/fee-exemptions.ts'
import { feesByDay, feesInMonth, feesOn } from '#shared/rules/fees/fees-on.ts'
import { orderFees } from '#shared/rules/fees/order-fees.ts'
import { splitTax, splitTaxes } from '#shared/rules/fees/tax-split.ts'
import { feesOf } from './packs.ts'

function only<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw new Error('there is one')
  return found
}

const kubesphere = only(feesOf('kubesphere')('2024-02-01'))

/** A pack in force from a day, whose fees hold for orders of a span of days. */
function pack(
  effectiveFrom: string,
  from: string,
  to: string | null,
  before: 'none' | 'unknown' = 'unknown',
): PolicyPack {
  const { fees } = kubesphere
  return {
    ...kubesphere.pack,
    effectiveFrom,
    fees: { ...fees, from, to, before: { ...fees.before, fee: before } } as FeeSection,
  }
}

describe('which pack an order goes by', () => {
  const older = pack('2023-01-01', '2022-06-01', '2023-12-31')
  const newer = pack('2024-01-01', '2023-06-01', null)
  const found = (on: string, packs: readonly PolicyPack[] = [newer, older]) =>
    feesOn(packs, on)?.pack.effectiveFrom ?? null

  it.each([
    ['before any span', '2022-05-31', null],
    ['on the first day of the first span, before its pack was in force', '2022-06-01', '2023-01-01'],
    ['where two spans cover the day, and the newer was not in force yet', '2023-06-01', '2023-01-01'],
    ['on the last day of the older span', '2023-12-31', '2023-01-01'],
    ['on the first day the newer is in force', '2024-01-01', '2024-01-01'],
    ['afterwards', '2026-01-01', '2024-01-01'],
  ])('%s: %s', (_, on, from) => {
    expect(found(on)).toBe(from)
  })

  it('of two in force that cover the day the newer one', () => {
    const long = pack('2023-01-01', '2022-06-01', null)
    expect(found('2024-01-01', [newer, long])).toBe('2024-01-01')
    expect(found('2024-01-01', [long, newer])).toBe('2024-01-01')
    expect(found('2023-12-31', [long, newer])).toBe('2023-01-01')
  })

  it('before the first span the first that says there was no fee, up to the day before', () => {
    const free = pack('2024-01-01', '2024-01-01', '2024-06-30', 'none')
    expect(found('2023-12-31', [free])).toBe('2024-01-01')
    expect(found('2024-06-30', [free])).toBe('2024-01-01')
    expect(found('2024-07-01', [free])).toBeNull()
  })

  it('of many orders each by its own day, also where none holds and where a day comes again', () => {
    const on = feesByDay([newer, older])
    const days = ['2022-05-31', '2023-06-01', '2024-01-01', '2023-06-01', '2022-05-31']
    expect(days.map((day) => on(day)?.pack.effectiveFrom ?? null)).toEqual(days.map((day) => found(day)))
  })

  it('a pack without fees is none', () => {
    expect(found('2024-01-01', [{ ...newer, fees: null }])).toBeNull()
    expect(feesInMonth([{ ...newer, fees: null }], '2024-01')).toBeNull()
  })

  it.each([
    ['2022-05', null],
    ['2022-06', '2023-01-01'],
    ['2023-12', '2023-01-01'],
    ['2024-01', '2024-01-01'],
    ['2026-01', '2024-01-01'],
  ])('a month goes by the newest in force on its last day whose span has a day of it: %s', (month, from) => {
    expect(feesInMonth([newer, older], month)?.pack.effectiveFrom ?? null).toBe(from)
  })

  it('a span that ends on the first day of a month or begins on its last has a day of it', () => {
    const one = pack('2023-01-01', '2023-03-31', '2023-05-01')
    const inMonth = (month: string) => feesInMonth([one], month) !== null
    expect(['2023-02', '2023-03', '2023-04', '2023-05', '2023-06'].map(inMonth)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
  })

  it('of two packs in force that cover a month the newer one, also where it is in force on the last day only', () => {
    const long = pack('2023-01-01', '2022-06-01', null)
    expect(feesInMonth([long, pack('2024-01-31', '2023-06-01', null)], '2024-01')?.pack.effectiveFrom).toBe(
      '2024-01-31',
    )
    expect(feesInMonth([long, pack('2024-02-01', '2023-06-01', null)], '2024-01')?.pack.effectiveFrom).toBe(
      '2023-01-01',
    )
  })
})

describe('the free turnover', () => {
  const fee = (provider: ChargedProvider, paidAt: string) =>
    orderFees(feesOf('kubesphere'), provider, [
      { id: '1', paidAt, channel: 'online', amount: 100_00, refundOf: null, agreedBasisPoints: null },
    ])[0]
  const joined = { joinedOn: '2023-10-20', approvedOn: null }

  it.each([
    ['2024-10-19T15:59:59.000Z', 0, 19_990_000],
    ['2024-10-19T16:00:00.000Z', 1_000, 20_000_000],
  ])('lasts a year from joining, to the second in Beijing: paid at %s', (paidAt, expected, left) => {
    expect(fee(joined, paidAt)).toMatchObject({ fee: expected, allowanceLeft: left })
  })

  it('begins on the day of joining', () => {
    const late = { joinedOn: '2023-12-31', approvedOn: null }
    expect(fee(late, '2023-12-31T15:59:59.000Z')).toMatchObject({ fee: 0, exempt: 100_00 })
    expect(fee({ joinedOn: '2023-12-30', approvedOn: null }, '2024-01-02T00:00:00.000Z')).toMatchObject({
      fee: 0,
    })
  })

  it('is nothing for a provider that has none', () => {
    expect(fee({ joinedOn: '2024-01-01', approvedOn: null }, '2024-02-01T00:00:00.000Z')).toMatchObject({
      fee: 1_000,
      allowanceLeft: 0,
    })
    expect(fee({ joinedOn: null, approvedOn: '2023-10-20' }, '2024-02-01T00:00:00.000Z')).toMatchObject({
      fee: 1_000,
      allowanceLeft: 0,
    })
  })

  it.each([
    [false, 20_000_000],
    [true, 19_990_000],
  ])('before there was a fee it is used up only where the pack says so: %s', (is, left) => {
    const rules = kubesphere.fees.rules as PerOrderFees
    const exemptions = rules.exemptions.map((each) =>
      each.kind === 'free-turnover' ? { ...each, usedBeforeFee: { ...each.usedBeforeFee, is } } : each,
    )
    const changed = { ...kubesphere, fees: { ...kubesphere.fees, rules: { ...rules, exemptions } } }
    const order = {
      id: '1',
      paidAt: '2023-12-01T00:00:00.000Z',
      channel: 'online' as const,
      amount: 100_00,
      refundOf: null,
      agreedBasisPoints: null,
    }
    expect(orderFees(() => changed, joined, [order])[0]).toMatchObject({
      fee: 0,
      exempt: 100_00,
      allowanceLeft: left,
    })
  })
})

describe('the free period', () => {
  const ksyun = only(feesOf('ksyun')('2024-02-01'))
  const rules = ksyun.fees.rules as PerOrderFees
  const fee = (approvedOn: string | null, approvedFrom: string, approvedTo: string | null) => {
    const exemptions = rules.exemptions.map((each) =>
      each.kind === 'free-period' ? { ...each, approvedFrom, approvedTo } : each,
    )
    const changed = { ...ksyun, fees: { ...ksyun.fees, rules: { ...rules, exemptions } } }
    const order = {
      id: '1',
      paidAt: '2024-02-01T01:00:00.000Z',
      channel: 'online' as const,
      amount: 100_00,
      refundOf: null,
      agreedBasisPoints: null,
    }
    const [found] = orderFees(() => changed, { joinedOn: null, approvedOn }, [order])
    return found?.outcome === 'ok' ? found.fee : null
  }

  it.each([
    ['2024-01-01', '2024-01-01', '2024-01-01', 0],
    ['2024-01-01', '2024-01-02', null, 10_00],
    ['2024-01-02', '2024-01-01', '2024-01-01', 10_00],
    ['2024-01-02', '2024-01-01', null, 0],
    ['2024-02-01', '2024-01-01', null, 0],
    ['2024-02-02', '2024-01-01', null, 10_00],
    [null, '2024-01-01', null, 10_00],
  ])(
    'of a provider approved on %s, granted from %s to %s: the fee is %i',
    (approvedOn, from, to, expected) => {
      expect(fee(approvedOn, from, to)).toBe(expected)
    },
  )
})

describe('orders of one instant', () => {
  it('are charged in the order of their ids', () => {
    const at = (id: string) => ({
      id,
      paidAt: '2024-02-01T01:00:00.000Z',
      channel: 'online' as const,
      amount: 15_000_000,
      refundOf: null,
      agreedBasisPoints: null,
    })
    const fees = (...ids: readonly string[]) =>
      orderFees(feesOf('kubesphere'), { joinedOn: '2023-10-20', approvedOn: null }, ids.map(at)).map(
        (each) => (each.outcome === 'ok' ? [each.id, each.fee] : []),
      )
    expect(fees('b', 'a')).toEqual([
      ['a', 0],
      ['b', 1_000_000],
    ])
    expect(fees('b', 'c', 'a')).toEqual(fees('c', 'a', 'b'))
  })

  it('at a marketplace whose rules go by months have no fee of their own', () => {
    const order = {
      id: '1',
      paidAt: '2020-10-01T01:00:00.000Z',
      channel: 'online' as const,
      amount: 1,
      refundOf: null,
      agreedBasisPoints: null,
    }
    expect(orderFees(feesOf('aliyun'), { joinedOn: null, approvedOn: null }, [order])).toEqual([
      { outcome: 'outside-policy-period', id: '1' },
    ])
  })
})

describe('the tax in an amount', () => {
  it.each([
    [106_00, 600, 100_00],
    [1, 600, 1],
    [9, 600, 8],
    [113_00, 1300, 100_00],
    [100, 0, 100],
  ])('of %i fen at %i hundredths of a per cent leaves %i', (gross, basisPoints, net) => {
    expect(splitTax({ gross, basisPoints })).toEqual({ gross, net, tax: gross - net })
  })

  it('is summed by rate, lowest first', () => {
    const lines = [1300, 0, 600, 1300, 100].map((basisPoints) => ({ gross: 10_000, basisPoints }))
    expect(splitTaxes(lines).byRate.map(({ basisPoints, gross }) => [basisPoints, gross])).toEqual([
      [0, 10_000],
      [100, 10_000],
      [600, 10_000],
      [1300, 20_000],
    ])
  })
})
