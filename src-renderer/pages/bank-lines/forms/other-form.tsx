import { TextInput } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { EMPTY_MATCH, type MatchDraft } from '#renderer/review/forms/drafts.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import type { MatchFormProps } from '../candidates/use-line-plan.ts'
import { KindChoice } from './kind-choice.tsx'

/** Accounts for a line that is no deposit. */
export function OtherForm({ line, plan, forms }: MatchFormProps) {
  const all = useTexts().bankLines
  const texts = all.other
  const draft = forms.drafts['deposit.match'] ?? EMPTY_MATCH
  const write = (part: Partial<MatchDraft>) => forms.write('deposit.match', { ...draft, ...part })
  const said = plan.candidates.find((candidate) => candidate.kind === 'other')
  // What the line is by its own words, until somebody says otherwise.
  const what = draft.what ?? (said?.kind === 'other' ? said.what : null)
  return (
    <CommandForm
      place={forms}
      title={texts.title}
      lead={texts.lead}
      submitLabel={what === null ? texts.title : texts.submit(all.kind[what])}
      blocked={what === null ? texts.choose : null}
      onSubmit={() =>
        what !== null &&
        forms.submit('deposit.match', {
          parts: [{ target: { kind: 'other', what }, amount: line.amount, reasons: [] }],
          note: draft.note,
        })
      }
    >
      <KindChoice label={texts.kind} value={what} onChange={(chosen) => write({ what: chosen })} />
      <TextInput
        label={texts.note}
        maxLength={NOTE_LIMIT}
        value={draft.note}
        onChange={(event) => write({ note: event.currentTarget.value })}
      />
    </CommandForm>
  )
}
