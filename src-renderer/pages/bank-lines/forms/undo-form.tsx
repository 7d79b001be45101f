import { TextInput } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'

/** Undoes what was posted for a line: with a reason, for it stays on record. */
export function UndoForm({ forms }: { readonly forms: CaseForms }) {
  const texts = useTexts().bankLines.undo
  const { reason } = forms.drafts['deposit.unmatch'] ?? { reason: '' }
  const given = COMMAND_ARGUMENTS['deposit.unmatch'].safeParse({ reason })
  return (
    <CommandForm
      place={forms}
      title={texts.title}
      lead={texts.lead}
      submitLabel={texts.submit}
      blocked={given.success ? null : texts.incomplete}
      onSubmit={() => given.success && forms.submit('deposit.unmatch', given.data)}
    >
      <TextInput
        label={texts.reason}
        maxLength={NOTE_LIMIT}
        value={reason}
        onChange={(event) => forms.write('deposit.unmatch', { reason: event.currentTarget.value })}
      />
    </CommandForm>
  )
}
