import { Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CitationLine } from '#renderer/review/citation-line.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import type { RulingDraft } from '#renderer/review/forms/violation-drafts.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { ViolationCase } from '#shared/contracts/console-engine/violation-case.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { violationRulingSchema } from '#shared/contracts/console-platform/records/violation.ts'
import { barredFromRuling } from '#shared/contracts/console-platform/transitions/violation-transitions.ts'
import { formatYuan, parseYuan } from '#shared/money/yuan.ts'
import classes from './violations.module.css'

interface RulingFormProps {
  readonly opened: ViolationCase
  readonly forms: CaseForms
}

const EMPTY: RulingDraft = { outcome: null, deduction: '', topUpBy: '', barsRefund: false, reason: '' }

/** Whether the rule was broken, what is taken from the deposit for it, by when that is paid in again, and why. */
export function RulingForm({ opened, forms }: RulingFormProps) {
  const texts = useTexts()
  const words = texts.violations
  const me = useAccount()?.id ?? ''
  const { violation, deductible, topUp, on, deposit } = opened
  const draft = forms.drafts['violation.decide'] ?? EMPTY
  const write = (part: Partial<RulingDraft>) => forms.write('violation.decide', { ...draft, ...part })
  const isUpheld = draft.outcome === 'upheld'
  const typed = draft.deduction.trim()
  const deduction = !isUpheld || typed === '' ? 0 : parseYuan(typed)
  const takes = deduction !== null && deduction > 0
  const topUpBy = takes ? (topUp?.by ?? draft.topUpBy) : null
  const given = COMMAND_ARGUMENTS['violation.decide'].safeParse({
    outcome: draft.outcome,
    deduction,
    topUpBy,
    topUpRule: takes ? (topUp?.citation ?? null) : null,
    barsRefund: isUpheld && draft.barsRefund,
    reason: draft.reason,
  })
  const blocked = () => {
    if (deduction === null) return words.badAmount
    if (deduction > deductible) return words.tooMuch(formatYuan(deductible))
    if (takes && barredFromRuling(violation, 'violation.decide', deduction).includes(me))
      return words.byAnother
    if (topUpBy !== null && topUpBy < on) return words.noDay
    return given.success ? null : words.incompleteRuling
  }
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing['violation.decide']}
      lead={words.rulingLead}
      submitLabel={
        draft.outcome === null
          ? texts.commands.doing['violation.decide']
          : takes
            ? words.submitDeduction(formatYuan(deduction))
            : words.ruling[draft.outcome]
      }
      danger={takes}
      blocked={blocked()}
      onSubmit={() => given.success && forms.submit('violation.decide', given.data)}
    >
      <SegmentedControl
        aria-label={words.fields.ruling}
        data={violationRulingSchema.shape.outcome.options.map((value) => ({
          value,
          label: words.ruling[value],
        }))}
        value={draft.outcome ?? ''}
        onChange={(outcome) => write({ outcome: violationRulingSchema.shape.outcome.parse(outcome) })}
      />
      {isUpheld && deposit !== null ? (
        <>
          <div className={classes.fields}>
            <TextInput
              label={words.deductionOf(formatYuan(deductible))}
              inputMode="decimal"
              value={draft.deduction}
              error={deduction === null || deduction > deductible}
              onChange={(event) => write({ deduction: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={words.fields.topUpBy}
              min={on}
              disabled={!takes || topUp !== null}
              value={topUp === null ? draft.topUpBy : topUp.by}
              onChange={(event) => write({ topUpBy: event.currentTarget.value })}
            />
          </div>
          {topUp === null ? (
            <p className={classes.quiet}>{words.notStated}</p>
          ) : (
            <CitationLine citation={topUp.citation} />
          )}
          <Checkbox
            label={words.barsRefund}
            checked={draft.barsRefund}
            onChange={(event) => write({ barsRefund: event.currentTarget.checked })}
          />
        </>
      ) : null}
      <ReasonField label={words.reason} value={draft.reason} onChange={(reason) => write({ reason })} />
    </CommandForm>
  )
}
