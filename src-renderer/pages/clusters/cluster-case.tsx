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
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { UserLink } from '#renderer/routes/user-link.tsx'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { ClusterStatusMark, SubscriptionStatusMark } from '#renderer/shell/status/board-marks.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { ClusterCase } from '#shared/contracts/console-engine/subscriptions.ts'
import { formatYuan } from '#shared/money/yuan.ts'

/** One product on a cluster, once the engine has laid it out. Use it under a `key` of its id. */
export function ClusterCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.clusters.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenCluster {...props} opened={query.data} />
}

/** One product on a cluster: whose it is, what else runs there, and by which subscriptions. */
function OpenCluster({
  opened,
  wide,
  onWide,
  nextId,
  onShow,
}: QueueCaseProps & { readonly opened: ClusterCase }) {
  const texts = useTexts()
  const { marketplaceName } = useMarketplaces()
  const { cluster, others, subscriptions } = opened
  const { clusterColumns: columns } = texts.boards
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  return (
    <CaseFrame
      head={
        <CaseHead
          title={`${cluster.clusterName} · ${cluster.productName}`}
          wide={wide}
          onWide={onWide}
          onClose={onClose}
        >
          <ClusterStatusMark status={cluster.status} />
          <span>{marketplaceName(cluster.marketplace)}</span>
          <Anchor component="span" size="sm">
            <RecordLink kind="provider" id={cluster.providerId}>
              {cluster.providerName}
            </RecordLink>
          </Anchor>
          <CopyId id={cluster.id} />
        </CaseHead>
      }
      document={null}
      foot={null}
    >
      <CaseSection title={texts.boards.clusterFacts}>
        <Facts
          facts={[
            [columns.clusterId, <CopyId key="cluster" id={cluster.clusterId} whole />],
            [columns.clusterName, cluster.clusterName],
            [columns.packageVersion, cluster.packageVersion],
            [columns.userName, <UserLink key="user" id={cluster.userId} name={cluster.userName} />],
            [columns.installedAt, <Moment key="installed" at={cluster.installedAt} />],
            [columns.updatedAt, <Moment key="updated" at={cluster.updatedAt} />],
            [columns.listingId, <CopyId key="product" id={cluster.listingId} whole />],
          ]}
        />
      </CaseSection>
      <ContactsSection
        of={{ of: 'record', kind: 'cluster', id: cluster.id }}
        marketplace={cluster.marketplace}
        userName={null}
      />
      <CaseSection title={texts.boards.others}>
        <LinkedRows
          rows={others.map((other) => ({
            id: other.id,
            kind: 'cluster',
            name: other.productName,
            said: <ClusterStatusMark status={other.status} />,
            at: other.installedAt,
            amount: other.packageVersion,
          }))}
        />
      </CaseSection>
      <CaseSection title={texts.boards.ofUser}>
        <LinkedRows
          rows={subscriptions.map((subscription) => ({
            id: subscription.id,
            kind: 'subscription',
            name: `${subscription.productName} ${subscription.plan}`,
            said: <SubscriptionStatusMark status={subscription.status} />,
            at: subscription.subscribedAt,
            amount: formatYuan(subscription.paid),
          }))}
        />
      </CaseSection>
    </CaseFrame>
  )
}
