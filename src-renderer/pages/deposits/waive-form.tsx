import { TextInput } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'

interface WaiveFormProps {
  readonly opened: DepositCase
  readonly forms: CaseForms
}

/** Until when a deposit is let off, and why: kept for ever. */
export function WaiveForm({ opened: { on: today }, forms }: WaiveFormProps) {
  const texts = useTexts()
  const words = texts.deposits.waive
  const { until, reason } = forms.drafts['deposit.waive'] ?? { until: '', reason: '' }
  const write = (part: { until?: string; reason?: string }) =>
    forms.write('deposit.waive', { until, reason, ...part })
  const given = COMMAND_ARGUMENTS['deposit.waive'].safeParse({ until, reason })
  const complete = given.success && given.data.until >= today
  return (
    <CommandForm
      place={forms}
      title={words.title}
      lead={words.lead}
      submitLabel={words.submit(complete ? until : texts.format.none)}
      blocked={complete ? null : words.incomplete}
      onSubmit={() => given.success && forms.submit('deposit.waive', given.data)}
    >
      <TextInput
        type="date"
        label={words.until}
        min={today}
        value={until}
        onChange={(event) => write({ until: event.currentTarget.value })}
      />
      <ReasonField label={words.reason} value={reason} onChange={(written) => write({ reason: written })} />
    </CommandForm>
  )
}
