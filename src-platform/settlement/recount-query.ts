import {
  addDays,
  addMonths,
  addYears,
  firstOfMonth,
  type PlainDate,
  type PlainMonth,
} from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { MonthlyTiers, PerOrderFees, ProviderShare } from '#shared/policy/fee-section.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { fenOf } from '#shared/rules/fees/order-component.ts'
import type { RecountQuery } from '../store/store.ts'

/** From when on a provider's orders are read, and what is asked of them. */
export type MonthRecount = (provider: Pick<Provider, 'joinedOn'>) => {
  readonly since: string
  readonly query: RecountQuery
}

/** Before every instant, and after. */
const [EVER, NEVER] = ['', '9']

/** Nonnegative `amount * part / whole` to the fen, a half up: whole numbers throughout. */
const rounded = (amount: string, part: string, whole: string) =>
  `(2 * (${amount}) * (${part}) + (${whole})) / (2 * (${whole}))`

/** As `rounded`, of any sign, a half away from zero. */
const roundedBoth = (amount: string, part: string, whole: string) =>
  `CASE WHEN ${amount} < 0 THEN -(${rounded(`-(${amount})`, part, whole)}) ELSE ${rounded(amount, part, whole)} END`

/**
 * How a month is reckoned once more in SQL, in the dialect that SQLite and PostgreSQL both take; null where the rules of
 * the month cannot be put so: none, several packs in one month, or fees with fixed parts or limits.
 */
export function monthRecount(packs: readonly PolicyPack[], month: PlainMonth): MonthRecount | null {
  const [start, end] = [firstOfMonth(month), addMonths(firstOfMonth(month), 1)]
  const sections = packs.flatMap(({ fees }) => (fees === null ? [] : [fees]))
  const [fees, another] = sections
  if (fees === undefined || another !== undefined) return null
  const { rules } = fees
  switch (rules.model) {
    case 'per-order':
      return byOrder(rules, fees.from, start, end)
    case 'monthly-tiers':
      return start > (fees.to ?? NEVER) || end <= fees.from ? null : byTiers(rules, start, end)
    case 'provider-share':
      return start < fees.from ? null : byShare(rules, start, end)
  }
}

function byOrder(
  rules: PerOrderFees,
  from: PlainDate,
  start: PlainDate,
  end: PlainDate,
): MonthRecount | null {
  const shares = rules.components.map((each) =>
    each.kind === 'percentage' && each.minimum === null && each.maximum === null ? each.basisPoints : null,
  )
  const [share, another] = shares
  if (share === null || share === undefined || another !== undefined) return null
  const turnover = rules.exemptions.find((each) => each.kind === 'free-turnover')
  const period = rules.exemptions.find((each) => each.kind === 'free-period')
  const agreed = among(rules.agreedShare?.channels ?? [])
  const freeChannels = among(turnover?.kind === 'free-turnover' ? turnover.channels.of : [])
  const sql = `, priced AS (
      SELECT id, cash, paid_at,
        CASE WHEN paid_at < @fee_from OR (paid_at >= @period_from AND paid_at < @period_to) THEN 0
          WHEN agreed IS NOT NULL AND channel IN (${agreed}) THEN agreed ELSE @share END AS points,
        CASE WHEN channel IN (${freeChannels}) AND paid_at >= @free_from AND paid_at < @free_to THEN 1 ELSE 0 END
          AS is_free
      FROM o WHERE kind <> 'refund'
    ), moved AS (
      SELECT id, paid_at, cash, cash AS counts FROM priced WHERE is_free = 1
      UNION ALL
      SELECT r.id, r.paid_at, r.cash, r.cash AS counts FROM o r JOIN priced p ON p.id = r.refund_of
      WHERE r.kind = 'refund' AND p.is_free = 1
    ), turnover AS (
      SELECT id, sum(counts) OVER (ORDER BY paid_at, id) - counts AS before FROM moved
    ), charged AS (
      SELECT p.id, p.cash, p.paid_at, p.points,
        CASE WHEN p.is_free = 0 OR t.before >= @allowance THEN 0
          WHEN p.cash <= @allowance - t.before THEN p.cash ELSE @allowance - t.before END AS exempt
      FROM priced p LEFT JOIN turnover t ON t.id = p.id
    ), fees AS (
      SELECT id, cash, paid_at, ${rounded('cash - exempt', 'points', '10000')} AS fee FROM charged
    ), backs AS (
      SELECT r.id, r.paid_at, f.fee, f.cash,
        sum(-r.cash) OVER (PARTITION BY r.refund_of ORDER BY r.paid_at, r.id) AS after, -r.cash AS back
      FROM o r JOIN fees f ON f.id = r.refund_of WHERE r.kind = 'refund'
    )
    SELECT id, NULL AS category, fee FROM fees WHERE paid_at >= @start AND paid_at < @end
    UNION ALL
    SELECT id, NULL, ${rounded('fee', 'after - back', 'cash')} - ${rounded('fee', 'after', 'cash')}
    FROM backs WHERE paid_at >= @start AND paid_at < @end AND cash > 0 AND after <= cash`
  return ({ joinedOn }) => {
    const isFree = turnover?.kind === 'free-turnover' && joinedOn !== null && joinedOn <= turnover.joinedUntil
    const inPeriod =
      period?.kind === 'free-period' &&
      joinedOn !== null &&
      joinedOn >= period.approvedFrom &&
      (period.approvedTo === null || joinedOn <= period.approvedTo)
    const span = (has: boolean, years: number) =>
      has && joinedOn !== null
        ? [startOfShanghaiDay(joinedOn), startOfShanghaiDay(addYears(joinedOn, years))]
        : [NEVER, NEVER]
    const [freeFrom = NEVER, freeTo = NEVER] = span(isFree, turnover?.years ?? 0)
    const [periodFrom = NEVER, periodTo = NEVER] = span(inPeriod, period?.years ?? 0)
    return {
      // A refund takes back from an order of any time before.
      since: EVER,
      query: {
        sql,
        bindings: {
          share,
          start: startOfShanghaiDay(start),
          end: startOfShanghaiDay(end),
          fee_from: startOfShanghaiDay(from),
          period_from: periodFrom,
          period_to: periodTo,
          free_from: freeFrom,
          free_to: freeTo,
          allowance: turnover?.kind === 'free-turnover' ? fenOf(turnover.yuan) : 0,
        },
      },
    }
  }
}

function byTiers(rules: MonthlyTiers, start: PlainDate, end: PlainDate): MonthRecount {
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

function byShare(rules: ProviderShare, start: PlainDate, end: PlainDate): MonthRecount {
  const { effective, supervised, shares } = rules
  const column = {
    payment: 'paid_at',
    completion: 'completed_at',
    activation: 'activated_at',
    start: 'starts_at',
  }
  const traded = effective.types.flatMap(({ type, moment }) => (moment === null ? [] : [{ type, moment }]))
  const byType = traded.map(({ type, moment }) => `WHEN ${quoted(type)} THEN ${column[moment]}`).join(' ')
  const byMode = shares.map(({ mode, from, to, share }) => {
    const points =
      share.by === 'agreement' ? 'agreed' : share.by === 'rate' ? String(share.basisPoints) : 'NULL'
    const since = from === null ? EVER : startOfShanghaiDay(from)
    const before = to === null ? NEVER : startOfShanghaiDay(addDays(to, 1))
    const inForce = `effective_at >= ${quoted(since)} AND effective_at < ${quoted(before)}`
    return `WHEN mode = ${quoted(mode)} AND ${inForce} THEN ${points}`
  })
  const later = supervised.billedMonthsAfter
  const sql = `, timed AS (
      SELECT id, kind, mode, cash, agreed, supervised, paid_at, repaid_at,
        CASE WHEN kind = 'renewal' THEN starts_at WHEN supervised = 1 THEN completed_at
          ELSE CASE category ${byType} END END AS effective_at
      FROM o WHERE category IN (${among(traded.map(({ type }) => type))})
    ), billed AS (
      SELECT id, kind, cash, paid_at, CASE WHEN effective_at > repaid_at THEN effective_at ELSE repaid_at END AS billable,
        CASE WHEN supervised = 1 AND kind <> 'renewal' THEN 1 ELSE 0 END AS is_later,
        CASE ${byMode.join(' ')} END AS points
      FROM timed WHERE effective_at IS NOT NULL AND repaid_at IS NOT NULL
    ), placed AS (
      SELECT id, kind, cash, paid_at, points,
        CASE WHEN is_later = 1 THEN @later_start ELSE @start END AS begins,
        CASE WHEN is_later = 1 THEN @later_end ELSE @end END AS ends, billable
      FROM billed WHERE points IS NOT NULL
    )
    SELECT id, NULL AS category, cash - (${roundedBoth('cash', 'points', '10000')}) AS fee FROM placed
    WHERE billable < ends AND (billable >= begins AND (kind <> 'refund' OR paid_at < @end)
      OR kind = 'refund' AND paid_at >= @start AND paid_at < @end)`
  const bindings = {
    start: startOfShanghaiDay(start),
    end: startOfShanghaiDay(end),
    later_start: startOfShanghaiDay(addMonths(start, -later)),
    later_end: startOfShanghaiDay(addMonths(end, -later)),
  }
  return () => ({ since: bindings.later_start, query: { sql, bindings } })
}

/** A text of a pack as SQL. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** What stands in an IN list; nothing is equal to the empty one. */
function among(texts: readonly string[]): string {
  return texts.length === 0 ? 'NULL' : texts.map(quoted).join(', ')
}
