import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { engine } from '../engine-client/engine.ts'

/** Names of the colleagues by their id, as far as they are known here. */
export function useOperatorNames(): ReadonlyMap<string, string> {
  const { data } = useQuery(engine.operators.queryOptions())
  return useMemo(() => new Map(data?.map((operator) => [operator.id, operator.name])), [data])
}
