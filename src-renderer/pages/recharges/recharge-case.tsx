import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { AttachmentList } from '#renderer/files/attachment-list.tsx'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { Moment } from '#renderer/format/instant-text.tsx'
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
import { DepositStatusMark, RechargeStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { RechargeCase } from '#shared/contracts/console-engine/recharges.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { RechargeFoot } from './recharge-foot.tsx'
import classes from './recharges.module.css'

interface OpenRechargeProps extends QueueCaseProps {
  readonly opened: RechargeCase
}

/** One recharge, once the engine has laid it out. Use it under a `key` of its id. */
export function RechargeCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.recharges.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenRecharge {...props} opened={query.data} />
}

/** One recharge: what the channel says of it, what proves it, who checked it, the deposit it is for. */
function OpenRecharge({ opened, wide, onWide, nextId, onShow }: OpenRechargeProps) {
  const texts = useTexts()
  const say = useBilingual()
  const { recharge, deposit } = opened
  const { fields } = texts.recharges
  const { recorded, ruling, takenBack } = recharge
  const forms = useCaseForms({
    kind: 'recharge',
    record: recharge,
    title: recharge.providerName,
    ...{ seenDigest: opened.seenDigest, allowed: opened.allowed, nextId, onShow },
  })
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  return (
    <CaseFrame
      head={
        <CaseHead title={recharge.providerName} wide={wide} onWide={onWide} onClose={onClose}>
          <RechargeStatusMark status={opened.status} />
          <span>{say(opened.marketplaceName)}</span>
          <ProviderLink marketplace={recharge.marketplace} providerId={recharge.providerId} />
          <CopyId id={recharge.id} />
        </CaseHead>
      }
      document={null}
      foot={<RechargeFoot opened={opened} forms={forms} />}
    >
      <ReturnedBanner recordId={recharge.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      <CaseSection title={texts.recharges.facts}>
        <Facts
          facts={[
            [fields.amount, formatYuan(recharge.amount)],
            [fields.paidOn, recharge.paidOn],
            [fields.channel, recharge.channel],
            [fields.number, <CopyId key="number" id={recharge.number} whole />],
            [fields.payerName, recharge.payerName],
            [fields.payerAccount, recharge.payerAccount || texts.format.none],
            [fields.evidence, recharge.evidence],
          ]}
        />
        <AttachmentList attachments={recharge.attachments} />
        <p className={classes.quiet}>
          {texts.recharges.recordedBy(recorded.byName)} <Moment at={recorded.at} />
        </p>
        {ruling === null ? null : (
          <p className={classes.quiet}>
            {texts.recharges.ruled(texts.recharges.ruling[ruling.outcome], ruling.byName)}{' '}
            <Moment at={ruling.at} /> {ruling.reason}
          </p>
        )}
        {takenBack === null ? null : (
          <p className={classes.quiet}>
            {texts.recharges.takenBack(takenBack.byName, takenBack.reason)} <Moment at={takenBack.at} />
          </p>
        )}
      </CaseSection>
      <CaseSection title={fields.deposit}>
        {deposit === null ? (
          <p className={classes.quiet}>{texts.format.none}</p>
        ) : (
          <div className={classes.row}>
            <DepositStatusMark status={deposit.status} />
            <RecordLink kind="depositObligation" id={deposit.id}>
              {say(deposit.depositName)}
            </RecordLink>
            <span className={classes.amount}>
              {formatYuan(deposit.balance)} /{' '}
              {deposit.amount === null ? texts.deposits.notConfigured : formatYuan(deposit.amount)}
            </span>
          </div>
        )}
      </CaseSection>
      <HistoryList history={recharge.history} reasonWords={(id) => id} />
    </CaseFrame>
  )
}
