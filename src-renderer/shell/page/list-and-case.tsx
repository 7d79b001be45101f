import type { ReactNode } from 'react'
import classes from './list-and-case.module.css'

interface ListAndCaseProps {
  readonly list: ReactNode
  /** Below the list. */
  readonly bar?: ReactNode
  /** Null while nothing is chosen: the list then has the whole width. */
  readonly case: ReactNode | null
  /** The case alone, as a full page; the list stays mounted and keeps its place. */
  readonly wide: boolean
}

/** A queue beside the case that is open. */
export function ListAndCase({ list, bar, case: detail, wide }: ListAndCaseProps) {
  const open = detail !== null
  return (
    <div className={classes.split} data-open={open} data-wide={open && wide}>
      <div className={classes.list}>
        <div className={classes.table}>{list}</div>
        {bar}
      </div>
      {open ? <div className={classes.case}>{detail}</div> : null}
    </div>
  )
}
