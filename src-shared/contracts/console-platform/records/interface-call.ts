import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { packIdSchema } from '../../../policy/citing.ts'
import { callOutcomeSchema } from '../../../policy/interface-section.ts'

/** How a call may end. */
export const CALL_OUTCOMES = callOutcomeSchema.options

const short = z.string().min(1).max(128)

/** What the marketplace says of a call of a provider's production interface 生产系统接口. Instants in UTC. */
export const callSaidSchema = z.strictObject({
  /** The marketplace's own id of the call: reported again it is the same call. */
  callId: short,
  at: instantSchema,
  providerId: z.string().min(1).max(64),
  listingId: z.string().min(1).max(64).nullable(),
  productName: z.string().min(1).max(200),
  /** As the pack names it. */
  scene: packIdSchema,
  orderId: short.nullable(),
  orderLineId: short.nullable(),
  /** What was ordered, of one that is paid on demand. */
  productId: short.nullable(),
  onDemand: z.boolean(),
  /** Null where nothing was answered. */
  resultCode: z.string().min(1).max(16).nullable(),
  resultMessage: z.string().max(255).nullable(),
  /** The instance it is about, or that was answered. */
  instanceId: short.nullable(),
  /** The licence that was answered. */
  licence: short.nullable(),
  userId: z.string().min(1).max(64).nullable(),
  /** Personal data. */
  userName: z.string().min(1).max(200).nullable(),
  /** When the instance runs out, as the marketplace has it; null where that is not said. */
  expiresAt: instantSchema.nullable(),
})
export type CallSaid = Readonly<z.infer<typeof callSaidSchema>>

/** A call 生产接口调用 as the platform has it: what was said, and what the rules of its day make of it. It never changes. */
export const interfaceCallSchema = callSaidSchema.extend({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  providerName: z.string().min(1).max(200),
  outcome: callOutcomeSchema,
  /** Calls with the same have to be answered alike; null where it is repeated freely. */
  repeatKey: z.string().min(1).max(400).nullable(),
  updatedAt: instantSchema,
})
export type InterfaceCall = Readonly<z.infer<typeof interfaceCallSchema>>

/** What a call was answered with, of those that are to be answered alike. */
export function answerOf({ repeatKey, licence, instanceId }: InterfaceCall): string | null {
  return repeatKey === null ? null : (licence ?? instanceId)
}
