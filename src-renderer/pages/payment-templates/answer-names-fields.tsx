import { TextInput } from '@mantine/core'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import { ANSWER_NAMES_WORDS, type AnswerNamesPart } from '#shared/words/payment-templates.ts'
import classes from './payment-templates.module.css'
import type { TemplateDraft } from './template-draft.ts'

interface AnswerNamesFieldsProps {
  readonly answer: TemplateDraft['answer']
  readonly onChange: (answer: TemplateDraft['answer']) => void
}

// Keys of an object literal are what it was written with.
const PARTS = Object.keys(ANSWER_NAMES_WORDS) as AnswerNamesPart[]

/** What the result workbook of this bank calls its columns and statuses, where that is not the usual. */
export function AnswerNamesFields({ answer, onChange }: AnswerNamesFieldsProps) {
  const words = useTexts().payoutBatches.templates
  const say = useBilingual()
  return (
    <Panel title={words.answer}>
      <PanelNote>{words.answerLead}</PanelNote>
      <div className={classes.answer}>
        {PARTS.map((part) => (
          <TextInput
            key={part}
            label={say(ANSWER_NAMES_WORDS[part])}
            maxLength={400}
            value={answer[part]}
            onChange={(event) => onChange({ ...answer, [part]: event.currentTarget.value })}
          />
        ))}
      </div>
    </Panel>
  )
}
