import { useQuery } from '@tanstack/react-query'
import type { DeskSession } from '#shared/contracts/console-engine/desk.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import { engine } from '../engine-client/engine.ts'

/** Who is signed in and what the desk knows of the platform; null until the engine has answered. */
export function useSession(): DeskSession | null {
  return useQuery(engine.session.get.queryOptions()).data ?? null
}

/** The person at the desk. Null only outside of the signed-in screens. */
export function useAccount(): Account | null {
  return useSession()?.account ?? null
}
