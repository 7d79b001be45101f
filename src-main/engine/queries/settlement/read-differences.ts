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
import { differing } from './differing-lines.ts'
import { whyDifferent } from './why-different.ts'

/** Differences told at a time. */
const AT_ONCE = 100

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
      why:
        against === 'last-month'
          ? []
          : whyDifferent((orderId) => readPresent(context, 'order', orderId), row, statement, other),
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
