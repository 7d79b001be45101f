import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'

/** Today in Beijing, by the engine's clock; empty before it is known. */
export function useDay(): string {
  return useQuery(engine.today.queryOptions()).data?.on ?? ''
}
