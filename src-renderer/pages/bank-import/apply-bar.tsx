import { Button, Switch } from '@mantine/core'
import classes from '#renderer/files/preview.module.css'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import type { ImportSection } from '#shared/contracts/console-engine/bank-imports.ts'
import { addedLines } from './added-lines.ts'

interface ApplyBarProps {
  readonly section: ImportSection
  /** Sentences not accepted yet. */
  readonly remaining: number
  readonly matchAutomatically: boolean
  readonly onAutomatic: (on: boolean) => void
  readonly applying: boolean
  readonly onApply: () => void
  readonly onCancel: () => void
}

/** The foot of a preview: the button that says what it does, or why it does not yet. */
export function ApplyBar(props: ApplyBarProps) {
  const { section, remaining, matchAutomatically, onAutomatic, applying, onApply, onCancel } = props
  const texts = useTexts().bankImport
  const words = texts.apply
  const label = words.submit(grouped(addedLines(section)))
  const blocked =
    section.barred !== null
      ? texts.barred[section.barred]
      : remaining > 0
        ? texts.accept.remaining(grouped(remaining))
        : null
  // Nothing is left to decide about.
  const isOver = section.barred === 'nothing-new'
  const apply = () => {
    if (blocked === null && !applying) onApply()
  }
  useKeys([{ means: 'submit-form', label, run: apply, whileTyping: true }])
  return (
    <section className={classes.bar} aria-label={words.name}>
      {section.automatic === 0 || section.barred !== null ? null : (
        <Switch
          size="xs"
          label={words.automatic}
          title={words.automaticLead}
          checked={matchAutomatically}
          onChange={(event) => onAutomatic(event.currentTarget.checked)}
        />
      )}
      <span className={classes.apart} role="status">
        {blocked}
      </span>
      <Button variant={isOver ? 'filled' : 'default'} disabled={applying} onClick={onCancel}>
        {isOver ? words.close : words.cancel}
      </Button>
      {isOver ? null : (
        <Button
          disabled={blocked !== null}
          loading={applying}
          rightSection={<KeyHint means="submit-form" />}
          onClick={apply}
        >
          {label}
        </Button>
      )}
    </section>
  )
}
