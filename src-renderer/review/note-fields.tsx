import { Anchor, Textarea } from '@mantine/core'
import { IconLock, IconSend } from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import classes from './note-fields.module.css'
import { NOTE_LIMIT } from './vendor-note.ts'

interface NoteFieldsProps {
  readonly noteToVendor: string
  readonly internalNote: string
  readonly onNoteToVendor: (text: string) => void
  readonly onInternalNote: (text: string) => void
  /** Writes the note to the vendor anew from the reasons; null while it follows them anyway. */
  readonly onRewrite: (() => void) | null
}

/** The note that is sent and the note that stays, side by side and hard to mix up. */
export function NoteFields(props: NoteFieldsProps) {
  const texts = useTexts().review.form
  return (
    <div className={classes.notes}>
      <Textarea
        label={texts.noteToVendor}
        description={
          <span className={classes.description}>
            <IconSend size={12} aria-hidden /> {texts.noteToVendorLead}
            {props.onRewrite === null ? null : (
              <Anchor component="button" type="button" size="xs" onClick={props.onRewrite}>
                {texts.rewrite}
              </Anchor>
            )}
          </span>
        }
        autosize
        minRows={3}
        maxRows={10}
        maxLength={NOTE_LIMIT}
        value={props.noteToVendor}
        onChange={(event) => props.onNoteToVendor(event.currentTarget.value)}
      />
      <Textarea
        classNames={{ input: classes.internal ?? '' }}
        label={texts.internalNote}
        description={
          <span className={classes.description}>
            <IconLock size={12} aria-hidden /> {texts.internalNoteLead}
          </span>
        }
        autosize
        minRows={3}
        maxRows={10}
        maxLength={NOTE_LIMIT}
        value={props.internalNote}
        onChange={(event) => props.onInternalNote(event.currentTarget.value)}
      />
    </div>
  )
}
