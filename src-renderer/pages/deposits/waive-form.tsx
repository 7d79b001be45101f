import { TextInput } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { COMMAND_ARGUMENTS, type CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { DepositDrafts } from './deposit-drafts.ts'
import { DepositForm, type FormProps } from './deposit-form.tsx'
import { ReasonField } from './reason-field.tsx'

type Draft = NonNullable<DepositDrafts['deposit.waive']>

interface WaiveFormProps extends FormProps {
  readonly today: string
  readonly draft: Draft | undefined
  readonly onDraft: (draft: Draft) => void
  readonly onSubmit: (said: CommandArguments<'deposit.waive'>) => void
}

/** Until when a deposit is let off, and why: kept for ever. */
export function WaiveForm({ today, draft, onDraft, onSubmit, ...form }: WaiveFormProps) {
  const texts = useTexts()
  const words = texts.deposits.waive
  const { until, reason } = draft ?? { until: '', reason: '' }
  const said = COMMAND_ARGUMENTS['deposit.waive'].safeParse({ until, reason })
  const complete = said.success && said.data.until >= today
  return (
    <DepositForm
      {...form}
      title={words.title}
      lead={words.lead}
      submitLabel={words.submit(complete ? until : texts.format.none)}
      blocked={complete ? null : words.incomplete}
      onSubmit={() => said.success && onSubmit(said.data)}
    >
      <TextInput
        type="date"
        label={words.until}
        min={today}
        value={until}
        onChange={(event) => onDraft({ until: event.currentTarget.value, reason })}
      />
      <ReasonField
        label={words.reason}
        value={reason}
        onChange={(written) => onDraft({ until, reason: written })}
      />
    </DepositForm>
  )
}
