import type { Fen } from '../../money/fen.ts'
import { splitTax } from '../fees/tax-split.ts'
import type { SettledLine } from './statement-line.ts'

/** What of the net bears one rate of tax; what has none is a group of its own. `net + tax = gross`. Fen. */
export interface NetTaxGroup {
  readonly basisPoints: number | null
  readonly gross: Fen
  readonly net: Fen
  readonly tax: Fen
}

/** The header of a statement: each figure is a sum over its lines. Fen. */
export interface StatementTotals {
  /** How many orders and refunds there are. */
  readonly orders: number
  readonly refunds: number
  /** What buyers paid, and what went back to them: both positive. */
  readonly gross: Fen
  readonly refunded: Fen
  readonly base: Fen
  readonly fee: Fen
  /** 佣金返还 due for the month, and what of it is set off here. */
  readonly rebate: Fen
  readonly setOff: Fen
  readonly adjustments: Fen
  readonly carried: Fen
  /** `gross - refunded - fee + setOff + adjustments + carried`. */
  readonly net: Fen
  /** By rate, the lowest first, what has none last; their gross sums to the net. */
  readonly taxGroups: readonly NetTaxGroup[]
}

type Sums = { -readonly [K in Exclude<keyof StatementTotals, 'taxGroups' | 'net'>]: number }
type Movement = Omit<SettledLine, 'steps' | 'reason' | 'carried' | 'category' | 'orderNumber'>

/** Adds lines up, one at a time: a statement may have more of them than are held at once. */
export class TotalsOfLines {
  readonly #sums: Sums = {
    orders: 0,
    refunds: 0,
    gross: 0,
    refunded: 0,
    base: 0,
    fee: 0,
    rebate: 0,
    setOff: 0,
    adjustments: 0,
    carried: 0,
  }
  readonly #byRate = new Map<number | null, Fen>()

  add(line: Movement): void {
    const sums = this.#sums
    const { amount, gross, base, fee, rebate, taxBasisPoints } = line
    if (amount !== 0) this.#byRate.set(taxBasisPoints, (this.#byRate.get(taxBasisPoints) ?? 0) + amount)
    sums.base += base
    sums.fee += fee
    sums.rebate += rebate
    if (line.adjustmentId !== null) {
      sums.adjustments += amount
      return
    }
    switch (line.kind) {
      case 'fee':
        sums.orders += 1
        sums.gross += gross
        return
      case 'refund':
        sums.refunds += 1
        sums.refunded -= gross
        return
      case 'rebate':
        sums.setOff += amount
        return
      case 'carry-forward':
        sums.carried += amount
        return
      case 'correction':
      case 'penalty':
      case 'deposit-set-off':
      case 'manual':
        sums.adjustments += amount
        return
    }
  }

  /** The sum of the amounts so far. */
  get net(): Fen {
    const { gross, refunded, fee, setOff, adjustments, carried } = this.#sums
    return gross - refunded - fee + setOff + adjustments + carried
  }

  totals(): StatementTotals {
    const rates = [...this.#byRate.keys()].sort((one, other) => (one ?? Infinity) - (other ?? Infinity))
    return {
      ...this.#sums,
      net: this.net,
      taxGroups: rates.map((basisPoints) => taxOf(basisPoints, this.#byRate.get(basisPoints) ?? 0)),
    }
  }
}

/** The header of these lines. */
export function totalsOf(lines: Iterable<Movement>): StatementTotals {
  const sums = new TotalsOfLines()
  for (const line of lines) sums.add(line)
  return sums.totals()
}

function taxOf(basisPoints: number | null, gross: Fen): NetTaxGroup {
  if (basisPoints === null) return { basisPoints, gross, net: gross, tax: 0 }
  return { basisPoints, ...splitTax({ gross, basisPoints }) }
}
