import { Badge, Tooltip } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { wordsOf } from '#shared/rules/cite.ts'
import type { Citation } from '#shared/rules/verdict.ts'
import classes from './citation-line.module.css'

/** The sentence of the rule as its source has it, our summary marked as such, and whether it is our reading. */
export function CitationLine({ citation }: { readonly citation: Citation }) {
  const texts = useTexts().review
  const { quote, summary } = wordsOf(citation)
  return (
    <div className={classes.citation}>
      {quote === null ? null : (
        <q className={classes.quote} lang="zh-CN" title={texts.quote}>
          {quote}
        </q>
      )}
      {summary === null ? null : (
        <span className={classes.summary}>
          <Tooltip
            label={texts.summaryLead}
            multiline
            maw={280}
            events={{ hover: true, focus: true, touch: true }}
          >
            <Badge variant="default" size="sm" radius="sm" tabIndex={0} tt="none">
              {texts.summary}
            </Badge>
          </Tooltip>
          <span lang="zh-CN">{summary}</span>
        </span>
      )}
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
