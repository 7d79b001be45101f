import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import type { UserCase } from '#shared/contracts/console-engine/users.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { type LinkedRow, LinkedRows } from '../../boards/linked-rows.tsx'
import { engine } from '../../engine-client/engine.ts'
import { CopyId } from '../../format/copy-id.tsx'
import { Moment } from '../../format/instant-text.tsx'
import { useTexts } from '../../i18n/language-context.ts'
import { ContactsPanel } from '../../review/contacts/contacts-section.tsx'
import { RecordLink } from '../../routes/record-link.tsx'
import { useKeys } from '../../shell/keys/use-keys.ts'
import { Facts } from '../../shell/page/facts.tsx'
import { Page } from '../../shell/page/page.tsx'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { Failed } from '../../shell/states/failed.tsx'
import { LateLoader } from '../../shell/states/late-loader.tsx'
import { NotVisible, useUnseen } from '../../shell/states/not-visible.tsx'
import { ClusterStatusMark, SubscriptionStatusMark } from '../../shell/status/board-marks.tsx'
import { useMarketplaces } from '../../shell/use-marketplaces.ts'
import classes from './users.module.css'

/** One user: what they subscribed to, run and bought, as far as this copy knows. */
export function UserPage() {
  const texts = useTexts()
  const words = texts.lookUp.user
  const { id } = useParams({ from: '/users/$id' })
  const { history } = useRouter()
  const query = useQuery(engine.users.get.queryOptions({ input: { id } }))
  useKeys([{ means: 'close', label: words.back, run: () => history.back() }])
  const back = (
    <button type="button" className={classes.back} onClick={() => history.back()}>
      <IconArrowLeft size={15} aria-hidden />
      {words.back}
    </button>
  )
  if (query.data === undefined) {
    return (
      <Page title={words.title} actions={back} scrolls>
        {query.isError ? <Failed error={query.error} reset={() => void query.refetch()} /> : <LateLoader />}
      </Page>
    )
  }
  return (
    <Page
      title={query.data.names[0] ?? id}
      aside={
        <>
          {words.title}
          <CopyId id={id} />
        </>
      }
      actions={back}
      scrolls
    >
      <OpenUser opened={query.data} />
    </Page>
  )
}

function OpenUser({ opened }: { readonly opened: UserCase }) {
  const texts = useTexts()
  const words = texts.lookUp.user
  const { marketplaceName } = useMarketplaces()
  const { id, names, marketplaces, subscriptions, clusters, orders, timeline } = opened
  const steps = { ...words.steps, ...texts.orders.kind }
  return (
    <div className={classes.stack}>
      <Panel title={words.facts}>
        <Facts
          facts={[
            [words.id, <CopyId key="id" id={id} whole />],
            [words.names, names.length === 0 ? texts.format.none : names.join(', ')],
            [words.marketplaces, marketplaces.map(marketplaceName).join(', ')],
          ]}
        />
      </Panel>
      <ContactsPanel
        of={{ of: 'user', id }}
        marketplace={marketplaces[0] ?? ''}
        userName={names[0] ?? null}
      />
      <div className={classes.columns}>
        <UserRows kind="subscription" title={words.subscriptions} more={subscriptions.more}>
          {subscriptions.rows.map((row) => ({
            ...{ id: row.id, kind: 'subscription', name: `${row.productName} · ${row.plan}` },
            said: <SubscriptionStatusMark status={row.status} />,
            ...{ at: row.subscribedAt, amount: formatYuan(row.paid) },
          }))}
        </UserRows>
        <UserRows kind="cluster" title={words.clusters} more={clusters.more}>
          {clusters.rows.map((row) => ({
            ...{ id: row.id, kind: 'cluster', name: `${row.clusterName} · ${row.productName}` },
            said: <ClusterStatusMark status={row.status} />,
            ...{ at: row.installedAt, amount: row.packageVersion },
          }))}
        </UserRows>
        <UserRows kind="order" title={words.orders} more={orders.more}>
          {orders.rows.map((row) => ({
            ...{ id: row.id, kind: 'order', name: `${row.number} ${row.productName}` },
            said: texts.orders.kind[row.kind],
            ...{ at: row.paidAt, amount: formatYuan(row.cash) },
          }))}
        </UserRows>
      </div>
      <Panel title={words.timeline}>
        {timeline.length === 0 ? <PanelNote>{words.none}</PanelNote> : null}
        <ol className={classes.steps}>
          {timeline.map(({ at, step, kind, id: of, title }) => (
            <li key={`${at} ${step} ${of}`} className={classes.step}>
              <span className={classes.when}>
                <Moment at={at} />
              </span>
              <span className={classes.what}>{steps[step]}</span>
              <span className={classes.of} title={title}>
                <RecordLink kind={kind} id={of}>
                  {title}
                </RecordLink>
              </span>
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  )
}

interface UserRowsProps {
  readonly kind: LinkedRow['kind']
  readonly title: string
  readonly more: boolean
  readonly children: readonly LinkedRow[]
}

/** Records of one kind that name a user; who may not see that kind is told so. */
function UserRows({ kind, title, more, children }: UserRowsProps) {
  const words = useTexts().lookUp.user
  const unseen = useUnseen()(kind)
  return (
    <Panel title={title}>
      <div className={classes.rows}>
        {unseen === null ? <LinkedRows rows={children} /> : <NotVisible what={unseen} />}
      </div>
      {more ? <PanelNote>{words.more(children.length)}</PanelNote> : null}
    </Panel>
  )
}
