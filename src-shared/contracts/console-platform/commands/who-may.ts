/** Parties of the desk, as roles that may give a command. */
export const REVIEWERS = ['ops', 'ops-manager'] as const
export const MANAGERS = ['ops-manager'] as const
export const FINANCE = ['finance'] as const
export const APPROVERS = ['finance-approver'] as const
export const SUPPORT = ['support'] as const
export const ADMINS = ['admin'] as const
