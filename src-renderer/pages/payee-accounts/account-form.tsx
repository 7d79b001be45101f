import { Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { ProviderChoice } from '#renderer/review/forms/provider-choice.tsx'
import { useMakingForm } from '#renderer/review/forms/use-making-form.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import classes from './payee-accounts.module.css'

interface AccountFormProps {
  /** The decision that came back and is taken again; null where none is. */
  readonly returned: ReturnedDecision | null
  readonly onClose: () => void
}

/** Proposes the account a provider is paid to, with what proves it. Another person approves it. */
export function AccountForm({ returned, onClose }: AccountFormProps) {
  const texts = useTexts()
  const { accounts: words, fields } = texts.payouts
  const form = useMakingForm({
    type: 'provider.propose-bank-account',
    empty: { providerId: '', accountName: '', accountNumber: '', bankName: '', bankCode: '', evidence: '' },
    ...{ returned, onClose },
  })
  const { draft, write } = form
  const chosen = draft.providerId === '' ? null : draft.providerId
  const provider = useQuery(
    engine.providers.get.queryOptions({ input: { id: chosen ?? '' }, enabled: chosen !== null }),
  )
  const given = COMMAND_ARGUMENTS['provider.propose-bank-account'].safeParse(draft)
  const name = provider.data?.provider.name
  const submit = async () => {
    if (given.success && name !== undefined) await form.submit(name, given.data)
  }
  const field = (key: 'accountName' | 'accountNumber' | 'bankName' | 'bankCode') => (
    <TextInput
      label={fields[key]}
      maxLength={200}
      value={draft[key]}
      onChange={(event) => write({ [key]: event.currentTarget.value })}
    />
  )
  if (!form.known) return null
  return (
    <CommandForm
      place={form.place}
      title={texts.commands.doing['provider.propose-bank-account']}
      lead={words.proposeLead}
      submitLabel={texts.commands.doing['provider.propose-bank-account']}
      blocked={given.success && name !== undefined ? null : words.incomplete}
      onSubmit={() => void submit()}
      alone
    >
      <ProviderChoice chosen={chosen} onChoose={(id) => write({ providerId: id ?? '' })} />
      <div className={classes.fields}>
        {field('accountName')}
        {field('accountNumber')}
        {field('bankName')}
        {field('bankCode')}
      </div>
      <Textarea
        label={fields.evidence}
        placeholder={words.evidenceHint}
        autosize
        minRows={2}
        maxLength={NOTE_LIMIT}
        value={draft.evidence}
        onChange={(event) => write({ evidence: event.currentTarget.value })}
      />
    </CommandForm>
  )
}
