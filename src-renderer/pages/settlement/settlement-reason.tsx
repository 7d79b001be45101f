import { Textarea } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'

interface SettlementReasonProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Why: kept on record for ever. */
export function SettlementReason({ value, onChange }: SettlementReasonProps) {
  return (
    <Textarea
      label={useTexts().settlement.reason}
      autosize
      minRows={2}
      maxRows={6}
      maxLength={NOTE_LIMIT}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
