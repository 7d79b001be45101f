import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { z } from 'zod'
import { engine } from './engine.ts'

/**
 * A small value the engine keeps for this person. `value` is null until it is known or where it does not parse;
 * `known` says which. Writing shows at once and is stored behind it.
 */
export function usePreference<Schema extends z.ZodType>(
  key: string,
  schema: Schema,
): { value: z.output<Schema> | null; known: boolean; save: (value: z.output<Schema>) => void } {
  const queries = useQueryClient()
  const query = useQuery(engine.preferences.get.queryOptions({ input: { key } }))
  const { mutate } = useMutation(engine.preferences.put.mutationOptions())
  const save = useCallback(
    (value: z.output<Schema>) => {
      const queryKey = engine.preferences.get.queryKey({ input: { key } })
      // An answer that is still on its way is older than this.
      void queries.cancelQueries({ queryKey }, { revert: false })
      queries.setQueryData(queryKey, { value })
      mutate({ key, value })
    },
    [queries, key, mutate],
  )
  const parsed = schema.safeParse(query.data?.value)
  return { value: parsed.success ? parsed.data : null, known: !query.isPending, save }
}
