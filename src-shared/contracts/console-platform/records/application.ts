import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { applicantSchema } from '../../../rules/admission/applicant.ts'
import { historyEntrySchema } from './history.ts'

export const APPLICATION_STATUSES = [
  'submitted',
  'in_review',
  'changes_requested',
  'approved',
  'contract_pending',
  'deposit_pending',
  'open',
  'rejected',
  'withdrawn',
] as const
export const applicationStatusSchema = z.enum(APPLICATION_STATUSES)
export type ApplicationStatus = z.infer<typeof applicationStatusSchema>

/** A contract the vendor signed: which agreement (key of the pack), its version, by whom and when. */
export const signedContractSchema = z.strictObject({
  agreement: z.string().min(1).max(64),
  version: z.string().min(1).max(32),
  signedBy: z.string().min(1).max(100),
  signedOn: plainDateSchema,
})

/**
 * An application 入驻申请. `purpose` is `category-extension` where an open provider adds a category.
 * Approval moves it to contract_pending, the last contract to deposit_pending, the deposit or waiver to open.
 */
export const applicationSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  providerId: z.string().min(1).max(64),
  purpose: z.enum(['first', 'category-extension']),
  applicant: applicantSchema,
  status: applicationStatusSchema,
  /** Operator id. */
  assignee: z.string().nullable(),
  submittedAt: instantSchema,
  /** Last day of the review by the pack in force at submission; null where the pack states none. */
  dueOn: plainDateSchema.nullable(),
  decidedAt: instantSchema.nullable(),
  contracts: z.array(signedContractSchema),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type Application = Readonly<z.infer<typeof applicationSchema>>
