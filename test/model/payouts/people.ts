import type { Person } from '../sync/people.ts'

const BOTH = ['finance', 'finance-approver'] as const

/** Who works where money goes out. Nobody may do two steps of one payment, under whatever account. */
export const PEOPLE: readonly Person[] = [
  { id: 'op-liu', email: 'liu@desk.test', roles: ['finance'], becomes: [['finance']] },
  { id: 'op-zhou', email: 'zhou@desk.test', roles: BOTH, becomes: [BOTH, ['finance']] },
  { id: 'op-wang', email: 'wang@desk.test', roles: BOTH, becomes: [BOTH, ['finance-approver']] },
  // A second account of wang.
  { id: 'op-wang2', email: 'Wang+2@desk.test', roles: BOTH, becomes: [BOTH] },
  { id: 'op-chen', email: 'chen@desk.test', roles: ['finance-approver'], becomes: [['finance-approver']] },
]

/** Whose each account is. */
export const PERSON_OF: Readonly<Record<string, string>> = { 'op-wang2': 'op-wang' }
