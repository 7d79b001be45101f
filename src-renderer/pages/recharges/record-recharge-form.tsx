import { Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { AttachEvidence } from '#renderer/files/attach-evidence.tsx'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { RechargeDraft } from '#renderer/review/forms/recharge-drafts.ts'
import { useMakingForm } from '#renderer/review/forms/use-making-form.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { formatYuan, parseYuan } from '#shared/money/yuan.ts'
import classes from './recharges.module.css'

interface RecordRechargeFormProps {
  /** The decision that came back and is taken again; null where none is. */
  readonly returned: ReturnedDecision | null
  /** The deposit it is for. */
  readonly obligationId: string
  readonly onClose: () => void
}

/** Types a recharge from what the channel shows, with what proves it. Another person confirms it. */
export function RecordRechargeForm({ returned, obligationId, onClose }: RecordRechargeFormProps) {
  const texts = useTexts()
  const words = texts.recharges
  const say = useBilingual()
  const form = useMakingForm({
    type: 'recharge.record',
    isAbout: (draft) => draft.obligationId === obligationId,
    empty: {
      ...{ obligationId, channel: '', number: '', paidOn: '', amount: '' },
      ...{ payerName: '', payerAccount: '', evidence: '', attachments: [] },
    },
    ...{ returned, onClose },
  })
  const { draft, write } = form
  const query = useQuery(engine.deposits.get.queryOptions({ input: { id: draft.obligationId } }))
  const opened = query.data
  const given = COMMAND_ARGUMENTS['recharge.record'].safeParse({ ...draft, amount: parseYuan(draft.amount) })
  const complete = given.success && opened !== undefined && given.data.paidOn <= opened.on
  const owed = opened === undefined ? 0 : Math.max(0, (opened.obligation.amount ?? 0) - opened.balance)
  const submit = async () => {
    if (given.success && opened !== undefined) await form.submit(opened.obligation.providerName, given.data)
  }
  const field = (
    name: Exclude<keyof RechargeDraft, 'obligationId' | 'evidence' | 'attachments'>,
    type = 'text',
  ) => (
    <TextInput
      type={type}
      label={words.fields[name]}
      maxLength={200}
      {...(name === 'amount' && owed > 0 ? { placeholder: plainYuan(owed) } : {})}
      value={draft[name]}
      onChange={(event) => write({ [name]: event.currentTarget.value })}
    />
  )
  if (!form.known) return null
  return (
    <CommandForm
      place={form.place}
      title={texts.commands.doing['recharge.record']}
      lead={
        opened === undefined
          ? words.recordLead
          : `${opened.obligation.providerName} · ${say(opened.depositName)} · ${words.owed(formatYuan(owed))} ${words.recordLead}`
      }
      submitLabel={texts.commands.doing['recharge.record']}
      blocked={complete ? null : words.incomplete}
      onSubmit={() => void submit()}
      alone
    >
      <div className={classes.fields}>
        {field('channel')}
        {field('number')}
        {field('paidOn', 'date')}
        {field('amount')}
        {field('payerName')}
        {field('payerAccount')}
      </div>
      <Textarea
        label={words.fields.evidence}
        placeholder={words.evidenceHint}
        autosize
        minRows={2}
        maxLength={NOTE_LIMIT}
        value={draft.evidence}
        onChange={(event) => write({ evidence: event.currentTarget.value })}
      />
      <AttachEvidence attachments={draft.attachments} onChange={(attachments) => write({ attachments })} />
    </CommandForm>
  )
}
