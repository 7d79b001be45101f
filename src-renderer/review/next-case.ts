/** The case to show after `current`: the one below it, else the one above, else none. */
export function nextCase(queue: readonly string[], current: string | null): string | null {
  if (current === null) return queue[0] ?? null
  const place = queue.indexOf(current)
  if (place === -1) return queue[0] ?? null
  return queue[place + 1] ?? queue[place - 1] ?? null
}
