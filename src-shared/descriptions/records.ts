import type { RecordKind, RecordOf } from '../contracts/console-platform/records/record-kinds.ts'
import type { Description } from '../values/description.ts'
import { APPLICATION } from './application.ts'
import { BANK_ACCOUNT, BANK_LINE, BANK_STATEMENT } from './bank.ts'
import { COMMISSION_INVOICE } from './commission-invoice.ts'
import { COMMISSION_REBATE } from './commission-rebate.ts'
import { CONTACT } from './contact.ts'
import { DEPOSIT_OBLIGATION } from './deposit.ts'
import { INTERFACE_CALL } from './interface-call.ts'
import { INVOICE } from './invoice.ts'
import { LISTING, LISTING_VERSION } from './listing.ts'
import { MATCH_SETTINGS } from './match-settings.ts'
import { METERED_BILL } from './metered-bill.ts'
import { NOTICE, NOTICE_TEMPLATE } from './notice.ts'
import { OFFLINE_ORDER } from './offline-order.ts'
import { OPERATOR } from './operator.ts'
import { ORDER } from './order.ts'
import { ORDER_IMPORT } from './order-import.ts'
import { PAYMENT_TEMPLATE_RECORD } from './payment-template.ts'
import { PAYOUT_REQUEST, PROVIDER_ACCOUNT } from './payout.ts'
import { PAYOUT_BATCH } from './payout-batch.ts'
import { COMPANY_CONTROL, HOLIDAY_TABLE, POLICY_PACK } from './proposal.ts'
import { PROVIDER } from './provider.ts'
import { RECHARGE } from './recharge.ts'
import {
  SETTLED_ORDERS,
  SETTLEMENT_ADJUSTMENT,
  SETTLEMENT_LINE,
  SETTLEMENT_MONTH,
  SETTLEMENT_STATEMENT,
} from './settlement.ts'
import { CLUSTER, SUBSCRIPTION } from './subscription.ts'
import { SUPERVISION } from './supervision.ts'
import { VIOLATION } from './violation.ts'

/** How every field of every kind of record is said. The compiler asks for each. */
export const RECORD_DESCRIPTIONS: { readonly [K in RecordKind]: Description<RecordOf[K]> } = {
  operator: OPERATOR,
  provider: PROVIDER,
  application: APPLICATION,
  listing: LISTING,
  listingVersion: LISTING_VERSION,
  depositObligation: DEPOSIT_OBLIGATION,
  recharge: RECHARGE,
  providerAccount: PROVIDER_ACCOUNT,
  payoutRequest: PAYOUT_REQUEST,
  invoice: INVOICE,
  payoutBatch: PAYOUT_BATCH,
  violation: VIOLATION,
  order: ORDER,
  matchSettings: MATCH_SETTINGS,
  paymentTemplate: PAYMENT_TEMPLATE_RECORD,
  supervision: SUPERVISION,
  subscription: SUBSCRIPTION,
  cluster: CLUSTER,
  contact: CONTACT,
  interfaceCall: INTERFACE_CALL,
  meteredBill: METERED_BILL,
  notice: NOTICE,
  noticeTemplate: NOTICE_TEMPLATE,
  settlementAdjustment: SETTLEMENT_ADJUSTMENT,
  settlementLine: SETTLEMENT_LINE,
  settledOrders: SETTLED_ORDERS,
  settlementStatement: SETTLEMENT_STATEMENT,
  settlementMonth: SETTLEMENT_MONTH,
  commissionInvoice: COMMISSION_INVOICE,
  commissionRebate: COMMISSION_REBATE,
  orderImport: ORDER_IMPORT,
  offlineOrder: OFFLINE_ORDER,
  bankAccount: BANK_ACCOUNT,
  bankStatement: BANK_STATEMENT,
  bankLine: BANK_LINE,
  companyControl: COMPANY_CONTROL,
  policyPack: POLICY_PACK,
  holidayTable: HOLIDAY_TABLE,
}
