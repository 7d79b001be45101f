import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { beijingDate } from '#renderer/format/instant.ts'
import { useNow } from '#renderer/format/use-now.ts'
import { useBilingual } from '#renderer/i18n/language-context.ts'
import type { QueueCaseProps } from '#renderer/queue/case-props.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { DocumentViewer } from '#renderer/review/documents/document-viewer.tsx'
import { useCaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { HistoryList } from '#renderer/review/history-list.tsx'
import { ToldSection } from '#renderer/review/notices/told-section.tsx'
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { ApplicationCase } from '#shared/contracts/console-engine/applications.ts'
import { type ApplicationDocument, documentsOf } from './application-documents.ts'
import { ApplicationFoot } from './application-foot.tsx'
import { ApplicationHead } from './application-head.tsx'
import { ConditionsSection } from './conditions-section.tsx'
import { firstContract } from './contract-form.tsx'
import { ContractsSection } from './contracts-section.tsx'
import { DocumentsSection } from './documents-section.tsx'
import { OwedSection } from './owed-section.tsx'
import { reasonWordsOf } from './reason-words.ts'
import { VendorSection } from './vendor-section.tsx'

interface OpenApplicationProps extends QueueCaseProps {
  readonly opened: ApplicationCase
}

/** One application, once the engine has laid it out. Use it under a `key` of its id. */
export function ApplicationCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.applications.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenApplication {...props} opened={query.data} />
}

/** The case of one application: conditions first, then what they were judged on, then what happened. */
function OpenApplication({ opened, wide, onWide, nextId, onShow }: OpenApplicationProps) {
  const say = useBilingual()
  const account = useAccount()
  const unseenIn = useUnseen()
  const today = beijingDate(new Date(useNow()).toISOString())
  const [shown, setShown] = useState<ApplicationDocument | null>(null)
  const { application } = opened
  const forms = useCaseForms({
    kind: 'application',
    record: application,
    title: application.applicant.name,
    ...{ seenDigest: opened.seenDigest, allowed: opened.allowed, nextId, onShow },
  })
  const documents = documentsOf(opened)
  useCaseKeys({
    wide,
    onWide,
    onClose: () => onShow(null),
    onNext: () => onShow(nextId()),
    onAssignToMe:
      account !== null && opened.allowed.includes('application.assign') && opened.assignee?.id !== account.id
        ? () => forms.submit('application.assign', { assignee: account.id })
        : null,
  })
  return (
    <CaseFrame
      head={<ApplicationHead opened={opened} wide={wide} onWide={onWide} onClose={() => onShow(null)} />}
      document={
        shown === null ? null : (
          <DocumentViewer
            hash={shown.fileHash}
            title={`${say(shown.title)} · ${shown.fileName}`}
            onClose={() => setShown(null)}
          />
        )
      }
      foot={<ApplicationFoot opened={opened} forms={forms} />}
    >
      <ReturnedBanner recordId={application.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      <ConditionsSection conditions={opened.conditions} documents={documents} onDocument={setShown} />
      <VendorSection
        applicant={application.applicant}
        categories={opened.categoryNames.map(say)}
        conditions={opened.conditions}
        unseen={unseenIn('application', { record: application, field: 'applicant' })}
      />
      <DocumentsSection
        documents={documents}
        openHash={shown?.fileHash ?? null}
        today={today}
        onDocument={setShown}
      />
      <ContractsSection
        opened={opened}
        onRecord={(agreement) =>
          forms.start('application.record-contract', firstContract(opened, agreement, today))
        }
      />
      <OwedSection owed={opened.owed} />
      <ToldSection of={{ of: 'record', kind: 'application', id: application.id }} />
      <HistoryList history={application.history} reasonWords={(id) => reasonWordsOf(opened, id, say)} />
    </CaseFrame>
  )
}
