import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { type KeptDrafts, parseDrafts, type VerdictDraft, type VerdictForm } from './verdict-draft.ts'

const PAUSE_BEFORE_SAVING_MS = 400

/**
 * The unsent notes of one case, kept by the engine: they survive a change of case, a reload and a crash.
 * Typing shows at once; writing follows a short pause behind it, and at the latest on leaving the case.
 */
export function useDrafts(recordId: string) {
  const queries = useQueryClient()
  const query = useQuery(engine.drafts.get.queryOptions({ input: { id: recordId } }))
  const { mutate } = useMutation(engine.drafts.put.mutationOptions())
  const waiting = useRef<{ content: string; timer: number } | null>(null)
  // What is typed lives in the form's own state: an input that waits for a cache loses its caret.
  const [written, setWritten] = useState<KeptDrafts | null>(null)
  const drafts = written ?? parseDrafts(query.data?.content ?? null)

  const flush = useCallback(() => {
    if (waiting.current === null) return
    window.clearTimeout(waiting.current.timer)
    mutate({ id: recordId, content: waiting.current.content })
    waiting.current = null
  }, [mutate, recordId])
  useEffect(() => flush, [flush])

  const keep = useCallback(
    (next: KeptDrafts) => {
      const content = JSON.stringify(next)
      setWritten(next)
      const key = engine.drafts.get.queryKey({ input: { id: recordId } })
      queries.setQueryData(key, { content, savedAt: null })
      if (waiting.current !== null) window.clearTimeout(waiting.current.timer)
      waiting.current = { content, timer: window.setTimeout(flush, PAUSE_BEFORE_SAVING_MS) }
    },
    [queries, recordId, flush],
  )

  return {
    known: !query.isPending,
    drafts,
    save: (form: VerdictForm, draft: VerdictDraft) => keep({ ...drafts, [form]: draft }),
    forget: (form: VerdictForm) => keep({ ...drafts, [form]: undefined }),
  }
}
