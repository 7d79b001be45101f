import { Button } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import type { LineRow } from '#shared/contracts/console-engine/bank-lines.ts'
import classes from './bank-lines.module.css'
import { SignedAmount } from './signed-amount.tsx'

interface JoinBarProps {
  readonly rows: readonly LineRow[]
  readonly onOpen: () => void
  readonly onClear: () => void
}

/** The lines that were selected, below the list. */
export function JoinBar({ rows, onOpen, onClear }: JoinBarProps) {
  const texts = useTexts().bankLines
  useKeys([{ keys: 'm', label: texts.join.open, run: onOpen }])
  const sum = (direction: 'in' | 'out') =>
    rows.reduce((total, row) => (row.direction === direction ? total + row.amount : total), 0)
  return (
    <section className={classes.joinBar} aria-label={texts.join.open}>
      <strong>{texts.join.picked(rows.length)}</strong>
      {(['in', 'out'] as const).map((direction) =>
        sum(direction) === 0 ? null : (
          <SignedAmount key={direction} direction={direction} amount={sum(direction)} />
        ),
      )}
      <span className={classes.apart}>
        <Button variant="default" onClick={onClear}>
          {texts.join.clear}
        </Button>
        <Button rightSection={<KeyHint keys="m" />} onClick={onOpen}>
          {texts.join.open}
        </Button>
      </span>
    </section>
  )
}
