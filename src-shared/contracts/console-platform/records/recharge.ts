import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { plainAccount } from '../../../rules/bank-matching/line-to-match.ts'
import { attachmentsSchema } from './attachment.ts'
import { historyEntrySchema } from './history.ts'

const said = { at: instantSchema, by: z.string(), byName: z.string() }
const reason = z.string().trim().min(4).max(4000)

/** What a payment channel says of a recharge, as somebody typed it from there. */
export const rechargeFactsSchema = z.strictObject({
  /** As people call it: Alipay, WeChat Pay, the store's own wallet. */
  channel: z.string().trim().min(2).max(60),
  /** The channel's own number of the payment: text. */
  number: z.string().trim().min(4).max(64),
  paidOn: plainDateSchema,
  amount: fenSchema.positive(),
  payerName: z.string().trim().min(1).max(200),
  /** The payer's account with the channel; empty where the channel names none. */
  payerAccount: z.string().trim().max(60),
  /** What proves it, and where it is filed. */
  evidence: reason,
  /** Files of it. */
  attachments: attachmentsSchema,
})

/**
 * Money that a provider paid in online 充值交纳 by a payment channel, typed with its evidence. It posts on the deposit once another
 * person has confirmed it. (Files of a channel come in like statements: as lines of an account that a channel keeps.)
 */
export const rechargeSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  providerId: z.string().min(1).max(64),
  providerName: z.string().min(1).max(200),
  obligationId: ulidSchema,
  ...rechargeFactsSchema.shape,
  recorded: z.strictObject(said),
  ruling: z
    .strictObject({ outcome: z.enum(['confirmed', 'refused']), reason: z.string(), ...said })
    .nullable(),
  /** The channel took the money back, or it was never there. */
  takenBack: z.strictObject({ reason: z.string(), ...said }).nullable(),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type Recharge = Readonly<z.infer<typeof rechargeSchema>>

/** In the order in which they want attention. */
export const RECHARGE_STATUSES = ['recorded', 'confirmed', 'refused', 'taken-back'] as const
export type RechargeStatus = (typeof RECHARGE_STATUSES)[number]

export function rechargeStatus({
  ruling,
  takenBack,
}: Pick<Recharge, 'ruling' | 'takenBack'>): RechargeStatus {
  if (takenBack !== null) return 'taken-back'
  return ruling?.outcome ?? 'recorded'
}

/**
 * The name of a recharge in its marketplace: a payment is there once, however its number and its channel are written. One
 * that was refused, or that the channel took back, frees its number.
 */
export function rechargeName(number: string): string {
  return plainAccount(number)
}
