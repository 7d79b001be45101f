import { z } from 'zod'
import { instantSchema, marketplaceSchema, recordIdSchema } from '../../../base/ids.ts'
import { fenSchema } from '../../../money/fen.ts'

/** Where a subscription stands: before it ends, in the days of grace and of retention after its end, and afterwards. */
export const SUBSCRIPTION_STATUSES = [
  'trial',
  'active',
  'grace',
  'retention',
  'expired',
  'released',
  'refunded',
] as const
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number]

/** A user's subscription 订阅 of a product. Money in fen, instants in UTC. */
export const subscriptionSchema = z.strictObject({
  id: recordIdSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  providerId: z.string().min(1).max(64),
  providerName: z.string().min(1).max(200),
  listingId: z.string().min(1).max(64),
  /** The product's name, in Chinese where it has one. */
  productName: z.string().min(1).max(200),
  userId: z.string().min(1).max(64),
  userName: z.string().min(1).max(200),
  /** Personal data. */
  phone: z.string().max(32).nullable(),
  /** Personal data. */
  email: z.string().max(254).nullable(),
  /** The plan, as the product calls it. */
  plan: z.string().min(1).max(64),
  status: z.enum(SUBSCRIPTION_STATUSES),
  /** How long was bought, all renewals together; null where it runs without an end. */
  months: z.int().min(0).max(1200).nullable(),
  /** Paid in cash for all its orders, refunds not taken off. */
  paid: fenSchema.nonnegative(),
  /** The order it began with; null for a trial, and where that order is not on record. */
  orderId: recordIdSchema.nullable(),
  /** Orders that renewed it, oldest first: a renewal is no subscription of its own. */
  renewals: z.array(recordIdSchema).max(1200),
  subscribedAt: instantSchema,
  /** Null where it runs without an end. */
  expiresAt: instantSchema.nullable(),
  updatedAt: instantSchema,
})
export type Subscription = Readonly<z.infer<typeof subscriptionSchema>>
