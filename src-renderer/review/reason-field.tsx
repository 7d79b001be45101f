import { Textarea } from '@mantine/core'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'

interface ReasonFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Why: kept with the posting for ever. */
export function ReasonField({ label, value, onChange }: ReasonFieldProps) {
  return (
    <Textarea
      label={label}
      autosize
      minRows={2}
      maxRows={6}
      maxLength={NOTE_LIMIT}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
