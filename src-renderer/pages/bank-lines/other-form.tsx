import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import type { OtherKind } from '#shared/contracts/console-platform/records/bank-line.ts'
import { FootForm } from './foot-form.tsx'
import { KindChoice } from './kind-choice.tsx'

interface OtherFormProps {
  /** What the line is by its own words. */
  readonly suggested: OtherKind | null
  readonly deciding: boolean
  readonly onSubmit: (what: OtherKind, note: string) => void
  readonly onCancel: () => void
}

/** Accounts for a line that is no deposit. */
export function OtherForm({ suggested, deciding, onSubmit, onCancel }: OtherFormProps) {
  const all = useTexts().bankLines
  const texts = all.other
  const [kind, setKind] = useState(suggested)
  const [note, setNote] = useState('')
  return (
    <FootForm
      title={texts.title}
      lead={texts.lead}
      submitLabel={kind === null ? texts.title : texts.submit(all.kind[kind])}
      blocked={kind === null ? texts.choose : null}
      deciding={deciding}
      onSubmit={() => kind !== null && onSubmit(kind, note)}
      onCancel={onCancel}
    >
      <KindChoice label={texts.kind} value={kind} onChange={setKind} />
      <TextInput
        label={texts.note}
        maxLength={NOTE_LIMIT}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FootForm>
  )
}
