import { z } from 'zod'
import { instantSchema, marketplaceSchema } from '../../base/ids.ts'
import { recordKindSchema } from '../console-platform/feed.ts'
import { clusterSchema } from '../console-platform/records/cluster.ts'
import { orderKindSchema, orderSchema } from '../console-platform/records/order.ts'
import { subscriptionSchema } from '../console-platform/records/subscription.ts'

/** Users have no records of their own: they are named as in what they subscribed to, installed and bought. */
export const userIdInput = z.strictObject({ id: z.string().min(1).max(64) })

/** The newest of a list, and whether there are more. */
const newest = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), more: z.boolean() })

const userEventSchema = z.object({
  at: instantSchema,
  /** A subscription began or ends, something was installed; or the kind of an order that was paid or paid back. */
  step: z.enum(['subscribed', 'expires', 'installed', ...orderKindSchema.options]),
  kind: recordKindSchema,
  id: z.string(),
  title: z.string(),
})
export type UserEvent = z.infer<typeof userEventSchema>

/** One user with all that this copy knows of: lists newest first, what is to come before what was. */
export const userCaseSchema = z.object({
  id: z.string(),
  /** Newest first; several where records name the user otherwise. */
  names: z.array(z.string()),
  marketplaces: z.array(marketplaceSchema),
  subscriptions: newest(subscriptionSchema),
  clusters: newest(clusterSchema),
  orders: newest(orderSchema),
  timeline: z.array(userEventSchema),
})
export type UserCase = z.infer<typeof userCaseSchema>
