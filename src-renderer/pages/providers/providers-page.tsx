import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { type Provider, providerStatusSchema } from '#shared/contracts/console-platform/records/provider.ts'
import { engine } from '../../engine-client/engine.ts'
import { grouped } from '../../format/quantity.ts'
import { useTexts } from '../../i18n/language-context.ts'
import type { PROVIDER_SORT_COLUMNS, ProvidersSearch } from '../../routes/search.ts'
import { Page } from '../../shell/page/page.tsx'
import { Empty } from '../../shell/states/empty.tsx'
import { useMarketplaces } from '../../shell/use-marketplaces.ts'
import type { Sort } from '../../table/column.ts'
import { DataTable } from '../../table/data-table.tsx'
import { ChoicesFilter, FilterBar, TextFilter } from '../../table/filter-bar.tsx'
import { WINDOW_SIZE, windowOptions } from '../../table/window-query.ts'
import classes from './providers.module.css'
import { useProviderColumns } from './use-provider-columns.tsx'

type SortColumn = (typeof PROVIDER_SORT_COLUMNS)[number]

/** 服务商: every vendor of every marketplace. */
export function ProvidersPage() {
  const texts = useTexts()
  const search = useSearch({ from: '/providers' })
  const navigate = useNavigate({ from: '/providers' })
  const { choices } = useMarketplaces()
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const columns = useProviderColumns()

  const { statuses = [], marketplaces = [], text = '' } = search
  const sort = { column: search.sort ?? 'name', descending: search.desc ?? false } satisfies Sort<SortColumn>
  const filter = useMemo(() => ({ statuses, marketplaces, text }), [statuses, marketplaces, text])
  const query = useInfiniteQuery(
    engine.providers.list.infiniteOptions({
      input: (after: string | null) => ({ filter, sort, after, limit: WINDOW_SIZE }),
      ...windowOptions,
    }),
  )
  const change = (part: Partial<ProvidersSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const open = ({ id }: Provider) => void navigate({ to: '/providers/$id', params: { id } })
  const total = query.data?.pages[0]?.total

  return (
    <Page
      title={texts.shell.screens.providers}
      aside={
        <span className={classes.total}>{total === undefined ? '' : texts.table.rows(grouped(total))}</span>
      }
      filters={
        <FilterBar
          active={statuses.length + marketplaces.length + text.length > 0}
          onClear={() => change({ statuses: undefined, marketplaces: undefined, text: undefined })}
        >
          <TextFilter
            placeholder={texts.providers.filterText}
            value={text}
            onChange={(value) => change({ text: value === '' ? undefined : value })}
          />
          <ChoicesFilter
            label={texts.providers.columns.status}
            choices={providerStatusSchema.options.map((value) => ({
              value,
              label: texts.statuses.provider[value],
            }))}
            value={statuses}
            onChange={(value) => change({ statuses: value.length === 0 ? undefined : value })}
          />
          <ChoicesFilter
            label={texts.providers.columns.marketplace}
            choices={choices}
            value={marketplaces}
            onChange={(value) => change({ marketplaces: value.length === 0 ? undefined : value })}
          />
        </FilterBar>
      }
    >
      <DataTable
        name="providers"
        label={texts.shell.screens.providers}
        columns={columns}
        query={query}
        rowId={(row) => row.id}
        sort={sort}
        onSort={({ column, descending }) => change({ sort: column, desc: descending ? true : undefined })}
        selectedId={selectedId}
        onSelect={(row) => setSelectedId(row.id)}
        onOpen={open}
        empty={<Empty title={texts.providers.nothing} lead={texts.providers.nothingLead} />}
        scope={JSON.stringify(filter)}
      />
    </Page>
  )
}
