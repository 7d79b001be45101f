import { Select, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { instantTyped, typedOf } from '#renderer/format/typed-instant.ts'
import { useNow } from '#renderer/format/use-now.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { useMissing } from '#renderer/review/use-missing.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { InvoiceCase } from '#shared/contracts/console-engine/invoices.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { isDoubted, RED_REASONS, VERIFY_RESULTS } from '#shared/contracts/console-platform/records/invoice.ts'
import { invoiceAllows } from '#shared/contracts/console-platform/transitions/invoice-transitions.ts'
import { PaperForm, TickForm } from './invoice-paper-forms.tsx'

interface InvoiceFootProps {
  readonly opened: InvoiceCase
  readonly forms: CaseForms
}

/** What can be decided about an invoice, and the form in which it is being decided. */
export function InvoiceFoot({ opened, forms }: InvoiceFootProps) {
  const texts = useTexts()
  const words = texts.invoices
  const { invoice, allowed, status, waiting } = opened
  const over = waiting?.isOver === true ? words.confirmOver : null
  const doubted = isDoubted(invoice) ? words.forms.tickDoubted : null
  const missing = useMissing('invoice', allowed, (type) => invoiceAllows(invoice, type), {})
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing, {
        blocked: {
          'invoice.confirm-red-letter': over,
          'invoice.refuse-red-letter': over,
          'invoice.tick-deduction': doubted,
        },
      })}
      openId={forms.open}
      missing={missing}
      idle={words.idle[status]}
    >
      <OpenForm opened={opened} forms={forms} />
    </CaseFoot>
  )
}

function OpenForm({ opened: { invoice }, forms }: InvoiceFootProps): ReactElement | null {
  const texts = useTexts()
  const words = texts.invoices
  const { fields, forms: said } = words
  const open = formAbout('invoice', forms.open)
  const now = new Date(useNow()).toISOString()
  const today = shanghaiDate(now)
  const pending = invoice.confirmations.filter(({ outcome }) => outcome === 'open')
  const [first] = pending
  switch (open) {
    case 'invoice.verify-result': {
      const draft = forms.drafts[open] ?? { result: 'consistent' as const, checkedOn: today, note: '' }
      const given = COMMAND_ARGUMENTS[open].safeParse(draft)
      const isPossible = draft.checkedOn >= invoice.issuedOn && draft.checkedOn <= today
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={said.verifyLead}
          submitLabel={texts.commands.doing[open]}
          blocked={given.success && isPossible ? null : said.dayMissing}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <Select
            label={fields.result}
            data={VERIFY_RESULTS.map((value) => ({ value, label: words.result[value] }))}
            value={draft.result}
            allowDeselect={false}
            onChange={(result) => result !== null && forms.write(open, { ...draft, result })}
          />
          <TextInput
            type="date"
            label={fields.checkedOn}
            min={invoice.issuedOn}
            max={today}
            value={draft.checkedOn}
            onChange={(event) => forms.write(open, { ...draft, checkedOn: event.currentTarget.value })}
          />
          <ReasonField
            label={said.note}
            value={draft.note}
            onChange={(note) => forms.write(open, { ...draft, note })}
          />
        </CommandForm>
      )
    }
    case 'invoice.enter-red-letter': {
      const draft = forms.drafts[open] ?? { number: '', reason: 'error' as const, enteredAt: '' }
      const given = COMMAND_ARGUMENTS[open].safeParse(draft)
      const typed = draft.enteredAt.endsWith('Z') ? typedOf(draft.enteredAt) : draft.enteredAt
      const isPossible =
        given.success && typed.slice(0, 10) >= invoice.issuedOn && given.data.enteredAt <= now
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={said.enterLead}
          submitLabel={texts.commands.doing[open]}
          blocked={isPossible ? null : said.enterMissing}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <TextInput
            label={fields.confirmation}
            inputMode="numeric"
            maxLength={30}
            value={draft.number}
            onChange={(event) => forms.write(open, { ...draft, number: event.currentTarget.value.trim() })}
          />
          <Select
            label={fields.reason}
            data={RED_REASONS.map((value) => ({ value, label: words.redReason[value] }))}
            value={draft.reason}
            allowDeselect={false}
            onChange={(reason) => reason !== null && forms.write(open, { ...draft, reason })}
          />
          <TextInput
            type="datetime-local"
            label={said.enteredAt}
            min={`${invoice.issuedOn}T00:00`}
            max={typedOf(now)}
            value={typed}
            onChange={({ currentTarget: { value } }) =>
              forms.write(open, { ...draft, enteredAt: instantTyped(value) ?? value })
            }
          />
        </CommandForm>
      )
    }
    case 'invoice.confirm-red-letter': {
      const number = forms.drafts[open]?.number ?? first?.number ?? ''
      const given = COMMAND_ARGUMENTS[open].safeParse({ number })
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={said.confirmLead}
          submitLabel={texts.commands.doing[open]}
          blocked={given.success ? null : said.enterMissing}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <Select
            label={said.which}
            data={pending.map((each) => each.number)}
            value={number}
            allowDeselect={false}
            onChange={(chosen) => chosen !== null && forms.write(open, { number: chosen })}
          />
        </CommandForm>
      )
    }
    case 'invoice.refuse-red-letter': {
      const draft = forms.drafts[open] ?? { number: first?.number ?? '', reason: '' }
      const given = COMMAND_ARGUMENTS[open].safeParse(draft)
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={said.refuseLead}
          submitLabel={texts.commands.doing[open]}
          danger
          blocked={given.success ? null : said.reasonMissing}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <Select
            label={said.which}
            data={pending.map((each) => each.number)}
            value={draft.number}
            allowDeselect={false}
            onChange={(number) => number !== null && forms.write(open, { ...draft, number })}
          />
          <ReasonField
            label={said.reason}
            value={draft.reason}
            onChange={(reason) => forms.write(open, { ...draft, reason })}
          />
        </CommandForm>
      )
    }
    case 'invoice.tick-deduction':
      return <TickForm invoice={invoice} forms={forms} />
    case 'invoice.record-paper':
      return <PaperForm invoice={invoice} forms={forms} />
    case 'invoice.untick-deduction':
    case 'invoice.withdraw': {
      const reason = forms.drafts[open]?.reason ?? ''
      const given = COMMAND_ARGUMENTS[open].safeParse({ reason })
      return (
        <CommandForm
          key={open}
          place={forms}
          title={texts.commands.doing[open]}
          lead={open === 'invoice.withdraw' ? said.withdrawLead : said.untickLead}
          submitLabel={texts.commands.doing[open]}
          danger
          blocked={given.success ? null : said.reasonMissing}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <ReasonField
            label={said.reason}
            value={reason}
            onChange={(written) => forms.write(open, { reason: written })}
          />
        </CommandForm>
      )
    }
    case 'invoice.record':
    case null:
      return null
  }
}
