import { type CommandAbout, commandsAbout } from '#shared/contracts/console-platform/commands.ts'
import type { ApplicationStatus } from '#shared/contracts/console-platform/records/application.ts'
import type { CommissionInvoice } from '#shared/contracts/console-platform/records/commission-invoice.ts'
import type { CommissionRebate } from '#shared/contracts/console-platform/records/commission-rebate.ts'
import type { Contact } from '#shared/contracts/console-platform/records/contact.ts'
import { refundHold, refundProgress } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import type { ProviderInvoice } from '#shared/contracts/console-platform/records/invoice.ts'
import type { ListingVersionStatus } from '#shared/contracts/console-platform/records/listing.ts'
import type { Notice } from '#shared/contracts/console-platform/records/notice.ts'
import type { OfflineOrder } from '#shared/contracts/console-platform/records/offline-order.ts'
import type { PayoutBatch } from '#shared/contracts/console-platform/records/payout-batch.ts'
import type { PayoutRequest } from '#shared/contracts/console-platform/records/payout-request.ts'
import type { ProviderAccount } from '#shared/contracts/console-platform/records/provider-account.ts'
import type { Recharge } from '#shared/contracts/console-platform/records/recharge.ts'
import type { Violation } from '#shared/contracts/console-platform/records/violation.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import { applicationAllows } from '#shared/contracts/console-platform/transitions/application-transitions.ts'
import { bankLineAllows } from '#shared/contracts/console-platform/transitions/bank-line-transitions.ts'
import {
  barredFromInvoice,
  commissionInvoiceAllows,
} from '#shared/contracts/console-platform/transitions/commission-invoice-transitions.ts'
import {
  barredFromRebate,
  rebateAllows,
} from '#shared/contracts/console-platform/transitions/commission-rebate-transitions.ts'
import { contactAllows } from '#shared/contracts/console-platform/transitions/contact-transitions.ts'
import { depositAllows } from '#shared/contracts/console-platform/transitions/deposit-transitions.ts'
import { invoiceAllows } from '#shared/contracts/console-platform/transitions/invoice-transitions.ts'
import { listingVersionAllows } from '#shared/contracts/console-platform/transitions/listing-version-transitions.ts'
import { noticeAllows } from '#shared/contracts/console-platform/transitions/notice-transitions.ts'
import {
  barredFromOffline,
  offlineOrderAllows,
} from '#shared/contracts/console-platform/transitions/offline-order-transitions.ts'

import { payoutBatchAllows } from '#shared/contracts/console-platform/transitions/payout-batch-transitions.ts'
import {
  barredFromPayout,
  payoutAllows,
} from '#shared/contracts/console-platform/transitions/payout-transitions.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import {
  barredFromAccount,
  providerAccountAllows,
} from '#shared/contracts/console-platform/transitions/provider-account-transitions.ts'
import { providerAllows } from '#shared/contracts/console-platform/transitions/provider-transitions.ts'
import { rechargeAllows } from '#shared/contracts/console-platform/transitions/recharge-transitions.ts'
import { statementAllows } from '#shared/contracts/console-platform/transitions/settlement-transitions.ts'
import {
  barredFromRuling,
  violationAllows,
} from '#shared/contracts/console-platform/transitions/violation-transitions.ts'
import { toldUnseen } from '#shared/contracts/console-platform/visibility.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { DepositStatus } from '#shared/rules/deposits/deposit-standing.ts'

type DepositCommand = CommandAbout<'depositObligation'>

/** What this person may do with a deposit that stands so today, and of which `refundable` fen may be asked back. */
export function allowedForDeposit(
  { id, roles }: Pick<Account, 'id' | 'roles'>,
  obligation: Parameters<typeof depositAllows>[0],
  {
    refundable,
    status,
    isHeld,
    isRaised,
  }: {
    readonly refundable: Fen
    readonly status: DepositStatus
    /** A violation of the provider waits for a ruling. */
    readonly isHeld: boolean
    /** A later pack asks more, and nobody has decided whether this deposit owes it. */
    readonly isRaised: boolean
  },
): DepositCommand[] {
  const { requested } = refundProgress(obligation)
  /** Whether the day and the person allow what the state of the record does. */
  const possible: Readonly<Record<DepositCommand, boolean>> = {
    'deposit.issue-receipt': true,
    // Another person than who asked, and what was asked may have gone another way since.
    'deposit.approve-refund':
      requested !== null &&
      requested.by !== id &&
      requested.amount <= refundable &&
      refundHold(obligation) === null &&
      !isHeld,
    'deposit.request-refund': refundable > 0,
    // Nothing is asked any more.
    'deposit.waive': status !== 'refunded',
    'deposit.decline-refund': true,
    'deposit.decide-new-amount': isRaised,
    'deposit.record-ticket': true,
    'deposit.send-receipt': true,
    'deposit.hold-refund': true,
    'deposit.lift-refund-hold': true,
  }
  return commandsAbout('depositObligation').filter(
    (type) => depositAllows(obligation, type) && mayCommand(roles, type) && possible[type],
  )
}

/** What this person may do with a recharge; who typed it does not confirm it. */
export function allowedForRecharge(
  { id, roles }: Pick<Account, 'id' | 'roles'>,
  recharge: Recharge,
): CommandAbout<'recharge'>[] {
  return commandsAbout('recharge').filter(
    (type) =>
      rechargeAllows(recharge, type) &&
      mayCommand(roles, type) &&
      !(type === 'recharge.confirm' && recharge.recorded.by === id),
  )
}

/** What this person may do with a request to be paid; who had a hand in it does not approve it. */
export function allowedForPayout(
  { id, roles }: Pick<Account, 'id' | 'roles'>,
  payout: PayoutRequest,
): CommandAbout<'payoutRequest'>[] {
  return commandsAbout('payoutRequest').filter(
    (type) => payoutAllows(payout, type) && mayCommand(roles, type) && !barredFromPayout(payout, type, id),
  )
}

/** What these roles may do with an invoice of a provider. */
export function allowedForProviderInvoice(
  roles: readonly Role[],
  invoice: ProviderInvoice,
): CommandAbout<'invoice'>[] {
  return commandsAbout('invoice').filter((type) => invoiceAllows(invoice, type) && mayCommand(roles, type))
}

/** What these roles may do with a batch of payments. */
export function allowedForBatch(roles: readonly Role[], batch: PayoutBatch): CommandAbout<'payoutBatch'>[] {
  return commandsAbout('payoutBatch').filter(
    (type) => payoutBatchAllows(batch, type) && mayCommand(roles, type),
  )
}

/** What this person may do with an account a provider is paid to; who proposed it does not approve it. */
export function allowedForPayeeAccount(
  { id, roles }: Pick<Account, 'id' | 'roles'>,
  account: ProviderAccount,
): CommandAbout<'providerAccount'>[] {
  return commandsAbout('providerAccount').filter(
    (type) =>
      providerAccountAllows(account, type) &&
      mayCommand(roles, type) &&
      !barredFromAccount(account, type, id),
  )
}

/** What this person may do with a provider, the likely next step first. */
export function allowedForProvider(
  { roles }: Pick<Account, 'roles'>,
  provider: Parameters<typeof providerAllows>[0],
): CommandAbout<'provider'>[] {
  return commandsAbout('provider').filter((type) => providerAllows(provider, type) && mayCommand(roles, type))
}

/** What this person may do with a violation. Whether she may deduct depends on who recorded it: see `barredFromRuling`. */
export function allowedForViolation(
  { id, roles }: Pick<Account, 'id' | 'roles'>,
  violation: Violation,
): CommandAbout<'violation'>[] {
  return commandsAbout('violation').filter(
    (type) =>
      violationAllows(violation, type) &&
      mayCommand(roles, type) &&
      !barredFromRuling(violation, type, 0).includes(id),
  )
}

/** What these roles may do with a notice: nothing where they may not read it. */
export function allowedForNotice(roles: readonly Role[], notice: Notice): CommandAbout<'notice'>[] {
  if (toldUnseen(roles, 'notice', notice) !== null) return []
  return commandsAbout('notice').filter((type) => noticeAllows(notice, type) && mayCommand(roles, type))
}

/** What these roles may do with a contact record. */
export function allowedForContact(roles: readonly Role[], contact: Contact): CommandAbout<'contact'>[] {
  return commandsAbout('contact').filter((type) => contactAllows(contact, type) && mayCommand(roles, type))
}

/** What this person may do with an order that was written down by hand. */
export function allowedForOfflineOrder(
  { id, roles }: Pick<Account, 'id' | 'roles'>,
  record: OfflineOrder,
): CommandAbout<'offlineOrder'>[] {
  return commandsAbout('offlineOrder').filter(
    (type) =>
      offlineOrderAllows(record, type) &&
      mayCommand(roles, type) &&
      !barredFromOffline(record, type).includes(id),
  )
}

/** What this person may do with 佣金返还. */
export function allowedForRebate(
  { id, roles }: Pick<Account, 'id' | 'roles'>,
  rebate: CommissionRebate,
): CommandAbout<'commissionRebate'>[] {
  return commandsAbout('commissionRebate').filter(
    (type) =>
      rebateAllows(rebate, type) && mayCommand(roles, type) && !barredFromRebate(rebate, type).includes(id),
  )
}

/** What this person may do with an invoice of a marketplace to its provider. */
export function allowedForInvoice(
  { id, roles }: Pick<Account, 'id' | 'roles'>,
  invoice: CommissionInvoice,
): CommandAbout<'commissionInvoice'>[] {
  return commandsAbout('commissionInvoice').filter(
    (type) =>
      commissionInvoiceAllows(invoice, type) &&
      mayCommand(roles, type) &&
      !barredFromInvoice(invoice, type).includes(id),
  )
}

/** What these roles may do with a line of a bank account. */
export function allowedForLine(
  roles: readonly Role[],
  line: Parameters<typeof bankLineAllows>[0],
): CommandAbout<'bankLine'>[] {
  return commandsAbout('bankLine').filter((type) => bankLineAllows(line, type) && mayCommand(roles, type))
}

/** What these roles may do with a settlement statement. */
export function allowedForStatement(
  roles: readonly Role[],
  statement: Parameters<typeof statementAllows>[0],
): CommandAbout<'settlementStatement'>[] {
  return commandsAbout('settlementStatement').filter(
    (type) => statementAllows(statement, type) && mayCommand(roles, type),
  )
}

/** What these roles may do with an application in this state, the likely next step first. */
export function allowedForApplication(
  roles: readonly Role[],
  status: ApplicationStatus,
  approvable: boolean,
): CommandAbout<'application'>[] {
  const allowed = commandsAbout('application').filter(
    (type) => applicationAllows(status, type) && mayCommand(roles, type),
  )
  return approvable ? allowed : askedFirst(allowed, 'application.request-changes')
}

/** What these roles may do with a listing version in this state, the likely next step first. */
export function allowedForListing(
  roles: readonly Role[],
  status: ListingVersionStatus,
  approvable: boolean,
): CommandAbout<'listingVersion'>[] {
  const allowed = commandsAbout('listingVersion').filter(
    (type) => listingVersionAllows(status, type) && mayCommand(roles, type),
  )
  return approvable ? allowed : askedFirst(allowed, 'listing.request-changes')
}

/** Where something speaks against approval, the likely step is to ask the vendor. */
function askedFirst<T extends string>(allowed: readonly T[], asking: T): T[] {
  return allowed.includes(asking) ? [asking, ...allowed.filter((type) => type !== asking)] : [...allowed]
}
