import { addDays, addMonths, firstOfMonth, type PlainMonth } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import type { ProviderShare } from '#shared/policy/fee-section.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import {
  among,
  bySpan,
  EVER,
  feeSpans,
  type MonthRecount,
  NEVER,
  quoted,
  roundedBoth,
} from './recount-sql.ts'

const MOMENT_COLUMNS = {
  payment: 'paid_at',
  completion: 'completed_at',
  activation: 'activated_at',
  start: 'starts_at',
}

/** A month whose cash is shared: what puts an order into effect goes by the day it was paid, its share by the day it is. */
export function recountByShare(packs: readonly PolicyPack[], month: PlainMonth): MonthRecount {
  const [start, end] = [firstOfMonth(month), addMonths(firstOfMonth(month), 1)]
  const spans = feeSpans(packs).map(({ begins, found }) => {
    const rules = found?.fees.rules
    return { begins, rules: rules?.model === 'provider-share' ? rules : null }
  })
  const laters = [...new Set(spans.flatMap(({ rules }) => rules?.supervised.billedMonthsAfter ?? []))]
  const sql = `, timed AS (
      SELECT id, kind, mode, cash, agreed, supervised, paid_at, repaid_at,
        CASE WHEN ${bySpan('paid_at', spans, ({ rules }) => isTraded(rules))} = 1 THEN
          CASE WHEN kind = 'renewal' THEN starts_at WHEN supervised = 1 THEN completed_at
            ELSE ${bySpan('paid_at', spans, ({ rules }) => effectiveAt(rules))} END END AS effective_at
      FROM o
    ), billed AS (
      SELECT id, kind, cash, paid_at, CASE WHEN effective_at > repaid_at THEN effective_at ELSE repaid_at END AS billable,
        CASE WHEN supervised = 1 AND kind <> 'renewal'
          THEN ${bySpan('effective_at', spans, ({ rules }) => String(rules?.supervised.billedMonthsAfter ?? 0))}
          ELSE 0 END AS later,
        ${bySpan('effective_at', spans, ({ rules }) => pointsOf(rules))} AS points
      FROM timed WHERE effective_at IS NOT NULL AND repaid_at IS NOT NULL
    ), placed AS (
      SELECT id, kind, cash, paid_at, points, billable,
        CASE later ${laters.map((later) => `WHEN ${later} THEN @start_${later}`).join(' ')} ELSE @start END AS begins,
        CASE later ${laters.map((later) => `WHEN ${later} THEN @end_${later}`).join(' ')} ELSE @end END AS ends
      FROM billed WHERE points IS NOT NULL
    )
    SELECT id, NULL AS category, cash - (${roundedBoth('cash', 'points', '10000')}) AS fee FROM placed
    WHERE billable < ends AND (billable >= begins AND (kind <> 'refund' OR paid_at < @end)
      OR kind = 'refund' AND paid_at >= @start AND paid_at < @end)`
  const earlier = (later: number) => [
    [`start_${later}`, startOfShanghaiDay(addMonths(start, -later))],
    [`end_${later}`, startOfShanghaiDay(addMonths(end, -later))],
  ]
  const bindings = {
    start: startOfShanghaiDay(start),
    end: startOfShanghaiDay(end),
    ...Object.fromEntries(laters.flatMap(earlier)),
  }
  const since = startOfShanghaiDay(addMonths(start, -Math.max(0, ...laters)))
  return () => ({ since, query: { sql, bindings } })
}

/** 1 where an order's type is one that the market trades. */
function isTraded(rules: ProviderShare | null): string {
  const traded = rules?.effective.types.filter(({ moment }) => moment !== null) ?? []
  return `CASE WHEN category IN (${among(traded.map(({ type }) => type))}) THEN 1 ELSE 0 END`
}

function effectiveAt(rules: ProviderShare | null): string {
  const cases = (rules?.effective.types ?? []).flatMap(({ type, moment }) =>
    moment === null ? [] : [`WHEN ${quoted(type)} THEN ${MOMENT_COLUMNS[moment]}`],
  )
  return cases.length === 0 ? 'NULL' : `CASE category ${cases.join(' ')} END`
}

/** What the provider has of an order, in hundredths of a per cent; NULL where it cannot be told. */
function pointsOf(rules: ProviderShare | null): string {
  const cases = (rules?.shares ?? []).map(({ mode, from, to, share }) => {
    const points =
      share.by === 'agreement' ? 'agreed' : share.by === 'rate' ? String(share.basisPoints) : 'NULL'
    const since = from === null ? EVER : startOfShanghaiDay(from)
    const before = to === null ? NEVER : startOfShanghaiDay(addDays(to, 1))
    const inForce = `effective_at >= ${quoted(since)} AND effective_at < ${quoted(before)}`
    return `WHEN mode = ${quoted(mode)} AND ${inForce} THEN ${points}`
  })
  return cases.length === 0 ? 'NULL' : `CASE ${cases.join(' ')} END`
}
