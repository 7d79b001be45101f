import {
  aggregateKind,
  COMMAND_ARGUMENTS,
  type CommandType,
  commandTypeSchema,
  type DecidedKind,
} from '#shared/contracts/console-platform/commands.ts'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import {
  type AdmissionSteps,
  decideApplication,
} from '#shared/contracts/console-platform/transitions/application-transitions.ts'
import { decideBankAccount } from '#shared/contracts/console-platform/transitions/bank-account-transitions.ts'
import {
  importedObligationIds,
  importPostings,
} from '#shared/contracts/console-platform/transitions/bank-import-transition.ts'
import {
  decideBankLine,
  type LineDecision,
  type LineTrouble,
  obligationIdsOf,
  originalIdOf,
} from '#shared/contracts/console-platform/transitions/bank-line-transitions.ts'
import type { Actor, Decision } from '#shared/contracts/console-platform/transitions/decision.ts'
import { decideDeposit } from '#shared/contracts/console-platform/transitions/deposit-transitions.ts'
import { decideListingVersion } from '#shared/contracts/console-platform/transitions/listing-version-transitions.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { DecisionRefused } from './decision-refused.ts'

/** What the pack of an application's day asks after approval. */
export type StepsOf = (application: Application) => AdmissionSteps

/** A record that decisions are about, with its kind. */
export type Decided = { [K in DecidedKind]: { readonly kind: K; readonly record: RecordOf[K] } }[DecidedKind]

/** Reads a record as decisions before this one leave it; null where it is not here. */
export type ReadDecided = <K extends DecidedKind>(kind: K, id: string) => RecordOf[K] | null

/** A decision with who takes it and when. */
export interface Taken {
  readonly recordId: string
  readonly decision: Decision
  readonly actor: Actor
  readonly at: string
}

/** A command with its arguments checked. @throws DecisionRefused `bad-arguments` */
export function checkedDecision(type: CommandType, said: unknown): Decision {
  const parsed = COMMAND_ARGUMENTS[type].safeParse(said)
  if (parsed.success) return { type, arguments: parsed.data } as Decision
  const issue = parsed.error.issues[0]
  throw new DecisionRefused('bad-arguments', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

/** The decision of a stored row. */
export function storedDecision(row: OutboxRow): Decision {
  return checkedDecision(commandTypeSchema.parse(row.type), JSON.parse(row.arguments))
}

/**
 * Every record as a decision leaves it, the one it is about first; or why it cannot be. A console foresees this with
 * the transitions that the platform will use.
 */
export function decide(taken: Taken, read: ReadDecided, stepsOf: StepsOf): readonly Decided[] | LineTrouble {
  const { recordId, decision, actor, at } = taken
  switch (aggregateKind(decision.type)) {
    case 'application': {
      const before = read('application', recordId)
      const record = before && decideApplication(before, decision, actor, at, stepsOf(before))
      return record === null ? 'wrong-state' : [{ kind: 'application', record }]
    }
    case 'listingVersion': {
      const before = read('listingVersion', recordId)
      const record = before && decideListingVersion(before, decision, actor, at)
      return record === null ? 'wrong-state' : [{ kind: 'listingVersion', record }]
    }
    case 'depositObligation': {
      const before = read('depositObligation', recordId)
      const record = before && decideDeposit(before, decision, actor, at)
      return record === null ? 'wrong-state' : [{ kind: 'depositObligation', record }]
    }
    case 'bankAccount':
      return decideOnAccount(taken, read)
    case 'bankLine':
      return decideOnLine(taken, read)
  }
}

function decideOnAccount({ recordId, decision, actor, at }: Taken, read: ReadDecided) {
  if (decision.type !== 'bank.open-account' && decision.type !== 'bank.import-statement') return 'wrong-state'
  const before = read('bankAccount', recordId)
  const record = decideBankAccount(before, recordId, decision, actor, at)
  if (record === null) return 'wrong-state'
  const account: Decided = { kind: 'bankAccount', record }
  if (decision.type === 'bank.open-account') return [account]
  const obligations = readObligations(importedObligationIds(decision), read)
  const posted = importPostings(decision, obligations, actor, at)
  return posted === null ? 'unknown-deposit' : [account, ...posted.map(obligationDecided)]
}

function decideOnLine({ recordId, decision, actor, at }: Taken, read: ReadDecided) {
  const before = read('bankLine', recordId)
  if (before === null || !isAboutLine(decision)) return 'wrong-state'
  const originalId = originalIdOf(before, decision)
  const original = originalId === null ? null : read('bankLine', originalId)
  const obligations = readObligations(obligationIdsOf(before, original, decision), read)
  const decided = decideBankLine(before, { original, obligations }, decision, actor, at)
  if (typeof decided === 'string') return decided
  return [
    lineDecided(decided.line),
    ...(decided.original === null ? [] : [lineDecided(decided.original)]),
    ...decided.obligations.map(obligationDecided),
  ]
}

function readObligations(ids: readonly string[], read: ReadDecided): Map<string, DepositObligation> {
  const found = new Map<string, DepositObligation>()
  for (const id of ids) {
    const obligation = read('depositObligation', id)
    if (obligation !== null) found.set(id, obligation)
  }
  return found
}

function isAboutLine(decision: Decision): decision is LineDecision {
  return decision.type === 'deposit.match' || decision.type === 'deposit.unmatch'
}

function lineDecided(record: BankLine): Decided {
  return { kind: 'bankLine', record }
}

function obligationDecided(record: DepositObligation): Decided {
  return { kind: 'depositObligation', record }
}
