import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { QueueCaseProps } from '#renderer/queue/case-props.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { useCaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { HistoryList } from '#renderer/review/history-list.tsx'
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { ProviderLink } from '#renderer/review/provider-link.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { CommissionRebateStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { CommissionRebateCase } from '#shared/contracts/console-engine/commission-rebates.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { rebateSaid } from '#shared/words/settlement.ts'
import { CommissionRebateFoot } from './commission-rebate-foot.tsx'

/** One rebate, once the engine has laid it out. */
export function CommissionRebateCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.commissionRebates.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenRebate {...props} opened={query.data} />
}

interface OpenRebateProps extends QueueCaseProps {
  readonly opened: CommissionRebateCase
}

function OpenRebate({ opened, wide, onWide, nextId, onShow }: OpenRebateProps) {
  const words = useTexts().commissionRebates
  const say = useBilingual()
  const { rebate, status } = opened
  const title = `${rebate.month} ${rebate.providerName}`
  const forms = useCaseForms({
    kind: 'commissionRebate',
    record: rebate,
    title,
    ...{ seenDigest: opened.seenDigest, allowed: opened.allowed, nextId, onShow },
  })
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  return (
    <CaseFrame
      head={
        <CaseHead title={title} wide={wide} onWide={onWide} onClose={onClose}>
          <CommissionRebateStatusMark status={status} />
          <span>{say(opened.marketplaceName)}</span>
          <ProviderLink marketplace={rebate.marketplace} providerId={rebate.providerId} />
          <Anchor component="span" size="sm">
            <RecordLink kind="settlementStatement" id={rebate.statementId}>
              {words.toStatement}
            </RecordLink>
          </Anchor>
          <CopyId id={rebate.id} />
        </CaseHead>
      }
      document={null}
      foot={<CommissionRebateFoot opened={opened} forms={forms} />}
    >
      <ReturnedBanner recordId={rebate.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      <CaseSection title={words.facts}>
        <RebateFacts opened={opened} />
      </CaseSection>
      <HistoryList history={rebate.history} reasonWords={(id) => id} />
    </CaseFrame>
  )
}

function RebateFacts({ opened: { rebate } }: { readonly opened: CommissionRebateCase }) {
  const { fields, droppedBy } = useTexts().commissionRebates
  const say = useBilingual()
  const { amount, returned, dropped } = rebate
  return (
    <Facts
      facts={[
        [fields.month, rebate.month],
        [fields.amount, formatYuan(amount)],
        [fields.way, say(rebateSaid(rebate.way, rebate.amount))],
        ...(returned === null
          ? []
          : [
              [fields.returnedOn, returned.on] as const,
              [fields.evidence, returned.evidence] as const,
              [fields.by, returned.byName] as const,
            ]),
        ...(dropped === null ? [] : [[fields.dropped, droppedBy(dropped.byName, dropped.reason)] as const]),
      ]}
    />
  )
}
