import type { CommandType } from '../commands.ts'
import type { Role } from '../roles.ts'

const REVIEWERS = ['ops', 'ops-manager'] as const
const MANAGERS = ['ops-manager'] as const
const FINANCE = ['finance'] as const
const APPROVERS = ['finance-approver'] as const

/** Who may give a command: any one of the roles. The platform enforces it; the page only hides. */
export const COMMAND_ROLES: Readonly<Record<CommandType, readonly Role[]>> = {
  'application.assign': REVIEWERS,
  'application.start-review': REVIEWERS,
  'application.request-changes': REVIEWERS,
  'application.approve': REVIEWERS,
  'application.reject': REVIEWERS,
  'application.record-contract': REVIEWERS,
  'application.open': REVIEWERS,
  'listing.assign': REVIEWERS,
  'listing.start-review': REVIEWERS,
  'listing.request-changes': REVIEWERS,
  'listing.approve': REVIEWERS,
  'listing.reject': REVIEWERS,
  'listing.override-finding': MANAGERS,
  'listing.publish': REVIEWERS,
  'listing.propose-delisting': REVIEWERS,
  'listing.delist': MANAGERS,
  'deposit.waive': FINANCE,
  'deposit.match': FINANCE,
  'deposit.unmatch': FINANCE,
  'deposit.issue-receipt': FINANCE,
  'deposit.request-refund': FINANCE,
  'deposit.approve-refund': APPROVERS,
  // Whoever asked may think better of it.
  'deposit.decline-refund': [...FINANCE, ...APPROVERS],
  'bank.open-account': APPROVERS,
  'bank.import-statement': FINANCE,
}

export function mayCommand(roles: readonly Role[], type: CommandType): boolean {
  return COMMAND_ROLES[type].some((role) => roles.includes(role))
}
