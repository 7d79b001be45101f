const HEAD = 6
const TAIL = 4

/** An id cut in the middle, `01KAJ8…9X2F`; a short one stays whole. */
export function shortId(id: string): string {
  return id.length <= HEAD + TAIL + 2 ? id : `${id.slice(0, HEAD)}…${id.slice(-TAIL)}`
}
