import { addMonths, firstOfMonth, type PlainMonth } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import type { MonthlyTiers } from '#shared/policy/fee-section.ts'
import { fenOf } from '#shared/rules/fees/order-component.ts'
import { among, type MonthRecount, quoted, roundedBoth } from './recount-sql.ts'

/** A month whose commission goes by its total, with one rate table. */
export function recountByTiers(rules: MonthlyTiers, month: PlainMonth): MonthRecount {
  const [start, end] = [firstOfMonth(month), addMonths(firstOfMonth(month), 1)]
  const { rows, tiersFrom, charged, distributed } = rules
  const ofCategory = rows.flatMap(({ categories, basisPoints }) =>
    categories.map((category) => ({ category, basisPoints })),
  )
  const cased = (tier: number) =>
    `CASE category ${ofCategory
      .map(({ category, basisPoints }) => `WHEN ${quoted(category)} THEN ${basisPoints[tier] ?? 0}`)
      .join(' ')} END`
  // The first tier begins above zero, whatever it is called; each later one at its amount.
  const tiers = tiersFrom.yuan
    .map((from, tier) => ({ from: tier === 0 ? 1 : fenOf(from), tier }))
    .reverse()
    .map(({ from, tier }) => `WHEN total >= ${from} THEN ${cased(tier)}`)
  const bears = distributed.bearCommission ? '1 = 1' : 'distributed = 0'
  const counts = distributed.chooseTier ? '1 = 1' : 'distributed = 0'
  const sql = `, own AS (
      SELECT id, category, cash, distributed FROM o
      WHERE paid_at >= @start AND paid_at < @end AND category IN (${among(ofCategory.map(({ category }) => category))})
    ), sums AS (
      SELECT category, sum(CASE WHEN ${counts} THEN cash ELSE 0 END) AS total,
        sum(CASE WHEN ${bears} THEN cash ELSE 0 END) AS base FROM own GROUP BY category
    ), rated AS (
      SELECT category, total, base, CASE ${tiers.join(' ')} END AS points, ${cased(charged.tier - 1)} AS first FROM sums
    ), fees AS (
      SELECT w.id, w.category,
        CASE WHEN r.total <= 0 OR NOT (${bears}) THEN 0
          ELSE ${roundedBoth('w.cash', 'r.first', '10000')} END AS fee
      FROM own w JOIN rated r ON r.category = w.category
    )
    SELECT id, NULL AS category, fee FROM fees
    UNION ALL
    SELECT NULL, r.category, sum(f.fee) - (${roundedBoth('r.base', 'r.points', '10000')})
    FROM rated r JOIN fees f ON f.category = r.category WHERE r.total > 0 GROUP BY r.category, r.base, r.points`
  const [from, before] = [startOfShanghaiDay(start), startOfShanghaiDay(end)]
  return () => ({ since: from, query: { sql, bindings: { start: from, end: before } } })
}
