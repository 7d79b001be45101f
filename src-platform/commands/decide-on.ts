import type { DecidedKind, Found } from '#shared/contracts/console-platform/commands.ts'
import type { RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { DecisionAbout } from '#shared/contracts/console-platform/transitions/decision.ts'
import { decideOnApplication } from './application-command.ts'
import { decideOnBankAccount } from './bank-account-command.ts'
import { decideOnBankLine } from './bank-line-command.ts'
import { decideOnCommissionInvoice } from './commission-invoice-command.ts'
import { decideOnRebate } from './commission-rebate-command.ts'
import { decideOnContact } from './contact-command.ts'
import { decideOnControl } from './control-command.ts'
import { decideOnDeposit } from './deposit-command.ts'
import { decideOnInvoice } from './invoice-command.ts'
import { decideOnListingVersion } from './listing-command.ts'
import { decideOnMatchSettings } from './matching-command.ts'
import { decideOnNotice, decideOnNoticeTemplate } from './notice-command.ts'
import { decideOnOfflineOrder } from './offline-order-command.ts'
import { decideOnOperator } from './operator-command.ts'
import { decideOnOrderImport } from './order-import-command.ts'
import { decideOnPaymentTemplate } from './payment-template-command.ts'
import { decideOnPayoutBatch } from './payout-batch-command.ts'
import { decideOnPayout } from './payout-command.ts'
import { decideOnHolidays, decideOnPack } from './policy-command.ts'
import { decideOnProviderAccount } from './provider-account-command.ts'
import { decideOnProvider } from './provider-command.ts'
import { decideOnRecharge } from './recharge-command.ts'
import type { CommandSetting, Refusal } from './ruling.ts'
import { decideOnAdjustment } from './settlement-adjustment-command.ts'
import { decideOnMonth } from './settlement-month-command.ts'
import { decideOnStatement } from './settlement-statement-command.ts'
import { decideOnSupervision } from './supervision-command.ts'
import { decideOnViolation } from './violation-command.ts'

type DecideOn<K extends DecidedKind> = (
  setting: CommandSetting,
  before: Found<K, RecordOf[K]>,
  decision: DecisionAbout<K>,
  id: string,
) => Promise<RecordOf[K] | Refusal>

/** What decides about each kind: the record as it is afterwards, or why not. */
export const DECIDE_ON: { readonly [K in DecidedKind]: DecideOn<K> } = {
  application: decideOnApplication,
  listingVersion: decideOnListingVersion,
  depositObligation: decideOnDeposit,
  violation: decideOnViolation,
  recharge: decideOnRecharge,
  bankLine: decideOnBankLine,
  bankAccount: decideOnBankAccount,
  matchSettings: decideOnMatchSettings,
  paymentTemplate: decideOnPaymentTemplate,
  settlementMonth: decideOnMonth,
  settlementStatement: decideOnStatement,
  settlementAdjustment: decideOnAdjustment,
  commissionInvoice: decideOnCommissionInvoice,
  commissionRebate: decideOnRebate,
  supervision: decideOnSupervision,
  contact: decideOnContact,
  notice: decideOnNotice,
  noticeTemplate: decideOnNoticeTemplate,
  orderImport: decideOnOrderImport,
  companyControl: decideOnControl,
  policyPack: decideOnPack,
  holidayTable: decideOnHolidays,
  offlineOrder: decideOnOfflineOrder,
  provider: decideOnProvider,
  providerAccount: decideOnProviderAccount,
  payoutRequest: decideOnPayout,
  invoice: decideOnInvoice,
  payoutBatch: decideOnPayoutBatch,
  operator: decideOnOperator,
}
