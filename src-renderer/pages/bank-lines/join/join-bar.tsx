import { Button } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import type { LineRow } from '#shared/contracts/console-engine/bank-lines.ts'
import classes from '../bank-lines.module.css'
import { Sums } from './sums.tsx'

interface JoinBarProps {
  readonly rows: readonly LineRow[]
  readonly onOpen: () => void
  readonly onClear: () => void
}

/** The lines that were selected, below the list. */
export function JoinBar({ rows, onOpen, onClear }: JoinBarProps) {
  const texts = useTexts().bankLines
  useKeys([{ means: 'join-lines', label: texts.join.open, run: onOpen }])
  return (
    <section className={classes.joinBar} aria-label={texts.join.open}>
      <strong>{texts.join.picked(rows.length)}</strong>
      <Sums rows={rows} />
      <span className={classes.apart}>
        <Button variant="default" onClick={onClear}>
          {texts.join.clear}
        </Button>
        <Button rightSection={<KeyHint means="join-lines" />} onClick={onOpen}>
          {texts.join.open}
        </Button>
      </span>
    </section>
  )
}
