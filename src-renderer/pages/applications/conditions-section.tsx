import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { groupByVerdict } from '#renderer/review/condition-groups.ts'
import type { ConditionVerdict } from '#shared/rules/verdict.ts'
import type { ApplicationDocument } from './application-documents.ts'
import { ConditionRow } from './condition-row.tsx'
import classes from './conditions.module.css'

interface ConditionsSectionProps {
  readonly conditions: readonly ConditionVerdict[]
  readonly documents: readonly ApplicationDocument[]
  readonly onDocument: (document: ApplicationDocument) => void
}

/** The conditions of admission: what fails, what is unknown, and, folded away, what passes. */
export function ConditionsSection({ conditions, documents, onDocument }: ConditionsSectionProps) {
  const texts = useTexts().applications
  const [passedShown, showPassed] = useState(false)
  const groups = groupByVerdict(conditions)
  const count = (verdict: ConditionVerdict['verdict']) =>
    groups.find((group) => group.verdict === verdict)?.conditions.length ?? 0
  const onlyPassed = count('pass') === conditions.length
  const passedOpen = passedShown || onlyPassed
  return (
    <CaseSection
      title={texts.sections.conditions}
      aside={texts.conditions.summary(count('fail'), count('unknown'), count('pass'))}
    >
      {conditions.length === 0 ? <p className={classes.none}>{texts.conditions.none}</p> : null}
      {groups.map((group) =>
        group.verdict === 'pass' && !passedOpen ? null : (
          <ul key={group.verdict} className={classes.group}>
            {group.conditions.map((condition) => (
              <ConditionRow
                key={condition.ruleId}
                condition={condition}
                documents={documents.filter((document) =>
                  condition.evidence.documentHashes.includes(document.fileHash),
                )}
                onDocument={onDocument}
              />
            ))}
          </ul>
        ),
      )}
      {count('pass') > 0 && !onlyPassed ? (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={() => showPassed(!passedShown)}>
          {passedShown ? texts.conditions.hidePassed : texts.conditions.showPassed(count('pass'))}
        </Button>
      ) : null}
    </CaseSection>
  )
}
