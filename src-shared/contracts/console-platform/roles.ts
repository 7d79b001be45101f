import { z } from 'zod'

export const ROLES = [
  'ops',
  'ops-manager',
  'finance',
  'finance-approver',
  'support',
  'auditor',
  'admin',
] as const
export const roleSchema = z.enum(ROLES)
export type Role = z.infer<typeof roleSchema>

/** Who reads the log of every act. */
export const READS_AUDIT: readonly Role[] = ['auditor', 'admin']
