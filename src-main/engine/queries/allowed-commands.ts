import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { ApplicationStatus } from '#shared/contracts/console-platform/records/application.ts'
import { refundProgress } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import type { ListingVersionStatus } from '#shared/contracts/console-platform/records/listing.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import { applicationAllows } from '#shared/contracts/console-platform/transitions/application-transitions.ts'
import { bankLineAllows } from '#shared/contracts/console-platform/transitions/bank-line-transitions.ts'
import { depositAllows } from '#shared/contracts/console-platform/transitions/deposit-transitions.ts'
import { listingVersionAllows } from '#shared/contracts/console-platform/transitions/listing-version-transitions.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { DepositStatus } from '#shared/rules/deposits/deposit-standing.ts'

/** In the order in which they are likely, where nothing speaks against approval. */
const APPLICATION_COMMANDS: readonly CommandType[] = [
  'application.start-review',
  'application.approve',
  'application.record-contract',
  'application.open',
  'application.request-changes',
  'application.reject',
  'application.assign',
]
const LISTING_COMMANDS: readonly CommandType[] = [
  'listing.start-review',
  'listing.approve',
  'listing.publish',
  'listing.request-changes',
  'listing.reject',
  'listing.override-finding',
  'listing.assign',
  'listing.propose-delisting',
  'listing.delist',
]

const DEPOSIT_COMMANDS: readonly CommandType[] = [
  'deposit.issue-receipt',
  'deposit.approve-refund',
  'deposit.request-refund',
  'deposit.waive',
  'deposit.decline-refund',
]

/** What this person may do with a deposit that stands so today, and of which `refundable` fen may be asked back. */
export function allowedForDeposit(
  { id, roles }: Pick<Account, 'id' | 'roles'>,
  obligation: Parameters<typeof depositAllows>[0],
  { refundable, status }: { readonly refundable: Fen; readonly status: DepositStatus },
): CommandType[] {
  const { requested } = refundProgress(obligation)
  const isPossible = (type: CommandType) => {
    if (type === 'deposit.request-refund') return refundable > 0
    // Nothing is asked any more.
    if (type === 'deposit.waive') return status !== 'refunded'
    // Another person than who asked, and what was asked may have gone another way since.
    if (type === 'deposit.approve-refund') {
      return requested !== null && requested.by !== id && requested.amount <= refundable
    }
    return true
  }
  return DEPOSIT_COMMANDS.filter(
    (type) => depositAllows(obligation, type) && mayCommand(roles, type) && isPossible(type),
  )
}
const LINE_COMMANDS: readonly CommandType[] = ['deposit.match', 'deposit.unmatch']

/** What these roles may do with a line of a bank account. */
export function allowedForLine(
  roles: readonly Role[],
  line: Parameters<typeof bankLineAllows>[0],
): CommandType[] {
  return LINE_COMMANDS.filter((type) => bankLineAllows(line, type) && mayCommand(roles, type))
}

/** What these roles may do with an application in this state, the likely next step first. */
export function allowedForApplication(
  roles: readonly Role[],
  status: ApplicationStatus,
  approvable: boolean,
): CommandType[] {
  const allowed = APPLICATION_COMMANDS.filter(
    (type) => applicationAllows(status, type) && mayCommand(roles, type),
  )
  return approvable ? allowed : askedFirst(allowed, 'application.request-changes')
}

/** What these roles may do with a listing version in this state, the likely next step first. */
export function allowedForListing(
  roles: readonly Role[],
  status: ListingVersionStatus,
  approvable: boolean,
): CommandType[] {
  const allowed = LISTING_COMMANDS.filter(
    (type) => listingVersionAllows(status, type) && mayCommand(roles, type),
  )
  return approvable ? allowed : askedFirst(allowed, 'listing.request-changes')
}

/** Where something speaks against approval, the likely step is to ask the vendor. */
function askedFirst(allowed: readonly CommandType[], asking: CommandType): CommandType[] {
  return allowed.includes(asking) ? [asking, ...allowed.filter((type) => type !== asking)] : [...allowed]
}
