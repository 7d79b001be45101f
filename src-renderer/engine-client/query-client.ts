import { QueryClient } from '@tanstack/react-query'

/**
 * Answers come from the local database in milliseconds and the engine says when they changed: nothing grows
 * stale by itself, nothing is tried again by itself, and a browser that thinks it is offline is of no account.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
