import type { ReactNode } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { beijingDateTime } from '#renderer/format/instant.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { type Fact, FactList } from '#renderer/review/fact-list.tsx'
import { useCaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { HistoryList } from '#renderer/review/history-list.tsx'
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { StandingMark } from '#renderer/shell/status/status-mark.tsx'
import type { PendingDecision } from '#shared/contracts/console-engine/pending.ts'
import type { ProposalStanding } from '#shared/contracts/console-engine/rules.ts'
import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { Proposal } from '#shared/contracts/console-platform/records/proposal.ts'
import { ProposalFoot } from './proposal-foot.tsx'

interface ProposalCaseProps {
  readonly kind: Parameters<typeof ProposalFoot>[0]['kind']
  readonly opened: {
    readonly proposal: Proposal
    readonly standing: ProposalStanding
    readonly tooLate: boolean
    readonly allowed: readonly CommandType[]
    readonly pending: readonly PendingDecision[]
    readonly seenDigest: string
  }
  readonly title: string
  /** What it is about, before the facts that every change has. */
  readonly facts: readonly Fact[]
  /** What it changes. */
  readonly difference: ReactNode
  /** Where that is shown: a long difference in the case alone, a short one in the form of who adopts it too. */
  readonly shown?: 'case' | 'form-too'
  readonly onClose: () => void
}

/** One change that two people put into force: what it is, what it changes, who did what. Use it under a `key` of its id. */
export function ProposalCase({
  kind,
  opened,
  title,
  facts,
  difference,
  shown = 'form-too',
  onClose,
}: ProposalCaseProps) {
  const texts = useTexts().rules
  const { proposal, standing, allowed, seenDigest } = opened
  const { proposed, decided } = proposal
  const forms = useCaseForms({
    kind,
    record: proposal,
    ...{ title, seenDigest, allowed },
    nextId: () => null,
    onShow: () => undefined,
  })
  useCaseKeys({ wide: false, onWide: () => undefined, onClose, onNext: () => undefined, onAssignToMe: null })
  return (
    <CaseFrame
      head={
        <CaseHead title={title} wide={false} onWide={null} onClose={onClose}>
          <StandingMark standing={standing} />
          <span>{texts.since(proposal.from)}</span>
          <CopyId id={proposal.id} />
        </CaseHead>
      }
      document={null}
      foot={
        <ProposalFoot
          kind={kind}
          proposal={proposal}
          tooLate={opened.tooLate}
          allowed={allowed}
          forms={forms}
          difference={shown === 'case' ? null : difference}
        />
      }
    >
      <ReturnedBanner recordId={proposal.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      <CaseSection title={texts.facts}>
        <FactList
          facts={[
            ...facts,
            { label: texts.columns.from, value: proposal.from },
            { label: texts.columns.reason, value: proposal.reason },
            { label: texts.columns.proposed, value: `${proposed.byName} ${beijingDateTime(proposed.at)}` },
            ...(decided === null
              ? []
              : [
                  {
                    label: texts.columns.decided,
                    value: [decided.byName, beijingDateTime(decided.at), decided.reason]
                      .filter((part) => part !== null)
                      .join(' '),
                  },
                ]),
          ]}
        />
      </CaseSection>
      {difference}
      <HistoryList history={proposal.history} reasonWords={(id) => id} />
    </CaseFrame>
  )
}
