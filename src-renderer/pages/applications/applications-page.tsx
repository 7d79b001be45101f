import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { ReviewFilters } from '#renderer/review/review-filters.tsx'
import { useNextCase } from '#renderer/review/use-next-case.ts'
import { type ApplicationsSearch, applicationFilterOf } from '#renderer/routes/search.ts'
import { ListAndCase } from '#renderer/shell/page/list-and-case.tsx'
import { Page } from '#renderer/shell/page/page.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { DataTable } from '#renderer/table/data-table.tsx'
import { loadedRows, WINDOW_SIZE, windowOptions } from '#renderer/table/window-query.ts'
import {
  APPLICATION_STATUSES,
  type ApplicationStatus,
} from '#shared/contracts/console-platform/records/application.ts'
import { ApplicationCaseView } from './application-case.tsx'
import { useApplicationColumns } from './application-columns.tsx'

/** The states in which somebody has something to do: what the queue shows unless asked otherwise. */
const OPEN_STATES: readonly ApplicationStatus[] = [
  'submitted',
  'in_review',
  'changes_requested',
  'approved',
  'contract_pending',
  'deposit_pending',
]

/** 入驻审核: the queue beside the case that is open. The address holds filter, order, case and width. */
export function ApplicationsPage() {
  const texts = useTexts()
  const search = useSearch({ from: '/applications' })
  const { id = null } = useParams({ strict: false })
  const navigate = useNavigate({ from: '/applications' })
  const columns = useApplicationColumns()
  const { sort: column = 'dueOn', desc: descending = false, wide = false, ...filter } = search
  const query = useInfiniteQuery(
    engine.applications.list.infiniteOptions({
      input: (after: string | null) => ({
        filter: { ...applicationFilterOf(search), statuses: [...(search.statuses ?? OPEN_STATES)] },
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

  const show = (shown: string | null, part: ApplicationsSearch = {}) => {
    const next = (old: ApplicationsSearch): ApplicationsSearch => ({ ...old, ...part })
    void (shown === null
      ? navigate({ to: '/applications', search: next, replace: true })
      : navigate({ to: '/applications/$id', params: { id: shown }, search: next, replace: id !== null }))
  }
  return (
    <Page
      title={texts.applications.title}
      aside={total === undefined ? null : texts.table.rows(grouped(total))}
      filters={
        <ReviewFilters
          filter={filter}
          categoriesOf="categories"
          textLabel={texts.applications.filter.text}
          statuses={APPLICATION_STATUSES.map((value) => ({
            value,
            label: texts.statuses.application[value],
          }))}
          onChange={(part) => show(id, part)}
        />
      }
    >
      <ListAndCase
        wide={wide}
        list={
          <DataTable
            name="applications"
            label={texts.applications.title}
            columns={columns}
            query={query}
            rowId={(row) => row.id}
            sort={{ column, descending }}
            onSort={(sort) => show(id, { sort: sort.column, desc: sort.descending || undefined })}
            selectedId={id}
            onSelect={(row) => show(row.id)}
            onOpen={(row) => show(row.id, { wide: true })}
            empty={<Empty title={texts.applications.filter.empty} />}
            scope={JSON.stringify(filter)}
          />
        }
        case={
          id === null ? null : (
            <ApplicationCaseView
              key={id}
              id={id}
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
