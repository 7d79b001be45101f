import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ulid } from 'ulid'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useDecide } from '#renderer/shell/decisions/use-decide.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { COMMAND_ARGUMENTS, NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import { FootForm } from './foot-form.tsx'
import classes from './forms.module.css'

const CURRENCY = 'CNY'

/** Makes an account of our own known. */
export function AccountForm({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts().bankLines.account
  const { choices } = useMarketplaces()
  const { decide, deciding } = useDecide()
  const [marketplace, setMarketplace] = useState<string | null>(null)
  const [number, setNumber] = useState('')
  const [holder, setHolder] = useState('')
  const [bank, setBank] = useState('')
  const [currency, setCurrency] = useState(CURRENCY)
  const said = COMMAND_ARGUMENTS['bank.open-account'].safeParse({
    marketplace,
    number: number.replaceAll(/\s/g, ''),
    holder,
    bank,
    currency: currency.trim().toUpperCase(),
  })
  const submit = async () => {
    if (!said.success) return
    const pending = await decide({
      type: 'bank.open-account',
      recordId: ulid(),
      recordTitle: `${said.data.bank} ${said.data.number}`,
      expectedVersion: NOT_YET_THERE,
      seenDigest: null,
      arguments: said.data,
      replaces: null,
    })
    if (pending !== null) onClose()
  }
  return (
    <FootForm
      title={texts.title}
      lead={texts.lead}
      submitLabel={texts.submit}
      blocked={said.success ? null : texts.incomplete}
      deciding={deciding}
      onSubmit={() => void submit()}
      onCancel={onClose}
      alone
    >
      <div className={classes.fields}>
        <Select
          label={texts.marketplace}
          data={[...choices]}
          value={marketplace}
          onChange={setMarketplace}
          allowDeselect={false}
        />
        <TextInput
          label={texts.bank}
          maxLength={100}
          value={bank}
          onChange={(event) => setBank(event.currentTarget.value)}
        />
        <TextInput
          label={texts.number}
          maxLength={60}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          label={texts.currency}
          maxLength={3}
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value)}
        />
      </div>
      <TextInput
        label={texts.holder}
        maxLength={200}
        value={holder}
        onChange={(event) => setHolder(event.currentTarget.value)}
      />
    </FootForm>
  )
}
