import { setImmediate } from 'node:timers/promises'
import type { Proof } from '#shared/bank-statements/proof.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { lineName } from '#shared/contracts/console-platform/kinds/bank-line.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { BankStatement } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { decideBankAccount } from '#shared/contracts/console-platform/transitions/bank-account-transitions.ts'
import type { ImportDecision } from '#shared/contracts/console-platform/transitions/bank-import-transition.ts'
import { audit } from '../audit/audit-log.ts'
import { writePosted } from './bank-line-command.ts'
import { matchImported } from './match-imported.ts'
import { prepareStatement } from './prepare-import.ts'
import { type CommandSetting, type PreparedStatement, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** Names asked for before others have their turn: a large statement has most of a second's worth. */
const NAMES_AT_ONCE = 10_000

/**
 * Adds the new lines of a statement to an account, with the deposits they close by themselves. All that the command
 * says is found out anew from the lines: what differs, was not accepted or is known by now refuses it whole.
 */
export async function importStatement(
  setting: CommandSetting,
  before: BankAccount,
  decision: ImportDecision,
): Promise<BankAccount | Refusal> {
  const { transaction, actor, at } = setting
  const said = decision.arguments
  const statement = await preparedFor(setting, before, said)
  if ('code' in statement) return statement
  if ((await transaction.get('bankStatement', said.statement.id)) !== null) {
    return refuse('lines-known', said.statement.id)
  }
  const known = await checkKnown(setting, before, statement)
  if (known !== null) return known
  const matched = await matchImported(setting, statement.added, decision)
  if ('code' in matched) return matched
  const after = decideBankAccount(before, before.id, decision, actor, at)
  if (after === null) return refuse('wrong-state', before.id)

  // The account comes last: a console that has its new version has the lines too.
  await transaction.putNew('bankLine', matched.lines)
  await audit(transaction, {
    at,
    actor: actor.id,
    action: decision.type,
    recordKind: 'bankLine',
    recordId: said.statement.id,
    after: matched.lines.map(({ id, version, identity }) => [id, version, identity]),
    commandId: setting.commandId,
  })
  await writePosted(setting, decision.type, matched.posted)
  const record = statementOf(setting, before, said, statement.proof)
  await writeRecord(setting, decision.type, 'bankStatement', null, record)
  await writeRecord(setting, decision.type, 'bankAccount', before, after)
  return after
}

/** What was prepared, unless the account has another version by now than it was prepared for. */
async function preparedFor(
  { preparedImport, at }: CommandSetting,
  account: BankAccount,
  said: CommandArguments<'bank.import-statement'>,
): Promise<PreparedStatement | Refusal> {
  return preparedImport?.accountVersion === account.version
    ? preparedImport.statement
    : prepareStatement(account, said, at)
}

/** Refuses lines that are known and should not be, or the other way round. */
async function checkKnown(
  { transaction }: CommandSetting,
  { marketplace, id: accountId }: BankAccount,
  { lines, names, added }: PreparedStatement,
): Promise<Refusal | null> {
  const own = names.map((name) => lineName(accountId, name))
  const known = new Set<string>()
  for (let at = 0; at < own.length; at += NAMES_AT_ONCE) {
    const some = own.slice(at, at + NAMES_AT_ONCE)
    for (const name of await transaction.namesAmong('bankLine', marketplace, some)) known.add(name)
    await setImmediate()
  }
  const newIds = added.map(({ id }) => id)
  const taken = await transaction.idsAmong('bankLine', newIds)
  for (const [ordinal, { id, place }] of lines.entries()) {
    const isKnown = known.has(own[ordinal] ?? '')
    if (id === null && !isKnown) return refuse('lines-differ', `row ${place.row}`)
    if (id !== null && (isKnown || taken.has(id))) return refuse('lines-known', `row ${place.row}`)
  }
  return null
}

function statementOf(
  { actor, at }: CommandSetting,
  { marketplace, id: accountId }: BankAccount,
  { statement, accepted, lines, added }: CommandArguments<'bank.import-statement'>,
  { opening, closing, verdict }: Proof,
): BankStatement {
  return {
    ...statement,
    version: 1,
    marketplace,
    accountId,
    opening,
    closing,
    proof: verdict,
    accepted: [...accepted],
    lines,
    added,
    importedAt: at,
    by: actor.id,
    byName: actor.name,
  }
}
