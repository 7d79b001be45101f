import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useFormKeys } from '#renderer/review/use-form-keys.ts'
import classes from './forms.module.css'

interface FootFormProps {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
  readonly submitLabel: string
  /** Why it cannot be submitted; null where it can. */
  readonly blocked: string | null
  readonly deciding: boolean
  readonly onSubmit: () => void
  readonly onCancel: () => void
  /** It has the page for itself. */
  readonly alone?: boolean
}

/** A form at the foot of a case: Ctrl Enter gives it, Escape puts it away. */
export function FootForm(props: FootFormProps) {
  const { title, lead, children, submitLabel, blocked, deciding, onSubmit, onCancel, alone = false } = props
  const texts = useTexts().review
  const submit = () => {
    if (blocked === null && !deciding) onSubmit()
  }
  useFormKeys(submit, onCancel)
  return (
    <form
      className={classes.form}
      data-alone={alone}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <header>
        <h3>{title}</h3>
        <p>{lead}</p>
      </header>
      {children}
      <Group gap={8} justify="flex-end">
        {blocked === null ? null : <p role="status">{blocked}</p>}
        <Button variant="default" onClick={onCancel}>
          {texts.form.cancel}
        </Button>
        <Button type="submit" disabled={blocked !== null} loading={deciding}>
          {submitLabel}
        </Button>
      </Group>
    </form>
  )
}
