import { z } from 'zod'
import { instantSchema, ulidSchema } from '../../../base/ids.ts'
import { attachmentsSchema } from './attachment.ts'
import { historyEntrySchema } from './history.ts'
import { orderSchema } from './order.ts'

/** Text that somebody has to write and that stays. */
const proofTextSchema = z.string().trim().min(4).max(4000)
const said = { at: instantSchema, by: z.string(), byName: z.string() }

/** What a person writes down of an order that no marketplace sent: private, or dealt with outside it; or its refund. */
export const offlineOrderSaidSchema = z.strictObject({
  ...orderSchema.pick({
    marketplace: true,
    number: true,
    providerId: true,
    productName: true,
    category: true,
    mode: true,
    kind: true,
    refundOf: true,
    channel: true,
    buyerId: true,
    buyerName: true,
    listPrice: true,
    cash: true,
    voucher: true,
    taxBasisPoints: true,
    agreedBasisPoints: true,
    paidAt: true,
    startsAt: true,
    completedAt: true,
    repaidAt: true,
  }).shape,
  /** The contract it rests on: its number, and what it is called. */
  contract: z.string().trim().min(2).max(200),
  /** What proves the payment, and where it is filed. */
  evidence: proofTextSchema,
  /** The contract itself, and files of what proves the payment. */
  attachments: attachmentsSchema,
})
export type OfflineOrderSaid = Readonly<z.infer<typeof offlineOrderSaidSchema>>

/** An order written down by a person 线下订单: an order only once another person has confirmed it. Money in fen. */
export const offlineOrderSchema = offlineOrderSaidSchema.extend({
  id: ulidSchema,
  version: z.int().positive(),
  providerName: z.string().min(1).max(200),
  recorded: z.strictObject(said),
  /** What another person made of it; or the one who wrote it down took it back. The order has the same id. */
  verdict: z
    .strictObject({ outcome: z.enum(['confirmed', 'refused']), reason: z.string().max(4000), ...said })
    .nullable(),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type OfflineOrder = Readonly<z.infer<typeof offlineOrderSchema>>

/** In the order in which they want attention. */
export const OFFLINE_ORDER_STATUSES = ['to-confirm', 'confirmed', 'refused'] as const
export type OfflineOrderStatus = (typeof OFFLINE_ORDER_STATUSES)[number]

export function offlineOrderStatus({ verdict }: Pick<OfflineOrder, 'verdict'>): OfflineOrderStatus {
  return verdict?.outcome ?? 'to-confirm'
}

/** Whether amounts, kind and original fit together. */
export function isOfflineOrderCoherent({
  kind,
  cash,
  listPrice,
  voucher,
  refundOf,
}: Pick<OfflineOrderSaid, 'kind' | 'cash' | 'listPrice' | 'voucher' | 'refundOf'>): boolean {
  if (listPrice < 0 || voucher < 0) return false
  return kind === 'refund' ? cash < 0 && refundOf !== null : cash >= 0 && refundOf === null
}
