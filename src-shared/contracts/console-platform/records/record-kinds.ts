import type { z } from 'zod'
import { applicationKind } from '../kinds/application.ts'
import { bankAccountKind } from '../kinds/bank-account.ts'
import { bankLineKind } from '../kinds/bank-line.ts'
import { bankStatementKind } from '../kinds/bank-statement.ts'
import { clusterKind } from '../kinds/cluster.ts'
import { commissionInvoiceKind } from '../kinds/commission-invoice.ts'
import { commissionRebateKind } from '../kinds/commission-rebate.ts'
import { companyControlKind } from '../kinds/company-control.ts'
import { contactKind } from '../kinds/contact.ts'
import type { ColumnValue, KindSheet } from '../kinds/define-kind.ts'
import { depositObligationKind } from '../kinds/deposit-obligation.ts'
import { holidayTableKind } from '../kinds/holiday-table.ts'
import { interfaceCallKind } from '../kinds/interface-call.ts'
import { invoiceKind } from '../kinds/invoice.ts'
import { listingKind } from '../kinds/listing.ts'
import { listingVersionKind } from '../kinds/listing-version.ts'
import { matchSettingsKind } from '../kinds/match-settings.ts'
import { meteredBillKind } from '../kinds/metered-bill.ts'
import { noticeKind } from '../kinds/notice.ts'
import { noticeTemplateKind } from '../kinds/notice-template.ts'
import { offlineOrderKind } from '../kinds/offline-order.ts'
import { operatorKind } from '../kinds/operator.ts'
import { orderKind } from '../kinds/order.ts'
import { orderImportKind } from '../kinds/order-import.ts'
import { paymentTemplateKind } from '../kinds/payment-template.ts'
import { payoutBatchKind } from '../kinds/payout-batch.ts'
import { payoutRequestKind } from '../kinds/payout-request.ts'
import { policyPackKind } from '../kinds/policy-pack.ts'
import { providerKind } from '../kinds/provider.ts'
import { providerAccountKind } from '../kinds/provider-account.ts'
import { rechargeKind } from '../kinds/recharge.ts'
import { settledOrdersKind } from '../kinds/settled-orders.ts'
import { settlementAdjustmentKind } from '../kinds/settlement-adjustment.ts'
import { settlementLineKind } from '../kinds/settlement-line.ts'
import { settlementMonthKind } from '../kinds/settlement-month.ts'
import { settlementStatementKind } from '../kinds/settlement-statement.ts'
import { subscriptionKind } from '../kinds/subscription.ts'
import { supervisionKind } from '../kinds/supervision.ts'
import { violationKind } from '../kinds/violation.ts'

/** Every kind of record the feed carries, by its name on the wire. What others refer to comes first: a snapshot's order. */
const SHEETS = {
  operator: operatorKind,
  companyControl: companyControlKind,
  policyPack: policyPackKind,
  holidayTable: holidayTableKind,
  provider: providerKind,
  application: applicationKind,
  listing: listingKind,
  listingVersion: listingVersionKind,
  depositObligation: depositObligationKind,
  violation: violationKind,
  recharge: rechargeKind,
  matchSettings: matchSettingsKind,
  bankAccount: bankAccountKind,
  bankStatement: bankStatementKind,
  bankLine: bankLineKind,
  order: orderKind,
  supervision: supervisionKind,
  subscription: subscriptionKind,
  cluster: clusterKind,
  contact: contactKind,
  interfaceCall: interfaceCallKind,
  meteredBill: meteredBillKind,
  settlementAdjustment: settlementAdjustmentKind,
  settlementLine: settlementLineKind,
  settledOrders: settledOrdersKind,
  settlementStatement: settlementStatementKind,
  settlementMonth: settlementMonthKind,
  commissionInvoice: commissionInvoiceKind,
  commissionRebate: commissionRebateKind,
  orderImport: orderImportKind,
  offlineOrder: offlineOrderKind,
  providerAccount: providerAccountKind,
  payoutRequest: payoutRequestKind,
  invoice: invoiceKind,
  payoutBatch: payoutBatchKind,
  paymentTemplate: paymentTemplateKind,
  noticeTemplate: noticeTemplateKind,
  notice: noticeKind,
} as const
type Sheets = typeof SHEETS

export type RecordKind = keyof Sheets
/** The type of each kind's records. */
export type RecordOf = { readonly [K in RecordKind]: z.infer<Sheets[K]['schema']> }
/** What each column of a kind holds, by its name. */
export type LiftedOf<K extends RecordKind> = {
  readonly [N in keyof Sheets[K]['columns']]: Sheets[K]['columns'][N] extends {
    lift: (record: never) => infer V
  }
    ? V
    : never
}
/** The kinds that decisions change. */
export type ChangedKind = {
  [K in RecordKind]: true extends Sheets[K]['decided'] ? K : never
}[RecordKind]

export const RECORD_KINDS: { readonly [K in RecordKind]: KindSheet<RecordOf[K]> } = SHEETS

// Keys of an object literal are what it was written with.
export const RECORD_KIND_NAMES = Object.keys(RECORD_KINDS) as RecordKind[]
export const CHANGED_KINDS = RECORD_KIND_NAMES.filter(isChanged)

function isChanged(kind: RecordKind): kind is ChangedKind {
  return RECORD_KINDS[kind].decided
}

/** A record as it travels: what is lifted out of it, and the record itself as JSON text. */
export type WireRow = readonly [id: string, version: number, ...columnsAndBody: ColumnValue[]]

/** The row of a record on the wire. */
export function wireRow<K extends RecordKind>(kind: K, record: RecordOf[K]): WireRow {
  return [record.id, record.version, ...lifted(kind, record), JSON.stringify(record)]
}

/** The values of a record's columns, in wire order. */
export function lifted<K extends RecordKind>(kind: K, record: RecordOf[K]): ColumnValue[] {
  return Object.values(RECORD_KINDS[kind].columns).map((column) => column.lift(record))
}

/** Names of a kind's columns, in wire order. */
export function columnNames(kind: RecordKind): string[] {
  return Object.keys(RECORD_KINDS[kind].columns)
}
