import { Select, TextInput } from '@mantine/core'
import type { ProviderCase } from '#shared/contracts/console-engine/providers.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { CONTRACT_RENEWALS } from '#shared/contracts/console-platform/records/provider.ts'
import { AttachEvidence } from '../../files/attach-evidence.tsx'
import { useBilingual, useTexts } from '../../i18n/language-context.ts'
import { CommandForm } from '../../review/forms/command-form.tsx'
import type { CommandDraft } from '../../review/forms/command-forms.ts'
import type { CaseForms } from '../../review/forms/use-case-forms.ts'
import { ReasonField } from '../../review/reason-field.tsx'
import classes from './providers.module.css'

const TYPE = 'provider.record-term'
type Draft = CommandDraft<typeof TYPE>

interface TermFormProps {
  readonly opened: ProviderCase
  readonly forms: CaseForms
}

/** 协议期限: which agreement, from when until when, and how it goes on. */
export function TermForm({ opened, forms }: TermFormProps) {
  const texts = useTexts()
  const words = texts.providers
  const say = useBilingual()
  const draft: Draft = forms.drafts[TYPE] ?? {
    ...{ agreement: '', from: '', until: '', renewal: null, reason: '', attachments: [] },
  }
  const write = (part: Partial<Draft>) => forms.write(TYPE, { ...draft, ...part })
  const given = COMMAND_ARGUMENTS[TYPE].safeParse({
    ...draft,
    until: draft.until === '' ? null : draft.until,
  })
  const isOrdered = given.success && (given.data.until === null || given.data.until >= given.data.from)
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing[TYPE]}
      lead={words.term.lead}
      submitLabel={texts.commands.doing[TYPE]}
      blocked={isOrdered ? null : words.term.incomplete}
      onSubmit={() => given.success && forms.submit(TYPE, given.data)}
    >
      <Select
        label={words.term.agreement}
        data={opened.agreements.map(({ id, name }) => ({ value: id, label: say(name) }))}
        value={draft.agreement === '' ? null : draft.agreement}
        onChange={(agreement) => write({ agreement: agreement ?? '' })}
      />
      <div className={classes.fields}>
        <TextInput
          type="date"
          label={words.term.from}
          value={draft.from}
          onChange={(event) => write({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.term.until}
          value={draft.until}
          onChange={(event) => write({ until: event.currentTarget.value })}
        />
      </div>
      <Select
        label={words.term.renewal}
        data={CONTRACT_RENEWALS.map((value) => ({ value, label: words.renewal[value] }))}
        value={draft.renewal}
        onChange={(renewal) => write({ renewal })}
      />
      <ReasonField label={words.term.note} value={draft.reason} onChange={(reason) => write({ reason })} />
      <AttachEvidence attachments={draft.attachments} onChange={(attachments) => write({ attachments })} />
    </CommandForm>
  )
}
