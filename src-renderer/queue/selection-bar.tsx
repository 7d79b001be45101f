import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../i18n/language-context.ts'
import classes from './queue.module.css'

interface SelectionBarProps {
  /** How many are selected; nothing is shown while none are. */
  readonly count: number
  readonly onClear: () => void
  /** What can be done about them. */
  readonly children: ReactNode
}

/** Below a list: how many of its rows are selected, and what is done about them. */
export function SelectionBar({ count, onClear, children }: SelectionBarProps) {
  const texts = useTexts().table
  if (count === 0) return null
  return (
    <section className={classes.bar} aria-label={texts.selection}>
      <strong>{texts.selected(count)}</strong>
      <span className={classes.actions}>
        <Button variant="subtle" color="gray" onClick={onClear}>
          {texts.clearSelection}
        </Button>
        {children}
      </span>
    </section>
  )
}
