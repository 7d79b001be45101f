import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
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
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { PayoutBatchStatusMark } from '#renderer/shell/status/payout-marks.tsx'
import type { PayoutBatchCase } from '#shared/contracts/console-engine/payout-batches.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { PayoutBatchFoot } from './batch-foot.tsx'
import { PaymentsSection } from './payments-section.tsx'
import classes from './payout-batches.module.css'
import { ProblemList } from './problem-list.tsx'

interface OpenBatchProps extends QueueCaseProps {
  readonly opened: PayoutBatchCase
}

/** One batch of payments, once the engine has laid it out. Use it under a `key` of its id. */
export function PayoutBatchCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.payoutBatches.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenBatch {...props} opened={query.data} />
}

/** One batch: what it comes to and from where, each payment with what became of it, the file and what a bank would say. */
function OpenBatch({ opened, wide, onWide, nextId, onShow }: OpenBatchProps) {
  const words = useTexts().payoutBatches
  const say = useBilingual()
  const { batch, count, total, again } = opened
  const forms = useCaseForms({
    kind: 'payoutBatch',
    record: batch,
    title: batch.number,
    ...{ seenDigest: opened.seenDigest, allowed: opened.allowed, nextId, onShow },
  })
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  return (
    <CaseFrame
      head={
        <CaseHead title={batch.number} wide={wide} onWide={onWide} onClose={onClose}>
          <PayoutBatchStatusMark status={opened.status} />
          <span>{say(opened.marketplaceName)}</span>
          <CopyId id={batch.id} />
        </CaseHead>
      }
      document={null}
      foot={<PayoutBatchFoot opened={opened} forms={forms} />}
    >
      <ReturnedBanner recordId={batch.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      <CaseSection title={words.facts}>
        <p className={classes.totals}>{words.totals(count, formatYuan(total))}</p>
        <BatchFacts opened={opened} />
        {batch.sent === null ? null : <p className={classes.quiet}>{words.resent}</p>}
        {again.waiting.count === 0 ? null : (
          <p className={classes.quiet}>
            {words.again.waiting(again.waiting.count, formatYuan(again.waiting.total))}
          </p>
        )}
      </CaseSection>
      {batch.sent === null && batch.dropped === null ? (
        <CaseSection title={words.problems}>
          <ProblemList problems={opened.problems} />
        </CaseSection>
      ) : null}
      <PaymentsSection batch={batch} />
      <HistoryList history={batch.history} reasonWords={(id) => id} />
    </CaseFrame>
  )
}

function BatchFacts({ opened: { batch, format } }: { readonly opened: PayoutBatchCase }) {
  const words = useTexts().payoutBatches
  const say = useBilingual()
  const { fields } = words
  const { payer, file, sent, dropped, made, answers } = batch
  const who = ({ byName, at }: { readonly byName: string; readonly at: string }) => (
    <span key={at}>
      {byName} <Moment at={at} />
    </span>
  )
  return (
    <Facts
      facts={[
        [
          fields.account,
          <RecordLink key="account" kind="bankAccount" id={batch.accountId}>
            {`${payer.bank} ${payer.account}`}
          </RecordLink>,
        ],
        [fields.payer, payer.name],
        [fields.executeOn, batch.executeOn],
        [fields.format, say(format)],
        [fields.made, who(made)],
        [fields.file, file === null ? words.notWritten : who(file)],
        ...(file === null ? [] : [[fields.hash, <CopyId key="hash" id={file.hash} />] as const]),
        [fields.sent, sent === null ? words.notSent : who(sent)],
        ...(answers.length === 0
          ? []
          : [
              [
                fields.answers,
                answers.map((answer) => (
                  <div key={answer.at}>
                    {answer.fileName} {who(answer)}
                  </div>
                )),
              ] as const,
            ]),
        ...(dropped === null
          ? []
          : [[fields.dropped, words.droppedBy(dropped.byName, dropped.reason)] as const]),
      ]}
    />
  )
}
