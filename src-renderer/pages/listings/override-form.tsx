import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'

interface OverrideFormProps {
  readonly deciding: boolean
  readonly onOverride: (reason: string) => void
  readonly onCancel: () => void
}

/** Why a must-finding may stand: a manager's reason, kept for ever. */
export function OverrideForm({ deciding, onOverride, onCancel }: OverrideFormProps) {
  const texts = useTexts()
  const [reason, setReason] = useState('')
  const complete = COMMAND_ARGUMENTS['listing.override-finding'].shape.reason.safeParse(reason)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (complete.success) onOverride(complete.data)
      }}
    >
      <Textarea
        label={texts.listings.findings.overrideReason}
        description={texts.listings.findings.overrideLead}
        autosize
        autoFocus
        minRows={2}
        maxLength={NOTE_LIMIT}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap={8} mt={8}>
        <Button type="submit" disabled={!complete.success} loading={deciding}>
          {texts.listings.findings.overrideSubmit}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {texts.review.form.cancel}
        </Button>
      </Group>
    </form>
  )
}
