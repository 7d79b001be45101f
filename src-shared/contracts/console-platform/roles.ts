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
