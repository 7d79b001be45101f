import { NativeSelect, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { useMakingForm } from '#renderer/review/forms/use-making-form.ts'
import { plainDateSchema } from '#shared/calendar/plain-date.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import type { BatchFormat } from '#shared/contracts/console-platform/records/payout-batch.ts'
import { formatName } from '#shared/descriptions/payout-batch.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { controlTotals } from '#shared/payments/payment.ts'
import { CandidateList, LeftOut } from './candidate-list.tsx'
import classes from './payout-batches.module.css'
import { ProblemList } from './problem-list.tsx'

interface MakingFormProps {
  /** The decision that came back and is taken again; null where none is. */
  readonly returned: ReturnedDecision | null
  /** The batch whose failed or unsent payments are made again; null where none is named. */
  readonly again: string | null
  readonly onClose: () => void
}

type BatchChosen = { kind: 'payout' | 'refund'; id: string; amount: number }[]

const keyOf = (format: BatchFormat) => (format.kind === 'template' ? format.template.id : format.kind)

/** The form of the account's own bank; none where no template is named after it. */
function ownFormat(formats: readonly BatchFormat[], bank: string | undefined): string {
  const own = formats.find(
    (each) => bank !== undefined && each.kind === 'template' && each.template.name.startsWith(bank),
  )
  return own === undefined ? '' : keyOf(own)
}

/** Makes a batch of what is approved, with its totals and what a bank would refuse before it is made. */
export function MakingForm({ returned, again, onClose }: MakingFormProps) {
  const texts = useTexts()
  const words = texts.payoutBatches
  const say = useBilingual()
  const form = useMakingForm({
    type: 'payout.batch',
    empty: { accountId: '', executeOn: '', format: '', chosen: [] },
    ...{ returned, onClose },
  })
  const { draft, write } = form
  const before = usePayAgain(again, form.known, write)
  const accountId = draft.accountId === '' ? null : draft.accountId
  const found = useQuery(engine.payoutBatches.candidates.queryOptions({ input: { accountId } }))
  const offered = found.data
  const bank = offered?.accounts.find(({ id }) => id === accountId)?.bank
  const formatKey = draft.format === '' ? ownFormat(offered?.formats ?? [], bank) : draft.format
  const format = offered?.formats.find((each) => keyOf(each) === formatKey)
  const executeOn = draft.executeOn === '' ? (offered?.today ?? '') : draft.executeOn
  const free = offered?.candidates.filter(({ leftOut }) => leftOut === null) ?? []
  const ticked = free.filter(({ source }) => draft.chosen.some(({ id }) => id === source.id))
  const given = COMMAND_ARGUMENTS['payout.batch'].safeParse({
    ...{ accountId, executeOn, format },
    payments: ticked.map(({ source, amount }) => ({ source, amount })),
  })
  const preview = useQuery({
    ...engine.payoutBatches.preview.queryOptions({
      input: {
        ...{ accountId: accountId ?? '', executeOn, format: format ?? { kind: 'pain.001' } },
        sources: ticked.map(({ source }) => source),
      },
    }),
    enabled: given.success,
    placeholderData: keepPreviousData,
  }).data
  const blocked = !given.success
    ? words.making.incomplete
    : offered !== undefined && executeOn < offered.today
      ? words.making.pastDay
      : preview?.problems.some(({ severity }) => severity === 'must') === true
        ? words.making.mustMend
        : null
  const submit = async () => {
    const { count, total } = controlTotals(ticked)
    if (given.success) await form.submit(words.totals(count, formatYuan(total)), given.data)
  }
  if (!form.known || offered === undefined) return null
  return (
    <CommandForm
      place={form.place}
      title={texts.commands.doing['payout.batch']}
      lead={words.making.lead}
      submitLabel={texts.commands.doing['payout.batch']}
      blocked={blocked}
      onSubmit={() => void submit()}
      alone
    >
      {before === undefined ? null : (
        <p className={classes.quiet}>
          {words.again.lead(before.batch.number, before.again.payments.length, before.again.waiting.count)}
        </p>
      )}
      {offered.accounts.length === 0 ? <p className={classes.quiet}>{words.making.noAccounts}</p> : null}
      <div className={classes.fields}>
        <NativeSelect
          label={words.making.account}
          data={[
            '',
            ...offered.accounts.map(({ id, marketplaceName, bank, number }) => ({
              value: id,
              label: `${say(marketplaceName)} · ${bank} ${number}`,
            })),
          ]}
          value={draft.accountId}
          onChange={(event) => write({ accountId: event.currentTarget.value, chosen: [] })}
        />
        <TextInput
          type="date"
          label={words.making.executeOn}
          min={offered.today}
          value={executeOn}
          onChange={(event) => write({ executeOn: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.making.format}
          data={[
            '',
            ...offered.formats.map((each) => ({ value: keyOf(each), label: say(formatName(each)) })),
          ]}
          value={formatKey}
          onChange={(event) => write({ format: event.currentTarget.value })}
        />
      </div>
      <PaydayHint on={executeOn} />
      {accountId === null ? (
        <p className={classes.quiet}>{words.making.chooseAccount}</p>
      ) : (
        <>
          <CandidateList
            free={free}
            ticked={ticked}
            onTick={(chosen) =>
              write({ chosen: chosen.map(({ source, amount }) => ({ ...source, amount })) })
            }
          />
          {ticked.length < draft.chosen.length ? <p className={classes.failed}>{words.making.gone}</p> : null}
          <LeftOut offered={offered} />
        </>
      )}
      {preview === undefined || !given.success ? null : <ProblemList problems={preview.problems} />}
    </CommandForm>
  )
}

/** Begins the form with what a batch did not pay, once: from its account, in its form. */
function usePayAgain(
  id: string | null,
  isKnown: boolean,
  write: (part: { accountId: string; format: string; chosen: BatchChosen }) => void,
) {
  const { data } = useQuery({
    ...engine.payoutBatches.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== null,
  })
  const [begun, setBegun] = useState(false)
  useEffect(() => {
    if (data === undefined || begun || !isKnown) return
    setBegun(true)
    const { batch, again } = data
    write({
      ...{ accountId: batch.accountId, format: keyOf(batch.format) },
      chosen: again.payments.map(({ source, amount }) => ({ ...source, amount })),
    })
  }, [data, begun, isKnown, write])
  return data
}

/** A day on which banks rest, or of which nobody knows yet. */
function PaydayHint({ on }: { readonly on: string }) {
  const words = useTexts().payoutBatches.making
  const { data } = useQuery({
    ...engine.payoutBatches.payday.queryOptions({ input: { on } }),
    enabled: plainDateSchema.safeParse(on).success,
  })
  if (data === undefined || data.isWorked === true) return null
  return (
    <p className={classes.hint}>{data.isWorked === null ? words.dayUnknown : words.restDay(data.next)}</p>
  )
}
