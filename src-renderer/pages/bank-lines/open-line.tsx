import { CopyId } from '#renderer/format/copy-id.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { HistoryList } from '#renderer/review/history-list.tsx'
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { LineStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { LineCase } from '#shared/contracts/console-engine/bank-lines.ts'
import { AllocationsSection } from './allocations-section.tsx'
import { CandidatesSection } from './candidates-section.tsx'
import type { CaseProps } from './case-props.ts'
import { LineFacts } from './line-facts.tsx'
import { LineFoot } from './line-foot.tsx'
import { SignedAmount } from './signed-amount.tsx'
import { useLineDecisions } from './use-line-decisions.ts'

interface OpenLineProps extends CaseProps {
  readonly opened: LineCase
}

/** One line: what it may be or where it went, what the bank said of it, what happened. */
export function OpenLine({ opened, wide, onWide, nextId, nextOpenId, onShow }: OpenLineProps) {
  const texts = useTexts().bankLines
  const { line, status, allowed } = opened
  const title = line.counterpartyName || line.summary || texts.noName
  const decisions = useLineDecisions({ opened, title, nextOpenId, onShow })
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
      foot={<LineFoot opened={opened} decisions={decisions} />}
    >
      <ReturnedBanner recordId={line.id} onAgain={decisions.again} />
      <PendingLines pending={opened.pending} />
      {status === 'open' ? (
        <CandidatesSection
          line={line}
          candidates={decisions.candidates}
          chosen={decisions.chosen}
          onChoose={allowed.includes('deposit.match') ? decisions.choose : null}
          onPick={decisions.pick}
        />
      ) : null}
      {status === 'open' ? <LineFacts opened={opened} /> : null}
      <AllocationsSection opened={opened} />
      {status === 'open' ? null : <LineFacts opened={opened} />}
      <HistoryList history={line.history} reasonWords={(id) => id} />
    </CaseFrame>
  )
}
