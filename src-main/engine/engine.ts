import type { BrokenJournal } from '#shared/contracts/console-engine/desk.ts'
import type { ShippedPolicies } from '#shared/rules/in-force/policies.ts'
import type { EngineEvents } from './engine-events.ts'
import type { Session } from './session/session.ts'
import type { Nudge } from './sync/sync.ts'
import type { Clock } from './time/clock.ts'
import type { Workspace } from './workspace.ts'

/** The running engine, as queries and hosts see it; made by start-engine.ts. */
export interface Engine {
  readonly platformUrl: string
  readonly dataFolder: string
  readonly version: string
  /** What came with the program; a workspace lays over it what was adopted, see policies-here.ts. */
  readonly shipped: ShippedPolicies
  readonly clock: Clock
  readonly session: Session
  readonly events: EngineEvents
  /**
   * Null while nobody is signed in, and where the journal is broken. Ask again for each question and keep nothing of it: it is another one after
   * signing in, and after a damaged cache was replaced.
   */
  workspace(): Workspace | null
  /** Why who is signed in has no workspace: the journal cannot be read, and a person decides what becomes of it. */
  brokenJournal(): BrokenJournal | null
  /** Sets that journal aside under another name and opens the workspace with an empty one. */
  setJournalAside(): Promise<void>
  /** A query met this error: where the cache is damaged it is set aside and fetched anew. Others are left alone. */
  noteDamage(error: unknown): void
  /** The host tells: the network is back, the window has focus, the computer woke up. */
  nudge(reason: Nudge): void
  /** Ends everything; what is stored stays. */
  close(): Promise<void>
}
