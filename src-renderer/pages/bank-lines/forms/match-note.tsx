import { Textarea } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'

interface MatchNoteProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Why a line is matched although something speaks against it: kept with the posting on the ledger. */
export function MatchNote({ value, onChange }: MatchNoteProps) {
  const texts = useTexts().bankLines.note
  return (
    <Textarea
      label={texts.label}
      placeholder={texts.placeholder}
      required
      autosize
      minRows={1}
      maxRows={4}
      maxLength={NOTE_LIMIT}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
