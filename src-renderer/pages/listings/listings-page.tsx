import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { useSelection } from '#renderer/queue/use-selection.ts'
import { ReviewBar } from '#renderer/review/review-bar.tsx'
import { ReviewFilters } from '#renderer/review/review-filters.tsx'
import { listingFilterOf } from '#renderer/routes/search.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { ListingRow } from '#shared/contracts/console-engine/listings.ts'
import { LISTING_TURNS, statesOf } from '#shared/contracts/console-engine/queue-turns.ts'
import { LISTING_VERSION_STATUSES } from '#shared/contracts/console-platform/records/listing.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { ListingCaseView } from './listing-case.tsx'
import { useListingColumns } from './listing-columns.tsx'

/** 上架审核. The address also holds the open part of the case. */
export function ListingsPage() {
  const texts = useTexts()
  const say = useBilingual()
  const search = useSearch({ from: '/listings' })
  const queue = useQueue({
    kind: 'listingVersion',
    address: '/listings',
    search,
    filter: { ...listingFilterOf(search), statuses: search.statuses ?? statesOf(LISTING_TURNS, 'ours') },
    firstSort: 'dueOn',
    list: engine.listings.list,
    exported: engine.listings.export,
  })
  const selection = useSelection<ListingRow>(() => true)
  const mayAssign = mayCommand(useAccount()?.roles ?? [], 'listing.assign')
  const counts = useQuery(engine.listings.counts.queryOptions())
  return (
    <QueueFrame
      queue={queue}
      name="listings"
      title={texts.listings.title}
      columns={useListingColumns()}
      empty={texts.listings.filter.empty}
      selection={mayAssign ? selection : null}
      bar={
        <ReviewBar of="listing" selection={selection} nameOf={(row) => say(row.title) || row.listingName} />
      }
      filters={
        <ReviewFilters
          filter={search}
          categoriesOf="listingCategories"
          textLabel={texts.listings.filter.text}
          statuses={LISTING_VERSION_STATUSES.map((value) => ({
            value,
            label: texts.statuses.listingVersion[value],
          }))}
          turns={LISTING_TURNS}
          counts={counts.data ?? null}
          onChange={queue.change}
        />
      }
    >
      {(open) => (
        <ListingCaseView {...open} tab={search.tab ?? null} onTab={(tab) => queue.change({ tab })} />
      )}
    </QueueFrame>
  )
}
