import type { z } from 'zod'

/** What was kept as JSON; null where nothing was, or what another version of the program kept no longer fits. */
export function readKept<Schema extends z.ZodType>(
  schema: Schema,
  content: string | null,
): z.output<Schema> | null {
  if (content === null) return null
  try {
    const parsed = schema.safeParse(JSON.parse(content))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
