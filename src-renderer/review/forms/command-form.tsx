import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import { KeyHint } from '../key-hint.tsx'
import classes from './command-form.module.css'
import { MovedNotice } from './moved-notice.tsx'
import type { CaseForms } from './use-case-forms.ts'

/** What a form needs of where it stands: that of a case, or of a page of its own. */
export type FormPlace = Pick<CaseForms, 'deciding' | 'refusal' | 'close'> &
  Partial<Pick<CaseForms, 'moved' | 'forgetMoved'>>

interface CommandFormProps {
  readonly place: FormPlace
  readonly title: string
  readonly lead?: ReactNode
  readonly children?: ReactNode
  readonly submitLabel: string
  readonly danger?: boolean
  /** Why it cannot be submitted now; null where it can. */
  readonly blocked: string | null
  readonly onSubmit: () => void
  /** It has the page for itself. */
  readonly alone?: boolean
}

/** A file is chosen by a button beside its input, which is not displayed and takes no focus. */
const FIELDS =
  'input:not([type=hidden], [type=file], :disabled), textarea:not(:disabled), select:not(:disabled)'

/**
 * The form of one command at the foot of a case: what it does, its fields, why it cannot be submitted, one button
 * that says what it does. It opens in view with the focus in its first field.
 */
export function CommandForm(props: CommandFormProps) {
  const { place, title, lead, children, submitLabel, danger = false, blocked, alone = false } = props
  const texts = useTexts().review
  const form = useRef<HTMLFormElement>(null)
  const { deciding, refusal, close, moved = null, forgetMoved } = place
  const submit = () => {
    if (blocked === null && !deciding) props.onSubmit()
  }
  useKeys([
    { means: 'submit-form', label: submitLabel, run: submit, whileTyping: true },
    { means: 'close', label: texts.keys.cancel, run: close, whileTyping: true, hidden: true },
  ])
  useEffect(() => {
    const field = form.current?.querySelector<HTMLElement>(FIELDS) ?? form.current
    field?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <form
      ref={form}
      className={classes.form}
      data-alone={alone}
      tabIndex={-1}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <header>
        <h3>{title}</h3>
        {lead === undefined || lead === null || lead === '' ? null : (
          <div className={classes.lead}>{lead}</div>
        )}
      </header>
      <div className={classes.fields}>
        {moved === null || forgetMoved === undefined ? null : (
          <MovedNotice moved={moved} onDismiss={forgetMoved} />
        )}
        {children}
      </div>
      {refusal === null ? null : (
        <p className={classes.refusal} role="alert">
          {refusal}
        </p>
      )}
      <div className={classes.foot}>
        {blocked === null ? null : (
          <span className={classes.blocked} role="status">
            {blocked}
          </span>
        )}
        <Button variant="default" onClick={close}>
          {texts.form.cancel}
        </Button>
        <Button
          type="submit"
          {...(danger ? { color: 'red.9' } : {})}
          disabled={blocked !== null}
          loading={deciding}
          rightSection={<KeyHint means="submit-form" />}
        >
          {submitLabel}
        </Button>
      </div>
    </form>
  )
}
