import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPolicies } from '#platform/load-policies.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { invoiceDue } from '#shared/rules/invoices/commission-invoice.ts'

const { packs } = await loadPolicies()
const on = (marketplace: string) => packInForce(packs, marketplace, '2026-10-31')

describe('the invoice of a marketplace for its commission', () => {
  it('is Kingsoft’s alone: of the others no source says so', () => {
    const issuing = [...new Set(packs.map(({ marketplace }) => marketplace))].filter(
      (marketplace) => invoiceDue(on(marketplace), 100, 600) !== null,
    )
    expect(issuing).toEqual(['ksyun'])
  })

  it('has its net amount rounded to the fen, half away from zero, and the rest is tax', () => {
    expect(invoiceDue(on('ksyun'), 10_00, 600)).toMatchObject({ gross: 10_00, net: 9_43, tax: 57 })
    expect(invoiceDue(on('ksyun'), 1, 600)).toMatchObject({ gross: 1, net: 1, tax: 0 })
    expect(invoiceDue(on('ksyun'), 0, 600)).toBeNull()
    expect(invoiceDue(null, 10_00, 600)).toBeNull()
  })

  it('sums, and that of what goes back is the same with the other sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 11 }), fc.integer({ min: 0, max: 1700 }), (fee, rate) => {
        const due = invoiceDue(on('ksyun'), fee, rate)
        const back = invoiceDue(on('ksyun'), -fee, rate)
        expect((due?.net ?? 0) + (due?.tax ?? 0)).toBe(fee)
        expect([back?.net, back?.tax]).toEqual([-(due?.net ?? 0), 0 - (due?.tax ?? 0)])
      }),
    )
  })
})
