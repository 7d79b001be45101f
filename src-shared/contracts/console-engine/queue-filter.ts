import { z } from 'zod'
import { marketplaceSchema } from '../../base/ids.ts'

/** Filter of a review queue; an empty list means "all". `mine`: assigned to the signed-in person. */
export function queueFilterSchema<Status extends z.ZodType>(status: Status) {
  return z.strictObject({
    statuses: z.array(status).default([]),
    marketplaces: z.array(marketplaceSchema).default([]),
    category: z.string().max(64).nullable().default(null),
    assignee: z
      .union([z.literal('anyone'), z.literal('mine'), z.literal('nobody'), z.string().max(64)])
      .default('anyone'),
    clock: z.enum(['any', 'warn', 'overdue']).default('any'),
    text: z.string().max(100).default(''),
  })
}
