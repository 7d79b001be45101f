import { SegmentedControl } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import type { ViolationCase } from '#shared/contracts/console-engine/violation-case.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { appealRulingSchema } from '#shared/contracts/console-platform/records/violation.ts'
import { formatYuan } from '#shared/money/yuan.ts'

interface AppealRulingFormProps {
  readonly opened: ViolationCase
  readonly forms: CaseForms
}

/** Whether the first ruling stays; where it does not, what was deducted goes back onto the deposit. */
export function AppealRulingForm({ opened: { violation }, forms }: AppealRulingFormProps) {
  const texts = useTexts()
  const words = texts.violations
  const draft = forms.drafts['violation.decide-appeal'] ?? { outcome: null, reason: '' }
  const write = (part: Partial<typeof draft>) => forms.write('violation.decide-appeal', { ...draft, ...part })
  const given = COMMAND_ARGUMENTS['violation.decide-appeal'].safeParse(draft)
  const deducted = violation.ruling?.deduction ?? 0
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing['violation.decide-appeal']}
      lead={deducted === 0 ? words.appealRulingLead : words.appealRulingMoney(formatYuan(deducted))}
      submitLabel={
        draft.outcome === null
          ? texts.commands.doing['violation.decide-appeal']
          : words.appealRuling[draft.outcome]
      }
      blocked={given.success ? null : words.incompleteRuling}
      onSubmit={() => given.success && forms.submit('violation.decide-appeal', given.data)}
    >
      <SegmentedControl
        aria-label={words.fields.appealRuling}
        data={appealRulingSchema.shape.outcome.options.map((value) => ({
          value,
          label: words.appealRuling[value],
        }))}
        value={draft.outcome ?? ''}
        onChange={(outcome) => write({ outcome: appealRulingSchema.shape.outcome.parse(outcome) })}
      />
      <ReasonField label={words.reason} value={draft.reason} onChange={(reason) => write({ reason })} />
    </CommandForm>
  )
}
