import { Button, Stack } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { KeyHint } from './key-hint.tsx'
import { NoteFields } from './note-fields.tsx'
import type { ReasonChoice } from './reason-choice.ts'
import { ReasonPicker } from './reason-picker.tsx'
import { useFormKeys } from './use-form-keys.ts'
import { composeVendorNote } from './vendor-note.ts'
import type { VerdictDraft } from './verdict-draft.ts'
import classes from './verdict-panel.module.css'

interface VerdictPanelProps {
  readonly title: string
  readonly lead: ReactNode
  /** Null where the decision takes no reasons. */
  readonly choices: readonly ReasonChoice[] | null
  /** First line of the note to the vendor, in the vendor's language. */
  readonly opening: string
  readonly draft: VerdictDraft
  readonly onDraft: (draft: VerdictDraft) => void
  readonly submitLabel: string
  readonly danger: boolean
  /** Why it cannot be given now; null where it can. */
  readonly blocked: string | null
  readonly deciding: boolean
  readonly onSubmit: () => void
  readonly onCancel: () => void
}

/** The form of a verdict, in place above the decision bar: reasons, the two notes, one button that says what it does. */
export function VerdictPanel(props: VerdictPanelProps) {
  const { choices, draft, onDraft, opening } = props
  const texts = useTexts().review
  const form = useRef<HTMLFormElement>(null)
  const blocked = props.blocked ?? (choices !== null && draft.reasons.length === 0 ? texts.form.choose : null)
  const submit = () => {
    if (blocked === null && !props.deciding) props.onSubmit()
  }
  const compose = (reasons: readonly string[]) => composeVendorNote(opening, choices ?? [], reasons)
  useFormKeys(submit, props.onCancel)
  useEffect(() => {
    form.current?.focus({ preventScroll: true })
  }, [])
  return (
    <form
      ref={form}
      className={classes.panel}
      tabIndex={-1}
      aria-label={props.title}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3 className={classes.title}>{props.title}</h3>
      <div className={classes.lead}>{props.lead}</div>
      <Stack gap={12} className={classes.fields}>
        {choices === null ? null : (
          <ReasonPicker
            choices={choices}
            chosen={draft.reasons}
            onChange={(reasons) =>
              onDraft({
                ...draft,
                reasons,
                noteToVendor: draft.noteByHand ? draft.noteToVendor : compose(reasons),
              })
            }
          />
        )}
        <NoteFields
          noteToVendor={draft.noteToVendor}
          internalNote={draft.internalNote}
          onNoteToVendor={(noteToVendor) => onDraft({ ...draft, noteToVendor, noteByHand: true })}
          onInternalNote={(internalNote) => onDraft({ ...draft, internalNote })}
          onRewrite={
            choices !== null && draft.noteByHand
              ? () => onDraft({ ...draft, noteToVendor: compose(draft.reasons), noteByHand: false })
              : null
          }
        />
      </Stack>
      <div className={classes.foot}>
        {blocked === null ? null : (
          <span className={classes.blocked} role="status">
            {blocked}
          </span>
        )}
        <Button variant="default" onClick={props.onCancel}>
          {texts.form.cancel}
        </Button>
        <Button
          type="submit"
          {...(props.danger ? { color: 'red.9' } : {})}
          disabled={blocked !== null}
          loading={props.deciding}
          rightSection={<KeyHint means="submit-form" />}
        >
          {props.submitLabel}
        </Button>
      </div>
    </form>
  )
}
