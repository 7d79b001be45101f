import type { Role } from '#shared/contracts/console-platform/roles.ts'

/** Somebody with an account. */
export interface Person {
  readonly id: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly staffNumber?: string
  /** What else she may become. */
  readonly becomes: readonly (readonly Role[])[]
}

const REVIEWS: Person['becomes'] = [['ops'], ['ops-manager'], ['support']]
/** Who works at the simulated desk. */
export const PEOPLE: readonly Person[] = [
  { id: 'op-a', email: 'a@desk.test', roles: ['ops'], becomes: REVIEWS },
  { id: 'op-b', email: 'b@desk.test', roles: ['ops-manager'], becomes: REVIEWS },
  { id: 'op-c', email: 'c@desk.test', roles: ['finance'], becomes: [['finance'], ['finance'], ['ops']] },
  { id: 'op-d', email: 'd@desk.test', roles: ['finance'], becomes: [['finance']] },
  // Who may ask and approve, but never both about one refund.
  {
    id: 'op-e',
    email: 'e@desk.test',
    roles: ['finance-approver', 'finance'],
    becomes: [['finance-approver'], ['finance-approver', 'finance']],
  },
]
