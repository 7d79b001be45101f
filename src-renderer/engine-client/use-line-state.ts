import { useSyncExternalStore } from 'react'
import type { LineState } from './connection.ts'
import { connection } from './engine.ts'

/** Whether the engine can be reached, for the notice that covers every screen when it cannot. */
export function useLineState(): LineState {
  return useSyncExternalStore(connection.subscribe, () => connection.state)
}
