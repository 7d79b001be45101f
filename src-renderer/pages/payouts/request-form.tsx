import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { ProviderChoice } from '#renderer/review/forms/provider-choice.tsx'
import { useMakingForm } from '#renderer/review/forms/use-making-form.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './payouts.module.css'

interface RequestFormProps {
  /** The decision that came back and is taken again; null where none is. */
  readonly returned: ReturnedDecision | null
  readonly onClose: () => void
}

/** Asks for money on a provider's behalf: committed months that nothing pays yet. */
export function RequestForm({ returned, onClose }: RequestFormProps) {
  const texts = useTexts()
  const words = texts.payouts
  const form = useMakingForm({
    type: 'payout.request',
    empty: { providerId: '', months: [], reason: '' },
    ...{ returned, onClose },
  })
  const { draft, write } = form
  const chosen = draft.providerId === '' ? null : draft.providerId
  const enabled = chosen !== null
  const payable = useQuery(
    engine.payouts.payable.queryOptions({ input: { providerId: chosen ?? '-' }, enabled }),
  )
  const provider = useQuery(engine.providers.get.queryOptions({ input: { id: chosen ?? '' }, enabled }))
  const months = payable.data?.months ?? []
  const ticked = months.filter(({ month }) => draft.months.includes(month))
  const total = ticked.reduce((sum, { net }) => sum + net, 0)
  const given = COMMAND_ARGUMENTS['payout.request'].safeParse({
    ...draft,
    months: ticked.map(({ month }) => month),
  })
  const name = provider.data?.provider.name
  const submit = async () => {
    if (given.success && name !== undefined) await form.submit(name, given.data)
  }
  if (!form.known) return null
  return (
    <CommandForm
      place={form.place}
      title={texts.commands.doing['payout.request']}
      lead={words.requestLead}
      submitLabel={texts.commands.doing['payout.request']}
      blocked={given.success && name !== undefined ? null : words.incompleteRequest}
      onSubmit={() => void submit()}
      alone
    >
      <ProviderChoice
        chosen={chosen}
        onChoose={(providerId) => write({ providerId: providerId ?? '', months: [] })}
      />
      {payable.data !== undefined && months.length === 0 ? (
        <p className={classes.quiet}>{words.noMonths}</p>
      ) : null}
      {months.map(({ month, net }) => (
        <div key={month} className={classes.row}>
          <Checkbox
            label={month}
            checked={draft.months.includes(month)}
            onChange={({ currentTarget: { checked } }) =>
              write({
                months: checked ? [...draft.months, month] : draft.months.filter((each) => each !== month),
              })
            }
          />
          <span />
          <span className={classes.amount}>{formatYuan(net)}</span>
        </div>
      ))}
      {ticked.length === 0 ? null : <p>{words.sum(ticked.length, formatYuan(total))}</p>}
      <ReasonField
        label={`${words.reason}（${words.reasonHint}）`}
        value={draft.reason}
        onChange={(reason) => write({ reason })}
      />
    </CommandForm>
  )
}
