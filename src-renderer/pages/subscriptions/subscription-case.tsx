import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { LinkedRows } from '#renderer/boards/linked-rows.tsx'
import { engine } from '#renderer/engine-client/engine.ts'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { QueueCaseProps } from '#renderer/queue/case-props.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { ContactsSection } from '#renderer/review/contacts/contacts-section.tsx'
import { RevealSection } from '#renderer/review/personal-data/reveal-panel.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { UserLink } from '#renderer/routes/user-link.tsx'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { NotVisible, useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { ClusterStatusMark, SubscriptionStatusMark } from '#renderer/shell/status/board-marks.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { SubscriptionCase } from '#shared/contracts/console-engine/subscriptions.ts'
import { formatYuan } from '#shared/money/yuan.ts'

/** One subscription, once the engine has laid it out. Use it under a `key` of its id. */
export function SubscriptionCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.subscriptions.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenSubscription {...props} opened={query.data} />
}

/** One subscription: who has what until when, the orders that paid it, and the clusters it runs on. */
function OpenSubscription({
  opened,
  wide,
  onWide,
  nextId,
  onShow,
}: QueueCaseProps & { readonly opened: SubscriptionCase }) {
  const texts = useTexts()
  const { marketplaceName } = useMarketplaces()
  const unseen = useUnseen()
  const { subscription, orders, clusters } = opened
  const { subscriptionColumns: columns, phone, email, months, endless } = texts.boards
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  const contact = (field: 'phone' | 'email') => {
    const hidden = unseen('subscription', { record: subscription, field })
    return hidden === null ? (subscription[field] ?? texts.format.none) : <NotVisible what={hidden} />
  }
  return (
    <CaseFrame
      head={
        <CaseHead
          title={`${subscription.productName} · ${subscription.userName}`}
          wide={wide}
          onWide={onWide}
          onClose={onClose}
        >
          <SubscriptionStatusMark status={subscription.status} />
          <span>{marketplaceName(subscription.marketplace)}</span>
          <Anchor component="span" size="sm">
            <RecordLink kind="provider" id={subscription.providerId}>
              {subscription.providerName}
            </RecordLink>
          </Anchor>
          <CopyId id={subscription.id} />
        </CaseHead>
      }
      document={null}
      foot={null}
    >
      <CaseSection title={texts.boards.facts}>
        <Facts
          facts={[
            [columns.userName, <UserLink key="user" id={subscription.userId} name={subscription.userName} />],
            [phone, contact('phone')],
            [email, contact('email')],
            [columns.plan, subscription.plan],
            [columns.months, subscription.months === null ? endless : months(subscription.months)],
            [columns.paid, formatYuan(subscription.paid)],
            [columns.subscribedAt, <Moment key="began" at={subscription.subscribedAt} />],
            [columns.expiresAt, <Moment key="ends" at={subscription.expiresAt} />],
            [columns.listingId, <CopyId key="product" id={subscription.listingId} whole />],
          ]}
        />
      </CaseSection>
      <RevealSection kind="subscription" id={subscription.id} />
      <ContactsSection
        of={{ of: 'record', kind: 'subscription', id: subscription.id }}
        marketplace={subscription.marketplace}
        userName={null}
      />
      <CaseSection title={texts.boards.orders}>
        {unseen('order') === null ? (
          <LinkedRows
            rows={orders.map((order) => ({
              id: order.id,
              kind: 'order',
              name: order.number,
              said: texts.orders.kind[order.kind],
              at: order.paidAt,
              amount: formatYuan(order.cash),
            }))}
          />
        ) : (
          <NotVisible what="order" />
        )}
      </CaseSection>
      <CaseSection title={texts.boards.runsOn}>
        <LinkedRows
          rows={clusters.map((cluster) => ({
            id: cluster.id,
            kind: 'cluster',
            name: `${cluster.clusterName} ${cluster.clusterId}`,
            said: <ClusterStatusMark status={cluster.status} />,
            at: cluster.installedAt,
            amount: cluster.packageVersion,
          }))}
        />
      </CaseSection>
    </CaseFrame>
  )
}
