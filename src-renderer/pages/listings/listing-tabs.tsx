import { Tabs } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { HistoryList } from '#renderer/review/history-list.tsx'
import type { ListingCase } from '#shared/contracts/console-engine/listings.ts'
import type { PackageReport } from '#shared/rules/listing/package-report.ts'
import { DiffSection } from './diff-section.tsx'
import { FilesSection } from './files-section.tsx'
import { FindingsSection } from './findings-section.tsx'
import classes from './listing-tabs.module.css'
import type { ShownFinding } from './merge-findings.ts'
import { MetadataSection } from './metadata-section.tsx'
import { OfferSection } from './offer-section.tsx'
import { PackageDocuments } from './package-documents.tsx'
import { PackageState } from './package-state.tsx'
import { ReadmeSection } from './readme-section.tsx'
import { ScreenshotsSection } from './screenshots-section.tsx'
import { useReasonWords } from './use-reason-words.ts'

const PARTS = [
  'findings',
  'readme',
  'screenshots',
  'metadata',
  'changelog',
  'diff',
  'offer',
  'files',
  'history',
] as const
type Part = (typeof PARTS)[number]

interface ListingTabsProps {
  readonly opened: ListingCase
  readonly findings: readonly ShownFinding[]
  readonly report: UseQueryResult<PackageReport>
  readonly tab: string | null
  readonly onTab: (tab: string) => void
  readonly forms: CaseForms
}

/** The parts of a submission, one at a time; the findings first. */
export function ListingTabs({ opened, findings, report, tab, onTab, forms }: ListingTabsProps) {
  const texts = useTexts().listings
  const reasonWords = useReasonWords(opened)
  const { listingVersion } = opened
  const part: Part = PARTS.find((each) => each === tab) ?? 'findings'
  const read = report.data?.package ?? null
  const counts: Partial<Record<Part, number>> = {
    findings: findings.filter((shown) => shown.finding.severity === 'must' && shown.override === null).length,
    ...(read === null ? {} : { screenshots: read.screenshots.length, files: read.files.length }),
  }
  return (
    <Tabs value={part} onChange={(chosen) => chosen !== null && onTab(chosen)} keepMounted={false}>
      <Tabs.List className={classes.list ?? ''}>
        {PARTS.map((each) => (
          <Tabs.Tab key={each} value={each} className={classes.tab ?? ''}>
            {texts.sections[each]}
            {counts[each] === undefined ? null : <span className={classes.count}>{counts[each]}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="findings">
        <PackageState report={report} showRead={false} />
        <FindingsSection
          findings={findings}
          onOverride={
            opened.allowed.includes('listing.override-finding')
              ? (ruleId) => {
                  const kept = forms.drafts['listing.override-finding']
                  const draft = kept?.ruleId === ruleId ? kept : { ruleId, reason: '' }
                  forms.start('listing.override-finding', draft)
                }
              : null
          }
        />
      </Tabs.Panel>
      <Tabs.Panel value="readme">
        <PackageState report={report} />
        {read === null ? null : <ReadmeSection readmes={read.readmes} />}
      </Tabs.Panel>
      <Tabs.Panel value="screenshots">
        <PackageState report={report} />
        {read === null ? null : <ScreenshotsSection listingVersion={listingVersion} opened={read} />}
      </Tabs.Panel>
      <Tabs.Panel value="metadata">
        <PackageState report={report} />
        {read === null ? null : <MetadataSection opened={read} />}
      </Tabs.Panel>
      <Tabs.Panel value="changelog">
        <PackageState report={report} />
        {read === null ? null : (
          <CaseSection
            title={texts.sections.changelog}
            aside={listingVersion.livePackageHash === null ? texts.changelog.first : texts.readme.hostile}
          >
            <PackageDocuments documents={read.changelogs} />
          </CaseSection>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="diff">
        <PackageState report={report} />
        {read === null ? null : <DiffSection diff={report.data?.diff ?? null} />}
      </Tabs.Panel>
      <Tabs.Panel value="offer">
        <OfferSection offer={listingVersion.offer} />
      </Tabs.Panel>
      <Tabs.Panel value="files">
        <PackageState report={report} />
        {read === null ? null : <FilesSection files={read.files} />}
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <HistoryList history={listingVersion.history} reasonWords={reasonWords} />
      </Tabs.Panel>
    </Tabs>
  )
}
