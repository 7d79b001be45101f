import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useNextCase } from '#renderer/review/use-next-case.ts'
import { type DepositsSearch, depositFilterOf } from '#renderer/routes/search.ts'
import { DepositPage } from '#renderer/shell/page/deposit-page.tsx'
import { ListAndCase } from '#renderer/shell/page/list-and-case.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { DataTable } from '#renderer/table/data-table.tsx'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import { loadedRows, WINDOW_SIZE, windowOptions } from '#renderer/table/window-query.ts'
import { DEPOSIT_STATUSES } from '#shared/rules/deposits/deposit-standing.ts'
import { DepositCaseView } from './deposit-case.tsx'
import { useDepositColumns } from './deposit-columns.tsx'
import { DepositTotals } from './deposit-totals.tsx'
import { RegisterExportMenu } from './register-export-menu.tsx'

/** 保证金: the register beside the deposit that is open. The address holds filter, order, case and width. */
export function DepositsPage() {
  const texts = useTexts()
  const search = useSearch({ from: '/deposits' })
  const { id = null } = useParams({ strict: false })
  const navigate = useNavigate({ from: '/deposits' })
  const { choices } = useMarketplaces()
  const columns = useDepositColumns()
  const filter = depositFilterOf(search)
  const sort = { column: search.sort ?? ('dueOn' as const), descending: search.desc ?? false }
  const query = useInfiniteQuery(
    engine.deposits.list.infiniteOptions({
      input: (after: string | null) => ({ filter, sort, after, limit: WINDOW_SIZE }),
      ...windowOptions,
    }),
  )
  const nextId = useNextCase(
    loadedRows(query.data).map((row) => row.id),
    id,
  )
  const total = query.data?.pages[0]?.total

  const show = (shown: string | null, part: DepositsSearch = {}) => {
    const next = (old: DepositsSearch): DepositsSearch => ({ ...old, ...part })
    void (shown === null
      ? navigate({ to: '/deposits', search: next, replace: true })
      : navigate({ to: '/deposits/$id', params: { id: shown }, search: next, replace: id !== null }))
  }
  const change = (part: DepositsSearch) => show(id, part)
  return (
    <DepositPage
      title={texts.deposits.title}
      aside={total === undefined ? null : texts.table.rows(grouped(total))}
      actions={<RegisterExportMenu filter={filter} sort={sort} />}
      filters={
        <>
          <DepositTotals
            filter={filter}
            onShow={(status) => change({ statuses: status === null ? undefined : [status] })}
          />
          <FilterBar
            active={filter.statuses.length + filter.marketplaces.length + filter.text.length > 0}
            onClear={() => change({ statuses: undefined, marketplaces: undefined, text: undefined })}
          >
            <TextFilter
              placeholder={texts.deposits.filter.text}
              value={filter.text}
              onChange={(text) => change({ text: text === '' ? undefined : text })}
            />
            <ChoicesFilter
              label={texts.deposits.columns.status}
              choices={DEPOSIT_STATUSES.map((value) => ({
                value,
                label: texts.statuses.depositObligation[value],
              }))}
              value={filter.statuses}
              onChange={(value) => change({ statuses: value.length === 0 ? undefined : value })}
            />
            <ChoicesFilter
              label={texts.deposits.columns.marketplace}
              choices={choices}
              value={filter.marketplaces}
              onChange={(value) => change({ marketplaces: value.length === 0 ? undefined : value })}
            />
          </FilterBar>
        </>
      }
    >
      <ListAndCase
        wide={search.wide ?? false}
        list={
          <DataTable
            name="deposits"
            label={texts.deposits.title}
            columns={columns}
            query={query}
            rowId={(row) => row.id}
            sort={sort}
            onSort={({ column, descending }) => change({ sort: column, desc: descending || undefined })}
            selectedId={id}
            onSelect={(row) => show(row.id)}
            onOpen={(row) => show(row.id, { wide: true })}
            empty={<Empty title={texts.deposits.filter.empty} />}
            scope={JSON.stringify(filter)}
          />
        }
        case={
          id === null ? null : (
            <DepositCaseView
              key={id}
              id={id}
              wide={search.wide ?? false}
              onWide={(on) => show(id, { wide: on || undefined })}
              nextId={nextId}
              onShow={(shown) => show(shown, shown === null ? { wide: undefined } : {})}
            />
          )
        }
      />
    </DepositPage>
  )
}
