import type { ClientLink } from '@orpc/client'

/** A line to the engine that is open now; `closed` settles when it breaks. */
export interface EngineLine {
  readonly link: ClientLink<Record<never, never>>
  readonly closed: Promise<void>
}
