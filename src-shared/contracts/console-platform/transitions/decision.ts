import type { Instant } from '../../../base/ids.ts'
import type { CommandAbout, CommandArguments, CommandType, DecidedKind } from '../commands.ts'
import type { HistoryEntry } from '../records/history.ts'

/** A command of one of these types with its arguments checked: what a transition is computed from. */
export type DecisionOf<Type extends CommandType> = {
  [T in Type]: { readonly type: T; readonly arguments: CommandArguments<T> }
}[Type]
export type Decision = DecisionOf<CommandType>
/** A decision about a kind of record. */
export type DecisionAbout<K extends DecidedKind> = DecisionOf<CommandAbout<K>>

export interface Actor {
  readonly id: string
  readonly name: string
}

/** The history entry a decision leaves behind. */
export function historyOf(decision: Decision, actor: Actor, at: Instant): HistoryEntry {
  const said = decision.arguments
  return {
    ...stepOf(decision.type, actor, at),
    noteToVendor: ('noteToVendor' in said && said.noteToVendor) || null,
    internalNote: ('internalNote' in said && said.internalNote) || null,
    reasons: 'reasons' in said ? [...said.reasons] : [],
  }
}

/** The entry of a decision whose reason is kept nowhere else on the record. */
export function historyWithReason(
  decision: Decision & { readonly arguments: { readonly reason: string } },
  actor: Actor,
  at: Instant,
): HistoryEntry {
  return { ...stepOf(decision.type, actor, at), internalNote: decision.arguments.reason }
}

/** The history entry of something that says nothing beyond itself. */
export function stepOf(action: string, actor: Actor, at: Instant): HistoryEntry {
  return {
    at,
    actor: actor.id,
    actorName: actor.name,
    action,
    noteToVendor: null,
    internalNote: null,
    reasons: [],
  }
}
