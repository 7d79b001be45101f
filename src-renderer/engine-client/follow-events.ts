import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { EngineEvent } from '#shared/contracts/console-engine/sync.ts'
import { client, connection, engine } from './engine.ts'
import { forgetAnswers } from './forget-answers.ts'
import { createRefresh } from './refresh-answers.ts'

const AGAIN_AFTER_MS = 500

/** Answers that no record has a part in. */
const KEPT: readonly QueryKey[] = [
  engine.session.key(),
  engine.sync.status.key(),
  engine.files.key(),
  engine.drafts.key(),
  engine.preferences.key(),
  engine.bank.imports.key(),
  engine.bank.mappings.key(),
]

/** Keeps the page's answers fresh for as long as `signal` lasts: one stream, re-opened with the line. */
export async function followEvents(queries: QueryClient, signal: AbortSignal): Promise<void> {
  const refresh = createRefresh(queries, KEPT)
  while (!signal.aborted) {
    try {
      const line = await connection.line()
      const events = await client.events(undefined, { signal })
      // What changed while nobody listened; events that come meanwhile wait for no answer.
      void queries.invalidateQueries()
      for await (const event of events) apply(queries, event, refresh)
      await Promise.race([line.closed, pause(AGAIN_AFTER_MS)])
    } catch {
      await pause(AGAIN_AFTER_MS)
    }
  }
}

function apply(queries: QueryClient, event: EngineEvent, refresh: () => void): void {
  switch (event.kind) {
    case 'changed':
      refresh()
      break
    case 'session':
      forgetAnswers(queries)
      break
    case 'sync':
      queries.setQueryData(engine.sync.status.queryKey(), event.status)
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
