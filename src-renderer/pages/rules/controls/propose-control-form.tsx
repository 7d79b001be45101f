import { SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ulid } from 'ulid'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import type { ControlRow } from '#shared/contracts/console-engine/rules.ts'
import { COMMAND_ARGUMENTS, NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import { fitsControl } from '#shared/rules/in-force/company-controls.ts'
import { asTyped, typedValue } from './typed-value.ts'

interface ProposeControlFormProps {
  readonly control: ControlRow
  readonly today: string
  /** With the id of the proposal where one was made. */
  readonly onClose: (id: string | null) => void
}

/** Another value of a control, for a second person to adopt. */
export function ProposeControlForm({ control, today, onClose }: ProposeControlFormProps) {
  const texts = useTexts().rules
  const words = texts.controls
  const say = useBilingual()
  const { decide, deciding, refusal } = useDecide()
  const { holds, bounds } = control
  const [typed, setTyped] = useState(holds === 'yes-no' ? asTyped(holds, control.value !== true) : '')
  const [from, setFrom] = useState(today)
  const [reason, setReason] = useState('')
  const given = COMMAND_ARGUMENTS['control.propose'].safeParse({
    ...{ control: control.control, value: typedValue(holds, typed), from, reason },
  })
  const complete = given.success && fitsControl(control.control, given.data.value) && from >= today
  const submit = async () => {
    if (!given.success) return
    const recordId = ulid()
    const pending = await decide({
      type: 'control.propose',
      recordId,
      recordTitle: say(control.name),
      expectedVersion: NOT_YET_THERE,
      seenDigest: null,
      arguments: given.data,
      replaces: null,
    })
    if (pending !== null) onClose(recordId)
  }
  return (
    <CommandForm
      place={{ deciding, refusal, close: () => onClose(null) }}
      title={texts.proposeOf(say(control.name))}
      lead={words.lead2}
      submitLabel={words.submit}
      blocked={complete ? null : words.incomplete}
      onSubmit={() => void submit()}
      alone
    >
      <p>{say(control.about)}</p>
      {holds === 'yes-no' ? (
        <SegmentedControl
          aria-label={words.value}
          data={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
          value={typed}
          onChange={setTyped}
        />
      ) : (
        <TextInput
          label={words.valueIn[holds]}
          description={
            bounds === null ? null : words.bounds(asTyped(holds, bounds.least), asTyped(holds, bounds.most))
          }
          inputMode={holds === 'text' ? 'text' : 'decimal'}
          maxLength={holds === 'text' ? 200 : 20}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <TextInput
        type="date"
        label={words.from}
        description={words.fromLead}
        min={today}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <Textarea
        label={words.reason}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={NOTE_LIMIT}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </CommandForm>
  )
}
