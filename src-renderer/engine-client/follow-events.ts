import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { EngineEvent } from '#shared/contracts/console-engine/sync.ts'
import { client, connection, engine } from './engine.ts'
import { forgetAnswers } from './forget-answers.ts'
import { type Part, partsToRefresh } from './invalidation.ts'

const AGAIN_AFTER_MS = 500

/** Keeps the page's answers fresh for as long as `signal` lasts: one stream, re-opened with the line. */
export async function followEvents(queries: QueryClient, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const line = await connection.line()
      const events = await client.events(undefined, { signal })
      // What changed while nobody listened; events that come meanwhile wait for no answer.
      void queries.invalidateQueries()
      for await (const event of events) apply(queries, event)
      await Promise.race([line.closed, pause(AGAIN_AFTER_MS)])
    } catch {
      await pause(AGAIN_AFTER_MS)
    }
  }
}

function apply(queries: QueryClient, event: EngineEvent): void {
  if (event.kind === 'sync') queries.setQueryData(engine.sync.status.queryKey(), event.status)
  const parts = partsToRefresh(event)
  if (parts === 'everything') forgetAnswers(queries)
  else for (const part of parts) void queries.invalidateQueries({ queryKey: keyOf(part) })
}

function keyOf(part: Part): QueryKey {
  if (part === 'bankAccounts') return engine.bank.accounts.key()
  if (part === 'bankLines') return engine.bank.lines.key()
  if (part === 'bankReports') return engine.bank.reports.key()
  return engine[part].key()
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
