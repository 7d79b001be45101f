import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { engine } from '../engine-client/engine.ts'

/** Names a colleague by id; one that is not known here is named by the id. */
export function useOperatorName(): (id: string) => string {
  const { data } = useQuery(engine.operators.queryOptions())
  return useCallback((id: string) => data?.find((operator) => operator.id === id)?.name ?? id, [data])
}
