import type { Words } from '../words.ts'
import type { statuses as original } from '../zh/statuses.ts'

export const statuses: Words<typeof original> = {
  application: {
    submitted: 'Submitted',
    in_review: 'In review',
    changes_requested: 'Changes requested',
    approved: 'Approved',
    contract_pending: 'Contract due',
    deposit_pending: 'Deposit due',
    open: 'Open',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
  },
  listingVersion: {
    draft: 'Draft',
    submitted: 'Submitted',
    in_review: 'In review',
    changes_requested: 'Changes requested',
    approved: 'Approved',
    live: 'Live',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    delisted: 'Delisted',
  },
  listing: { draft: 'Not live yet', live: 'Live', delisted: 'Delisted' },
  provider: {
    prospect: 'Joining',
    active: 'Active',
    suspended: 'Suspended',
    leaving: 'Leaving',
    closed: 'Closed',
  },
  bankLine: { open: 'Unmatched', matched: 'Matched', 'taken-back': 'Taken back' },
  outbox: { held: 'Can be undone', queued: 'To be synced', acknowledged: 'Delivered', returned: 'Returned' },
  sync: {
    'signed-out': 'Signed out',
    snapshot: 'First sync',
    pulling: 'Syncing',
    live: 'Synced',
    offline: 'Offline',
    'client-too-old': 'Version too old',
    'cache-damaged': 'Local data damaged',
  },
}
