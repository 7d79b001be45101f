import { Badge, Tooltip } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { Citation } from '#shared/rules/verdict.ts'
import classes from './citation-line.module.css'

/** The sentence of the rule as its source has it, and whether it is our reading of it. */
export function CitationLine({ citation }: { readonly citation: Citation }) {
  const texts = useTexts().review
  return (
    <div className={classes.citation}>
      <q className={classes.quote} lang="zh-CN">
        {citation.quote}
      </q>
      <span className={classes.source} title={`${texts.rule} ${citation.ruleId}`}>
        {texts.labelled(texts.source, citation.source)}
      </span>
      {citation.reading ? (
        <Tooltip
          label={texts.readingLead}
          multiline
          maw={280}
          events={{ hover: true, focus: true, touch: true }}
        >
          <Badge variant="default" size="sm" radius="sm" tabIndex={0} tt="none">
            {texts.reading}
          </Badge>
        </Tooltip>
      ) : null}
    </div>
  )
}
