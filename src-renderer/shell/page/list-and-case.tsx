import { type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { z } from 'zod'
import { usePreference } from '../../engine-client/use-preference.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { LIST_SHARE, shareAfterKey, withinShare } from './divider.ts'
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

const shareSchema = z.number().min(LIST_SHARE.least).max(LIST_SHARE.most)

/** A queue beside the case that is open, with a divider that stays where this person put it. */
export function ListAndCase({ list, bar, case: detail, wide }: ListAndCaseProps) {
  const open = detail !== null
  const { value, save } = usePreference('queue.list-share', shareSchema)
  const [dragged, setDragged] = useState<number | null>(null)
  const share = dragged ?? value ?? LIST_SHARE.asDesigned
  return (
    <div
      className={classes.split}
      data-open={open}
      data-wide={open && wide}
      style={open && !wide ? { gridTemplateColumns: `minmax(280px, ${share}%) 0 minmax(0, 1fr)` } : {}}
    >
      <div className={classes.list}>
        <div className={classes.table}>{list}</div>
        {bar}
      </div>
      {open && !wide ? (
        <Divider
          share={share}
          onMove={setDragged}
          onRest={(percent) => {
            save(percent)
            setDragged(null)
          }}
        />
      ) : null}
      {open ? <div className={classes.case}>{detail}</div> : null}
    </div>
  )
}

interface DividerProps {
  readonly share: number
  readonly onMove: (percent: number) => void
  readonly onRest: (percent: number) => void
}

/** Between list and case: dragged, or moved with the arrow keys; a double click puts it back. */
function Divider({ share, onMove, onRest }: DividerProps) {
  const texts = useTexts().table
  const dragging = useRef(false)
  const percentAt = ({ clientX, currentTarget }: PointerEvent) => {
    const box = currentTarget.parentElement?.getBoundingClientRect()
    return box === undefined ? share : withinShare(((clientX - box.left) / box.width) * 100)
  }
  return (
    <hr
      className={classes.divider}
      aria-orientation="vertical"
      aria-label={texts.divider}
      aria-valuenow={share}
      aria-valuemin={LIST_SHARE.least}
      aria-valuemax={LIST_SHARE.most}
      tabIndex={0}
      onPointerDown={(event) => {
        dragging.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        if (dragging.current) onMove(percentAt(event))
      }}
      onPointerUp={(event) => {
        if (dragging.current) onRest(percentAt(event))
        dragging.current = false
      }}
      onDoubleClick={() => onRest(LIST_SHARE.asDesigned)}
      onKeyDown={(event) => {
        const next = shareAfterKey(share, event.key)
        if (next === null) return
        event.preventDefault()
        event.stopPropagation()
        onRest(next)
      }}
    />
  )
}
