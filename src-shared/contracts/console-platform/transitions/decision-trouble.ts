import type { LineTrouble } from './bank-line-transitions.ts'
import type { InvoiceTrouble } from './commission-invoice-transitions.ts'
import type { RebateTrouble } from './commission-rebate-transitions.ts'
import type { ContactTrouble } from './contact-transitions.ts'
import type { ProviderInvoiceTrouble } from './invoice-transitions.ts'
import type { NoticeTemplateTrouble } from './notice-transitions.ts'
import type { OfflineOrderTrouble } from './offline-order-transitions.ts'
import type { UserTrouble } from './operator-transitions.ts'
import type { BatchTrouble } from './payout-batch-transitions.ts'
import type { PayoutTrouble } from './payout-transitions.ts'
import type { ProposalTrouble } from './proposal-transitions.ts'
import type { ProviderAccountTrouble } from './provider-account-transitions.ts'
import type { ProviderTrouble } from './provider-transitions.ts'
import type { RechargeTrouble } from './recharge-transitions.ts'
import type { SupervisionTrouble } from './supervision-transitions.ts'
import type { ViolationTrouble } from './violation-transitions.ts'

/** Why a decision cannot be. */
export type DecisionTrouble =
  | 'unknown-record'
  | 'day-impossible'
  | 'violation-open'
  | LineTrouble
  | ProposalTrouble
  | RechargeTrouble
  | ViolationTrouble
  | OfflineOrderTrouble
  | InvoiceTrouble
  | RebateTrouble
  | SupervisionTrouble
  | ContactTrouble
  | NoticeTemplateTrouble
  | PayoutTrouble
  | ProviderInvoiceTrouble
  | BatchTrouble
  | ProviderAccountTrouble
  | ProviderTrouble
  | UserTrouble
