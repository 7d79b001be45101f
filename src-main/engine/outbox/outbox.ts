import type { CommandType, DecidedKind } from '#shared/contracts/console-platform/commands.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'

/** A decision as a person takes it. */
export interface NewDecision {
  readonly type: CommandType
  readonly recordId: string
  /** The version on screen, pending decisions included. */
  readonly expectedVersion: number
  /** Of what was on screen; needed where the command's sheet has it compared. */
  readonly seenDigest: string | null
  /** Checked here against the command's own schema. */
  readonly arguments: unknown
  /** The returned decision about the same record that this one is instead of. */
  readonly replaces?: string | null
}

/** Decisions between the person and the platform. Rows are in the order of deciding. */
export interface Outbox {
  /**
   * Stores a decision, on disk before this returns; it is sent when the time to undo is over.
   * @throws DecisionRefused, DecisionNotAllowed
   */
  enqueue(decision: NewDecision): OutboxRow
  /**
   * Stores several decisions, all or none; they leave together, and until then `undo` takes all of them back.
   * @throws DecisionRefused, DecisionNotAllowed for the first that cannot be
   */
  enqueueTogether(decisions: readonly NewDecision[]): readonly OutboxRow[]
  /**
   * The digest of what is on screen of who decides about a record, as decisions before hers leave it; null where it is not
   * here.
   */
  seenDigest(kind: DecidedKind, id: string): string | null
  /** Takes held decisions back, all or none; false when one is on its way, or others about the same record follow it. */
  undo(...ids: readonly string[]): boolean
  /** Takes a returned decision out of the inbox for good; false when there is no such one. */
  discard(id: string): boolean
  /** Held, queued and acknowledged ones. */
  waiting(): readonly OutboxRow[]
  returned(): OutboxRow[]
  /** Waiting ones by each record of a kind that they change. */
  pendingFor(kind: DecidedKind): ReadonlyMap<string, readonly OutboxRow[]>
}
