import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitTax, splitTaxes } from '#shared/rules/fees/tax-split.ts'

const lines = fc.array(
  fc.record({
    gross: fc.integer({ min: -1e12, max: 1e12 }),
    basisPoints: fc.constantFrom(0, 100, 150, 300, 600, 900, 1300),
  }),
  { maxLength: 20 },
)

it('net and tax sum to the gross amount, of a line, of a rate and in all', () => {
  fc.assert(
    fc.property(lines, (given) => {
      const { lines: split, byRate, total } = splitTaxes(given)
      for (const { gross, net, tax } of [...split, ...byRate, total]) expect(net + tax).toBe(gross)
      expect(byRate.reduce((sum, { tax }) => sum + tax, 0)).toBe(total.tax)
      expect(total.gross).toBe(given.reduce((sum, { gross }) => sum + gross, 0))
    }),
  )
})

it('money back is split as the money was', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e9 }),
      fc.constantFrom(0, 100, 600, 1300),
      (gross, basisPoints) => {
        const { net, tax } = splitTax({ gross, basisPoints })
        expect(splitTax({ gross: -gross, basisPoints })).toEqual({
          gross: -gross,
          net: -net || 0,
          tax: -tax || 0,
        })
      },
    ),
  )
})
