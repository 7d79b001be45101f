import { Textarea, TextInput } from '@mantine/core'
import { AttachEvidence } from '#renderer/files/attach-evidence.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'

interface AppealFormProps {
  readonly today: string
  readonly forms: CaseForms
}

/** When the provider's appeal came, what it says, and what it brings along. */
export function AppealForm({ today, forms }: AppealFormProps) {
  const texts = useTexts()
  const { fields, appealLead, incompleteAppeal, evidenceHint } = texts.violations
  const draft = forms.drafts['violation.record-appeal'] ?? {
    ...{ receivedOn: today, statement: '', evidence: '', attachments: [] },
  }
  const write = (part: Partial<typeof draft>) => forms.write('violation.record-appeal', { ...draft, ...part })
  const given = COMMAND_ARGUMENTS['violation.record-appeal'].safeParse(draft)
  const complete = given.success && given.data.receivedOn <= today
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing['violation.record-appeal']}
      lead={appealLead}
      submitLabel={texts.commands.doing['violation.record-appeal']}
      blocked={complete ? null : incompleteAppeal}
      onSubmit={() => given.success && forms.submit('violation.record-appeal', given.data)}
    >
      <TextInput
        type="date"
        label={fields.receivedOn}
        max={today}
        value={draft.receivedOn}
        onChange={(event) => write({ receivedOn: event.currentTarget.value })}
      />
      <ReasonField
        label={fields.statement}
        value={draft.statement}
        onChange={(statement) => write({ statement })}
      />
      <Textarea
        label={fields.evidence}
        placeholder={evidenceHint}
        autosize
        minRows={1}
        maxLength={NOTE_LIMIT}
        value={draft.evidence}
        onChange={(event) => write({ evidence: event.currentTarget.value })}
      />
      <AttachEvidence attachments={draft.attachments} onChange={(attachments) => write({ attachments })} />
    </CommandForm>
  )
}
