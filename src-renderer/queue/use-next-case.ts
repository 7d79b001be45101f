import { useRef } from 'react'
import { nextCase } from './next-case.ts'

/** Answers which case of the queue follows the open one, also when that one has left the queue meanwhile. */
export function useNextCase(queue: readonly string[], current: string | null): () => string | null {
  const place = useRef(0)
  const found = current === null ? -1 : queue.indexOf(current)
  if (found !== -1) place.current = found
  return () => nextCase(queue, current, place.current)
}
