import { TextInput } from '@mantine/core'
import { useToday } from '#renderer/boards/period-choice.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { monthOfDate } from '#shared/calendar/plain-date.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import type { ProviderInvoice } from '#shared/contracts/console-platform/records/invoice.ts'

interface InvoiceFormProps {
  readonly invoice: ProviderInvoice
  readonly forms: CaseForms
}

/** 抵扣勾选: in which tax period it was ticked. */
export function TickForm({ invoice, forms }: InvoiceFormProps) {
  const texts = useTexts()
  const { fields, forms: said } = texts.invoices
  const type = 'invoice.tick-deduction'
  const period = forms.drafts[type]?.period ?? ''
  const thisMonth = monthOfDate(useToday())
  const given = COMMAND_ARGUMENTS[type].safeParse({ period })
  const isPossible = given.success && period >= monthOfDate(invoice.issuedOn) && period <= thisMonth
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing[type]}
      lead={said.tickLead}
      submitLabel={texts.commands.doing[type]}
      blocked={isPossible ? null : said.periodMissing}
      onSubmit={() => given.success && forms.submit(type, given.data)}
    >
      <TextInput
        type="month"
        label={fields.period}
        min={monthOfDate(invoice.issuedOn)}
        max={thisMonth}
        placeholder="2026-11"
        value={period}
        onChange={(event) => forms.write(type, { period: event.currentTarget.value })}
      />
    </CommandForm>
  )
}

/** When the paper of an invoice came, and how. */
export function PaperForm({ invoice, forms }: InvoiceFormProps) {
  const texts = useTexts()
  const { fields, forms: said } = texts.invoices
  const type = 'invoice.record-paper'
  const today = useToday()
  const draft = forms.drafts[type] ?? invoice.paper ?? { receivedOn: today, courier: '', tracking: '' }
  const given = COMMAND_ARGUMENTS[type].safeParse(draft)
  const isPossible = given.success && draft.receivedOn >= invoice.issuedOn && draft.receivedOn <= today
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing[type]}
      lead={said.paperLead}
      submitLabel={texts.commands.doing[type]}
      blocked={isPossible ? null : said.paperMissing}
      onSubmit={() => given.success && forms.submit(type, given.data)}
    >
      <TextInput
        type="date"
        label={fields.receivedOn}
        min={invoice.issuedOn}
        max={today}
        value={draft.receivedOn}
        onChange={(event) => forms.write(type, { ...draft, receivedOn: event.currentTarget.value })}
      />
      <TextInput
        label={fields.courier}
        maxLength={200}
        value={draft.courier}
        onChange={(event) => forms.write(type, { ...draft, courier: event.currentTarget.value })}
      />
      <TextInput
        label={fields.tracking}
        maxLength={200}
        value={draft.tracking}
        onChange={(event) => forms.write(type, { ...draft, tracking: event.currentTarget.value })}
      />
    </CommandForm>
  )
}
