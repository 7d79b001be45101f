import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPacks } from '#node/resources/load-packs.ts'
import { compare, decimal, decimalText, minus, plus, sumOf } from '#shared/money/decimal.ts'
import type { MeteringSection } from '#shared/policy/metering-section.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { checkBill } from '#shared/rules/metering/check-bill.ts'
import { type MeteredPrice, type MeteredUse, meteredPriceSchema } from '#shared/rules/metering/metered-use.ts'
import { reckonUse, withoutRepeats } from '#shared/rules/metering/reckon-use.ts'

const packs = await loadPacks(new URL('../../../resources/policy-packs/', import.meta.url))
const pack = packInForce(packs, 'huawei', '2026-03-01')
const section = pack?.metering
if (pack === null || section == null) throw new Error('the pack tells of metering')

const BANDS = [
  { upTo: '3', unitPrice: '0.3' },
  { upTo: null, unitPrice: '0.2' },
]
const FIXED: MeteredPrice = { mode: 'fixed', bands: [{ upTo: null, unitPrice: '0.0035' }] }
const STEP: MeteredPrice = { mode: 'step', bands: BANDS }
const TIER: MeteredPrice = { mode: 'tier', bands: BANDS }
const record = (quantity: string, hour = 0, change: Partial<MeteredUse['records'][number]> = {}) => ({
  from: `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`,
  to: `2026-03-01T${String(hour + 1).padStart(2, '0')}:00:00.000Z`,
  recordedAt: `2026-03-01T${String(hour + 1).padStart(2, '0')}:10:00.000Z`,
  ...{ quantity, ...change },
})
const use = (price: MeteredPrice, quantities: readonly string[], change: Partial<MeteredUse> = {}) => ({
  ...{ price, accumulated: '0', records: quantities.map((each, hour) => record(each, hour)), packages: [] },
  ...change,
})
function check(used: MeteredUse, billed = 0) {
  const checked = checkBill(pack as PolicyPack, section as MeteringSection, used, billed)
  if (checked === null) throw new Error('the amount can be kept')
  return checked
}

describe('the amount of metered use', () => {
  it.each([
    ['every unit at a fixed price', use(FIXED, ['1000', '200.5']), 420],
    ['each band at its own price: 3 at 0.3 and 5 at 0.2 is 1.90', use(STEP, ['8']), 190],
    ['the whole quantity at the price of its band: 8 at 0.2 is 1.60', use(TIER, ['8']), 160],
    ['the end of a band in it', use(TIER, ['3']), 90],
    ['what follows the end of a band in the next', use(TIER, ['3.0001']), 60],
    ['the whole of each record by itself where the price is by record', use(TIER, ['2', '8']), 60 + 160],
    ['bands over all records of the cycle', use(STEP, ['2', '6']), 190],
    ['bands going on from what the cycle was charged for', use(STEP, ['8'], { accumulated: '2' }), 30 + 140],
    ['nothing for no use', use(STEP, []), 0],
    ['half a fen as one', use(FIXED, ['1.4286']), 1],
  ])('is %s', (_, used, fen) => {
    expect(check(used).amount).toBe(fen)
  })

  it('uses packages up first, one after the other, and charges what is over', () => {
    const packages = [
      { packageId: 'a', left: '5' },
      { packageId: 'b', left: '1.5' },
    ]
    const checked = check(use(STEP, ['4', '4.5'], { packages }))
    expect(checked).toMatchObject({ quantity: '8.5', inPackages: '6.5', charged: '2', amount: 60 })
    const taken = checked.steps.filter(({ citation }) => citation.ruleId === 'metering.packages')
    expect(taken.map(({ gives }) => gives)).toEqual([
      { taken: { kind: 'text', text: '5' }, over: { kind: 'text', text: '3.5' } },
      { taken: { kind: 'text', text: '1.5' }, over: { kind: 'text', text: '2' } },
    ])
    expect(check(use(STEP, ['4'], { packages }))).toMatchObject({ inPackages: '4', charged: '0', amount: 0 })
  })

  it('takes the first that was reported of records of the same times, and no more of them', () => {
    const twice = [record('5', 0, { recordedAt: '2026-03-01T02:00:00.000Z' }), record('8'), record('1', 1)]
    const checked = check(use(FIXED, [], { records: twice }))
    expect(checked).toMatchObject({ quantity: '9', repeats: 1 })
    const untold = [1, 2].map(() => ({ from: null, to: null, recordedAt: null, quantity: '1' }))
    expect(withoutRepeats(untold)).toHaveLength(2)
  })

  it('counts use that was reported after the days the pack has, and says how much of it there is', () => {
    const late = [
      record('1', 0, { recordedAt: '2026-03-22T15:59:59.999Z' }),
      record('1', 1, { recordedAt: '2026-03-22T16:00:00.000Z' }),
    ]
    expect(section.records).toMatchObject({ atOnce: 100, withinDays: 21 })
    expect(section.records.contradiction?.quote).toContain('1000')
    expect(check(use(FIXED, [], { records: late }))).toMatchObject({ quantity: '2', late: 1 })
  })

  it('is none where it is more than an amount can hold', () => {
    const dear = { mode: 'fixed' as const, bands: [{ upTo: null, unitPrice: '999999999999' }] }
    expect(
      checkBill(pack as PolicyPack, section as MeteringSection, use(dear, ['999999999999']), 0),
    ).toBeNull()
  })

  it('comes with each step, its sentence and how it was rounded', () => {
    const { steps } = check(use(STEP, ['8'], { packages: [{ packageId: 'a', left: '1' }] }))
    expect(steps.map(({ citation, rounding }) => [citation.ruleId, rounding])).toEqual([
      ['metering.repeats', null],
      ['metering.packages', null],
      ['metering.step', null],
      ['metering.step', null],
      ['metering.rounding', 'half-away-from-zero'],
    ])
    expect(steps[2]?.citation.quote).toContain('0.3*3+0.2*5=1.90')
  })
})

describe('a bill that differs from its use', () => {
  const causes = (used: MeteredUse, billed: number) => check(used, billed).causes
  it('names what gives exactly what was billed, and nothing where nothing does', () => {
    const packages = [{ packageId: 'a', left: '5' }]
    expect(causes(use(STEP, ['8'], { packages }), 190)).toEqual(['packages-not-used'])
    expect(causes(use(STEP, ['8'], { accumulated: '3' }), 190)).toEqual(['accumulated-not-counted'])
    expect(causes(use(TIER, ['8']), 190)).toEqual(['as-step'])
    expect(causes(use(STEP, ['8']), 160)).toEqual(['as-tier'])
    expect(causes(use(FIXED, [], { records: [record('1000'), record('1000')] }), 700)).toEqual([
      'repeats-charged',
    ])
    const late = record('1000', 1, { recordedAt: '2026-05-01T00:00:00.000Z' })
    expect(causes(use(FIXED, [], { records: [record('1000'), late] }), 350)).toEqual(['late-left-out'])
    expect(causes(use(FIXED, ['1.5', '1.5', '1.5']), 3)).toEqual(['rounded-by-record'])
    expect(causes(use(FIXED, ['5']), 1)).toEqual(['cut-off'])
    expect(causes(use(STEP, ['8']), 191)).toEqual([])
  })
  it('says by how much, above or below, and looks for no cause where it agrees', () => {
    expect(check(use(STEP, ['8']), 191)).toMatchObject({ difference: 1, causes: [] })
    expect(check(use(STEP, ['8']), 100)).toMatchObject({ difference: -90 })
    expect(check(use(FIXED, ['1000']), 350)).toMatchObject({ difference: 0, causes: [] })
  })
})

describe('a price', () => {
  it.each([
    [
      'bands that do not rise',
      {
        mode: 'step',
        bands: [
          { upTo: '3', unitPrice: '1' },
          { upTo: '3', unitPrice: '1' },
          { upTo: null, unitPrice: '1' },
        ],
      },
    ],
    ['a last band with an end', { mode: 'tier', bands: [{ upTo: '3', unitPrice: '1' }] }],
    [
      'a band without an end before the last',
      {
        mode: 'step',
        bands: [
          { upTo: null, unitPrice: '1' },
          { upTo: null, unitPrice: '1' },
        ],
      },
    ],
    [
      'a first band of nothing',
      {
        mode: 'step',
        bands: [
          { upTo: '0', unitPrice: '1' },
          { upTo: null, unitPrice: '1' },
        ],
      },
    ],
    [
      'an end that is no number',
      {
        mode: 'step',
        bands: [
          { upTo: 'three', unitPrice: '1' },
          { upTo: null, unitPrice: '1' },
        ],
      },
    ],
    ['several bands of a fixed price', { ...STEP, mode: 'fixed' }],
    ['no bands', { mode: 'fixed', bands: [] }],
    ['a price below zero', { mode: 'fixed', bands: [{ upTo: null, unitPrice: '-1' }] }],
  ])('is none with %s', (_, price) => {
    expect(meteredPriceSchema.safeParse(price).success).toBe(false)
  })
})

const quantities = fc
  .integer({ min: 0, max: 1_000_000 })
  .map((units) => decimalText({ units: BigInt(units), scale: 4 }))
const unitPrices = fc
  .integer({ min: 0, max: 100_000 })
  .map((units) => decimalText({ units: BigInt(units), scale: 6 }))
const bandPrices = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 6 }),
    fc.array(unitPrices, { minLength: 7, maxLength: 7 }),
  )
  .map(([ends, prices]) => {
    const sorted = ends.toSorted((one, other) => one - other).map(String)
    return [...sorted, null].map((upTo, at) => ({ upTo, unitPrice: prices[at] ?? '0' }))
  })
const prices = fc.oneof(
  unitPrices.map((unitPrice): MeteredPrice => ({ mode: 'fixed', bands: [{ upTo: null, unitPrice }] })),
  bandPrices.map((bands): MeteredPrice => ({ mode: 'step', bands })),
  bandPrices.map((bands): MeteredPrice => ({ mode: 'tier', bands })),
)
const uses = fc.record({
  price: prices,
  accumulated: quantities,
  records: fc.array(quantities, { maxLength: 8 }).map((all) => all.map((each, hour) => record(each, hour))),
  packages: fc
    .array(quantities, { maxLength: 4 })
    .map((all) => all.map((left, at) => ({ packageId: `p${at}`, left }))),
})
const step = (bands: MeteredPrice['bands'], quantity: string, accumulated = '0') =>
  reckonUse(use({ mode: 'step', bands }, [quantity], { accumulated })).amount

describe('whatever is used', () => {
  it('the parts sum: of the use, of the packages and of the amount', () => {
    fc.assert(
      fc.property(uses, (used) => {
        const { quantity, packages, charged, bands, amount } = reckonUse(used)
        const taken = sumOf(packages.map((each) => each.taken))
        expect(compare(plus(taken, charged), quantity)).toBe(0)
        expect(compare(sumOf(bands.map((each) => each.quantity)), charged)).toBe(0)
        expect(compare(sumOf(bands.map((each) => each.amount)), amount)).toBe(0)
      }),
    )
  })

  it('a package is begun only when those before it are empty, and nothing is charged while one is not', () => {
    fc.assert(
      fc.property(uses, (used) => {
        const { packages, charged } = reckonUse(used)
        for (const [at, { before, taken }] of packages.entries()) {
          const rest = [...packages.slice(at + 1).map((each) => each.taken), charged]
          if (compare(taken, before) < 0) expect(rest.every(({ units }) => units === 0n)).toBe(true)
        }
      }),
    )
  })

  it('step and fixed prices do not care how use is cut into records, nor in which order these come', () => {
    fc.assert(
      fc.property(uses, ({ price, ...used }) => {
        fc.pre(price.mode !== 'tier')
        const whole = decimalText(sumOf(used.records.map(({ quantity }) => decimal(quantity))))
        const one = reckonUse({ ...used, price, records: [record(whole)] }).amount
        expect(compare(reckonUse({ ...used, price }).amount, one)).toBe(0)
        expect(compare(reckonUse({ ...used, price, records: used.records.toReversed() }).amount, one)).toBe(0)
      }),
    )
  })

  it('a step price rises with the use, does not leap at the end of a band, and goes on where a bill left it', () => {
    fc.assert(
      fc.property(bandPrices, quantities, quantities, (bands, one, more) => {
        const both = decimalText(plus(decimal(one), decimal(more)))
        expect(compare(step(bands, both), step(bands, one))).toBeGreaterThanOrEqual(0)
        expect(compare(plus(step(bands, one), step(bands, more, one)), step(bands, both))).toBe(0)
        const dearest = bands
          .map(({ unitPrice }) => decimal(unitPrice))
          .reduce((most, each) => (compare(each, most) > 0 ? each : most))
        for (const { upTo } of bands) {
          if (upTo === null) continue
          const beyond = decimalText(plus(decimal(upTo), decimal('0.0001')))
          const leap = minus(step(bands, beyond), step(bands, upTo))
          expect(compare(leap, { units: dearest.units, scale: dearest.scale + 4 })).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it('a tier price of one record is its quantity times one of the prices', () => {
    fc.assert(
      fc.property(bandPrices, quantities, (bands, quantity) => {
        const { bands: parts } = reckonUse(use({ mode: 'tier', bands }, [quantity]))
        expect(parts.length).toBe(Number(quantity) > 0 ? 1 : 0)
        const band = bands.findIndex(({ upTo }) => upTo === null || Number(quantity) <= Number(upTo))
        expect(parts.every((part) => part.band === band)).toBe(true)
      }),
    )
  })

  it('what was billed is what is said above the recomputed amount; what packages left out gives is named as that', () => {
    fc.assert(
      fc.property(uses, fc.integer({ min: 0, max: 100_000 }), (used, billed) => {
        const { amount, difference, causes } = check(used, billed)
        expect(amount + difference).toBe(billed)
        if (difference === 0) expect(causes).toEqual([])
        const without = check({ ...used, packages: [] }, 0).amount
        if (without !== amount) expect(check(used, without).causes).toContain('packages-not-used')
      }),
    )
  })
})
