import { UnstyledButton } from '@mantine/core'
import { IconSquare, IconSquareCheck } from '@tabler/icons-react'
import { useTexts } from '../i18n/language-context.ts'
import classes from './data-table.module.css'
import type { Selection } from './selection.ts'

interface SelectBoxProps<Row> {
  readonly row: Row
  readonly id: string
  readonly name: string
  readonly among: readonly Row[]
  readonly selection: Selection<Row>
}

/** Selects its row; with Shift all from the last one on. */
export function SelectBox<Row>({ row, id, name, among, selection }: SelectBoxProps<Row>) {
  const texts = useTexts().table
  const on = selection.rows.has(id)
  const Icon = on ? IconSquareCheck : IconSquare
  return (
    <UnstyledButton
      className={classes.selectBox ?? ''}
      tabIndex={-1}
      aria-pressed={on}
      aria-label={texts.selectRow(name)}
      disabled={!on && !selection.takes(row)}
      onClick={(event) => {
        event.stopPropagation()
        if (event.shiftKey) selection.extend(row, among)
        else selection.toggle(row)
      }}
    >
      <Icon size={16} stroke={1.75} aria-hidden />
    </UnstyledButton>
  )
}
