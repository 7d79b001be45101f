import { Select, TextInput } from '@mantine/core'
import { instantTyped, typedOf } from '#renderer/format/typed-instant.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import type { Instant } from '#shared/base/ids.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import {
  type ProviderInvoice,
  RED_REASONS,
  RED_WAITS,
  type RedConfirmation,
  redState,
} from '#shared/contracts/console-platform/records/invoice.ts'
import {
  hasLapsed,
  isUndecided,
  isWithdrawable,
} from '#shared/contracts/console-platform/transitions/invoice-transitions.ts'

interface RedFormProps {
  readonly invoice: ProviderInvoice
  readonly forms: CaseForms
  readonly now: Instant
}

/** 登记红字确认单: which, why, when, and who has to confirm it. */
export function EnterRedForm({ invoice, forms, now }: RedFormProps) {
  const texts = useTexts()
  const words = texts.invoices
  const { fields, forms: said } = words
  const type = 'invoice.enter-red-letter'
  const draft = forms.drafts[type] ?? {
    ...{ number: '', reason: 'error' as const, enteredAt: '', waitsFor: 'us' as const },
  }
  const given = COMMAND_ARGUMENTS[type].safeParse(draft)
  const typed = draft.enteredAt.endsWith('Z') ? typedOf(draft.enteredAt) : draft.enteredAt
  const isPossible = given.success && typed.slice(0, 10) >= invoice.issuedOn && given.data.enteredAt <= now
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing[type]}
      lead={said.enterLead}
      submitLabel={texts.commands.doing[type]}
      blocked={isPossible ? null : said.enterMissing}
      onSubmit={() => given.success && forms.submit(type, given.data)}
    >
      <TextInput
        label={fields.confirmation}
        inputMode="numeric"
        maxLength={30}
        value={draft.number}
        onChange={(event) => forms.write(type, { ...draft, number: event.currentTarget.value.trim() })}
      />
      <Select
        label={fields.waitsFor}
        data={RED_WAITS.map((value) => ({ value, label: words.redWaits[value] }))}
        value={draft.waitsFor}
        allowDeselect={false}
        onChange={(waitsFor) => waitsFor !== null && forms.write(type, { ...draft, waitsFor })}
      />
      <Select
        label={fields.reason}
        data={RED_REASONS.map((value) => ({ value, label: words.redReason[value] }))}
        value={draft.reason}
        allowDeselect={false}
        onChange={(reason) => reason !== null && forms.write(type, { ...draft, reason })}
      />
      <TextInput
        type="datetime-local"
        label={said.enteredAt}
        min={`${invoice.issuedOn}T00:00`}
        max={typedOf(now)}
        value={typed}
        onChange={({ currentTarget: { value } }) =>
          forms.write(type, { ...draft, enteredAt: instantTyped(value) ?? value })
        }
      />
    </CommandForm>
  )
}

/** The entries that can still be decided about, each with how it stands; what waits for us comes first. */
function useOpenEntries(
  { confirmations }: ProviderInvoice,
  now: Instant,
  isOpen: (entry: RedConfirmation) => boolean,
) {
  const words = useTexts().invoices.redState
  return confirmations
    .filter((entry) => isOpen(entry) && !hasLapsed(entry, now))
    .sort((one, other) => Number(other.waitsFor === 'us') - Number(one.waitsFor === 'us'))
    .map((entry) => ({ value: entry.number, label: `${entry.number} · ${words[redState(entry, false)]}` }))
}

/** Whoever has to confirmed an entry. */
export function ConfirmRedForm({ invoice, forms, now }: RedFormProps) {
  const texts = useTexts()
  const { forms: said } = texts.invoices
  const type = 'invoice.confirm-red-letter'
  const open = useOpenEntries(invoice, now, isUndecided)
  const number = forms.drafts[type]?.number ?? open[0]?.value ?? ''
  const given = COMMAND_ARGUMENTS[type].safeParse({ number })
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing[type]}
      lead={said.confirmLead}
      submitLabel={texts.commands.doing[type]}
      blocked={given.success ? null : said.enterMissing}
      onSubmit={() => given.success && forms.submit(type, given.data)}
    >
      <Select
        label={said.which}
        data={open}
        value={number}
        allowDeselect={false}
        onChange={(chosen) => chosen !== null && forms.write(type, { number: chosen })}
      />
    </CommandForm>
  )
}

interface EndRedFormProps extends RedFormProps {
  readonly type: 'invoice.refuse-red-letter' | 'invoice.withdraw-red-letter'
}

/** Whoever has to refused an entry, or whoever entered it withdrew it. */
export function EndRedForm({ type, invoice, forms, now }: EndRedFormProps) {
  const texts = useTexts()
  const { forms: said } = texts.invoices
  const refuses = type === 'invoice.refuse-red-letter'
  const open = useOpenEntries(invoice, now, refuses ? isUndecided : isWithdrawable)
  const draft = forms.drafts[type] ?? { number: open[0]?.value ?? '', reason: '' }
  const given = COMMAND_ARGUMENTS[type].safeParse(draft)
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing[type]}
      lead={refuses ? said.refuseLead : said.withdrawRedLead}
      submitLabel={texts.commands.doing[type]}
      danger
      blocked={given.success ? null : said.reasonMissing}
      onSubmit={() => given.success && forms.submit(type, given.data)}
    >
      <Select
        label={said.which}
        data={open}
        value={draft.number}
        allowDeselect={false}
        onChange={(number) => number !== null && forms.write(type, { ...draft, number })}
      />
      <ReasonField
        label={said.reason}
        value={draft.reason}
        onChange={(reason) => forms.write(type, { ...draft, reason })}
      />
    </CommandForm>
  )
}
