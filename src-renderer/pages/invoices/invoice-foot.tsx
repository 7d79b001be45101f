import { Select, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
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
import { isDoubted, VERIFY_RESULTS } from '#shared/contracts/console-platform/records/invoice.ts'
import { invoiceAllows } from '#shared/contracts/console-platform/transitions/invoice-transitions.ts'
import { PaperForm, TickForm } from './invoice-paper-forms.tsx'
import { ConfirmRedForm, EndRedForm, EnterRedForm } from './invoice-red-forms.tsx'

interface InvoiceFootProps {
  readonly opened: InvoiceCase
  readonly forms: CaseForms
}

/** What can be decided about an invoice, and the form in which it is being decided. */
export function InvoiceFoot({ opened, forms }: InvoiceFootProps) {
  const texts = useTexts()
  const words = texts.invoices
  const { invoice, allowed, status } = opened
  const doubted = isDoubted(invoice) ? words.forms.tickDoubted : null
  const missing = useMissing('invoice', allowed, (type) => invoiceAllows(invoice, type), {})
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing, {
        blocked: { 'invoice.tick-deduction': doubted },
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
    case 'invoice.enter-red-letter':
      return <EnterRedForm invoice={invoice} forms={forms} now={now} />
    case 'invoice.confirm-red-letter':
      return <ConfirmRedForm invoice={invoice} forms={forms} now={now} />
    case 'invoice.refuse-red-letter':
    case 'invoice.withdraw-red-letter':
      return <EndRedForm key={open} type={open} invoice={invoice} forms={forms} now={now} />
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
