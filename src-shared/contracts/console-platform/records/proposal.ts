import { z } from 'zod'
import { instantSchema, ulidSchema } from '../../../base/ids.ts'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { historyEntrySchema } from './history.ts'

export const PROPOSAL_STATUSES = ['proposed', 'adopted', 'declined', 'withdrawn'] as const
export const proposalStatusSchema = z.enum(PROPOSAL_STATUSES)

const stampSchema = z.strictObject({ by: z.string(), byName: z.string(), at: instantSchema })

/**
 * What every change has that one person proposes and another puts into force. Nothing of it is written over: another
 * value is another proposal.
 */
export const proposalShape = {
  id: ulidSchema,
  version: z.int().positive(),
  status: proposalStatusSchema,
  /** The first day it holds once it is adopted, in Shanghai. */
  from: plainDateSchema,
  /** Why it is proposed. */
  reason: z.string().min(1).max(4000),
  proposed: stampSchema,
  /** Who adopted, declined or withdrew it; null while it waits. */
  decided: stampSchema.extend({ reason: z.string().max(4000).nullable() }).nullable(),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
}
const proposalSchema = z.strictObject(proposalShape)
export type Proposal = Readonly<z.infer<typeof proposalSchema>>
