import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { QueueCaseProps } from '#renderer/queue/case-props.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { CitationLine } from '#renderer/review/citation-line.tsx'
import { useCaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { HistoryList } from '#renderer/review/history-list.tsx'
import { ToldSection } from '#renderer/review/notices/told-section.tsx'
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { ProviderLink } from '#renderer/review/provider-link.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { ViolationList } from '#renderer/review/violation-list.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { ViolationStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { ViolationCase } from '#shared/contracts/console-engine/violation-case.ts'
import { ViolationFoot } from './violation-foot.tsx'
import { AppealSection, ConsequenceSection, FactsSection, RulingSection } from './violation-sections.tsx'

interface OpenViolationProps extends QueueCaseProps {
  readonly opened: ViolationCase
}

/** One violation, once the engine has laid it out. Use it under a `key` of its id. */
export function ViolationCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.violations.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenViolation {...props} opened={query.data} />
}

/** One violation: the rule by its sentence, what happened and what proves it, the ruling and what follows, the appeal. */
function OpenViolation({ opened, wide, onWide, nextId, onShow }: OpenViolationProps) {
  const texts = useTexts()
  const say = useBilingual()
  const { violation, others } = opened
  const forms = useCaseForms({
    kind: 'violation',
    record: violation,
    title: violation.providerName,
    ...{ seenDigest: opened.seenDigest, allowed: opened.allowed, nextId, onShow },
  })
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  return (
    <CaseFrame
      head={
        <CaseHead title={violation.providerName} wide={wide} onWide={onWide} onClose={onClose}>
          <ViolationStatusMark status={opened.status} />
          <span>{say(opened.ruleName)}</span>
          <span>{say(opened.marketplaceName)}</span>
          <ProviderLink marketplace={violation.marketplace} providerId={violation.providerId} />
          <CopyId id={violation.id} />
        </CaseHead>
      }
      document={null}
      foot={<ViolationFoot opened={opened} forms={forms} />}
    >
      <ReturnedBanner recordId={violation.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      <CaseSection title={texts.violations.rule}>
        <strong>{say(opened.ruleName)}</strong>
        <CitationLine citation={violation.rule} />
      </CaseSection>
      <FactsSection violation={violation} />
      <RulingSection violation={violation} />
      <ConsequenceSection opened={opened} />
      <AppealSection violation={violation} />
      <ToldSection of={{ of: 'record', kind: 'violation', id: violation.id }} />
      {others.length === 0 ? null : (
        <CaseSection title={texts.violations.others} aside={String(others.length)}>
          <ViolationList rows={others} />
        </CaseSection>
      )}
      <HistoryList history={violation.history} reasonWords={(id) => id} />
    </CaseFrame>
  )
}
