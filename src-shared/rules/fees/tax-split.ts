import { assert } from '../../base/assert.ts'
import type { Fen } from '../../money/fen.ts'
import { multiplyHalfAwayFromZero } from '../../money/rounding.ts'

/** An amount with tax in it. */
export interface TaxedLine {
  /** Fen, tax included; negative for money back. */
  readonly gross: Fen
  /** A hundredth of a per cent: 600 is 6 %. */
  readonly basisPoints: number
}

/** An amount and the tax in it: `net + tax = gross`, always. Fen. */
export interface TaxSplit {
  readonly gross: Fen
  readonly net: Fen
  readonly tax: Fen
}

export interface TaxGroup extends TaxSplit {
  readonly basisPoints: number
}

const NOTHING: TaxSplit = { gross: 0, net: 0, tax: 0 }

/** 价税分离 of one line: the net amount is `gross / (1 + rate)`, rounded to the fen (四舍五入); the tax is the rest. */
export function splitTax({ gross, basisPoints }: TaxedLine): TaxSplit {
  assert(basisPoints >= 0, 'a rate of tax is not negative')
  const net = multiplyHalfAwayFromZero(gross, 10_000, 10_000 + basisPoints)
  return { gross, net, tax: gross - net }
}

export function addTax(one: TaxSplit, other: TaxSplit): TaxSplit {
  return { gross: one.gross + other.gross, net: one.net + other.net, tax: one.tax + other.tax }
}

/** Lines split one by one and added up, by rate (lowest first) and in all. */
export function splitTaxes(lines: readonly TaxedLine[]): {
  readonly lines: readonly TaxSplit[]
  readonly byRate: readonly TaxGroup[]
  readonly total: TaxSplit
} {
  const split = lines.map(splitTax)
  const groups = new Map<number, TaxSplit>()
  for (const [at, { basisPoints }] of lines.entries()) {
    groups.set(basisPoints, addTax(groups.get(basisPoints) ?? NOTHING, split[at] ?? NOTHING))
  }
  const byRate = [...groups].map(([basisPoints, sum]) => ({ basisPoints, ...sum }))
  byRate.sort((one, other) => one.basisPoints - other.basisPoints)
  return { lines: split, byRate, total: split.reduce(addTax, NOTHING) }
}
