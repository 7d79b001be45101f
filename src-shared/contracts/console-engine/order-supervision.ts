import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { instantSchema } from '../../base/ids.ts'
import { citationSchema } from '../../rules/verdict.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import { supervisionStateSchema } from '../console-platform/records/order.ts'
import { supervisionSchema } from '../console-platform/records/supervision.ts'
import { pendingDecisionSchema } from './pending.ts'

/** The supervision of an order, pending decisions laid over, with the rules it goes by. */
export const orderSupervisionSchema = z.object({
  state: supervisionStateSchema,
  /** Null before anything was written down here. */
  record: supervisionSchema.nullable(),
  /** Whether the rules have it supervised, and their sentence; null where the pack says nothing of supervision. */
  verdict: z.object({ supervised: z.enum(['yes', 'no', 'open']), citation: citationSchema }).nullable(),
  /** By when it is completed; null while that is not due. */
  completion: z.object({ by: instantSchema, citation: citationSchema }).nullable(),
  /** What the provider brings. */
  deliverable: citationSchema.nullable(),
  appeal: z
    .object({
      rejections: z.int().nonnegative(),
      afterRejections: z.int().positive(),
      citation: citationSchema,
    })
    .nullable(),
  /** The marketplace's own review; null where it needs none. */
  review: z
    .object({
      citation: citationSchema,
      /** The step that comes next; null where all are passed. */
      next: z.string().nullable(),
      steps: z.array(
        z.object({ id: z.string(), name: bilingualSchema, gap: z.boolean(), citation: citationSchema }),
      ),
    })
    .nullable(),
  /** Whether a review hangs on a government voucher: its delivery says whether one was used. */
  asksVoucher: z.boolean(),
  /** What state and rules allow, whoever decides; and what this person may. */
  possible: z.array(commandAboutSchema('supervision')),
  allowed: z.array(commandAboutSchema('supervision')),
  pending: z.array(pendingDecisionSchema),
  returned: z.array(pendingDecisionSchema),
  /** SHA-256 over what is on record; goes along with a decision. */
  seenDigest: z.string(),
})
export type OrderSupervision = z.infer<typeof orderSupervisionSchema>
