import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { OpenListing } from './open-listing.tsx'

export interface CaseProps {
  readonly id: string
  /** The open part of the case, as the address names it. */
  readonly tab: string | null
  readonly onTab: (tab: string) => void
  readonly wide: boolean
  readonly onWide: (wide: boolean) => void
  /** The case after this one in the queue as it stands now. */
  readonly nextId: () => string | null
  /** Shows another case; null closes this one. */
  readonly onShow: (id: string | null) => void
}

/** One submission, once the engine has laid it out. Use it under a `key` of its id. */
export function ListingCaseView(props: CaseProps) {
  const query = useQuery(engine.listings.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenListing {...props} opened={query.data} />
}
