/** Browsers stop near 33 million px; a taller list scrolls through a range of this height instead. */
export const TALLEST_PX = 15_000_000

/** A list of equally tall rows and the part of it that is in view. Px. */
export interface ScrollRange {
  readonly rows: number
  readonly rowHeight: number
  /** Height in which rows are seen. */
  readonly view: number
}

/** Where a list stands: px of its own height above the view, and px the browser has scrolled. */
export interface ScrollPlace {
  readonly offset: number
  readonly scrollTop: number
}

/** Height of all rows. */
export function listHeight({ rows, rowHeight }: ScrollRange): number {
  return rows * rowHeight
}

/** Height that the browser is given to scroll through. */
export function scrollHeight(range: ScrollRange): number {
  return Math.min(listHeight(range), TALLEST_PX)
}

const lastOffset = (range: ScrollRange) => Math.max(0, listHeight(range) - range.view)
const lastScrollTop = (range: ScrollRange) => Math.max(0, scrollHeight(range) - range.view)

/** The offset that a place of the scrollbar stands for. */
export function offsetAt(range: ScrollRange, scrollTop: number): number {
  const last = lastScrollTop(range)
  const part = last === 0 ? 0 : Math.min(1, Math.max(0, scrollTop / last))
  return part === 1 ? lastOffset(range) : part * lastOffset(range)
}

/** The place of the scrollbar that stands for an offset. */
export function scrollTopAt(range: ScrollRange, offset: number): number {
  const last = lastOffset(range)
  return last === 0 ? 0 : (Math.min(last, Math.max(0, offset)) / last) * lastScrollTop(range)
}

/**
 * Where the list stands after the browser scrolled. A step of up to one view (wheel, touch, a key) moves the rows by
 * as much; a longer one (the thumb, Home, End) goes to the place of the scrollbar.
 */
export function afterScroll(range: ScrollRange, before: ScrollPlace, scrollTop: number): ScrollPlace {
  const step = scrollTop - before.scrollTop
  const isScaled = listHeight(range) !== scrollHeight(range)
  if (!isScaled || Math.abs(step) > range.view) return { offset: offsetAt(range, scrollTop), scrollTop }
  const last = lastOffset(range)
  const stepped = Math.min(last, Math.max(0, before.offset + step))
  // Where the scrollbar is at its end the list may not be: then `settled` makes room to go on, but for the last view.
  if (scrollTop <= 0 && stepped <= range.view) return { offset: 0, scrollTop }
  if (scrollTop >= lastScrollTop(range) && last - stepped <= range.view) return { offset: last, scrollTop }
  return { offset: stepped, scrollTop }
}

/** The same rows in view, with the scrollbar where it belongs for them. */
export function settled(range: ScrollRange, { offset }: ScrollPlace): ScrollPlace {
  return { offset, scrollTop: scrollTopAt(range, offset) }
}

/** The offset that brings a row wholly into view, moving as little as can be. */
export function revealing(range: ScrollRange, offset: number, index: number): number {
  const top = index * range.rowHeight
  if (top < offset) return top
  const lowest = top + range.rowHeight - range.view
  return lowest > offset ? lowest : offset
}

/** Indices of the rows in view, `more` on either side; `last` is -1 in an empty list. */
export function rowsInView(
  range: ScrollRange,
  offset: number,
  more: number,
): { readonly first: number; readonly last: number } {
  const first = Math.floor(offset / range.rowHeight) - more
  const last = Math.ceil((offset + range.view) / range.rowHeight) - 1 + more
  return { first: Math.max(0, first), last: Math.min(range.rows - 1, last) }
}
