import { Anchor, Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useAnswered } from '#renderer/engine-client/use-answered.ts'
import { grouped, plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { SupervisionSearch } from '#renderer/routes/supervision-search.ts'
import { Page } from '#renderer/shell/page/page.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { NoPermission, useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, SegmentFilter } from '#renderer/table/filter-bar.tsx'
import type { Unbilled } from '#shared/contracts/console-engine/supervisions.ts'
import { WAITING_STATES } from '#shared/rules/supervision/waiting-for.ts'
import classes from './supervision.module.css'

type By = 'provider' | 'product'
const UNFINISHED = WAITING_STATES.filter((state) => state !== 'completed')

/** What supervised orders come to that no bill has: by the bill that will have it, and by provider or product. */
export function UnbilledPage({ by }: { readonly by: By }) {
  const texts = useTexts()
  const words = texts.supervision.board
  const search = useSearch({ from: '/supervision' })
  const navigate = useNavigate()
  const { choices } = useMarketplaces()
  const unseen = useUnseen()('supervision')
  const { marketplaces = [] } = search
  const asked = useQuery({
    ...engine.supervisions.unbilled.queryOptions({ input: { by, marketplaces } }),
    placeholderData: keepPreviousData,
  })
  const shown = useAnswered({ by, scope: { marketplaces: search.marketplaces } }, asked.isPlaceholderData)
  const change = (part: SupervisionSearch) =>
    void navigate({ to: '/supervision', search: { ...search, ...part } })
  if (unseen !== null) {
    return (
      <Page title={texts.shell.screens.supervision}>
        <NoPermission what="supervision" />
      </Page>
    )
  }
  return (
    <Page
      title={`${texts.shell.screens.supervision} · ${words.unbilled}`}
      actions={
        <Button variant="subtle" onClick={() => change({ unbilled: undefined })}>
          {words.list}
        </Button>
      }
      filters={
        <FilterBar active={marketplaces.length > 0} onClear={() => change({ marketplaces: undefined })}>
          <SegmentFilter
            label={words.unbilled}
            choices={[
              { value: 'provider', label: words.by.provider },
              { value: 'product', label: words.by.product },
            ]}
            value={by}
            onChange={(unbilled) => change({ unbilled })}
          />
          <ChoicesFilter
            label={texts.supervision.columns.marketplace}
            choices={choices}
            value={[...marketplaces]}
            onChange={(value) => change({ marketplaces: value.length === 0 ? undefined : value })}
          />
        </FilterBar>
      }
      scrolls
    >
      {asked.isPending ? (
        <LateLoader />
      ) : asked.isError ? (
        <Failed error={asked.error} reset={() => void asked.refetch()} />
      ) : asked.data.total.orders === 0 ? (
        <Empty title={words.nothing} lead={words.nothingLead} />
      ) : (
        <div className={classes.scroll}>
          <Bills unbilled={asked.data} scope={shown.scope} />
          <Groups unbilled={asked.data} {...shown} />
        </div>
      )}
    </Page>
  )
}

interface SumsProps {
  readonly unbilled: Unbilled
  readonly scope: Pick<SupervisionSearch, 'marketplaces'>
}

/** A count that leads to its orders. */
function Orders({ count, search }: { readonly count: number; readonly search: SupervisionSearch }) {
  if (count === 0) return '–'
  return (
    <Anchor renderRoot={(props) => <Link to="/supervision" search={search} {...props} />}>
      {grouped(count)}
    </Anchor>
  )
}

/** What can be billed when: each bill by its month and day. */
function Bills({ unbilled: { total, unfinished, bills }, scope }: SumsProps) {
  const words = useTexts().supervision.board
  return (
    <table className={classes.sums} aria-label={words.byBill}>
      <thead>
        <tr>
          <th scope="col">{words.byBill}</th>
          <th scope="col">{words.orders}</th>
          <th scope="col">{words.amount}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{words.notCompleted}</th>
          <td>
            <Orders count={unfinished.orders} search={{ ...scope, statuses: UNFINISHED }} />
          </td>
          <td>{plainYuan(unfinished.amount)}</td>
        </tr>
        {bills.map(({ billedIn, billsOn, orders, amount }) => (
          <tr key={billedIn ?? ''}>
            <th scope="row">
              {billedIn === null
                ? words.noBill
                : billsOn === null
                  ? words.billedIn(billedIn)
                  : words.completedFor(billedIn, billsOn)}
            </th>
            <td>
              <Orders
                count={orders}
                search={{ ...scope, statuses: ['completed'], billedIn: billedIn ?? 'none' }}
              />
            </td>
            <td>{plainYuan(amount)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{words.total}</th>
          <td>
            <Orders count={total.orders} search={scope} />
          </td>
          <td>{plainYuan(total.amount)}</td>
        </tr>
      </tbody>
    </table>
  )
}

function Groups({ unbilled: { rows, more }, by, scope }: SumsProps & { readonly by: By }) {
  const words = useTexts().supervision.board
  return (
    <>
      <table className={classes.sums} aria-label={words.by[by]}>
        <thead>
          <tr>
            <th scope="col">{words.by[by]}</th>
            <th scope="col">{words.notCompleted}</th>
            <th scope="col">{words.amount}</th>
            <th scope="col">{words.completed}</th>
            <th scope="col">{words.amount}</th>
            <th scope="col">{words.total}</th>
            <th scope="col">{words.amount}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ providerId, productName, name, providerName, ...sums }) => {
            const of = { ...scope, providerId, productName: productName ?? undefined }
            return (
              <tr key={`${providerId} ${productName ?? ''}`}>
                <th scope="row" title={providerName === null ? name : `${name} · ${providerName}`}>
                  {providerName === null ? name : `${name} · ${providerName}`}
                </th>
                <td>
                  <Orders count={sums.unfinished.orders} search={{ ...of, statuses: UNFINISHED }} />
                </td>
                <td>{plainYuan(sums.unfinished.amount)}</td>
                <td>
                  <Orders count={sums.completed.orders} search={{ ...of, statuses: ['completed'] }} />
                </td>
                <td>{plainYuan(sums.completed.amount)}</td>
                <td>
                  <Orders count={sums.orders} search={of} />
                </td>
                <td>{plainYuan(sums.amount)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {more ? <p className={classes.quiet}>{words.more}</p> : null}
    </>
  )
}
