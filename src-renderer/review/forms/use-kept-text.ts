import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'

const PAUSE_BEFORE_SAVING_MS = 400

/**
 * What was written about one record and not sent, kept by the engine: it survives a change of case, a reload and a
 * crash. Typing shows at once; writing follows a short pause behind it, and at the latest on leaving the case.
 */
export function useKeptText(recordId: string) {
  const queries = useQueryClient()
  const query = useQuery(engine.drafts.get.queryOptions({ input: { id: recordId } }))
  const { mutate } = useMutation(engine.drafts.put.mutationOptions())
  const waiting = useRef<{ content: string; timer: number } | null>(null)
  // What is typed lives in the form's own state: an input that waits for a cache loses its caret.
  const [written, setWritten] = useState<string | null>(null)

  const flush = useCallback(() => {
    if (waiting.current === null) return
    window.clearTimeout(waiting.current.timer)
    mutate({ id: recordId, content: waiting.current.content })
    waiting.current = null
  }, [mutate, recordId])
  useEffect(() => flush, [flush])

  const keep = useCallback(
    (content: string) => {
      setWritten(content)
      const key = engine.drafts.get.queryKey({ input: { id: recordId } })
      queries.setQueryData(key, { content, savedAt: null })
      if (waiting.current !== null) window.clearTimeout(waiting.current.timer)
      waiting.current = { content, timer: window.setTimeout(flush, PAUSE_BEFORE_SAVING_MS) }
    },
    [queries, recordId, flush],
  )

  /** As `keep`, at once: the case may be left by now. */
  const keepNow = useCallback(
    (content: string) => {
      keep(content)
      flush()
    },
    [keep, flush],
  )

  return { known: !query.isPending, content: written ?? query.data?.content ?? null, keep, keepNow }
}
