import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { useFormKeys } from '#renderer/review/use-form-keys.ts'
import classes from './deposits.module.css'

/** What every form of a deposit is given. */
export interface FormProps {
  readonly deciding: boolean
  readonly onCancel: () => void
}

interface DepositFormProps extends FormProps {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
  readonly submitLabel: string
  readonly danger?: boolean
  /** Why it cannot be given now; null where it can. */
  readonly blocked: string | null
  readonly onSubmit: () => void
}

/** A form above the decision bar: what it does, its fields, one button that says what it does. */
export function DepositForm(props: DepositFormProps) {
  const texts = useTexts().review
  const form = useRef<HTMLFormElement>(null)
  const submit = () => {
    if (props.blocked === null && !props.deciding) props.onSubmit()
  }
  useFormKeys(submit, props.onCancel)
  useEffect(() => {
    const field = form.current?.querySelector<HTMLElement>('input, textarea')
    ;(field ?? form.current)?.focus({ preventScroll: true })
  }, [])
  return (
    <form
      ref={form}
      className={classes.form}
      tabIndex={-1}
      aria-label={props.title}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3>{props.title}</h3>
      <p>{props.lead}</p>
      {props.children}
      <div className={classes.formFoot}>
        {props.blocked === null ? null : (
          <span className={classes.blocked} role="status">
            {props.blocked}
          </span>
        )}
        <Button variant="default" onClick={props.onCancel}>
          {texts.form.cancel}
        </Button>
        <Button
          type="submit"
          {...(props.danger ? { color: 'red.9' } : {})}
          disabled={props.blocked !== null}
          loading={props.deciding}
          rightSection={<KeyHint means="submit-form" />}
        >
          {props.submitLabel}
        </Button>
      </div>
    </form>
  )
}
