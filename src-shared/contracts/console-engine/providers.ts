import { z } from 'zod'
import { marketplaceSchema } from '../../base/ids.ts'
import { providerSchema, providerStatusSchema } from '../console-platform/records/provider.ts'
import { exportSchema } from './exports.ts'
import { pageOf, windowSchema } from './paging.ts'

export const PROVIDER_SORT_COLUMNS = ['name', 'marketplace', 'status', 'joinedOn', 'updatedAt'] as const

/** Filter of the providers; an empty list means "all". */
export const providerFilterSchema = z.strictObject({
  marketplaces: z.array(marketplaceSchema).default([]),
  statuses: z.array(providerStatusSchema).default([]),
  text: z.string().max(100).default(''),
})
export type ProviderFilter = z.infer<typeof providerFilterSchema>

export const providerListInput = windowSchema(PROVIDER_SORT_COLUMNS).extend({ filter: providerFilterSchema })
export const providerPageSchema = pageOf(providerSchema)
export const providerExportInput = exportSchema(PROVIDER_SORT_COLUMNS).extend({
  filter: providerFilterSchema,
})
