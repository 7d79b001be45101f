import { Textarea, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import { EMPTY_NUMBER, type NumberDraft } from '#renderer/review/forms/invoice-drafts.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { useMissing } from '#renderer/review/use-missing.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import type { CommissionInvoiceCase } from '#shared/contracts/console-engine/commission-invoices.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import {
  barredFromInvoice,
  commissionInvoiceAllows,
} from '#shared/contracts/console-platform/transitions/commission-invoice-transitions.ts'
import { formatYuan, parseYuan } from '#shared/money/yuan.ts'

interface CommissionInvoiceFootProps {
  readonly opened: CommissionInvoiceCase
  readonly forms: CaseForms
}

/** What can be decided about a commission invoice, and the form in which it is being decided. */
export function CommissionInvoiceFoot({ opened, forms }: CommissionInvoiceFootProps) {
  const texts = useTexts()
  const { invoice, allowed, status } = opened
  const missing = useMissing('commissionInvoice', allowed, (type) => commissionInvoiceAllows(invoice, type), {
    'commission-invoice.take-back-number': barredFromInvoice(invoice, 'commission-invoice.take-back-number'),
  })
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing)}
      openId={forms.open}
      missing={missing}
      idle={texts.commissionInvoices.idle[status]}
    >
      <OpenForm opened={opened} forms={forms} />
    </CaseFoot>
  )
}

function OpenForm({ opened: { invoice }, forms }: CommissionInvoiceFootProps): ReactElement | null {
  const texts = useTexts()
  const words = texts.commissionInvoices
  const open = formAbout('commissionInvoice', forms.open)
  switch (open) {
    case 'commission-invoice.record-number': {
      const draft = forms.drafts[open] ?? EMPTY_NUMBER
      const given = COMMAND_ARGUMENTS[open].safeParse(saidOf(draft))
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={words.numberLead(formatYuan(invoice.gross))}
          submitLabel={texts.commands.doing[open]}
          blocked={blockedBy(given.success, given.data?.gross, invoice.gross, words)}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <NumberFields draft={draft} onWrite={(written) => forms.write(open, written)} />
        </CommandForm>
      )
    }
    case 'commission-invoice.record-red-letter': {
      const draft = forms.drafts[open] ?? { ...EMPTY_NUMBER, blueNumber: invoice.blueNumber ?? '' }
      const given = COMMAND_ARGUMENTS[open].safeParse({
        ...saidOf(draft),
        blueNumber: draft.blueNumber.trim(),
      })
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={words.redLead(formatYuan(invoice.gross))}
          submitLabel={texts.commands.doing[open]}
          blocked={blockedBy(given.success, given.data?.gross, invoice.gross, words)}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <TextInput
            label={words.fields.blueNumber}
            inputMode="numeric"
            maxLength={40}
            disabled={invoice.counters !== null}
            value={draft.blueNumber}
            onChange={(event) => forms.write(open, { ...draft, blueNumber: event.currentTarget.value })}
          />
          <NumberFields draft={draft} onWrite={(written) => forms.write(open, written)} />
        </CommandForm>
      )
    }
    case 'commission-invoice.take-back-number': {
      const reason = forms.drafts[open]?.reason ?? ''
      const given = COMMAND_ARGUMENTS[open].safeParse({ reason })
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={words.takeBackLead}
          submitLabel={texts.commands.doing[open]}
          danger
          blocked={given.success ? null : words.reasonMissing}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <Textarea
            label={words.reason}
            autosize
            minRows={1}
            maxLength={NOTE_LIMIT}
            value={reason}
            onChange={(event) => forms.write(open, { reason: event.currentTarget.value })}
          />
        </CommandForm>
      )
    }
    case null:
      return null
  }
}

function saidOf({ number, issuedOn, gross }: NumberDraft) {
  return { number: number.replaceAll(/\s/g, ''), issuedOn: issuedOn.trim(), gross: parseYuan(gross) }
}

/** Why what was typed cannot be given; null where it can. */
function blockedBy(
  isWhole: boolean,
  typed: number | undefined,
  gross: number,
  words: { readonly incomplete: string; readonly differs: (typed: string, gross: string) => string },
): string | null {
  if (!isWhole || typed === undefined) return words.incomplete
  return typed === gross ? null : words.differs(formatYuan(typed), formatYuan(gross))
}

interface NumberFieldsProps {
  readonly draft: NumberDraft
  readonly onWrite: (draft: NumberDraft) => void
}

/** What stands on an invoice that the tax bureau gave a number. */
function NumberFields({ draft, onWrite }: NumberFieldsProps) {
  const { fields, numberHint, grossTyped, dayHint } = useTexts().commissionInvoices
  return (
    <>
      <TextInput
        label={fields.number}
        description={numberHint}
        inputMode="numeric"
        maxLength={40}
        value={draft.number}
        onChange={(event) => onWrite({ ...draft, number: event.currentTarget.value })}
      />
      <TextInput
        label={fields.issuedOn}
        placeholder={dayHint}
        maxLength={10}
        value={draft.issuedOn}
        onChange={(event) => onWrite({ ...draft, issuedOn: event.currentTarget.value })}
      />
      <TextInput
        label={grossTyped}
        inputMode="decimal"
        maxLength={20}
        value={draft.gross}
        onChange={(event) => onWrite({ ...draft, gross: event.currentTarget.value })}
      />
    </>
  )
}
