import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { KeyMeaning } from './key-meanings.ts'

/**
 * The key of a decision wherever it can be given, beside `decide`, which gives the one the filled button names.
 * Null where that, a button or another key of the screen is the only way.
 */
export const COMMAND_KEYS: Readonly<Record<CommandType, KeyMeaning | null>> = {
  'application.assign': 'assign-to-me',
  'application.start-review': 'start-review',
  'application.request-changes': 'ask-changes',
  'application.approve': null,
  'application.reject': 'refuse',
  'application.record-contract': 'record-contract',
  'application.open': 'put-live',
  'listing.assign': 'assign-to-me',
  'listing.start-review': 'start-review',
  'listing.request-changes': 'ask-changes',
  'listing.approve': null,
  'listing.reject': 'refuse',
  'listing.override-finding': null,
  'listing.publish': 'put-live',
  'listing.propose-delisting': 'propose-delisting',
  'listing.delist': 'delist',
  'deposit.waive': 'waive',
  'deposit.match': null,
  'deposit.unmatch': 'unmatch-line',
  'deposit.issue-receipt': 'issue-receipt',
  'deposit.request-refund': 'request-refund',
  'deposit.approve-refund': null,
  'deposit.decline-refund': 'refuse',
  'bank.open-account': null,
  'bank.import-statement': null,
}
