import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import { canonicalHash } from '#node/canonical-hash.ts'
import { ulidSchema } from '#shared/base/ids.ts'
import {
  COMMANDS,
  type Command,
  type DecidedKind,
  type Found,
  NOT_YET_THERE,
  type Outcome,
  type RejectionCode,
} from '#shared/contracts/console-platform/commands.ts'
import { PROTOCOL_VERSION } from '#shared/contracts/console-platform/protocol.ts'
import type { RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { comparesSeen } from '#shared/contracts/console-platform/seen.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import type { Decision, DecisionAbout } from '#shared/contracts/console-platform/transitions/decision.ts'
import { liesAhead } from '#shared/contracts/console-platform/transitions/lies-ahead.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { cutKept, rolesSeeing, toldUnseen } from '#shared/contracts/console-platform/visibility.ts'
import { monthBefore } from '#shared/rules/settlement/carry.ts'
import { refuseFiles } from '../files/given-files.ts'
import { makeNotices } from '../notices/make-notices.ts'
import { now, type Platform } from '../platform.ts'
import { changesPolicies } from '../policies-in-force.ts'
import { ordersOfStatement } from '../settlement/settled-orders.ts'
import { sweepDrafts } from '../settlement/sweep-drafts.ts'
import type { KeptOutcome } from '../store/kept.ts'
import { dropStaged, sweepAllRemoved } from '../store/staging.ts'
import { BatchBrokenError, KeyTakenError, StoreBusyError } from '../store/store-errors.ts'
import { DECIDE_ON } from './decide-on.ts'
import { decisionHash } from './decision-hash.ts'
import { prepareDraft } from './prepare-draft.ts'
import { prepareImport } from './prepare-import.ts'
import { prepareOrders } from './prepare-orders.ts'
import { prepareWithdrawal } from './prepare-withdrawal.ts'
import { UnreadableRecordError } from './readable.ts'
import { type CommandSetting, type Refusal, StalePreparationError } from './ruling.ts'
import { seenOnRecord } from './seen-on-record.ts'

/** Imports that may wait for each other: each holds its packed lines. */
const IMPORTS_LIMIT = 50

/** How often an import is prepared for one request. */
const PREPARATIONS_LIMIT = 3

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
  const bodyHash = canonicalHash(command)
  const at = now(platform)
  const applyOnce = (checked: Checked, prepared: Prepared) =>
    platform.store.write(async (transaction): Promise<Outcome> => {
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
        written: [],
        ...prepared,
      }
      const ruled = 'outcome' in checked ? checked : await rule(setting, account, command, checked)
      await transaction.keepOutcome({ commandId: command.id, actor: account.id, bodyHash, ...ruled, at })
      return cutOutcome(ruled.outcome, command, account)
    })
  // What would leave a record that nobody can read again leaves nothing, and is refused for good.
  const apply = (checked: Checked, prepared: Prepared) =>
    applyOnce(checked, prepared).catch((error: unknown) => {
      if (!(error instanceof UnreadableRecordError)) throw error
      return applyOnce(kept(reject('bad-arguments', error.message)), NOTHING_PREPARED)
    })
  try {
    const prepare = PREPARE[command.type]
    // A large command was hashed just now, and is once more: others have their turn in between.
    if (prepare !== undefined) await setImmediate()
    const checked = check(account, command, protocol)
    // Nothing is read, and nobody waits, for whom it is not, or for what cannot be decided.
    if ('outcome' in checked) return await apply(checked, NOTHING_PREPARED)
    if (prepare === undefined) {
      const prepared =
        command.type === 'settlement.commit'
          ? {
              ...NOTHING_PREPARED,
              preparedSettled: await ordersOfStatement(platform.store, command.recordId),
            }
          : NOTHING_PREPARED
      const outcome = await apply(checked, prepared)
      const isNews = outcome.kind === 'applied' && changesPolicies(COMMANDS[command.type].about)
      if (isNews) await platform.policies.refresh()
      return outcome
    }
    if (platform.imports.waiting >= IMPORTS_LIMIT) return BUSY
    return await platform.imports.take(async () => {
      for (let attempt = 0; attempt < PREPARATIONS_LIMIT; attempt += 1) {
        try {
          const outcome = await apply(checked, await prepare(platform, account, command, at))
          if (command.type === 'settlement.draft') sweepAfter(platform, command.recordId)
          if (command.type === 'bank.withdraw-statement') sweepRemovedAfter(platform)
          return outcome
        } catch (error) {
          if (!isOvertaken(error)) throw error
        } finally {
          await dropStaged(platform.store, command.id)
        }
      }
      return BUSY
    })
  } catch (error) {
    if (error instanceof StoreBusyError) return BUSY
    throw error
  }
}

/** What a new draft left behind is swept in its turn; nobody waits for it, and what is left goes with the next one. */
function sweepAfter({ store, imports }: Platform, monthId: string): void {
  void imports
    .take(async () => {
      const month = await store.get('settlementMonth', monthId)
      if (month === null) return
      await sweepDrafts(store, month)
      // Committed by now: what its last draft took the place of is compared no more.
      const before = await store.named('settlementMonth', month.marketplace, monthBefore(month.month))
      if (before !== null) await sweepDrafts(store, before)
    })
    .catch(() => undefined)
}

/** The lines that left with their batch free their names before the next import; what is left goes with the next start. */
function sweepRemovedAfter({ store, imports }: Platform): void {
  void imports.take(() => sweepAllRemoved(store)).catch(() => undefined)
}

type Prepared = Pick<
  CommandSetting,
  'preparedImport' | 'preparedOrders' | 'preparedDraft' | 'preparedWithdrawal' | 'preparedSettled'
>

const NOTHING_PREPARED: Prepared = {
  preparedImport: null,
  preparedOrders: null,
  preparedDraft: null,
  preparedWithdrawal: null,
  preparedSettled: [],
}

/** What is done before the transaction of commands that write thousands of records. */
const PREPARE: Partial<
  Record<Command['type'], (...given: Parameters<typeof prepareDraft>) => Promise<Prepared>>
> = {
  'order.import': async (...given) => ({
    ...NOTHING_PREPARED,
    preparedOrders: await prepareOrders(...given),
  }),
  'bank.import-statement': async (...given) => ({
    ...NOTHING_PREPARED,
    preparedImport: await prepareImport(...given),
  }),
  'bank.withdraw-statement': async (platform, actor, command) => ({
    ...NOTHING_PREPARED,
    preparedWithdrawal: await prepareWithdrawal(platform, actor, command),
  }),
  'settlement.draft': async (platform, ...given) => ({
    ...NOTHING_PREPARED,
    preparedDraft: await prepareDraft(platform, ...given),
  }),
}

/** Whether another commit came between an import's preparation and its transaction: it is prepared anew. */
function isOvertaken(error: unknown): boolean {
  return [StalePreparationError, KeyTakenError, BatchBrokenError].some((each) => error instanceof each)
}

type Ruled = Pick<KeptOutcome, 'outcome' | 'decisionHash'>

/** A decision that may be taken, with its hash; or why none may, whatever is on record. */
type Checked = { readonly decision: Decision; readonly hash: string } | Ruled

/** Checks who asks and what is said, before the transaction. */
function check(account: Account, command: Command, protocol: number): Checked {
  const { roles, arguments: schema, makesRecord } = COMMANDS[command.type]
  if (!mayCommand(account.roles, command.type)) return kept({ kind: 'not-allowed', needs: [...roles] })
  const given: z.ZodSafeParseResult<unknown> = schema.safeParse(command.arguments)
  if (!given.success) {
    const issue = given.error.issues[0]
    return kept(reject('bad-arguments', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`))
  }
  if (makesRecord && !ulidSchema.safeParse(command.recordId).success) {
    return kept(reject('bad-arguments', 'recordId: a record that comes to be is named by a ULID'))
  }
  if (comparesSeen(command.type, protocol) && command.seenDigest === null) {
    return kept(reject('bad-arguments', 'seenDigest: what was seen is compared'))
  }
  // The type names the schema its arguments were just checked by, and the kind it decides about.
  const decision = { type: command.type, arguments: given.data } as Decision
  return { decision, hash: decisionHash(account.id, command, decision) }
}

/** Decides, unless that very decision is in place already. */
async function rule(
  setting: CommandSetting,
  account: Account,
  command: Command,
  { decision, hash }: Exclude<Checked, Ruled>,
): Promise<Ruled> {
  const before = await setting.transaction.appliedOutcome(hash)
  if (before?.outcome.kind === 'applied') return kept({ ...before.outcome, kind: 'already-applied' })
  const refused = await refuseFiles(setting.transaction, setting.actor.id, decision.arguments)
  if (refused !== null) return kept(reject(refused.code, refused.detail))
  const outcome = await settle(setting, account, command, COMMANDS[command.type].about, decision)
  if (outcome.kind === 'applied') await makeNotices(setting, command)
  return { outcome, decisionHash: outcome.kind === 'applied' ? hash : null }
}

function kept(outcome: Outcome): Ruled {
  return { outcome, decisionHash: null }
}

/** Compares what was seen with what is on record, then decides. */
async function settle<K extends DecidedKind>(
  setting: CommandSetting,
  { roles }: Account,
  command: Command,
  kind: K,
  decision: DecisionAbout<K>,
): Promise<Outcome> {
  const { type, recordId, expectedVersion, seenDigest } = command
  const before = await setting.transaction.get(kind, recordId)
  const comesToBe = COMMANDS[type].makesRecord && expectedVersion === NOT_YET_THERE
  if (before === null && !comesToBe) return reject('unknown-record', recordId)
  if (before !== null) {
    const told = toldUnseen(roles, kind, before)
    if (told !== null) return { kind: 'not-allowed', needs: [...rolesSeeing(told)] }
    if (before.version !== expectedVersion) {
      return { kind: 'conflict', currentVersion: before.version, current: before }
    }
    const isCompared = comparesSeen(type, setting.protocol)
    if (isCompared && (await seenOnRecord(setting, kind, before)) !== seenDigest) {
      return reject('seen-differs', recordId)
    }
  }
  const ahead = liesAhead(decision, setting.at)
  if (ahead !== null) return reject('day-impossible', ahead)
  // There is none only where the command's sheet says that it makes it.
  const found = before as Found<K, RecordOf[K]>
  return applied(setting, await DECIDE_ON[kind](setting, found, decision, recordId))
}

async function applied(
  { transaction }: CommandSetting,
  after: { readonly version: number } | Refusal,
): Promise<Outcome> {
  // A record may have a code of its own; a refusal has no version.
  if (!('version' in after)) return reject(after.code, after.detail)
  return { kind: 'applied', version: after.version, position: await transaction.position() }
}

function reject(code: RejectionCode, detail: string): Outcome {
  return { kind: 'rejected', code, detail }
}

/** The record that comes along with a conflict goes only to whom the feed would send it too, and cut as there. */
function cutOutcome(outcome: Outcome, command: Command, account: Account): Outcome {
  if (outcome.kind !== 'conflict') return outcome
  return { ...outcome, current: cutKept(COMMANDS[command.type].about, outcome.current, account.roles) }
}
