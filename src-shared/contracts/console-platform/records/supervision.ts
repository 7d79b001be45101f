import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { packIdSchema } from '../../../policy/citing.ts'
import { deliverySchema } from '../../../policy/supervision-section.ts'
import { attachmentsSchema } from './attachment.ts'
import { type SupervisionState, supervisionStateSchema } from './order.ts'

/** Text that somebody has to write and that stays. */
export const supervisionTextSchema = z.string().trim().min(4).max(4000)

/** Why an order is put under supervision that the rules do not name. */
export const openingSaidSchema = z.strictObject({ delivery: deliverySchema, reason: supervisionTextSchema })
export type Delivery = z.infer<typeof openingSaidSchema>['delivery']

/** What the provider brought to prove its delivery 交付验收件. */
export const deliverySaidSchema = z.strictObject({
  deliveredAt: instantSchema,
  /** What it is, and what shows that the delivery is done. */
  deliverable: supervisionTextSchema,
  /** Where it is filed. */
  filedAt: z.string().trim().min(2).max(400),
  /** SHA-256 of the file; null where it is no file. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  attachments: attachmentsSchema,
  /** A government cash voucher 赋能云政府现金券 was used for the order. */
  governmentVoucher: z.boolean(),
})

/** What the buyer did on the marketplace, and what proves it. */
export const confirmationSaidSchema = z.strictObject({
  confirmedAt: instantSchema,
  evidence: supervisionTextSchema,
  attachments: attachmentsSchema,
})
export const rejectionSaidSchema = z.strictObject({
  rejectedAt: instantSchema,
  reason: supervisionTextSchema,
  evidence: supervisionTextSchema,
  attachments: attachmentsSchema,
})
export const buyerAppealSaidSchema = z.strictObject({
  appealedAt: instantSchema,
  statement: supervisionTextSchema,
  evidence: supervisionTextSchema,
  attachments: attachmentsSchema,
})

/** How a step of the marketplace's own review 华为云复核 ended. */
export const reviewSaidSchema = z.strictObject({
  step: packIdSchema,
  outcome: z.enum(['passed', 'refused']),
  evidence: supervisionTextSchema,
  attachments: attachmentsSchema,
})

/** `accepted`: the delivery counts; `redeliver`: it is to be delivered again; `refund`: the order goes back in full. */
export const supervisionRulingSchema = z.strictObject({
  outcome: z.enum(['accepted', 'redeliver', 'refund']),
  reason: supervisionTextSchema,
})
export type SupervisionRuling = z.infer<typeof supervisionRulingSchema>['outcome']

const said = { at: instantSchema, by: z.string(), byName: z.string() }

/** One thing that happened; steps are only added. */
export const supervisionStepSchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('opened'), ...said, said: openingSaidSchema }),
  z.strictObject({ step: z.literal('delivered'), ...said, said: deliverySaidSchema }),
  z.strictObject({ step: z.literal('confirmed'), ...said, said: confirmationSaidSchema }),
  z.strictObject({ step: z.literal('rejected'), ...said, said: rejectionSaidSchema }),
  z.strictObject({ step: z.literal('reviewed'), ...said, said: reviewSaidSchema }),
  z.strictObject({ step: z.literal('appealed'), ...said, said: buyerAppealSaidSchema }),
  z.strictObject({ step: z.literal('decided'), ...said, said: supervisionRulingSchema }),
  /** By the clock, once the hours after the buyer's confirmation are over. */
  z.strictObject({
    step: z.literal('completed'),
    ...said,
    said: z.strictObject({ completedAt: instantSchema }),
  }),
  /** The marketplace itself says where the order stands: a file of orders brought it. */
  z.strictObject({
    step: z.literal('reported'),
    ...said,
    said: z.strictObject({ state: supervisionStateSchema }),
  }),
])
export type SupervisionStep = Readonly<z.infer<typeof supervisionStepSchema>>

/**
 * The supervision 服务监管 of an order's delivery: what was delivered, confirmed, rejected, appealed and decided, with who,
 * when and what proves it. Its order has the same id and always stands where its steps lead.
 */
export const supervisionSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  providerId: z.string().min(1).max(64),
  providerName: z.string().min(1).max(200),
  /** Of the order. */
  number: z.string().min(1).max(64),
  productName: z.string().min(1).max(200),
  /** Where the order stood when the first step was written down. */
  began: supervisionStateSchema,
  steps: z.array(supervisionStepSchema).min(1).max(500),
  updatedAt: instantSchema,
})
export type Supervision = Readonly<z.infer<typeof supervisionSchema>>

/** Where the steps lead. */
export function supervisionState({ began, steps }: Pick<Supervision, 'began' | 'steps'>): SupervisionState {
  return steps.reduce(afterStep, began)
}

function afterStep(before: SupervisionState, step: SupervisionStep): SupervisionState {
  switch (step.step) {
    case 'opened':
      return 'pending'
    case 'delivered':
    case 'confirmed':
    case 'rejected':
    case 'appealed':
    case 'completed':
      return step.step
    case 'reviewed':
      return step.said.outcome === 'passed' ? before : 'rejected'
    case 'decided':
      return afterRuling(step.said.outcome)
    case 'reported':
      return step.said.state
  }
}

function afterRuling(outcome: SupervisionRuling): SupervisionState {
  switch (outcome) {
    case 'accepted':
      return 'decided'
    case 'redeliver':
      return 'rejected'
    case 'refund':
      return 'ended'
  }
}

/**
 * The instant from which the hours to completion run: the buyer's confirmation, or the decision that takes its place; null
 * while the order stands elsewhere.
 */
export function completingSince(record: Pick<Supervision, 'began' | 'steps'>): string | null {
  const state = supervisionState(record)
  if (state !== 'confirmed' && state !== 'decided') return null
  for (const step of record.steps.toReversed()) {
    if (step.step === 'confirmed') return step.said.confirmedAt
    if (step.step === 'decided') return step.at
    // The marketplace says so, not when: it says the completion too.
    if (step.step === 'reported') return null
  }
  return null
}
