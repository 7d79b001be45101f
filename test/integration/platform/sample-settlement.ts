import type { CommissionInvoice } from '#shared/contracts/console-platform/records/commission-invoice.ts'
import type { CommissionRebate } from '#shared/contracts/console-platform/records/commission-rebate.ts'
import type { SettledOrders } from '#shared/contracts/console-platform/records/settled-orders.ts'
import type { SettlementAdjustment } from '#shared/contracts/console-platform/records/settlement-adjustment.ts'
import type { SettlementLine } from '#shared/contracts/console-platform/records/settlement-line.ts'
import type { SettlementMonth } from '#shared/contracts/console-platform/records/settlement-month.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { EMPTY_LINE } from '#shared/rules/settlement/statement-line.ts'
import { totalsOf } from '#shared/rules/settlement/statement-totals.ts'
import { newUlid } from './sample-records.ts'

const AT = '2026-11-05T02:00:00.000Z'
const of = { marketplace: 'kubesphere', month: '2026-10' }
const who = { providerId: 'provider-1', providerName: '北京云栈科技有限公司' }

/** One order of 100.00 yuan with its fee of a tenth. */
export function sampleSettlementLine(change: Partial<SettlementLine> = {}): SettlementLine {
  return {
    ...{ id: newUlid(), version: 1, ...of, providerId: who.providerId, statementId: newUlid() },
    ...EMPTY_LINE,
    ...{ kind: 'fee', orderId: newUlid(), orderNumber: 'N1', category: 'extension', taxBasisPoints: 600 },
    ...{ gross: 100_00, base: 100_00, fee: 10_00, amount: 90_00, steps: [] },
    ...change,
  }
}

/** The draft of a month whose only line is `sampleSettlementLine`. */
export function sampleSettlement(change: Partial<SettlementStatement> = {}): SettlementStatement {
  const totals = totalsOf([sampleSettlementLine()])
  return {
    ...{ id: newUlid(), version: 1, ...of, ...who, monthId: newUlid(), draftId: newUlid(), position: 1 },
    ...{ status: 'draft', lines: 1, rebates: 'apart', carriedFrom: null, carriedIn: [], carriedOut: [] },
    totals: { ...totals, taxGroups: [...totals.taxGroups] },
    ...{ adjustmentIds: [], notSettled: [], cliffs: [], differences: [], rules: [], replaces: null },
    ...{ committed: null, voided: null, history: [], updatedAt: AT },
    ...change,
  }
}

/** The one order that a committed statement settles. */
export function sampleSettledOrders(change: Partial<SettledOrders> = {}): SettledOrders {
  return {
    ...{ id: newUlid(), version: 1, ...of, providerId: who.providerId, statementId: newUlid(), part: 0 },
    ...{ status: 'committed', orderIds: [newUlid()], updatedAt: AT },
    ...change,
  }
}

/** A month that nobody has drafted yet. */
export function sampleMonth(change: Partial<SettlementMonth> = {}): SettlementMonth {
  return {
    ...{ id: newUlid(), version: 1, ...of, draft: null, skipped: [], history: [], updatedAt: AT },
    ...change,
  }
}

/** A penalty of 10.00 yuan. */
export function sampleAdjustment(change: Partial<SettlementAdjustment> = {}): SettlementAdjustment {
  return {
    ...{ id: newUlid(), version: 1, ...of, ...who, kind: 'penalty', amount: -10_00, taxBasisPoints: null },
    ...{ reason: '服务中断', history: [], updatedAt: AT },
    ...change,
  }
}

/** An invoice to issue for a commission of 10.00 yuan, tax of 6 % in it. */
export function sampleCommissionInvoice(change: Partial<CommissionInvoice> = {}): CommissionInvoice {
  return {
    ...{ id: newUlid(), version: 1, ...of, ...who, statementId: newUlid(), side: 'blue' },
    ...{ gross: 10_00, net: 9_43, tax: 57, taxBasisPoints: 600, steps: [] },
    ...{ counters: null, counteredBy: null, blueNumber: null, buyer: null },
    ...{ exported: null, issued: null, dropped: null, history: [], updatedAt: AT },
    ...change,
  }
}

/** A rebate of 60.00 yuan that is due. */
export function sampleCommissionRebate(change: Partial<CommissionRebate> = {}): CommissionRebate {
  return {
    ...{ id: newUlid(), version: 1, ...of, ...who, statementId: newUlid(), amount: 60_00, way: 'apart' },
    ...{ returned: null, dropped: null, history: [], updatedAt: AT },
    ...change,
  }
}
