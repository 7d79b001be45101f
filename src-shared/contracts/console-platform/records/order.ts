import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainMonthSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { orderChannelSchema } from '../../../policy/fee-section.ts'

export const ORDER_CHANNELS = orderChannelSchema.options

export const orderKindSchema = z.enum(['new', 'renewal', 'refund'])
export type OrderKind = z.infer<typeof orderKindSchema>

/** Where the supervision of an order stands; `none` where it is not supervised, `ended` where it goes back in full. */
export const supervisionStateSchema = z.enum([
  'none',
  'pending',
  'delivered',
  'confirmed',
  'completed',
  'rejected',
  'appealed',
  'decided',
  'ended',
])
export type SupervisionState = z.infer<typeof supervisionStateSchema>

/** An order 订单 that a buyer paid on a marketplace, or the refund of one. Money in fen, instants in UTC. */
export const orderSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  /** The marketplace's own number: text. */
  number: z.string().min(1).max(64),
  providerId: z.string().min(1).max(64),
  providerName: z.string().min(1).max(200),
  listingId: z.string().min(1).max(64).nullable(),
  productName: z.string().min(1).max(200),
  /** A category of the pack; where fees go by the type of product, that. */
  category: z.string().min(1).max(64),
  /** The mode of business it was sold by, where the marketplace has several. */
  mode: z.string().min(1).max(64).nullable(),
  kind: orderKindSchema,
  /** The order a refund takes back from. */
  refundOf: ulidSchema.nullable(),
  channel: orderChannelSchema,
  buyerId: z.string().min(1).max(64),
  /** Personal data. */
  buyerName: z.string().max(200).nullable(),
  /** The buyer is a customer of the provider's own distribution. */
  distributed: z.boolean(),
  listPrice: fenSchema,
  /** Cash really received; of a refund what went back, negative. */
  cash: fenSchema,
  voucher: fenSchema,
  /** Of tax, in hundredths of a per cent. */
  taxBasisPoints: z.int().min(0).max(10_000),
  /** A share agreed for the order or its product, in hundredths of a per cent. */
  agreedBasisPoints: z.int().min(0).max(10_000).nullable(),
  paidAt: instantSchema,
  activatedAt: instantSchema.nullable(),
  startsAt: instantSchema.nullable(),
  completedAt: instantSchema.nullable(),
  /** When the buyer had repaid the credit; null while it is open. */
  repaidAt: instantSchema.nullable(),
  supervision: supervisionStateSchema,
  /** The month whose statement holds it; null before. */
  settledIn: plainMonthSchema.nullable(),
  updatedAt: instantSchema,
})
export type Order = Readonly<z.infer<typeof orderSchema>>

export const ORDER_STATUSES = ['in-supervision', 'unsettled', 'settled'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

/** Whether a supervision goes on: until it is over, its order cannot be billed. */
export function isUnfinished(supervision: SupervisionState): boolean {
  return supervision !== 'none' && supervision !== 'completed' && supervision !== 'ended'
}

/** Where an order stands: under supervision it cannot be billed. */
export function orderStatus({
  supervision,
  settledIn,
}: Pick<Order, 'supervision' | 'settledIn'>): OrderStatus {
  if (settledIn !== null) return 'settled'
  return isUnfinished(supervision) ? 'in-supervision' : 'unsettled'
}
