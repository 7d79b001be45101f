import { SegmentedControl, TextInput } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CommandDraft } from '#renderer/review/forms/command-forms.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { formatYuan } from '#shared/money/yuan.ts'

interface NewAmountFormProps {
  readonly opened: DepositCase
  readonly forms: CaseForms
}

type Draft = CommandDraft<'deposit.decide-new-amount'>
const EMPTY: Draft = { owes: null, dueOn: '', reason: '' }

/** Whether the provider owes the difference to the new amount, by when, and why. */
export function NewAmountForm({ opened: { newAmount, on }, forms }: NewAmountFormProps) {
  const texts = useTexts()
  const words = texts.deposits.newAmount
  const draft = forms.drafts['deposit.decide-new-amount'] ?? EMPTY
  const write = (part: Partial<Draft>) => forms.write('deposit.decide-new-amount', { ...draft, ...part })
  if (newAmount === null) return null
  const { effectiveFrom, was, becomes, why, steps } = newAmount
  const given = COMMAND_ARGUMENTS['deposit.decide-new-amount'].safeParse({
    ...{ effectiveFrom, becomes, why, steps },
    owes: draft.owes,
    dueOn: draft.owes === true ? draft.dueOn : null,
    reason: draft.reason,
  })
  const complete = given.success && (given.data.dueOn === null || given.data.dueOn >= on)
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing['deposit.decide-new-amount']}
      lead={words.lead}
      submitLabel={
        draft.owes === null
          ? texts.commands.doing['deposit.decide-new-amount']
          : draft.owes
            ? words.submitOwes(formatYuan(becomes - was))
            : words.owesNot
      }
      blocked={complete ? null : words.incomplete}
      onSubmit={() => given.success && forms.submit('deposit.decide-new-amount', given.data)}
    >
      <SegmentedControl
        aria-label={words.decided}
        data={[
          { value: 'owes', label: words.owes },
          { value: 'not', label: words.owesNot },
        ]}
        value={draft.owes === null ? '' : draft.owes ? 'owes' : 'not'}
        onChange={(chosen) => write({ owes: chosen === 'owes' })}
      />
      {draft.owes === true ? (
        <TextInput
          type="date"
          label={words.dueOn}
          min={on}
          value={draft.dueOn}
          onChange={(event) => write({ dueOn: event.currentTarget.value })}
        />
      ) : null}
      <ReasonField label={words.reason} value={draft.reason} onChange={(reason) => write({ reason })} />
    </CommandForm>
  )
}
