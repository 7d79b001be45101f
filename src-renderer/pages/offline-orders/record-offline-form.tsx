import { NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { AttachEvidence } from '#renderer/files/attach-evidence.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { EMPTY_OFFLINE_ORDER, type OfflineOrderDraft } from '#renderer/review/forms/offline-order-draft.ts'
import { ProviderChoice } from '#renderer/review/forms/provider-choice.tsx'
import { useMakingForm } from '#renderer/review/forms/use-making-form.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { ORDER_CHANNELS, orderKindSchema } from '#shared/contracts/console-platform/records/order.ts'
import classes from './offline-orders.module.css'
import { saidOfDraft } from './said-of-draft.ts'

interface RecordOfflineFormProps {
  /** The decision that came back and is taken again; null where none is. */
  readonly returned: ReturnedDecision | null
  readonly onClose: () => void
}

/** Writes down an order that no marketplace sent, or its refund; another person confirms it. */
export function RecordOfflineForm({ returned, onClose }: RecordOfflineFormProps) {
  const texts = useTexts()
  const words = texts.offlineOrders
  const { columns, kind, channel, buyer } = texts.orders
  const say = useBilingual()
  const form = useMakingForm({
    ...{ type: 'order.record-offline', empty: EMPTY_OFFLINE_ORDER },
    ...{ returned, onClose },
  })
  const { draft, write } = form
  const terms = useQuery(
    engine.orders.offline.terms.queryOptions({
      input: { providerId: draft.providerId ?? '' },
      enabled: draft.providerId !== null,
    }),
  ).data
  const isRefund = draft.kind === 'refund'
  const original = useQuery(
    engine.orders.byNumber.queryOptions({
      input: { marketplace: terms?.marketplace ?? '', number: draft.original },
      enabled: isRefund && terms !== undefined && draft.original !== '',
    }),
  ).data
  const given = saidOfDraft(draft, terms ?? null, original ?? null)
  const submit = async () => {
    if (given !== null) await form.submit(`${given.number} ${given.productName}`, given)
  }
  const field = (
    name: Exclude<keyof OfflineOrderDraft, 'attachments'>,
    label: ReactNode,
    error: string | null = null,
  ) => (
    <TextInput
      label={label}
      value={draft[name] ?? ''}
      error={error}
      maxLength={200}
      onChange={(event) => write({ [name]: event.currentTarget.value })}
    />
  )
  if (!form.known) return null
  return (
    <CommandForm
      place={form.place}
      title={texts.commands.doing['order.record-offline']}
      lead={words.lead}
      submitLabel={texts.commands.doing['order.record-offline']}
      blocked={given === null ? words.incomplete : null}
      onSubmit={() => void submit()}
      alone
    >
      <ProviderChoice
        chosen={draft.providerId}
        onChoose={(providerId) => write({ providerId, category: '', mode: '' })}
      />
      <div className={classes.fields}>
        <SegmentedControl
          aria-label={columns.kind}
          data={orderKindSchema.options.map((value) => ({ value, label: kind[value] }))}
          value={draft.kind}
          onChange={(value) => write({ kind: orderKindSchema.parse(value) })}
        />
        <SegmentedControl
          aria-label={columns.channel}
          data={ORDER_CHANNELS.map((value) => ({ value, label: channel[value] }))}
          value={draft.channel}
          onChange={(value) => write({ channel: value === 'online' ? 'online' : 'private' })}
        />
        {field('number', columns.number)}
        {isRefund
          ? field(
              'original',
              words.original,
              draft.original !== '' && original === null ? words.noOriginal : null,
            )
          : null}
        {field('productName', columns.productName)}
        <NativeSelect
          label={columns.category}
          data={['', ...(terms?.categories ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))]}
          value={draft.category}
          onChange={(event) => write({ category: event.currentTarget.value })}
        />
        {(terms?.modes ?? []).length === 0 ? null : (
          <NativeSelect
            label={words.mode}
            data={['', ...(terms?.modes ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))]}
            value={draft.mode}
            onChange={(event) => write({ mode: event.currentTarget.value })}
          />
        )}
        {field('buyerId', columns.buyerId)}
        {field('buyerName', buyer)}
        {field('cash', isRefund ? words.cashBack : words.cash)}
        {field('voucher', words.voucher)}
        {field('tax', words.tax)}
        <TextInput
          label={words.agreed}
          description={words.agreedHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={draft.agreed}
          maxLength={10}
          onChange={(event) => write({ agreed: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.paidOn}
          {...(terms === undefined ? {} : { max: terms.today })}
          value={draft.paidOn}
          onChange={(event) => write({ paidOn: event.currentTarget.value })}
        />
        {field('contract', texts.offlineOrders.fields.contract)}
      </div>
      <Textarea
        label={texts.offlineOrders.fields.evidence}
        placeholder={words.evidenceHint}
        autosize
        minRows={1}
        maxLength={NOTE_LIMIT}
        value={draft.evidence}
        onChange={(event) => write({ evidence: event.currentTarget.value })}
      />
      <AttachEvidence attachments={draft.attachments} onChange={(attachments) => write({ attachments })} />
    </CommandForm>
  )
}
