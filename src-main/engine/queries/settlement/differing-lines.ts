import type { Comparison } from '#shared/contracts/console-engine/settlement.ts'

/** What makes two lines of statements the same movement: within a month each by itself, else by kind. */
const KEYS: Readonly<Record<'each' | 'kinds', string>> = {
  each: `coalesce(orderId, body ->> 'adjustmentId', kind || ' ' || coalesce(category, '') || ' '
    || coalesce(body ->> 'carried', '') || ' ' || coalesce(taxBasisPoints, ''))`,
  kinds: `kind || ' ' || coalesce(category, '') || ' ' || (amount < 0 AND kind = 'carry-forward')`,
}

function keyOf(against: Comparison): string {
  switch (against) {
    case 'voided':
    case 'earlier-draft':
      return KEYS.each
    case 'last-month':
      return KEYS.kinds
  }
}

/**
 * SQL that ends with a relation `d` of `DifferenceRow`: the lines of the statements `@id` and `@other` by key, where they are
 * not alike.
 */
export function differing(against: Comparison): string {
  const keyed = (of: string) =>
    `SELECT ${keyOf(against)} AS key, min(kind) AS kind, min(category) AS category, min(taxBasisPoints) AS tax,
       min(orderId) AS orderId, min(body ->> 'orderNumber') AS number, min(body ->> 'reason') AS reason,
       count(*) AS lines, sum(gross) AS gross, sum(base) AS base, sum(fee) AS fee, sum(rebate) AS rebate,
       sum(amount) AS amount
     FROM settlement_line WHERE statementId = ${of} GROUP BY 1`
  const both = ['kind', 'category', 'tax', 'orderId', 'number', 'reason'] as const
  const sums = ['lines', 'gross', 'base', 'fee', 'rebate', 'amount'] as const
  const same = ['category', 'tax', ...sums].map((name) => `a.${name} IS b.${name}`).join(' AND ')
  return `WITH b AS (${keyed('@other')}), a AS (${keyed('@id')}), d AS (
    SELECT coalesce(a.key, b.key) AS key, ${both.map((name) => `coalesce(a.${name}, b.${name}) AS ${name}`).join(', ')},
      a.category IS NOT b.category AS otherCategory, a.tax IS NOT b.tax AS otherTax,
      ${sums.map((name) => `a.${name} AS ${name}Now, b.${name} AS ${name}Then`).join(', ')},
      coalesce(a.amount, 0) - coalesce(b.amount, 0) AS change
    FROM a FULL JOIN b ON b.key = a.key WHERE a.key IS NULL OR b.key IS NULL OR NOT (${same}))`
}
