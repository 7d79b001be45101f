import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import { COMMAND_ARGUMENTS, type CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import classes from './deposits.module.css'

interface WaiveFormProps {
  readonly today: string
  readonly deciding: boolean
  readonly onWaive: (said: CommandArguments<'deposit.waive'>) => void
  readonly onCancel: () => void
}

/** Until when a deposit is let off, and why: kept for ever. */
export function WaiveForm({ today, deciding, onWaive, onCancel }: WaiveFormProps) {
  const texts = useTexts()
  const words = texts.deposits.waive
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const said = COMMAND_ARGUMENTS['deposit.waive'].safeParse({ until, reason })
  const complete = said.success && said.data.until >= today
  const submit = () => {
    if (said.success && complete && !deciding) onWaive(said.data)
  }
  useKeys([
    { keys: 'mod+enter', label: texts.review.keys.submit, run: submit, whileTyping: true },
    { keys: 'Escape', label: texts.review.keys.cancel, run: onCancel, whileTyping: true, hidden: true },
  ])
  return (
    <form
      className={classes.form}
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3>{words.title}</h3>
      <p>{words.lead}</p>
      <TextInput
        type="date"
        label={words.until}
        min={today}
        autoFocus
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
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
      <Group gap={8} justify="flex-end">
        {complete ? null : <p role="status">{words.incomplete}</p>}
        <Button variant="default" onClick={onCancel}>
          {texts.review.form.cancel}
        </Button>
        <Button type="submit" disabled={!complete} loading={deciding}>
          {words.submit(complete ? until : texts.format.none)}
        </Button>
      </Group>
    </form>
  )
}
