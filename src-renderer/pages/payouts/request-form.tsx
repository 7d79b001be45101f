import { Checkbox, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { useMakingForm } from '#renderer/review/forms/use-making-form.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { ChecksSection } from './checks-section.tsx'
import classes from './payouts.module.css'

interface RequestFormProps {
  /** The decision that came back and is taken again; null where none is. */
  readonly returned: ReturnedDecision | null
  /** Whom and which month it begins with; null where that is open. */
  readonly provider: string | null
  readonly month: string | null
  readonly onClose: () => void
}

/** Providers shown for what is typed. */
const SHOWN = 50

/** Asks for money on a provider's behalf: committed months that nothing pays yet, with what would keep it back. */
export function RequestForm({ returned, provider, month, onClose }: RequestFormProps) {
  const texts = useTexts()
  const words = texts.payouts
  const say = useBilingual()
  const form = useMakingForm({
    type: 'payout.request',
    empty: { providerId: provider ?? '', months: month === null ? [] : [month], reason: '' },
    isAbout: ({ providerId }) => provider === null || providerId === provider,
    ...{ returned, onClose },
  })
  const { draft, write } = form
  const chosen = draft.providerId === '' ? null : draft.providerId
  const offered = useQuery(engine.payouts.payableProviders.queryOptions()).data
  const payable = useQuery(
    engine.payouts.payable.queryOptions({ input: { providerId: chosen ?? '-' }, enabled: chosen !== null }),
  )
  const months = payable.data?.months ?? []
  const ticked = months.filter((each) => draft.months.includes(each.month))
  const total = ticked.reduce((sum, { net }) => sum + net, 0)
  const asked = ticked.map((each) => each.month)
  const given = COMMAND_ARGUMENTS['payout.request'].safeParse({ ...draft, months: asked })
  const preview = useQuery({
    ...engine.payouts.preview.queryOptions({ input: { providerId: chosen ?? '-', months: asked } }),
    enabled: given.success,
    placeholderData: keepPreviousData,
  }).data
  const name = offered?.find(({ id }) => id === chosen)?.name
  const keptBy = given.success ? (preview?.keptBy ?? null) : null
  const blocked =
    !given.success || name === undefined
      ? words.incompleteRequest
      : keptBy === null
        ? null
        : words.checkFails(words.checkWords[keptBy])
  const submit = async () => {
    if (given.success && name !== undefined) await form.submit(name, given.data)
  }
  if (!form.known || offered === undefined) return null
  return (
    <CommandForm
      place={form.place}
      title={texts.commands.doing['payout.request']}
      lead={words.requestLead}
      submitLabel={texts.commands.doing['payout.request']}
      blocked={blocked}
      onSubmit={() => void submit()}
      alone
    >
      <Select
        label={texts.review.providerChoice.label}
        placeholder={texts.review.providerChoice.hint}
        description={words.payableOnly(offered.length)}
        inputWrapperOrder={['label', 'input', 'description']}
        searchable
        limit={SHOWN}
        data={offered.map(({ id, name: called, marketplaceName, months: count, net }) => ({
          value: id,
          label: `${called} · ${say(marketplaceName)} · ${words.sum(count, formatYuan(net))}`,
        }))}
        value={chosen}
        onChange={(providerId) => write({ providerId: providerId ?? '', months: [] })}
        nothingFoundMessage={texts.review.providerChoice.nobody}
        allowDeselect={false}
      />
      {payable.data !== undefined && months.length === 0 ? (
        <p className={classes.quiet}>{words.noMonths}</p>
      ) : null}
      {months.map(({ month: each, net }) => (
        <div key={each} className={classes.row}>
          <Checkbox
            label={each}
            checked={draft.months.includes(each)}
            onChange={({ currentTarget: { checked } }) =>
              write({
                months: checked ? [...draft.months, each] : draft.months.filter((other) => other !== each),
              })
            }
          />
          <span />
          <span className={classes.amount}>{formatYuan(net)}</span>
        </div>
      ))}
      {ticked.length === 0 ? null : <p>{words.sum(ticked.length, formatYuan(total))}</p>}
      {!given.success || preview == null ? null : (
        <>
          <p className={classes.quiet}>{words.approversNeeded(preview.approvers)}</p>
          <ChecksSection checks={preview.checks} />
        </>
      )}
      <ReasonField
        label={`${words.reason}（${words.reasonHint}）`}
        value={draft.reason}
        onChange={(reason) => write({ reason })}
      />
    </CommandForm>
  )
}
