import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { FootForm } from './foot-form.tsx'

interface UndoFormProps {
  readonly deciding: boolean
  readonly onSubmit: (reason: string) => void
  readonly onCancel: () => void
}

/** Why a match is undone: kept with it for ever. */
export function UndoForm({ deciding, onSubmit, onCancel }: UndoFormProps) {
  const texts = useTexts().bankLines.undo
  const [reason, setReason] = useState('')
  const said = COMMAND_ARGUMENTS['deposit.unmatch'].safeParse({ reason })
  return (
    <FootForm
      title={texts.title}
      lead={texts.lead}
      submitLabel={texts.submit}
      blocked={said.success ? null : texts.incomplete}
      deciding={deciding}
      onSubmit={() => said.success && onSubmit(said.data.reason)}
      onCancel={onCancel}
    >
      <TextInput
        label={texts.reason}
        autoFocus
        maxLength={NOTE_LIMIT}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FootForm>
  )
}
