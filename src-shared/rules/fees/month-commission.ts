import { assert } from '../../base/assert.ts'
import type { PlainMonth } from '../../calendar/plain-date.ts'
import type { Fen } from '../../money/fen.ts'
import { multiplyHalfAwayFromZero } from '../../money/rounding.ts'
import type { MonthlyTiers, TierRow } from '../../policy/fee-section.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { count, money, rate, text } from '../../values/value.ts'
import { type Step, stepBy } from '../step.ts'
import { feesInMonth } from './fees-on.ts'
import { fenOf } from './order-component.ts'

/** An order of a category and month, as far as its commission depends on it. */
export interface CommissionedOrder {
  /** Cash really received, fen; negative for a refund. */
  readonly amount: Fen
  /** The customer came by the provider's own distribution. */
  readonly distributed: boolean
}

/** A month that stands just below a tier: one rate on the whole makes more turnover cost less. */
export interface TierAhead {
  /** Fen more of turnover that reach it. */
  readonly missing: Fen
  /** What the commission would be less than it is, at today's base. */
  readonly saves: Fen
}

export interface Commission {
  readonly outcome: 'ok'
  /** What chooses the tier, and what bears the rate: fen. */
  readonly total: Fen
  readonly base: Fen
  /** From 1. */
  readonly tier: number
  readonly basisPoints: number
  /** Charged with the orders, each rounded for itself. */
  readonly charged: Fen
  readonly due: Fen
  /** 佣金返还: what was charged beyond what is due. */
  readonly rebate: Fen
  /** Null in the highest tier. */
  readonly ahead: TierAhead | null
  readonly steps: readonly Step[]
}

export type CommissionOutcome =
  | Commission
  /** No total above zero: no tier; a negative one is carried. */
  | { readonly outcome: 'nothing-to-settle'; readonly total: Fen; readonly steps: readonly Step[] }
  | { readonly outcome: 'outside-policy-period' | 'no-rate-for-category'; readonly steps: readonly Step[] }

/**
 * The commission of one provider, category and month (全额累进): one rate on the whole base. The total with distributed
 * customers chooses the tier, the base is without them. Each order is charged by the tier the pack names first, rounded
 * to the fen; the category's due is rounded once, and the difference lies in the rebate.
 *
 * @param row which row of the rate table; null where the category has none.
 */
export function monthCommission(
  packs: readonly PolicyPack[],
  month: PlainMonth,
  rowOf: (rows: readonly TierRow[]) => TierRow | null,
  orders: readonly CommissionedOrder[],
): CommissionOutcome {
  const found = feesInMonth(packs, month)
  if (found === null || found.fees.rules.model !== 'monthly-tiers') {
    return { outcome: 'outside-policy-period', steps: [] }
  }
  const { pack } = found
  const { rules } = found.fees
  const row = rowOf(rules.rows)
  if (row === null) return { outcome: 'no-rate-for-category', steps: [] }
  const total = sum(orders.filter(({ distributed }) => !distributed || rules.distributed.chooseTier))
  const charged = orders.filter(({ distributed }) => !distributed || rules.distributed.bearCommission)
  const base = sum(charged)
  const totals = stepBy(
    pack,
    'fees.distributed',
    rules.distributed,
    { orders: count(orders.length) },
    { total: money(total), base: money(base) },
  )
  if (total <= 0) return { outcome: 'nothing-to-settle', total, steps: [totals] }
  const tier = tierOf(rules, total)
  const basisPoints = rateOf(row, tier)
  const first = rateOf(row, rules.charged.tier)
  const taken = charged.reduce((all, { amount }) => all + part(amount, first), 0)
  const due = part(base, basisPoints)
  const rebate = taken - due
  return {
    outcome: 'ok',
    total,
    base,
    tier,
    basisPoints,
    charged: taken,
    due,
    rebate,
    ahead: tierAhead(rules, row, { total, base, tier, due }),
    steps: [
      totals,
      stepBy(
        pack,
        'fees.charged',
        rules.charged,
        { tier: count(rules.charged.tier), rate: rate(first), orders: count(charged.length) },
        { charged: money(taken) },
        'half-away-from-zero',
      ),
      stepBy(pack, 'fees.tiers', rules.tiersFrom, { total: money(total) }, { tier: count(tier) }),
      stepBy(
        pack,
        'fees.rate',
        row,
        { category: text(row.name), tier: count(tier), base: money(base), rate: rate(basisPoints) },
        { fee: money(due) },
        'half-away-from-zero',
      ),
      stepBy(
        pack,
        'fees.rebate',
        rules.rebate,
        { charged: money(taken), due: money(due) },
        { rebate: money(rebate) },
      ),
    ],
  }
}

/** What an order is charged with before the month's total is known, and how that came about. */
export interface ChargedAtOnce {
  readonly base: Fen
  readonly fee: Fen
  readonly steps: readonly Step[]
}

/**
 * What each order of a month and category is charged with at once: by the tier that the pack names first, rounded to the
 * fen. Null where the month or category has no rate; an order that bears no commission has no step.
 */
export function chargedAtOnce(
  packs: readonly PolicyPack[],
  month: PlainMonth,
  rowOf: (rows: readonly TierRow[]) => TierRow | null,
): ((order: CommissionedOrder) => ChargedAtOnce) | null {
  const found = feesInMonth(packs, month)
  if (found === null || found.fees.rules.model !== 'monthly-tiers') return null
  const { pack } = found
  const { charged, distributed } = found.fees.rules
  const row = rowOf(found.fees.rules.rows)
  if (row === null) return null
  const basisPoints = rateOf(row, charged.tier)
  return (order) => {
    if (order.distributed && !distributed.bearCommission) return { base: 0, fee: 0, steps: [] }
    const fee = part(order.amount, basisPoints)
    const step = stepBy(
      pack,
      'fees.charged',
      charged,
      {
        category: text(row.name),
        tier: count(charged.tier),
        base: money(order.amount),
        rate: rate(basisPoints),
      },
      { fee: money(fee) },
      'half-away-from-zero',
    )
    return { base: order.amount, fee, steps: [step] }
  }
}

/** From 1; a total above zero is in the first at least. */
function tierOf({ tiersFrom }: MonthlyTiers, total: Fen): number {
  return Math.max(1, tiersFrom.yuan.filter((from) => total >= fenOf(from)).length)
}

function tierAhead(
  { tiersFrom }: MonthlyTiers,
  row: TierRow,
  { total, base, tier, due }: Pick<Commission, 'total' | 'base' | 'tier' | 'due'>,
): TierAhead | null {
  const from = tiersFrom.yuan[tier]
  if (from === undefined) return null
  const missing = fenOf(from) - total
  return { missing, saves: due - part(base + missing, rateOf(row, tier + 1)) }
}

function rateOf(row: TierRow, tier: number): number {
  const basisPoints = row.basisPoints[tier - 1]
  assert(basisPoints !== undefined, 'a row has a rate for every tier')
  return basisPoints
}

function part(amount: Fen, basisPoints: number): Fen {
  return multiplyHalfAwayFromZero(amount, basisPoints, 10_000)
}

function sum(orders: readonly CommissionedOrder[]): Fen {
  return orders.reduce((all, { amount }) => all + amount, 0)
}
