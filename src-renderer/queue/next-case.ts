/**
 * The case to show after `current`: the one below it, else the one above, else none. Where a decision took it out
 * of the queue, the one that moved up into `place`, where it stood.
 */
export function nextCase(queue: readonly string[], current: string | null, place: number): string | null {
  if (current === null) return queue[0] ?? null
  const found = queue.indexOf(current)
  if (found === -1) return queue[place] ?? queue.at(-1) ?? null
  return queue[found + 1] ?? queue[found - 1] ?? null
}
