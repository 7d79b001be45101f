import {
  aggregateKind,
  COMMAND_ARGUMENTS,
  type CommandType,
  commandTypeSchema,
  type DecidedKind,
} from '#shared/contracts/console-platform/commands.ts'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import type { RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import {
  type AdmissionSteps,
  decideApplication,
} from '#shared/contracts/console-platform/transitions/application-transitions.ts'
import type { Actor, Decision } from '#shared/contracts/console-platform/transitions/decision.ts'
import { decideDeposit } from '#shared/contracts/console-platform/transitions/deposit-transitions.ts'
import { decideListingVersion } from '#shared/contracts/console-platform/transitions/listing-version-transitions.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { DecisionRefused } from './decision-refused.ts'

/** What the pack of an application's day asks after approval. */
export type StepsOf = (application: Application) => AdmissionSteps

/** A record that decisions are about, with its kind. */
export type Decided = { [K in DecidedKind]: { readonly kind: K; readonly record: RecordOf[K] } }[DecidedKind]

/** A command with its arguments checked. @throws DecisionRefused `bad-arguments` */
export function checkedDecision(type: CommandType, said: unknown): Decision {
  const parsed = COMMAND_ARGUMENTS[type].safeParse(said)
  if (parsed.success) return { type, arguments: parsed.data } as Decision
  const issue = parsed.error.issues[0]
  throw new DecisionRefused('bad-arguments', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

/** The decision of a stored row, and the kind it is about. */
export function storedDecision(row: OutboxRow): Decision {
  return checkedDecision(commandTypeSchema.parse(row.type), JSON.parse(row.arguments))
}

/** The record after a decision; null where its state does not allow it. */
export function decide(
  before: Decided,
  decision: Decision,
  actor: Actor,
  at: string,
  stepsOf: StepsOf,
): Decided | null {
  if (aggregateKind(decision.type) !== before.kind) return null
  if (before.kind === 'application') {
    const record = decideApplication(before.record, decision, actor, at, stepsOf(before.record))
    return record && { kind: 'application', record }
  }
  if (before.kind === 'depositObligation') {
    const record = decideDeposit(before.record, decision, actor, at)
    return record && { kind: 'depositObligation', record }
  }
  const record = decideListingVersion(before.record, decision, actor, at)
  return record && { kind: 'listingVersion', record }
}
