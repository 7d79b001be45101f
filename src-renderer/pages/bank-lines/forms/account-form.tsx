import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ulid } from 'ulid'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CommandDraft } from '#renderer/review/forms/command-forms.ts'
import { draftOfReturned } from '#renderer/review/forms/use-case-forms.ts'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { COMMAND_ARGUMENTS, NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
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
  const { decide, deciding, refusal } = useDecide()
  const [draft, setDraft] = useState<Draft>(
    () => (returned === null ? null : draftOfReturned('bank.open-account', returned.arguments)) ?? EMPTY,
  )
  const write = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const given = COMMAND_ARGUMENTS['bank.open-account'].safeParse({
    ...draft,
    number: draft.number.replaceAll(/\s/g, ''),
    currency: draft.currency.trim().toUpperCase(),
  })
  const submit = async () => {
    if (!given.success) return
    const pending = await decide({
      type: 'bank.open-account',
      recordId: returned?.recordId ?? ulid(),
      recordTitle: `${given.data.bank} ${given.data.number}`,
      expectedVersion: NOT_YET_THERE,
      seenDigest: null,
      arguments: given.data,
      replaces: returned?.commandId ?? null,
    })
    if (pending !== null) onClose()
  }
  return (
    <CommandForm
      place={{ deciding, refusal, close: onClose }}
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
