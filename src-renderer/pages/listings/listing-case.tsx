import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { type ListingCaseProps, OpenListing } from './open-listing.tsx'

/** One submission, once the engine has laid it out. Use it under a `key` of its id. */
export function ListingCaseView(props: ListingCaseProps) {
  const query = useQuery(engine.listings.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenListing {...props} opened={query.data} />
}
