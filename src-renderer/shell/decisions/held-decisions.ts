import type { PendingDecision } from '#shared/contracts/console-engine/pending.ts'
import type { CommandType } from '#shared/contracts/console-platform/commands.ts'

/** What a decision was about. */
export interface DecidedRecord {
  readonly id: string
  readonly title: string
}

/** A decision this window submitted, or several together, for as long as it is told of. */
export interface ToldDecision {
  /** Those that are taken back together. */
  readonly commandIds: readonly string[]
  readonly type: CommandType
  readonly record: DecidedRecord
  /** Until when it can be taken back, ms; null where it cannot. */
  readonly undoUntil: number | null
  /** Until when it is told of, ms. */
  readonly tellUntil: number
  /** It was taken back in time. */
  readonly onUndone: () => void
}

/** How long a decision is told of that cannot be taken back. */
const TELL_MS = 5_000

/** The decisions that are told of in the top line, the last one last. */
export class HeldDecisions {
  #told: readonly ToldDecision[] = []
  readonly #listeners = new Set<() => void>()

  get told(): readonly ToldDecision[] {
    return this.#told
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Tells of a decision; `now` in ms. */
  tell(
    pending: PendingDecision,
    record: DecidedRecord,
    now: number,
    onUndone: () => void = () => undefined,
  ): void {
    this.tellTogether([pending], record, now, onUndone)
  }

  /** Tells of decisions of one type that leave together, as one; `record` is the first of them, and what all are called. */
  tellTogether(
    pendings: readonly PendingDecision[],
    record: DecidedRecord,
    now: number,
    onUndone: () => void = () => undefined,
  ): void {
    const [first] = pendings
    if (first === undefined) return
    const { type, undoUntil } = first
    const commandIds = pendings.map(({ commandId }) => commandId)
    const until = undoUntil === null ? null : Date.parse(undoUntil)
    const tellUntil = Math.max(until ?? 0, now + TELL_MS)
    this.#set([
      ...this.#told.filter((other) => other.commandIds[0] !== first.commandId),
      { commandIds, type, record, undoUntil: until, tellUntil, onUndone },
    ])
  }

  /** Tells no more of a decision. */
  drop(commandId: string): void {
    this.#set(this.#told.filter((other) => !other.commandIds.includes(commandId)))
  }

  /** Leaves out what has been told of for long enough. */
  expire(now: number): void {
    if (this.#told.some(({ tellUntil }) => tellUntil <= now)) {
      this.#set(this.#told.filter(({ tellUntil }) => tellUntil > now))
    }
  }

  #set(told: readonly ToldDecision[]): void {
    this.#told = told
    for (const listener of this.#listeners) listener()
  }
}

/** Those that can still be taken back at `now`, ms. */
export function undoable(told: readonly ToldDecision[], now: number): readonly ToldDecision[] {
  return told.filter(({ undoUntil }) => undoUntil !== null && undoUntil > now)
}

export const heldDecisions = new HeldDecisions()
