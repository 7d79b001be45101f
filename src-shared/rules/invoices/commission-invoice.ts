import type { Fen } from '../../money/fen.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { money, rate } from '../../values/value.ts'
import { splitTax, type TaxSplit } from '../fees/tax-split.ts'
import { type Step, stepBy } from '../step.ts'

/** What is to be invoiced for a month's commission. Fen; negative where more went back than was earned. */
export interface InvoiceDue extends TaxSplit {
  readonly taxBasisPoints: number
  readonly steps: readonly Step[]
}

/**
 * The invoice of a marketplace to its provider for the commission of a month, tax in it; null where the pack has the
 * marketplace issue none, or nothing was earned. The net amount is rounded (四舍五入到分), the tax is the rest.
 */
export function invoiceDue(pack: PolicyPack | null, fee: Fen, taxBasisPoints: number): InvoiceDue | null {
  const rule = pack?.commissionInvoice ?? null
  if (pack === null || rule === null || fee === 0) return null
  const split = splitTax({ gross: fee, basisPoints: taxBasisPoints })
  const step = stepBy(
    pack,
    'commission-invoice.of-month',
    rule,
    { fee: money(fee), taxRate: rate(taxBasisPoints) },
    { taxExcluded: money(split.net), tax: money(split.tax) },
    'half-away-from-zero',
  )
  return { ...split, taxBasisPoints, steps: [step] }
}
