import { useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { ReviewFilters } from '#renderer/review/review-filters.tsx'
import { listingFilterOf } from '#renderer/routes/search.ts'
import {
  LISTING_VERSION_STATUSES,
  type ListingVersionStatus,
} from '#shared/contracts/console-platform/records/listing.ts'
import { ListingCaseView } from './listing-case.tsx'
import { useListingColumns } from './listing-columns.tsx'

/** The states in which somebody has something to do: what the queue shows unless asked otherwise. */
const OPEN_STATES: readonly ListingVersionStatus[] = [
  'submitted',
  'in_review',
  'changes_requested',
  'approved',
]

/** 上架审核. The address also holds the open part of the case. */
export function ListingsPage() {
  const texts = useTexts()
  const search = useSearch({ from: '/listings' })
  const queue = useQueue({
    kind: 'listingVersion',
    address: '/listings',
    search,
    filter: { ...listingFilterOf(search), statuses: [...(search.statuses ?? OPEN_STATES)] },
    firstSort: 'dueOn',
    list: engine.listings.list,
  })
  return (
    <QueueFrame
      queue={queue}
      name="listings"
      title={texts.listings.title}
      columns={useListingColumns()}
      empty={texts.listings.filter.empty}
      filters={
        <ReviewFilters
          filter={search}
          categoriesOf="listingCategories"
          textLabel={texts.listings.filter.text}
          statuses={LISTING_VERSION_STATUSES.map((value) => ({
            value,
            label: texts.statuses.listingVersion[value],
          }))}
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
