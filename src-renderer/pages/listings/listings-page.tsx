import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { ReviewFilters } from '#renderer/review/review-filters.tsx'
import { useNextCase } from '#renderer/review/use-next-case.ts'
import { type ListingsSearch, listingFilterOf } from '#renderer/routes/search.ts'
import { ListAndCase } from '#renderer/shell/page/list-and-case.tsx'
import { Page } from '#renderer/shell/page/page.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { DataTable } from '#renderer/table/data-table.tsx'
import { loadedRows, WINDOW_SIZE, windowOptions } from '#renderer/table/window-query.ts'
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

/** 上架审核: the queue beside the submission that is open. The address holds filter, order, case, part and width. */
export function ListingsPage() {
  const texts = useTexts()
  const search = useSearch({ from: '/listings' })
  const { id = null } = useParams({ strict: false })
  const navigate = useNavigate({ from: '/listings' })
  const columns = useListingColumns()
  const { sort: column = 'dueOn', desc: descending = false, wide = false, tab, ...filter } = search
  const query = useInfiniteQuery(
    engine.listings.list.infiniteOptions({
      input: (after: string | null) => ({
        filter: { ...listingFilterOf(search), statuses: [...(search.statuses ?? OPEN_STATES)] },
        sort: { column, descending },
        after,
        limit: WINDOW_SIZE,
      }),
      ...windowOptions,
    }),
  )
  const queue = loadedRows(query.data).map((row) => row.id)
  const nextId = useNextCase(queue, id)
  const total = query.data?.pages[0]?.total

  const show = (shown: string | null, part: ListingsSearch = {}) => {
    const next = (old: ListingsSearch): ListingsSearch => ({ ...old, ...part })
    void (shown === null
      ? navigate({ to: '/listings', search: next, replace: true })
      : navigate({ to: '/listings/$id', params: { id: shown }, search: next, replace: id !== null }))
  }
  return (
    <Page
      title={texts.listings.title}
      aside={total === undefined ? null : texts.table.rows(grouped(total))}
      filters={
        <ReviewFilters
          filter={filter}
          categoriesOf="listingCategories"
          textLabel={texts.listings.filter.text}
          statuses={LISTING_VERSION_STATUSES.map((value) => ({
            value,
            label: texts.statuses.listingVersion[value],
          }))}
          onChange={(part) => show(id, part)}
        />
      }
    >
      <ListAndCase
        wide={wide}
        list={
          <DataTable
            name="listings"
            label={texts.listings.title}
            columns={columns}
            query={query}
            rowId={(row) => row.id}
            sort={{ column, descending }}
            onSort={(sort) => show(id, { sort: sort.column, desc: sort.descending || undefined })}
            selectedId={id}
            onSelect={(row) => show(row.id)}
            onOpen={(row) => show(row.id, { wide: true })}
            empty={<Empty title={texts.listings.filter.empty} />}
            scope={JSON.stringify(filter)}
          />
        }
        case={
          id === null ? null : (
            <ListingCaseView
              key={id}
              id={id}
              tab={tab ?? null}
              onTab={(chosen) => show(id, { tab: chosen })}
              wide={wide}
              onWide={(on) => show(id, { wide: on || undefined })}
              nextId={nextId}
              onShow={(shown) => show(shown, shown === null ? { wide: undefined } : {})}
            />
          )
        }
      />
    </Page>
  )
}
