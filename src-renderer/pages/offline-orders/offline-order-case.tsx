import { Anchor, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { AttachmentList } from '#renderer/files/attachment-list.tsx'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { QueueCaseProps } from '#renderer/queue/case-props.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import { type CaseForms, useCaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { HistoryList } from '#renderer/review/history-list.tsx'
import { OrderFee } from '#renderer/review/order-fee.tsx'
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { useMissing } from '#renderer/review/use-missing.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { OfflineOrderStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { OfflineOrderCase } from '#shared/contracts/console-engine/offline-orders.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import {
  barredFromOffline,
  offlineOrderAllows,
} from '#shared/contracts/console-platform/transitions/offline-order-transitions.ts'
import { formatYuan } from '#shared/money/yuan.ts'

/** One order written down by hand, once the engine has laid it out. */
export function OfflineOrderCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.orders.offline.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenOfflineOrder {...props} opened={query.data} />
}

interface OpenProps extends QueueCaseProps {
  readonly opened: OfflineOrderCase
}

function OpenOfflineOrder({ opened, wide, onWide, nextId, onShow }: OpenProps) {
  const texts = useTexts()
  const say = useBilingual()
  const words = texts.offlineOrders
  const { record, status, fee } = opened
  const title = `${record.number} ${record.productName}`
  const forms = useCaseForms({
    kind: 'offlineOrder',
    record,
    title,
    ...{ seenDigest: opened.seenDigest, allowed: opened.allowed, nextId, onShow },
  })
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  return (
    <CaseFrame
      head={
        <CaseHead title={title} wide={wide} onWide={onWide} onClose={onClose}>
          <OfflineOrderStatusMark status={status} />
          <span>{say(opened.marketplaceName)}</span>
          <Anchor component="span" size="sm">
            <RecordLink kind="provider" id={record.providerId}>
              {record.providerName}
            </RecordLink>
          </Anchor>
          {status === 'confirmed' ? (
            <Anchor component="span" size="sm">
              <RecordLink kind="order" id={record.id}>
                {words.toOrder}
              </RecordLink>
            </Anchor>
          ) : null}
          <CopyId id={record.id} />
        </CaseHead>
      }
      document={null}
      foot={<Foot opened={opened} forms={forms} />}
    >
      <ReturnedBanner recordId={record.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      <CaseSection title={words.facts}>
        <RecordedFacts opened={opened} />
      </CaseSection>
      <CaseSection title={words.fee}>
        <OrderFee fee={fee} />
      </CaseSection>
      <HistoryList history={record.history} reasonWords={(id) => id} />
    </CaseFrame>
  )
}

function RecordedFacts({
  opened: { record, original, categoryName },
}: {
  readonly opened: OfflineOrderCase
}) {
  const texts = useTexts()
  const say = useBilingual()
  const { columns, kind, channel, fields, percent, buyer } = texts.orders
  const words = texts.offlineOrders.fields
  const none = texts.format.none
  const { agreedBasisPoints: agreed, recorded, verdict } = record
  return (
    <>
      <Facts
        facts={[
          [words.contract, record.contract],
          [words.evidence, record.evidence],
          [columns.kind, kind[record.kind]],
          [
            texts.orders.original,
            original === null ? (
              none
            ) : (
              <RecordLink key="original" kind="order" id={original.id}>
                {original.number} {formatYuan(original.cash)}
              </RecordLink>
            ),
          ],
          [columns.channel, channel[record.channel]],
          [columns.category, say(categoryName)],
          [buyer, record.buyerName ?? record.buyerId],
          [fields.cash, formatYuan(record.cash)],
          [fields.voucher, formatYuan(record.voucher)],
          [fields.agreedBasisPoints, agreed === null ? none : percent(String(agreed / 100))],
          [fields.taxBasisPoints, percent(String(record.taxBasisPoints / 100))],
          [fields.paidAt, <Moment key="paid" at={record.paidAt} />],
          [words.recordedBy, recorded.byName],
          [
            words.decidedBy,
            verdict === null ? none : [verdict.byName, verdict.reason].filter(Boolean).join('：'),
          ],
        ]}
      />
      <AttachmentList attachments={record.attachments} />
    </>
  )
}

interface FootProps {
  readonly opened: OfflineOrderCase
  readonly forms: CaseForms
}

function Foot({ opened, forms }: FootProps) {
  const texts = useTexts()
  const { record, allowed, status } = opened
  const missing = useMissing('offlineOrder', allowed, (type) => offlineOrderAllows(record, type), {
    'order.confirm-offline': barredFromOffline(record, 'order.confirm-offline'),
  })
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing)}
      openId={forms.open}
      missing={missing}
      idle={texts.offlineOrders.idle[status]}
    >
      <OpenForm forms={forms} />
    </CaseFoot>
  )
}

function OpenForm({ forms }: Pick<FootProps, 'forms'>): ReactElement | null {
  const texts = useTexts()
  const words = texts.offlineOrders
  switch (formAbout('offlineOrder', forms.open)) {
    case 'order.confirm-offline':
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing['order.confirm-offline']}
          lead={words.confirmLead}
          submitLabel={texts.commands.doing['order.confirm-offline']}
          blocked={null}
          onSubmit={() => forms.submit('order.confirm-offline', {})}
        >
          {null}
        </CommandForm>
      )
    case 'order.refuse-offline': {
      const draft = forms.drafts['order.refuse-offline'] ?? { reason: '' }
      const given = COMMAND_ARGUMENTS['order.refuse-offline'].safeParse(draft)
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing['order.refuse-offline']}
          lead={words.refuseLead}
          submitLabel={texts.commands.doing['order.refuse-offline']}
          blocked={given.success ? null : words.reasonMissing}
          onSubmit={() => given.success && forms.submit('order.refuse-offline', given.data)}
        >
          <Textarea
            label={words.reason}
            autosize
            minRows={1}
            maxLength={NOTE_LIMIT}
            value={draft.reason}
            onChange={(event) => forms.write('order.refuse-offline', { reason: event.currentTarget.value })}
          />
        </CommandForm>
      )
    }
    case 'order.record-offline':
    case null:
      return null
  }
}
