import { Select, TextInput } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CommandDraft } from '#renderer/review/forms/command-forms.ts'
import { useMakingForm } from '#renderer/review/forms/use-making-form.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import classes from './forms.module.css'

type Draft = CommandDraft<'bank.open-account'>
const EMPTY: Draft = { marketplace: null, number: '', holder: '', bank: '', currency: 'CNY' }

interface AccountFormProps {
  /** The decision that came back and is taken again; null where none is. */
  readonly returned: ReturnedDecision | null
  readonly onClose: () => void
}

/** Makes an account of our own known. */
export function AccountForm({ returned, onClose }: AccountFormProps) {
  const texts = useTexts().bankLines.account
  const { choices } = useMarketplaces()
  const form = useMakingForm({ type: 'bank.open-account', empty: EMPTY, returned, onClose })
  const { draft, write } = form
  const given = COMMAND_ARGUMENTS['bank.open-account'].safeParse({
    ...draft,
    number: draft.number.replaceAll(/\s/g, ''),
    currency: draft.currency.trim().toUpperCase(),
  })
  const submit = async () => {
    if (given.success) await form.submit(`${given.data.bank} ${given.data.number}`, given.data)
  }
  if (!form.known) return null
  return (
    <CommandForm
      place={form.place}
      title={texts.title}
      lead={texts.lead}
      submitLabel={texts.submit}
      blocked={given.success ? null : texts.incomplete}
      onSubmit={() => void submit()}
      alone
    >
      <div className={classes.fields}>
        <Select
          label={texts.marketplace}
          data={[...choices]}
          value={draft.marketplace}
          onChange={(marketplace) => write({ marketplace })}
          allowDeselect={false}
        />
        <TextInput
          label={texts.bank}
          maxLength={100}
          value={draft.bank}
          onChange={(event) => write({ bank: event.currentTarget.value })}
        />
        <TextInput
          label={texts.number}
          maxLength={60}
          value={draft.number}
          onChange={(event) => write({ number: event.currentTarget.value })}
        />
        <TextInput
          label={texts.currency}
          maxLength={3}
          value={draft.currency}
          onChange={(event) => write({ currency: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={texts.holder}
        maxLength={200}
        value={draft.holder}
        onChange={(event) => write({ holder: event.currentTarget.value })}
      />
    </CommandForm>
  )
}
