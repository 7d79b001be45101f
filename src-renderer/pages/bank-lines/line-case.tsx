import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { QueueCaseProps } from '#renderer/queue/case-props.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { useCaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { HistoryList } from '#renderer/review/history-list.tsx'
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { LineStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { LineCase } from '#shared/contracts/console-engine/bank-lines.ts'
import { AllocationsSection } from './allocations-section.tsx'
import { CandidatesSection } from './candidates/candidates-section.tsx'
import { useLinePlan } from './candidates/use-line-plan.ts'
import { LineFacts } from './line-facts.tsx'
import { LineFoot } from './line-foot.tsx'
import { SignedAmount } from './signed-amount.tsx'

interface LineCaseProps extends QueueCaseProps {
  /** The next line that is still open. */
  readonly nextOpenId: () => string | null
}

interface OpenLineProps extends LineCaseProps {
  readonly opened: LineCase
}

/** One bank line, once the engine has laid it out. Use it under a `key` of its id. */
export function LineCaseView(props: LineCaseProps) {
  const query = useQuery(engine.bank.lines.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenLine {...props} opened={query.data} />
}

/** One line: what it may be or where it went, what the bank said of it, what happened. */
function OpenLine({ opened, wide, onWide, nextId, nextOpenId, onShow }: OpenLineProps) {
  const texts = useTexts().bankLines
  const { line, status, allowed } = opened
  const title = line.counterpartyName || line.summary || texts.noName
  const plan = useLinePlan(opened)
  const forms = useCaseForms({
    kind: 'bankLine',
    record: line,
    title,
    ...{ seenDigest: opened.seenDigest, allowed, nextId: nextOpenId, onShow },
  })
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  return (
    <CaseFrame
      head={
        <CaseHead title={title} wide={wide} onWide={onWide} onClose={onClose}>
          <strong>
            <SignedAmount direction={line.direction} amount={line.amount} />
          </strong>
          <LineStatusMark status={status} />
          <span>
            {line.bookedOn} {line.bookedTime ?? ''}
          </span>
          <CopyId id={line.id} />
        </CaseHead>
      }
      document={null}
      foot={<LineFoot opened={opened} plan={plan} forms={forms} />}
    >
      <ReturnedBanner recordId={line.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      {status === 'open' ? (
        <CandidatesSection
          line={line}
          candidates={plan.candidates}
          chosen={plan.chosen}
          onChoose={allowed.includes('deposit.match') ? plan.choose : null}
          onPick={plan.pick}
        />
      ) : null}
      {status === 'open' ? <LineFacts opened={opened} /> : null}
      <AllocationsSection opened={opened} />
      {status === 'open' ? null : <LineFacts opened={opened} />}
      <HistoryList history={line.history} reasonWords={(id) => id} />
    </CaseFrame>
  )
}
