import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import type { z } from 'zod'
import { engine } from '#renderer/engine-client/engine.ts'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { QueueCaseProps } from '#renderer/queue/case-props.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { CitationLine } from '#renderer/review/citation-line.tsx'
import { ContactsSection } from '#renderer/review/contacts/contacts-section.tsx'
import { useCaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { BillsSection } from '#renderer/review/metered-bills/bills-section.tsx'
import { OrderFee } from '#renderer/review/order-fee.tsx'
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { RevealSection } from '#renderer/review/personal-data/reveal-panel.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { UserLink } from '#renderer/routes/user-link.tsx'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { NotVisible, useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { OrderStatusMark } from '#renderer/shell/status/status-mark.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { orderCaseSchema } from '#shared/contracts/console-engine/orders.ts'
import { NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import { isUnfinished, type Order, orderStatus } from '#shared/contracts/console-platform/records/order.ts'
import { supervisionHistory } from '#shared/contracts/console-platform/transitions/supervision-transitions.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { SupervisionFoot } from './supervision-foot.tsx'
import { SupervisionSection } from './supervision-section.tsx'

type OrderCase = z.infer<typeof orderCaseSchema>

/** One order, once the engine has laid it out. */
export function OrderCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.orders.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenOrder {...props} opened={query.data} />
}

function OpenOrder({
  opened,
  wide,
  onWide,
  nextId,
  onShow,
}: QueueCaseProps & { readonly opened: OrderCase }) {
  const texts = useTexts()
  const { marketplaceName } = useMarketplaces()
  const say = useBilingual()
  const { order, fee, original, refunds, guarantees, supervision } = opened
  const record = supervision?.record ?? null
  const forms = useCaseForms({
    kind: 'supervision',
    record: {
      id: order.id,
      version: record?.version ?? NOT_YET_THERE,
      history: record === null ? [] : supervisionHistory(record),
    },
    title: `${order.number} ${order.productName}`,
    seenDigest: supervision?.seenDigest ?? '',
    allowed: supervision?.allowed ?? [],
    ...{ nextId, onShow },
  })
  const isOver =
    supervision === null || (supervision.possible.length === 0 && !isUnfinished(supervision.state))
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  return (
    <CaseFrame
      head={
        <CaseHead
          title={`${order.number} ${order.productName}`}
          wide={wide}
          onWide={onWide}
          onClose={onClose}
        >
          <OrderStatusMark status={orderStatus(order)} />
          <span>{marketplaceName(order.marketplace)}</span>
          <Anchor component="span" size="sm">
            <RecordLink kind="provider" id={order.providerId}>
              {order.providerName}
            </RecordLink>
          </Anchor>
          <CopyId id={order.id} />
        </CaseHead>
      }
      document={null}
      foot={isOver ? null : <SupervisionFoot order={order} supervision={supervision} forms={forms} />}
    >
      <ReturnedBanner recordId={order.id} onAgain={forms.again} />
      <PendingLines pending={supervision?.pending ?? []} />
      {supervision === null ? null : <SupervisionSection supervision={supervision} />}
      {guarantees.length === 0 ? null : (
        <CaseSection title={texts.supervision.guarantees}>
          {guarantees.map(({ name, citation }) => (
            <Fragment key={citation.ruleId}>
              <p>{say(name)}</p>
              <CitationLine citation={citation} />
            </Fragment>
          ))}
        </CaseSection>
      )}
      <CaseSection title={texts.orders.fee}>
        <OrderFee fee={fee} />
      </CaseSection>
      <CaseSection title={texts.orders.facts}>
        <OrderFacts opened={opened} />
      </CaseSection>
      <BillsSection order={order} />
      <RevealSection kind="order" id={order.id} />
      <ContactsSection
        of={{ of: 'record', kind: 'order', id: order.id }}
        marketplace={order.marketplace}
        userName={null}
      />
      {original === null ? null : (
        <CaseSection title={texts.orders.original}>
          <OtherOrder order={original} />
        </CaseSection>
      )}
      {refunds.length === 0 ? null : (
        <CaseSection title={texts.orders.refunds} aside={String(refunds.length)}>
          {refunds.map((refund) => (
            <OtherOrder key={refund.id} order={refund} />
          ))}
        </CaseSection>
      )}
    </CaseFrame>
  )
}

function OtherOrder({ order }: { readonly order: Order }) {
  return (
    <p>
      <RecordLink kind="order" id={order.id}>
        {order.number}
      </RecordLink>{' '}
      {formatYuan(order.cash)} <Moment at={order.paidAt} />
    </p>
  )
}

function OrderFacts({ opened: { order, modeName, settled, supervision } }: { readonly opened: OrderCase }) {
  const texts = useTexts()
  const say = useBilingual()
  const words = texts.orders
  const { categoryName } = useMarketplaces()
  const unseen = useUnseen()('order', { record: order, field: 'buyerName' })
  const none = texts.format.none
  const shareText =
    order.agreedBasisPoints === null ? none : words.percent(String(order.agreedBasisPoints / 100))
  return (
    <Facts
      facts={[
        [words.columns.number, <CopyId key="number" id={order.number} whole />],
        [words.columns.kind, words.kind[order.kind]],
        [words.columns.channel, words.channel[order.channel]],
        [words.columns.category, categoryName(order.marketplace, order.category)],
        [words.fields.mode, modeName === null ? (order.mode ?? none) : say(modeName)],
        [
          words.buyer,
          <span key="buyer">
            {unseen === null ? null : <NotVisible what={unseen} />}{' '}
            <UserLink id={order.buyerId} name={order.buyerName ?? order.buyerId} />
          </span>,
        ],
        [words.fields.distributed, order.distributed ? texts.format.yes : texts.format.no],
        [words.fields.listPrice, formatYuan(order.listPrice)],
        [words.fields.cash, formatYuan(order.cash)],
        [words.fields.voucher, formatYuan(order.voucher)],
        [words.fields.taxBasisPoints, words.percent(String(order.taxBasisPoints / 100))],
        [words.fields.agreedBasisPoints, shareText],
        [words.fields.paidAt, <Moment key="paid" at={order.paidAt} />],
        [words.fields.activatedAt, <Moment key="activated" at={order.activatedAt} />],
        [words.fields.startsAt, <Moment key="starts" at={order.startsAt} />],
        [words.fields.completedAt, <Moment key="completed" at={order.completedAt} />],
        [words.fields.repaidAt, <Moment key="repaid" at={order.repaidAt} />],
        [words.columns.supervision, words.supervision[supervision?.state ?? order.supervision]],
        [
          words.columns.settledIn,
          settled === null ? (
            (order.settledIn ?? none)
          ) : (
            <span key="settled">
              <RecordLink kind="settlementStatement" id={settled.statementId}>
                {settled.month}
              </RecordLink>{' '}
              {texts.statuses.settlementStatement[settled.status]}
            </span>
          ),
        ],
      ]}
    />
  )
}
