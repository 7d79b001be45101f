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

/**
 * The entries that can be decided about, each with how it stands; what waits for us comes first. One whose hours are over may
 * have been decided about before that.
 */
function useOpenEntries(
  { confirmations }: ProviderInvoice,
  now: Instant,
  isOpen: (entry: RedConfirmation) => boolean,
) {
  const words = useTexts().invoices.redState
  const rank = (entry: RedConfirmation) => (hasLapsed(entry, now) ? 2 : entry.waitsFor === 'us' ? 0 : 1)
  return confirmations
    .filter(isOpen)
    .sort((one, other) => rank(one) - rank(other))
    .map((entry) => ({
      value: entry.number,
      label: `${entry.number} · ${words[redState(entry, hasLapsed(entry, now))]}`,
    }))
}

/** When it was done at the bureau: this minute until something else is typed. */
function happenedNow(now: Instant): Instant {
  return instantTyped(typedOf(now)) ?? now
}

/** Whether an entry could come to its end at an instant that was typed. */
function isPossibleAt(entry: RedConfirmation | undefined, happenedAt: string, now: Instant): boolean {
  if (entry === undefined || happenedAt > now || hasLapsed(entry, happenedAt)) return false
  return happenedAt >= (entry.decided?.happenedAt ?? entry.enteredAt)
}

interface HappenedFieldProps {
  readonly value: string
  readonly now: Instant
  readonly onChange: (value: string) => void
}

function HappenedField({ value, now, onChange }: HappenedFieldProps) {
  return (
    <TextInput
      type="datetime-local"
      label={useTexts().invoices.forms.happenedAt}
      max={typedOf(now)}
      value={value.endsWith('Z') ? typedOf(value) : value}
      onChange={({ currentTarget: { value: typed } }) => onChange(instantTyped(typed) ?? typed)}
    />
  )
}

/** Whoever has to confirmed an entry. */
export function ConfirmRedForm({ invoice, forms, now }: RedFormProps) {
  const texts = useTexts()
  const { forms: said } = texts.invoices
  const type = 'invoice.confirm-red-letter'
  const open = useOpenEntries(invoice, now, isUndecided)
  const draft = forms.drafts[type] ?? { number: open[0]?.value ?? '', happenedAt: happenedNow(now) }
  const given = COMMAND_ARGUMENTS[type].safeParse(draft)
  const entry = invoice.confirmations.find(({ number }) => number === draft.number)
  const isPossible = given.success && isPossibleAt(entry, draft.happenedAt, now)
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing[type]}
      lead={said.confirmLead}
      submitLabel={texts.commands.doing[type]}
      blocked={isPossible ? null : said.happenedMissing}
      onSubmit={() => given.success && forms.submit(type, given.data)}
    >
      <Select
        label={said.which}
        data={open}
        value={draft.number}
        allowDeselect={false}
        onChange={(number) => number !== null && forms.write(type, { ...draft, number })}
      />
      <HappenedField
        value={draft.happenedAt}
        now={now}
        onChange={(happenedAt) => forms.write(type, { ...draft, happenedAt })}
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
  const draft = forms.drafts[type] ?? {
    ...{ number: open[0]?.value ?? '', happenedAt: happenedNow(now), reason: '' },
  }
  const given = COMMAND_ARGUMENTS[type].safeParse(draft)
  const entry = invoice.confirmations.find(({ number }) => number === draft.number)
  const isPossible = isPossibleAt(entry, draft.happenedAt, now)
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing[type]}
      lead={refuses ? said.refuseLead : said.withdrawRedLead}
      submitLabel={texts.commands.doing[type]}
      danger
      blocked={isPossible ? (given.success ? null : said.reasonMissing) : said.happenedMissing}
      onSubmit={() => given.success && forms.submit(type, given.data)}
    >
      <Select
        label={said.which}
        data={open}
        value={draft.number}
        allowDeselect={false}
        onChange={(number) => number !== null && forms.write(type, { ...draft, number })}
      />
      <HappenedField
        value={draft.happenedAt}
        now={now}
        onChange={(happenedAt) => forms.write(type, { ...draft, happenedAt })}
      />
      <ReasonField
        label={said.reason}
        value={draft.reason}
        onChange={(reason) => forms.write(type, { ...draft, reason })}
      />
    </CommandForm>
  )
}
