import type { Bilingual } from '../base/bilingual.ts'
import type { SettledOrders } from '../contracts/console-platform/records/settled-orders.ts'
import type { SettlementAdjustment } from '../contracts/console-platform/records/settlement-adjustment.ts'
import type { SettlementLine } from '../contracts/console-platform/records/settlement-line.ts'
import type { SettlementMonth } from '../contracts/console-platform/records/settlement-month.ts'
import type { SettlementStatement } from '../contracts/console-platform/records/settlement-statement.ts'
import { type Description, entries, field, parts, UNSAID } from '../values/description.ts'
import { count, instant, labelled, list, money, NOTHING, phrase, rate, term, text } from '../values/value.ts'
import {
  CLOSE_CHECK_WORDS,
  NOT_SETTLED_WORDS,
  REBATE_WORDS,
  SETTLEMENT_LINE_WORDS,
} from '../words/settlement.ts'
import { STATUS_WORDS } from '../words/statuses.ts'
import {
  amountOf,
  countOf,
  history,
  instantOf,
  LABELS,
  marketplace,
  oneOf,
  record,
  textOf,
} from './common.ts'

/** What the figures of a statement are called. */
export const SETTLEMENT_LABELS = {
  month: { zh: '结算月份', en: 'Month' },
  orders: { zh: '订单数', en: 'Orders' },
  refunds: { zh: '退款数', en: 'Refunds' },
  gross: { zh: '交易金额', en: 'Gross' },
  refunded: { zh: '退款', en: 'Refunded' },
  base: { zh: '计费金额', en: 'Base' },
  fee: { zh: '平台服务费', en: 'Platform fee' },
  rebate: { zh: '佣金返还', en: 'Rebate' },
  setOff: { zh: '已抵扣返还', en: 'Rebate set off' },
  adjustments: { zh: '调整项', en: 'Adjustments' },
  carried: { zh: '结转', en: 'Carried' },
  net: { zh: '结算金额', en: 'Net' },
  taxRate: { zh: '税率', en: 'Rate of tax' },
  rebates: { zh: '返还方式', en: 'Rebates' },
  kind: { zh: '类型', en: 'Kind' },
} as const satisfies Readonly<Record<string, Bilingual>>

const words = SETTLEMENT_LABELS
/** What of a month is named where a difference is of no order and no category. */
const WHOLE_MONTH = term('whole-month', { zh: '全月', en: 'Whole month' })
const statementOf = { zh: '结算单', en: 'Statement' }
const basisPoints = field<number | null>(words.taxRate, (share) => (share === null ? NOTHING : rate(share)))

const totals = parts<SettlementStatement['totals']>({
  orders: countOf(words.orders),
  refunds: countOf(words.refunds),
  gross: amountOf(words.gross),
  refunded: amountOf(words.refunded),
  base: amountOf(words.base),
  fee: amountOf(words.fee),
  rebate: amountOf(words.rebate),
  setOff: amountOf(words.setOff),
  adjustments: amountOf(words.adjustments),
  carried: amountOf(words.carried),
  net: amountOf(words.net),
  taxGroups: entries<SettlementStatement['totals']['taxGroups'][number]>(
    words.taxRate,
    (group) => JSON.stringify(group),
    (group) =>
      phrase(
        group.basisPoints === null ? NOTHING : rate(group.basisPoints),
        money(group.gross),
        money(group.tax),
      ),
  ),
})

const carried = (label: Bilingual) =>
  entries<SettlementStatement['carriedIn'][number]>(
    label,
    (each) => JSON.stringify(each),
    ({ category, amount }) => phrase(text(category), money(amount)),
  )

/** How a statement is said. */
export const SETTLEMENT_STATEMENT: Description<SettlementStatement> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  month: textOf(words.month),
  monthId: UNSAID,
  draftId: textOf({ zh: '草稿', en: 'Draft' }),
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  position: UNSAID,
  status: oneOf(LABELS.status, STATUS_WORDS.settlementStatement),
  totals,
  lines: countOf({ zh: '明细行', en: 'Lines' }),
  rebates: oneOf(words.rebates, REBATE_WORDS),
  carriedFrom: field<SettlementStatement['carriedFrom']>(
    { zh: '结转自', en: 'Carried from' },
    (from, names) =>
      from === null ? NOTHING : phrase(text(from.month), record('settlementStatement', from.id, names)),
  ),
  carriedIn: carried({ zh: '上期结转', en: 'Carried in' }),
  carriedOut: carried({ zh: '结转下期', en: 'Carried out' }),
  adjustmentIds: entries<string>(
    words.adjustments,
    (id) => id,
    (id, names) => record('settlementAdjustment', id, names),
  ),
  notSettled: entries<SettlementStatement['notSettled'][number]>(
    { zh: '未结算的订单', en: 'Orders not settled' },
    ({ why }) => why,
    ({ why, orders }) => phrase(term(why, NOT_SETTLED_WORDS[why]), count(orders)),
  ),
  cliffs: entries<SettlementStatement['cliffs'][number]>(
    { zh: '临界跳档', en: 'Cliffs' },
    ({ category }) => category,
    ({ category, missing, saves }) =>
      phrase(
        text(category),
        labelled({ zh: '差', en: 'Missing' }, money(missing)),
        labelled({ zh: '可少付', en: 'Would save' }, money(saves)),
      ),
  ),
  differences: entries<SettlementStatement['differences'][number]>(
    { zh: '复算不一致', en: 'Reckoned otherwise' },
    (each) => JSON.stringify(each),
    ({ orderId, category, fee, other }, names) =>
      phrase(
        orderId === null
          ? category === null
            ? WHOLE_MONTH
            : text(category)
          : record('order', orderId, names),
        labelled({ zh: '按规则', en: 'By the rules' }, money(fee)),
        labelled({ zh: '复算', en: 'Reckoned' }, money(other)),
      ),
  ),
  rules: UNSAID,
  replaces: field<string | null>({ zh: '替代', en: 'Takes the place of' }, (id, names) =>
    id === null ? NOTHING : record('settlementStatement', id, names),
  ),
  committed: parts<NonNullable<SettlementStatement['committed']>>(
    { at: instantOf({ zh: '时间', en: 'At' }), by: UNSAID, byName: textOf({ zh: '确认人', en: 'By' }) },
    { zh: '已确认', en: 'Committed' },
  ),
  voided: parts<NonNullable<SettlementStatement['voided']>>(
    {
      at: instantOf({ zh: '时间', en: 'At' }),
      by: UNSAID,
      byName: textOf({ zh: '作废人', en: 'By' }),
      reason: textOf(LABELS.reason),
    },
    { zh: '已作废', en: 'Voided' },
  ),
  history,
  updatedAt: UNSAID,
}

/** How a movement of a statement is said. */
export const SETTLEMENT_LINE: Description<SettlementLine> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  month: textOf(words.month),
  providerId: UNSAID,
  statementId: field<string>(statementOf, (id, names) => record('settlementStatement', id, names)),
  kind: oneOf(words.kind, SETTLEMENT_LINE_WORDS),
  orderId: UNSAID,
  orderNumber: textOf({ zh: '订单号', en: 'Order number' }),
  adjustmentId: UNSAID,
  category: textOf(LABELS.category),
  taxBasisPoints: basisPoints,
  gross: amountOf(words.gross),
  base: amountOf(words.base),
  fee: amountOf(words.fee),
  rebate: amountOf(words.rebate),
  amount: amountOf(LABELS.amount),
  carried: textOf(words.carried),
  reason: textOf(LABELS.reason),
  steps: UNSAID,
}

/** How it is said which orders a statement settles. */
export const SETTLED_ORDERS: Description<SettledOrders> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  month: textOf(words.month),
  providerId: UNSAID,
  statementId: UNSAID,
  part: UNSAID,
  status: oneOf(LABELS.status, STATUS_WORDS.settlementStatement),
  orderIds: UNSAID,
  updatedAt: UNSAID,
}

/** How an adjustment is said. */
export const SETTLEMENT_ADJUSTMENT: Description<SettlementAdjustment> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  month: textOf(words.month),
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  kind: oneOf(words.kind, SETTLEMENT_LINE_WORDS),
  amount: amountOf(LABELS.amount),
  taxBasisPoints: basisPoints,
  reason: textOf(LABELS.reason),
  history,
  updatedAt: UNSAID,
}

/** How the month of a marketplace is said. */
export const SETTLEMENT_MONTH: Description<SettlementMonth> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  month: textOf(words.month),
  draft: parts<NonNullable<SettlementMonth['draft']>>(
    {
      id: UNSAID,
      at: instantOf({ zh: '生成时间', en: 'Made at' }),
      by: UNSAID,
      byName: textOf({ zh: '生成人', en: 'Made by' }),
      position: UNSAID,
      rebates: oneOf(words.rebates, REBATE_WORDS),
      statements: countOf({ zh: '结算单数', en: 'Statements' }),
      lines: countOf({ zh: '明细行', en: 'Lines' }),
      checks: entries<NonNullable<SettlementMonth['draft']>['checks'][number]>(
        { zh: '月结检查', en: 'Close checklist' },
        ({ check }) => check,
        (each) => phrase(term(each.check, CLOSE_CHECK_WORDS[each.check]), count(each.count)),
      ),
      earlier: field<NonNullable<SettlementMonth['draft']>['earlier']>(
        { zh: '上一次草稿', en: 'Draft before' },
        (earlier) => (earlier === null ? NOTHING : phrase(instant(earlier.at), text(earlier.byName))),
      ),
    },
    { zh: '草稿', en: 'Draft' },
  ),
  skipped: entries<SettlementMonth['skipped'][number]>(
    { zh: '跳过的检查', en: 'Checks skipped' },
    ({ check, draftId }) => `${check} ${draftId}`,
    ({ check, reason, byName }) =>
      phrase(
        term(check, CLOSE_CHECK_WORDS[check]),
        text(byName),
        labelled(LABELS.reason, list([text(reason)])),
      ),
  ),
  history,
  updatedAt: UNSAID,
}
