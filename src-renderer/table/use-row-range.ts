import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import {
  afterScroll,
  revealing,
  rowsInView,
  type ScrollPlace,
  type ScrollRange,
  scrollHeight,
  settled,
} from './scroll-range.ts'

/** The scrollbar follows the rows once the fingers rest. */
const REST_MS = 120
const OVERSCAN = 12

interface RowRangeOptions {
  readonly scroller: RefObject<HTMLElement | null>
  readonly rows: number
  readonly rowHeight: number
  /** Px above the rows that stay in view. */
  readonly above: number
}

export interface RowRange {
  /** Indices of the rows to draw. */
  readonly first: number
  readonly last: number
  /** Px that the rows take in the scroller. */
  readonly height: number
  /** How many rows are in view at once. */
  readonly page: number
  /** Px of a row from the top of the rows. */
  readonly topOf: (index: number) => number
  /** Brings a row into view. */
  readonly reveal: (index: number) => void
  readonly toTop: () => void
}

/** Which rows of a list of any length are in view; see scroll-range.ts. */
export function useRowRange({ scroller, rows, rowHeight, above }: RowRangeOptions): RowRange {
  const [view, setView] = useState(0)
  const [place, setPlace] = useState<ScrollPlace>({ offset: 0, scrollTop: 0 })
  const range: ScrollRange = { rows, rowHeight, view }
  const now = useRef({ range, place })
  now.current = { range, place }

  const goTo = useCallback(
    (next: ScrollPlace) => {
      now.current.place = next
      setPlace(next)
      if (scroller.current !== null && scroller.current.scrollTop !== next.scrollTop) {
        scroller.current.scrollTop = next.scrollTop
        // The browser rounds: what it took is where it is.
        now.current.place = { ...next, scrollTop: scroller.current.scrollTop }
        setPlace(now.current.place)
      }
    },
    [scroller],
  )

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const measure = () => setView(Math.max(0, element.clientHeight - above))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, above])

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    let timer = 0
    const scrolled = () => {
      const before = now.current
      if (element.scrollTop === before.place.scrollTop) return
      const next = afterScroll(before.range, before.place, element.scrollTop)
      now.current.place = next
      setPlace(next)
      window.clearTimeout(timer)
      timer = window.setTimeout(() => goTo(settled(now.current.range, now.current.place)), REST_MS)
    }
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      window.clearTimeout(timer)
      element.removeEventListener('scroll', scrolled)
    }
  }, [scroller, goTo])

  // Another height of rows or another count keeps the first row in view where it was.
  const shape = `${rowHeight} ${rows}`
  const shownShape = useRef({ shape, rowHeight })
  useLayoutEffect(() => {
    if (shownShape.current.shape === shape) return
    const before = now.current.place.offset / shownShape.current.rowHeight
    shownShape.current = { shape, rowHeight }
    const last = Math.max(0, rows * rowHeight - now.current.range.view)
    goTo(settled(now.current.range, { offset: Math.min(last, before * rowHeight), scrollTop: 0 }))
  }, [shape, rows, rowHeight, goTo])

  const { first, last } = rowsInView(range, place.offset, OVERSCAN)
  return {
    first,
    last,
    height: scrollHeight(range),
    page: Math.max(1, Math.floor(view / rowHeight)),
    topOf: (index) => index * rowHeight - place.offset + place.scrollTop,
    reveal: (index) => {
      const { range: asShown, place: from } = now.current
      const offset = revealing(asShown, from.offset, index)
      if (offset !== from.offset) goTo(settled(asShown, { ...from, offset }))
    },
    toTop: () => goTo({ offset: 0, scrollTop: 0 }),
  }
}
