import { Button } from '@mantine/core'
import { IconFileText, IconGitFork, IconTool } from '@tabler/icons-react'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CitationLine } from '#renderer/review/citation-line.tsx'
import { VerdictMark } from '#renderer/review/marks.tsx'
import { RuleValues } from '#renderer/review/rule-values.tsx'
import type { ConditionVerdict } from '#shared/rules/verdict.ts'
import type { ApplicationDocument } from './application-documents.ts'
import classes from './conditions.module.css'

interface ConditionRowProps {
  readonly condition: ConditionVerdict
  /** The documents it was judged on. */
  readonly documents: readonly ApplicationDocument[]
  readonly onDocument: (document: ApplicationDocument) => void
}

/** One condition with everything that explains its verdict. */
export function ConditionRow({ condition, documents, onDocument }: ConditionRowProps) {
  const texts = useTexts().review
  const say = useBilingual()
  return (
    <li className={classes.condition} data-verdict={condition.verdict}>
      <VerdictMark verdict={condition.verdict} />
      <div className={classes.reasons}>
        <span className={classes.title}>{say(condition.title)}</span>
        <RuleValues found={condition.evidence.found} required={condition.evidence.required} />
        <CitationLine citation={condition.citation} />
        {condition.contradiction === null ? null : (
          <p className={classes.contradiction}>
            <IconGitFork size={14} aria-hidden />
            <span>
              <strong>{texts.contradiction}</strong> {say(condition.contradiction)}
            </span>
          </p>
        )}
        {condition.remedy === null ? null : (
          <p className={classes.remedy}>
            <IconTool size={14} aria-label={texts.remedy} />
            <span>{say(condition.remedy)}</span>
          </p>
        )}
        {documents.length === 0 ? null : (
          <div className={classes.documents}>
            <span>{texts.evidence}</span>
            {documents.map((document) => (
              <Button
                key={document.fileHash}
                size="compact-xs"
                variant="default"
                leftSection={<IconFileText size={12} aria-hidden />}
                onClick={() => onDocument(document)}
              >
                {say(document.title)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </li>
  )
}
