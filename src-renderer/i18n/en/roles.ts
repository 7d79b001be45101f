import type { Words } from '../words.ts'
import type { roles as original } from '../zh/roles.ts'
import { accounts } from './accounts.ts'

export const roles: Words<typeof original> = {
  notVisible: 'Not visible to your role',
  noPermission: 'No permission',
  seenBy: (roles) => `Seen by: ${roles}`,
  askFor: '. If you need to see this, ask the administrator for one of these roles.',
  accounts,
}
