import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { FindingRow } from './finding-row.tsx'
import classes from './findings.module.css'
import type { ShownFinding } from './merge-findings.ts'

interface FindingsSectionProps {
  readonly findings: readonly ShownFinding[]
  /** Null where this person may not override. */
  readonly onOverride: ((ruleId: string) => void) | null
}

/** What the check of the package found, heaviest first. */
export function FindingsSection({ findings, onOverride }: FindingsSectionProps) {
  const texts = useTexts().listings
  const open = (severity: 'must' | 'should' | 'info') =>
    findings.filter((shown) => shown.finding.severity === severity && shown.override === null).length
  return (
    <CaseSection
      title={texts.sections.findings}
      aside={texts.findings.summary(open('must'), open('should'), open('info'))}
    >
      {findings.length === 0 ? <p className={classes.none}>{texts.findings.none}</p> : null}
      <ul className={classes.list}>
        {findings.map((shown) => (
          <FindingRow
            key={`${shown.finding.ruleId} ${shown.finding.place} ${shown.madeBy}`}
            shown={shown}
            onOverride={onOverride}
          />
        ))}
      </ul>
    </CaseSection>
  )
}
