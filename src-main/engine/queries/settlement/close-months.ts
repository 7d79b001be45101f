import type { z } from 'zod'
import { addMonths, firstOfMonth, lastOfMonth, monthOfDate } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import type {
  CloseMonth,
  closeMonthsSchema,
  MonthTotals,
  monthOfRecordSchema,
} from '#shared/contracts/console-engine/settlement.ts'
import {
  isSkipped,
  type SettlementMonth,
  settlementMonthSchema,
} from '#shared/contracts/console-platform/records/settlement-month.ts'
import { feesInMonth } from '#shared/rules/fees/fees-on.ts'
import { monthAfter, monthBefore } from '#shared/rules/settlement/carry.ts'
import { marketplaceName } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { seenDigestOf } from '../seen-digest.ts'
import { IS_PRESENT } from './statement-filter.ts'

/** Most months told of a marketplace: the newest. */
const MONTHS = 60

const NO_TOTALS: MonthTotals = {
  ...{ statements: 0, drafts: 0, committed: 0, gross: 0, refunded: 0, fee: 0, rebate: 0 },
  ...{ adjustments: 0, carried: 0, net: 0 },
}

/** The months of a marketplace, drafted or to be drafted, each with what it comes to and what is to be done. */
export function readCloseMonths(
  context: QueryContext,
  marketplace: string,
): z.infer<typeof closeMonthsSchema> {
  const records = recordsOf(context, marketplace)
  const totals = totalsOf(context, marketplace)
  const ended = monthBefore(monthOfDate(context.today))
  const newest = [...records.keys()].sort().at(-1)
  const open = newest === undefined || newest >= ended ? [ended] : [ended, monthAfter(newest)]
  const months = [...new Set([...records.keys(), ...open])].sort().reverse().slice(0, MONTHS)
  const packs = context.packs.filter((pack) => pack.marketplace === marketplace)
  return {
    marketplaceName: marketplaceName(context, marketplace),
    hasRebates: months.some((month) => feesInMonth(packs, month)?.fees.rules.model === 'monthly-tiers'),
    months: months.map((month) => {
      const record = records.get(month) ?? null
      return {
        month,
        record,
        isOver: lastOfMonth(month) < context.today,
        rebates: context.controls('rebates-set-off', lastOfMonth(month)) ? 'set-off' : 'apart',
        totals: totals.get(month) ?? NO_TOTALS,
        before: totals.get(monthBefore(month)) ?? null,
        checks: record === null ? [] : checksOf(context, record),
        pending: record === null ? [] : decisionsAbout(context, 'settlementMonth', record.id).pending,
        seenDigest: record === null ? '' : seenDigestOf(context, 'settlementMonth', record.id),
      }
    }),
  }
}

/** The month that a month's record, or an adjustment, belongs to; null where none of that id is here. */
export function readMonthOf(context: QueryContext, id: string): z.infer<typeof monthOfRecordSchema> {
  const found =
    readPresent(context, 'settlementMonth', id) ?? readPresent(context, 'settlementAdjustment', id)
  return found === null ? null : { marketplace: found.marketplace, month: found.month }
}

function recordsOf(context: QueryContext, marketplace: string): Map<string, SettlementMonth> {
  const rows = context.statements
    .prepare<{ id: string; body: string }>(
      `SELECT id, body FROM settlement_month WHERE marketplace = @marketplace ORDER BY month DESC LIMIT ${MONTHS}`,
    )
    .all({ marketplace })
  return new Map(
    rows.map(({ id, body }) => {
      const record =
        readPresent(context, 'settlementMonth', id) ?? settlementMonthSchema.parse(JSON.parse(body))
      return [record.month, record]
    }),
  )
}

function totalsOf(context: QueryContext, marketplace: string): Map<string, MonthTotals> {
  const sums = ['gross', 'refunded', 'fee', 'rebate', 'adjustments', 'carried', 'net']
  const rows = context.statements
    .prepare<MonthTotals & { month: string }>(
      `SELECT r.month AS month, count(*) AS statements, sum(r.status = 'draft') AS drafts,
         sum(r.status = 'committed') AS committed, ${sums.map((sum) => `sum(r.${sum}) AS ${sum}`).join(', ')}
       FROM settlement_statement r
       WHERE r.marketplace = @marketplace AND r.status <> 'voided' AND ${IS_PRESENT} GROUP BY r.month`,
    )
    .all({ marketplace })
  return new Map(rows.map(({ month, ...totals }) => [month, totals]))
}

function checksOf(context: QueryContext, record: SettlementMonth): CloseMonth['checks'] {
  const { draft } = record
  if (draft === null) return []
  const found = [...draft.checks, { check: 'newer-orders' as const, count: newerOrders(context, record) }]
  return found.map(({ check, count }) => ({
    check,
    count,
    skipped: isSkipped(record, check)
      ? (record.skipped.find((each) => each.check === check && each.draftId === draft.id)?.reason ?? '')
      : null,
  }))
}

/** Orders of a draft's month that came or changed after it, by what they say of themselves. */
function newerOrders(context: QueryContext, { marketplace, month, draft }: SettlementMonth): number {
  const before = startOfShanghaiDay(addMonths(firstOfMonth(month), 1))
  const row = context.statements
    .prepare<{ count: number }>(
      `SELECT count(*) AS count FROM market_order
       WHERE marketplace = @marketplace AND updatedAt > @at AND paidAt < @before`,
    )
    .get({ marketplace, at: draft?.at ?? '', before })
  return row?.count ?? 0
}
