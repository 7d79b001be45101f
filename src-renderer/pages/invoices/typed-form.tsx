import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { FindingList } from '#renderer/invoices/finding-list.tsx'
import classes from '#renderer/invoices/invoices.module.css'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { ProviderChoice } from '#renderer/review/forms/provider-choice.tsx'
import {
  EMPTY_INVOICE,
  type InvoiceDraft,
  invoiceTyped,
} from '#renderer/review/forms/provider-invoice-drafts.ts'
import { useMakingForm } from '#renderer/review/forms/use-making-form.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { INVOICE_KINDS } from '#shared/invoices/invoice.ts'
import { readQr } from '#shared/invoices/read-qr.ts'
import { formatYuan } from '#shared/money/yuan.ts'

interface TypedFormProps {
  /** The decision that came back and is taken again; null where none is. */
  readonly returned: ReturnedDecision | null
  /** The provider and the request it is opened for. */
  readonly providerId: string | null
  readonly payoutId: string | null
  readonly onClose: () => void
}

/** An invoice as a person types it from its original, on paper or from the text of its QR code. */
export function TypedForm({ returned, providerId, payoutId, onClose }: TypedFormProps) {
  const texts = useTexts()
  const words = texts.invoices
  const { typing, fields } = words
  const form = useMakingForm({
    type: 'invoice.record',
    empty: { ...EMPTY_INVOICE, providerId: providerId ?? '', payoutId: payoutId ?? '' },
    isAbout: (draft) => payoutId === null || draft.payoutId === payoutId,
    ...{ returned, onClose },
  })
  const { draft, write } = form
  const party = useQuery(
    engine.invoices.party.queryOptions({
      input: draft.providerId === '' ? skipToken : { providerId: draft.providerId },
    }),
  )
  const given = invoiceTyped(draft)
  const judged = useQuery(
    engine.invoices.judge.queryOptions({ input: given.success ? { said: given.data } : skipToken }),
  )
  const fit = given.success ? (judged.data?.said ?? null) : null
  const blocked = !given.success ? typing.incomplete : fit === null ? typing.notFit : null
  const submit = async () => {
    if (fit !== null) await form.submit(`${fit.number} ${fit.seller}`, fit)
  }
  if (!form.known) return null
  const text = (field: TextField, label: string, hint?: string) => (
    <TextInput
      label={label}
      {...(hint === undefined ? {} : { placeholder: hint })}
      maxLength={200}
      value={draft[field]}
      onChange={(event) => write({ [field]: event.currentTarget.value })}
    />
  )
  const expected = party.data?.expected
  return (
    <CommandForm
      place={form.place}
      title={typing.title}
      lead={typing.lead}
      submitLabel={typing.submit}
      blocked={blocked}
      onSubmit={() => void submit()}
      alone
    >
      <QrField onRead={write} />
      <ProviderChoice
        chosen={draft.providerId === '' ? null : draft.providerId}
        onChoose={(chosen) => write({ providerId: chosen ?? '', payoutId: '' })}
      />
      <Select
        label={typing.payout}
        data={[
          { value: '', label: typing.noPayout },
          ...(party.data?.payouts ?? []).map(({ id, amount, invoiced }) => ({
            value: id,
            label: typing.payoutChoice(formatYuan(amount), formatYuan(amount - invoiced)),
          })),
        ]}
        value={draft.payoutId}
        allowDeselect={false}
        onChange={(chosen) => write({ payoutId: chosen ?? '' })}
      />
      <div className={classes.fields}>
        {text('number', fields.number)}
        {text('code', fields.code)}
        <Select
          label={fields.kind}
          data={INVOICE_KINDS.map((value) => ({ value, label: words.kind[value] }))}
          value={draft.kind === '' ? null : draft.kind}
          onChange={(kind) => write({ kind: kind ?? '' })}
        />
        {text('issuedOn', fields.issuedOn, typing.day)}
        {text('net', fields.net)}
        {text('tax', fields.tax)}
        {text('gross', fields.gross)}
      </div>
      {expected === undefined ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() =>
            write({
              seller: expected.seller ?? draft.seller,
              sellerTaxId: expected.sellerTaxId ?? draft.sellerTaxId,
              buyer: expected.buyer ?? draft.buyer,
              buyerTaxId: expected.buyerTaxId ?? draft.buyerTaxId,
            })
          }
        >
          {typing.asExpected}
        </Button>
      )}
      <div className={classes.fields}>
        {text('seller', fields.seller)}
        {text('sellerTaxId', fields.sellerTaxId)}
        {text('buyer', fields.buyer)}
        {text('buyerTaxId', fields.buyerTaxId)}
      </div>
      <Textarea
        label={fields.remark}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={NOTE_LIMIT}
        value={draft.remark}
        onChange={(event) => write({ remark: event.currentTarget.value })}
      />
      <div className={classes.fields}>
        {text('original', typing.blue)}
        {text('confirmation', typing.confirmation)}
      </div>
      <Checkbox
        label={typing.paper}
        checked={draft.source === 'paper'}
        onChange={({ currentTarget: { checked } }) => write({ source: checked ? 'paper' : 'typed' })}
      />
      {draft.source === 'paper' ? (
        <div className={classes.fields}>
          {text('receivedOn', typing.receivedOn, typing.day)}
          {text('courier', typing.courier)}
          {text('tracking', typing.tracking)}
        </div>
      ) : null}
      <FindingList findings={given.success ? (judged.data?.findings ?? []) : []} />
    </CommandForm>
  )
}

type TextField = Exclude<
  keyof InvoiceDraft,
  'kind' | 'source' | 'file' | 'lines' | 'capitals' | 'remark' | 'providerId' | 'payoutId'
>

interface QrFieldProps {
  readonly onRead: (part: Partial<InvoiceDraft>) => void
}

/** The text of a QR code as a scanner types it: what it says is written into the form. */
function QrField({ onRead }: QrFieldProps) {
  const { typing } = useTexts().invoices
  const [text, setText] = useState('')
  const read = text.trim() === '' ? null : readQr(text)
  const problem = read !== null && 'problem' in read ? typing.qrProblem[read.problem] : null
  return (
    <TextInput
      label={typing.qr}
      placeholder={typing.qrHint}
      maxLength={300}
      value={text}
      error={problem}
      onChange={({ currentTarget: { value } }) => {
        setText(value)
        const found = readQr(value)
        if ('problem' in found) return
        onRead({
          ...{ number: found.number, code: found.code ?? '', issuedOn: found.date, source: 'qr-code' },
          [found.amountIs]: plainYuan(found.amount),
        })
      }}
    />
  )
}
