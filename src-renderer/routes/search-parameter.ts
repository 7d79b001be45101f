import type { z } from 'zod'

/** The schema of a search parameter: left out where it is the default, forgotten where it makes no sense. */
export function parameter<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined)
}
