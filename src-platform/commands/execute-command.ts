import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { canonicalJson } from '#shared/base/canonical-json.ts'
import {
  aggregateKind,
  COMMAND_ARGUMENTS,
  type Command,
  type DecidedKind,
  NOT_YET_THERE,
  type Outcome,
  type RejectionCode,
} from '#shared/contracts/console-platform/commands.ts'
import { PROTOCOL_VERSION } from '#shared/contracts/console-platform/protocol.ts'
import type { RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import type { Decision } from '#shared/contracts/console-platform/transitions/decision.ts'
import { COMMAND_ROLES, mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { now, type Platform } from '../platform.ts'
import { StoreBusyError } from '../store/store-errors.ts'
import { alreadyApplied } from './already-applied.ts'
import { decideOnApplication } from './application-command.ts'
import { decideOnBankAccount, openBankAccount } from './bank-account-command.ts'
import { decideOnBankLine } from './bank-line-command.ts'
import { decideOnDeposit } from './deposit-command.ts'
import { decideOnListingVersion } from './listing-command.ts'
import type { CommandSetting, DecisionOf, Refusal } from './ruling.ts'

type DecideOn<K extends DecidedKind> = (
  setting: CommandSetting,
  before: RecordOf[K],
  decision: DecisionOf<K>,
) => Promise<RecordOf[K] | Refusal>

const DECIDE_ON: { readonly [K in DecidedKind]: DecideOn<K> } = {
  application: decideOnApplication,
  listingVersion: decideOnListingVersion,
  depositObligation: decideOnDeposit,
  bankLine: decideOnBankLine,
  bankAccount: decideOnBankAccount,
}

const BUSY: Outcome = { kind: 'later', retryAfterSeconds: 1 }

/**
 * Gives a command its outcome. Effect, outcome and audit are one transaction; the same id with the same body
 * from the same person is answered with the first outcome, whatever it was. `protocol` is the one it was given in.
 */
export async function executeCommand(
  platform: Platform,
  account: Account,
  command: Command,
  protocol: number = PROTOCOL_VERSION,
): Promise<Outcome> {
  const bodyHash = createHash('sha256').update(canonicalJson(command)).digest('hex')
  const at = now(platform)
  const run = platform.store.write(async (transaction): Promise<Outcome> => {
    const kept = await transaction.outcome(command.id)
    if (kept !== null) {
      const same = kept.bodyHash === bodyHash && kept.actor === account.id
      return same ? cutOutcome(kept.outcome, command, account) : reject('command-id-reused', command.id)
    }
    const setting: CommandSetting = {
      platform,
      transaction,
      actor: account,
      at,
      commandId: command.id,
      protocol,
    }
    const outcome = await decide(setting, account, command)
    await transaction.keepOutcome({ commandId: command.id, actor: account.id, bodyHash, outcome, at })
    return cutOutcome(outcome, command, account)
  })
  return run.catch((error: unknown) => {
    if (error instanceof StoreBusyError) return BUSY
    throw error
  })
}

async function decide(setting: CommandSetting, account: Account, command: Command): Promise<Outcome> {
  if (!mayCommand(account.roles, command.type)) {
    return { kind: 'not-allowed', needs: [...COMMAND_ROLES[command.type]] }
  }
  const said: z.ZodSafeParseResult<unknown> = COMMAND_ARGUMENTS[command.type].safeParse(command.arguments)
  if (!said.success) {
    const issue = said.error.issues[0]
    return reject('bad-arguments', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
  }
  // The type names the schema its arguments were just checked by, and the kind it decides about.
  const decision = { type: command.type, arguments: said.data } as Decision
  const kind = aggregateKind(command.type)
  return settle(setting, command, kind, decision as DecisionOf<typeof kind>)
}

/** Compares the version that was seen with the present one, then decides. */
async function settle<K extends DecidedKind>(
  setting: CommandSetting,
  command: Command,
  kind: K,
  decision: DecisionOf<K>,
): Promise<Outcome> {
  const before = await setting.transaction.get(kind, command.recordId)
  if (before === null) return create(setting, command, decision)
  if (before.version !== command.expectedVersion) {
    if (!alreadyApplied(before, decision, setting.actor, command.expectedVersion)) {
      return { kind: 'conflict', currentVersion: before.version, current: before }
    }
    const { position } = await setting.transaction.head()
    return { kind: 'already-applied', version: before.version, position }
  }
  return applied(setting, await DECIDE_ON[kind](setting, before, decision))
}

/** A record that comes to be with the command. */
async function create(setting: CommandSetting, command: Command, decision: Decision): Promise<Outcome> {
  return decision.type === 'bank.open-account' && command.expectedVersion === NOT_YET_THERE
    ? applied(setting, await openBankAccount(setting, command.recordId, decision))
    : reject('unknown-record', command.recordId)
}

async function applied(
  { transaction }: CommandSetting,
  after: { readonly version: number } | Refusal,
): Promise<Outcome> {
  if ('code' in after) return reject(after.code, after.detail)
  return { kind: 'applied', version: after.version, position: await transaction.position() }
}

function reject(code: RejectionCode, detail: string): Outcome {
  return { kind: 'rejected', code, detail }
}

/** The record that comes along with a conflict goes only to whom the feed would send it too. */
function cutOutcome(outcome: Outcome, command: Command, account: Account): Outcome {
  if (outcome.kind !== 'conflict' || maySee(account.roles, aggregateKind(command.type))) return outcome
  return { ...outcome, current: null }
}
