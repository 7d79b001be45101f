import { NativeSelect, Select, Textarea, TextInput } from '@mantine/core'
import { AttachEvidence } from '#renderer/files/attach-evidence.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CitationLine } from '#renderer/review/citation-line.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { ProviderChoice } from '#renderer/review/forms/provider-choice.tsx'
import { useMakingForm } from '#renderer/review/forms/use-making-form.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { useViolationRules } from './use-violation-rules.ts'
import classes from './violations.module.css'

interface RecordViolationFormProps {
  /** The decision that came back and is taken again; null where none is. */
  readonly returned: ReturnedDecision | null
  /** Whose violation it is; empty: to be chosen. */
  readonly providerId: string
  readonly onClose: () => void
}

/** Records that a provider broke a rule: which, when, what happened, what proves it. */
export function RecordViolationForm({ returned, providerId, onClose }: RecordViolationFormProps) {
  const texts = useTexts()
  const words = texts.violations
  const say = useBilingual()
  const form = useMakingForm({
    type: 'violation.record',
    isAbout: (draft) => providerId === '' || draft.providerId === providerId,
    empty: {
      ...{ marketplace: '', providerId: providerId || null, obligationId: null, rule: null },
      ...{ occurredOn: '', facts: '', evidence: '', attachments: [] },
    },
    returned,
    onClose,
  })
  const { draft, write } = form
  const known = useViolationRules(draft.providerId, draft.occurredOn)
  const deposits = known?.deposits ?? []
  const deposit = deposits.find(({ id }) => id === draft.obligationId) ?? deposits[0] ?? null
  const rule = known?.rules.find(({ citation }) => citation.ruleId === draft.rule?.ruleId) ?? known?.rules[0]
  const given = COMMAND_ARGUMENTS['violation.record'].safeParse({
    ...draft,
    marketplace: known?.marketplace,
    obligationId: deposit?.id ?? null,
    rule: rule?.citation,
  })
  const complete = given.success && known !== null && given.data.occurredOn <= known.today
  const submit = async () => {
    if (given.success) await form.submit(known?.deposits[0]?.name ?? given.data.providerId, given.data)
  }
  if (!form.known) return null
  return (
    <CommandForm
      place={form.place}
      title={texts.commands.doing['violation.record']}
      lead={words.recordLead}
      submitLabel={texts.commands.doing['violation.record']}
      blocked={complete ? null : words.incomplete}
      onSubmit={() => void submit()}
      alone
    >
      <ProviderChoice
        chosen={draft.providerId}
        onChoose={(chosen) => write({ providerId: chosen, obligationId: null, rule: null })}
      />
      <div className={classes.fields}>
        <TextInput
          type="date"
          label={words.fields.occurredOn}
          max={known?.today}
          value={draft.occurredOn}
          onChange={(event) => write({ occurredOn: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.rule}
          disabled={rule === undefined}
          data={(known?.rules ?? []).map(({ name, citation }) => ({
            value: citation.ruleId,
            label: say(name),
          }))}
          value={rule?.citation.ruleId ?? ''}
          onChange={({ currentTarget: { value } }) =>
            write({ rule: known?.rules.find(({ citation }) => citation.ruleId === value)?.citation ?? null })
          }
        />
      </div>
      {rule === undefined ? null : <CitationLine citation={rule.citation} />}
      {known !== null && draft.occurredOn !== '' && rule === undefined ? (
        <p className={classes.quiet}>{words.noRules}</p>
      ) : null}
      {deposits.length > 1 ? (
        <Select
          label={words.fields.deposit}
          data={deposits.map(({ id, depositName }) => ({ value: id, label: say(depositName) }))}
          value={deposit?.id ?? null}
          allowDeselect={false}
          onChange={(obligationId) => write({ obligationId })}
        />
      ) : null}
      {known !== null && deposits.length === 0 ? <p className={classes.quiet}>{words.noDeposit}</p> : null}
      <ReasonField label={words.fields.facts} value={draft.facts} onChange={(facts) => write({ facts })} />
      <Textarea
        label={words.fields.evidence}
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
