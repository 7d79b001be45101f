import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'

interface Scope {
  readonly providerId: string | null
  readonly listingId: string | null
}

/** What the one provider or product is called that a board is cut to; null where it is cut to none. */
export function useOnly({ providerId, listingId }: Scope): string | null {
  const found = useQuery({
    ...engine.subscriptions.named.queryOptions({ input: { providerId, listingId } }),
    enabled: providerId !== null || listingId !== null,
  })
  if (providerId === null && listingId === null) return null
  return found.data?.name ?? listingId ?? providerId
}
