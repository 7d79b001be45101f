import {
  addMonths,
  addYears,
  firstOfMonth,
  type PlainDate,
  type PlainMonth,
} from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import type { FeeComponent, FeeExemption, PerOrderFees } from '#shared/policy/fee-section.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { fenOf } from '#shared/rules/fees/order-component.ts'
import { among, bySpan, EVER, feeSpans, type MonthRecount, NEVER, quoted, rounded } from './recount-sql.ts'

interface OrderSpan {
  readonly begins: string
  readonly rules: PerOrderFees | null
  readonly feeFrom: string
}

/** Digits of an amount in the state of the walk. */
const DIGITS = 16
/** What the next order takes of the free turnover. */
const TAKEN = `CASE WHEN m.is_order = 0 OR w.used >= m.allowance THEN 0
  WHEN m.amount <= m.allowance - w.used THEN m.amount ELSE m.allowance - w.used END`
/** One letter for each order that a refund names: all of it was taken, none, or a part; what the parts are stands apart. */
const LETTER = `CASE ${TAKEN} WHEN m.amount THEN 'a' WHEN 0 THEN 'n' ELSE 'p' END`
const IN_DIGITS = `substr('${'0'.repeat(DIGITS)}' || CAST(${TAKEN} AS TEXT), length(CAST(${TAKEN} AS TEXT)) + 1)`
/** Which of the parts the order of a refund is, from 0. */
const PART = `length(replace(replace(substr(w.letters, 1, m.place), 'a', ''), 'n', '')) - 1`
const ITS_TAKEN = `CASE substr(w.letters, m.place, 1) WHEN 'a' THEN m.amount WHEN 'n' THEN 0
  ELSE CAST(substr(w.parts, (${PART}) * ${DIGITS} + 1, ${DIGITS}) AS BIGINT) END`
/** What the next refund gives back of that. */
const GIVEN_BACK = `CASE WHEN m.is_order = 1 THEN 0
  ELSE ${rounded(ITS_TAKEN, 'm.after', 'm.amount')} - ${rounded(ITS_TAKEN, 'm.was', 'm.amount')} END`

/**
 * A month whose fees go by single orders, each by the rules of its day. A free turnover is used up and given back one
 * order after the other: the recursion carries what is used up, and what each order that a refund names took of it.
 */
export function recountByOrder(packs: readonly PolicyPack[], month: PlainMonth): MonthRecount | null {
  const [start, end] = [firstOfMonth(month), addMonths(firstOfMonth(month), 1)]
  const spans = feeSpans(packs).map(({ begins, found }): OrderSpan => {
    const rules = found?.fees.rules
    const known = rules?.model === 'per-order' ? rules : null
    return { begins, rules: known, feeFrom: found === null ? EVER : startOfShanghaiDay(found.fees.from) }
  })
  const turnovers = new Set(
    spans.flatMap(({ rules }) =>
      (rules?.exemptions ?? []).flatMap(({ kind, id }) => (kind === 'free-turnover' ? [id] : [])),
    ),
  )
  if (turnovers.size > 1) return null
  const sql = `, priced AS MATERIALIZED (
      SELECT id, cash, paid_at, agreed, channel,
        ${bySpan('paid_at', spans, ({ feeFrom }) => `CASE WHEN paid_at < ${quoted(feeFrom)} THEN 1 ELSE 0 END`)}
          AS is_before,
        ${bySpan('paid_at', spans, exemptBy)} AS exempt_by,
        ${bySpan('paid_at', spans, ({ rules }) => allowanceOf(rules))} AS allowance
      FROM o WHERE kind <> 'refund' AND ${bySpan('paid_at', spans, isKnown)} = 1
    ), went AS MATERIALIZED (
      SELECT r.id, r.paid_at, r.refund_of, -r.cash AS back, p.cash,
        row_number() OVER (PARTITION BY r.refund_of ORDER BY r.paid_at, r.id) AS n
      FROM o r JOIN priced p ON p.id = r.refund_of AND (p.paid_at, p.id) < (r.paid_at, r.id)
      WHERE r.kind = 'refund' AND ${bySpan('r.paid_at', spans, isKnown)} = 1
    ), backs AS (
      SELECT id, refund_of, paid_at, cash, n, 0 AS was, CASE WHEN back <= cash THEN back ELSE 0 END AS after,
        CASE WHEN back <= cash THEN 1 ELSE 0 END AS is_taken
      FROM went WHERE n = 1
      UNION ALL
      SELECT w.id, w.refund_of, w.paid_at, w.cash, w.n, b.after,
        CASE WHEN b.after + w.back <= w.cash THEN b.after + w.back ELSE b.after END,
        CASE WHEN b.after + w.back <= w.cash THEN 1 ELSE 0 END
      FROM backs b JOIN went w ON w.refund_of = b.refund_of AND w.n = b.n + 1
    ), held AS MATERIALIZED (
      SELECT p.id, row_number() OVER (ORDER BY p.paid_at, p.id) AS place
      FROM priced p WHERE p.exempt_by = 1 AND EXISTS (SELECT 1 FROM went w WHERE w.refund_of = p.id)
    ), moved AS MATERIALIZED (
      SELECT *, row_number() OVER (ORDER BY paid_at, id) AS n FROM (
        SELECT p.id, p.paid_at, p.cash AS amount, p.allowance, h.place, 0 AS was, 0 AS after, 1 AS is_order
        FROM priced p LEFT JOIN held h ON h.id = p.id WHERE p.exempt_by = 1
        UNION ALL
        SELECT b.id, b.paid_at, b.cash, 0, h.place, b.was, b.after, 0
        FROM backs b JOIN held h ON h.id = b.refund_of WHERE b.is_taken = 1 AND b.cash > 0
      ) AS both_kinds
    ), walk AS (
      SELECT CAST(0 AS BIGINT) AS n, CAST('' AS TEXT) AS id, CAST(0 AS BIGINT) AS used, CAST(0 AS BIGINT) AS taken,
        CAST('' AS TEXT) AS letters, CAST('' AS TEXT) AS parts
      UNION ALL
      SELECT m.n, m.id, w.used + (${TAKEN}) - (${GIVEN_BACK}), ${TAKEN},
        CASE WHEN m.is_order = 1 AND m.place IS NOT NULL THEN w.letters || ${LETTER} ELSE w.letters END,
        CASE WHEN m.is_order = 1 AND m.place IS NOT NULL AND ${LETTER} = 'p' THEN w.parts || ${IN_DIGITS} ELSE w.parts END
      FROM walk w JOIN moved m ON m.n = w.n + 1
    ), based AS (
      SELECT p.id, p.cash, p.paid_at, p.agreed, p.channel,
        CASE WHEN p.is_before = 1 OR p.exempt_by = 2 THEN 0 ELSE p.cash - coalesce(t.taken, 0) END AS base
      FROM priced p LEFT JOIN walk t ON t.id = p.id
    ), fees AS MATERIALIZED (
      SELECT id, cash, paid_at, CASE WHEN base = 0 THEN 0
        ELSE ${bySpan('paid_at', spans, ({ rules }) => feeOf(rules))} END AS fee FROM based
    )
    SELECT id, NULL AS category, fee FROM fees WHERE paid_at >= @start AND paid_at < @end
    UNION ALL
    SELECT b.id, NULL, CASE WHEN b.cash = 0 THEN 0
      ELSE ${rounded('f.fee', 'b.was', 'b.cash')} - ${rounded('f.fee', 'b.after', 'b.cash')} END
    FROM backs b JOIN fees f ON f.id = b.refund_of
    WHERE b.is_taken = 1 AND b.paid_at >= @start AND b.paid_at < @end`
  return ({ joinedOn }) => {
    const times = spans.flatMap(({ rules }, at) =>
      (rules?.exemptions ?? []).flatMap((exemption, place) => {
        const [from, to] = timeOf(exemption, joinedOn)
        return [
          [`from_${at}_${place}`, from],
          [`to_${at}_${place}`, to],
        ]
      }),
    )
    return {
      // A refund takes back from an order of any time before.
      since: EVER,
      query: {
        sql,
        bindings: {
          start: startOfShanghaiDay(start),
          end: startOfShanghaiDay(end),
          ...Object.fromEntries(times),
        },
      },
    }
  }
}

/** 1 where the fees of a day are known, and go by single orders. */
function isKnown({ rules }: OrderSpan): string {
  return rules === null ? '0' : '1'
}

/** 1 of a free turnover, 2 of a free period, 0 of none: the first that holds. */
function exemptBy(span: OrderSpan, at: number): string {
  const cases = (span.rules?.exemptions ?? []).map((exemption, place) => {
    const isThen = `paid_at >= @from_${at}_${place} AND paid_at < @to_${at}_${place}`
    return `WHEN ${isThen} ${holdsBy(exemption, span)}`
  })
  return cases.length === 0 ? '0' : `CASE ${cases.join(' ')} ELSE 0 END`
}

function holdsBy(exemption: FeeExemption, { feeFrom }: OrderSpan): string {
  switch (exemption.kind) {
    case 'free-turnover': {
      const { channels, usedBeforeFee } = exemption
      const uses = usedBeforeFee.is ? '1' : `CASE WHEN paid_at < ${quoted(feeFrom)} THEN 0 ELSE 1 END`
      return `AND channel IN (${among(channels.of)}) THEN ${uses}`
    }
    case 'free-period':
      return 'THEN 2'
  }
}

/** Fen that a free turnover of the rules is in all. */
function allowanceOf(rules: PerOrderFees | null): string {
  const turnover = rules?.exemptions.find(({ kind }) => kind === 'free-turnover')
  return turnover?.kind === 'free-turnover' ? String(fenOf(turnover.yuan)) : '0'
}

/** From when to when an exemption is a provider's. */
function timeOf(exemption: FeeExemption, joinedOn: PlainDate | null): [string, string] {
  const isIts =
    joinedOn !== null &&
    (exemption.kind === 'free-turnover'
      ? joinedOn <= exemption.joinedUntil
      : joinedOn >= exemption.approvedFrom &&
        (exemption.approvedTo === null || joinedOn <= exemption.approvedTo))
  return isIts
    ? [startOfShanghaiDay(joinedOn), startOfShanghaiDay(addYears(joinedOn, exemption.years))]
    : [NEVER, NEVER]
}

function feeOf(rules: PerOrderFees | null): string {
  if (rules === null) return 'NULL'
  const parts = rules.components.map((component) => `(${componentOf(component)})`).join(' + ')
  const channels = among(rules.agreedShare?.channels ?? [])
  return `CASE WHEN agreed IS NOT NULL AND channel IN (${channels}) THEN ${rounded('base', 'agreed', '10000')}
    ELSE ${parts} END`
}

/** What a component takes of a base above zero. */
function componentOf(component: FeeComponent): string {
  if (component.kind === 'fixed') return String(fenOf(component.yuan))
  const share = rounded('base', String(component.basisPoints), '10000')
  const { minimum, maximum } = component
  const least = minimum === null ? share : larger(share, fenOf(minimum))
  return maximum === null
    ? least
    : `CASE WHEN ${least} > ${fenOf(maximum)} THEN ${fenOf(maximum)} ELSE ${least} END`
}

function larger(share: string, minimum: number): string {
  return `CASE WHEN ${share} < ${minimum} THEN ${minimum} ELSE ${share} END`
}
