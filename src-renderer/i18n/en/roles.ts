import type { Words } from '../words.ts'
import type { roles as original } from '../zh/roles.ts'

export const roles: Words<typeof original> = {
  role: {
    ops: 'Operations',
    'ops-manager': 'Operations manager',
    finance: 'Finance',
    'finance-approver': 'Finance approver',
    support: 'Support',
    auditor: 'Auditor',
    admin: 'Administrator',
  },
  notVisible: 'Not visible to your role',
  noPermission: 'No permission',
  seenBy: (roles) => `Seen by: ${roles}`,
  askFor: '. If you need to see this, ask the administrator for one of these roles.',
  recordKind: {
    provider: 'Providers',
    operator: 'Colleagues',
    application: 'Applications',
    listing: 'Listings',
    listingVersion: 'Listing versions',
    depositObligation: 'Deposits',
    bankAccount: 'Bank accounts',
    bankStatement: 'Bank statements',
    bankLine: 'Bank lines',
  },
}
