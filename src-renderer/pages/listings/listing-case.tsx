import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import type { QueueCaseProps } from '#renderer/queue/case-props.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { useCaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { ToldSection } from '#renderer/review/notices/told-section.tsx'
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { ListingCase } from '#shared/contracts/console-engine/listings.ts'
import { Blockers } from './blockers.tsx'
import { ListingFoot } from './listing-foot.tsx'
import { ListingHead } from './listing-head.tsx'
import { ListingTabs } from './listing-tabs.tsx'
import { mergeFindings } from './merge-findings.ts'

interface ListingCaseProps extends QueueCaseProps {
  /** The open part of the case, as the address names it. */
  readonly tab: string | null
  readonly onTab: (tab: string) => void
}

interface OpenListingProps extends ListingCaseProps {
  readonly opened: ListingCase
}

/** One submission, once the engine has laid it out. Use it under a `key` of its id. */
export function ListingCaseView(props: ListingCaseProps) {
  const query = useQuery(engine.listings.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenListing {...props} opened={query.data} />
}

/** The case of one submission: what the check found, what is in the package, what happened. */
function OpenListing({ opened, tab, onTab, wide, onWide, nextId, onShow }: OpenListingProps) {
  const account = useAccount()
  const { listingVersion } = opened
  const report = useQuery(engine.listings.package.queryOptions({ input: { id: listingVersion.id } }))
  const findings = mergeFindings(
    listingVersion.findings,
    report.data?.findings ?? null,
    listingVersion.overrides,
  )
  const forms = useCaseForms({
    kind: 'listingVersion',
    record: listingVersion,
    title: listingVersion.title.zh || listingVersion.listingName,
    ...{ seenDigest: opened.seenDigest, allowed: opened.allowed, nextId, onShow },
  })
  useCaseKeys({
    wide,
    onWide,
    onClose: () => onShow(null),
    onNext: () => onShow(nextId()),
    onAssignToMe:
      account !== null && opened.allowed.includes('listing.assign') && opened.assignee?.id !== account.id
        ? () => forms.submit('listing.assign', { assignee: account.id })
        : null,
  })
  return (
    <CaseFrame
      head={<ListingHead opened={opened} wide={wide} onWide={onWide} onClose={() => onShow(null)} />}
      document={null}
      foot={<ListingFoot opened={opened} findings={findings} forms={forms} />}
    >
      <ReturnedBanner recordId={listingVersion.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      <Blockers opened={opened} />
      <ToldSection of={{ of: 'record', kind: 'listingVersion', id: listingVersion.id }} />
      <ListingTabs
        opened={opened}
        findings={findings}
        report={report}
        tab={tab}
        onTab={onTab}
        forms={forms}
      />
    </CaseFrame>
  )
}
