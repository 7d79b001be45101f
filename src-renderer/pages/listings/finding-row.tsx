import { Button } from '@mantine/core'
import { IconMapPin, IconShieldCheck, IconTool } from '@tabler/icons-react'
import { beijingDate } from '#renderer/format/instant.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CitationLine } from '#renderer/review/citation-line.tsx'
import { SeverityMark } from '#renderer/review/marks.tsx'
import classes from './findings.module.css'
import type { ShownFinding } from './merge-findings.ts'

interface FindingRowProps {
  readonly shown: ShownFinding
  readonly onOverride: ((ruleId: string) => void) | null
}

/** One finding: what is wrong, where, by which sentence, and what would mend it. */
export function FindingRow({ shown, onOverride }: FindingRowProps) {
  const all = useTexts()
  const texts = all.listings.findings
  const say = useBilingual()
  const { finding, override, madeBy } = shown
  const mayOverride =
    onOverride !== null && finding.severity === 'must' && override === null && madeBy !== 'here'
  return (
    <li className={classes.finding} data-overridden={override !== null}>
      <SeverityMark severity={finding.severity} />
      <div className={classes.reasons}>
        <span className={classes.message}>{say(finding.message)}</span>
        {finding.place === '' ? null : (
          <span className={classes.place}>
            <IconMapPin size={14} aria-label={texts.place} /> <code>{finding.place}</code>
          </span>
        )}
        {finding.citation === null ? null : <CitationLine citation={finding.citation} />}
        <span className={classes.remedy}>
          <IconTool size={14} aria-label={all.review.remedy} /> {say(finding.remedy)}
        </span>
        {madeBy === 'both' ? null : (
          <span className={classes.detail}>
            {madeBy === 'platform' ? texts.platformOnly : texts.hereOnly}
          </span>
        )}
        {override === null ? null : (
          <p className={classes.override}>
            <IconShieldCheck size={14} aria-hidden />
            <span>
              <strong>{texts.overridden(override.byName, beijingDate(override.at))}</strong> {override.reason}
            </span>
          </p>
        )}
      </div>
      {mayOverride ? (
        <Button variant="default" size="compact-xs" onClick={() => onOverride(finding.ruleId)}>
          {texts.override}
        </Button>
      ) : null}
    </li>
  )
}
