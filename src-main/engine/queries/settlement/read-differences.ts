import type { z } from 'zod'
import { assert } from '#shared/base/assert.ts'
import type {
  Comparison,
  LineDifference,
  SettlementDifferences,
  settlementDifferencesInput,
} from '#shared/contracts/console-engine/settlement.ts'
import { BadInput } from '../../bad-input.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { comparableWith } from './comparable-statements.ts'
import type { DifferenceRow } from './difference-row.ts'
import { whyDifferent } from './why-different.ts'

/** Differences told at a time. */
const AT_ONCE = 100

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

/** Lines of both statements by key, where they are not alike. */
function differing(against: Comparison): string {
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

/**
 * Line by line, what a statement has otherwise than another: what came, went and changed, and why as far as the records
 * tell. The month before has other orders: beside it kinds and categories are compared.
 * @throws RecordMissing
 * @throws BadInput where it has no such statement to be compared with
 */
export function readDifferences(
  context: QueryContext,
  { id, against, skip }: z.infer<typeof settlementDifferencesInput>,
): SettlementDifferences {
  const statement = readPresent(context, 'settlementStatement', id)
  if (statement === null) throw new RecordMissing('settlementStatement', id)
  const other = comparableWith(context, statement).find((each) => each.against === against)?.statement
  if (other === undefined) throw new BadInput(`statement ${id} has no ${against} to be compared with`)
  const sql = differing(against)
  const sums = context.statements
    .prepare<{ came: number; went: number; changed: number; change: number }>(
      `${sql} SELECT coalesce(sum(linesThen IS NULL), 0) AS came, coalesce(sum(linesNow IS NULL), 0) AS went,
         coalesce(sum(linesThen IS NOT NULL AND linesNow IS NOT NULL), 0) AS changed,
         coalesce(sum(change), 0) AS change FROM d`,
    )
    .get({ id, other: other.id })
  assert(sums !== undefined, 'sums are one row')
  const rows = context.statements
    .prepare<DifferenceRow>(
      `${sql} SELECT * FROM d ORDER BY abs(change) DESC, key LIMIT ${AT_ONCE + 1} OFFSET @skip`,
    )
    .all({ id, other: other.id, skip })
  return {
    ...sums,
    differences: rows.slice(0, AT_ONCE).map((row) => ({
      ...toldOf(row, against),
      why: against === 'last-month' ? [] : whyDifferent(context, row, statement, other),
    })),
    next: rows.length > AT_ONCE ? skip + AT_ONCE : null,
  }
}

function toldOf(row: DifferenceRow, against: Comparison): Omit<LineDifference, 'why'> {
  const { key, kind, category, orderId, number, reason } = row
  const { linesThen, grossThen, feeThen, rebateThen, amountThen } = row
  const { linesNow, grossNow, feeNow, rebateNow, amountNow } = row
  const ofKinds = against === 'last-month'
  return {
    ...{ key, kind, category },
    ...(ofKinds
      ? { orderId: null, orderNumber: null, reason: null }
      : { orderId, orderNumber: number, reason }),
    before: sideOf(linesThen, grossThen, feeThen, rebateThen, amountThen),
    after: sideOf(linesNow, grossNow, feeNow, rebateNow, amountNow),
  }
}

function sideOf(
  lines: number | null,
  gross: number | null,
  fee: number | null,
  rebate: number | null,
  amount: number | null,
): LineDifference['before'] {
  if (lines === null || gross === null || fee === null || rebate === null || amount === null) return null
  return { lines, gross, fee, rebate, amount }
}
