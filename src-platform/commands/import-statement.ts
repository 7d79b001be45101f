import type { Proof } from '#shared/bank-statements/proof.ts'
import { assert } from '#shared/base/assert.ts'
import { IMPORT_MATCHES_LIMIT } from '#shared/contracts/console-platform/commands/bank-account-commands.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { BankStatement } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { decideBankAccount } from '#shared/contracts/console-platform/transitions/bank-account-transitions.ts'
import type { ImportDecision } from '#shared/contracts/console-platform/transitions/bank-import-transition.ts'
import { audit } from '../audit/audit-log.ts'
import { writePosted } from './bank-line-command.ts'
import { checkContinuity } from './check-continuity.ts'
import { matchImported } from './match-imported.ts'
import {
  type CommandSetting,
  type PreparedStatement,
  type Refusal,
  refuse,
  StalePreparationError,
} from './ruling.ts'
import { writeRecord } from './write-record.ts'

/**
 * Adds the new lines of a statement to an account, with the deposits they close by themselves. All that the command
 * says was found out anew from the lines before its transaction, and all of them are staged: this closes the import.
 * @throws StalePreparationError, BatchBrokenError where it has to be prepared anew
 */
export async function importStatement(
  setting: CommandSetting,
  before: BankAccount,
  decision: ImportDecision,
): Promise<BankAccount | Refusal> {
  const { transaction, actor, at } = setting
  const said = decision.arguments
  if (setting.protocol >= 4 && said.matches.length > IMPORT_MATCHES_LIMIT) {
    return refuse('bad-arguments', `matches: ${IMPORT_MATCHES_LIMIT} at most; match the rest line by line`)
  }
  const statement = preparedFor(setting, before)
  if ('code' in statement) return statement
  if ((await transaction.get('bankStatement', said.statement.id)) !== null) {
    return refuse('lines-known', said.statement.id)
  }
  const broken = await checkContinuity(setting, before, said, statement.proof)
  if (broken !== null) return broken
  const matched = await matchImported(setting, statement.toMatch, decision)
  if ('code' in matched) return matched
  // A deposit was otherwise when the lines were staged.
  if (!statement.allMatched) throw new StalePreparationError()
  const after = decideBankAccount(before, before.id, decision, actor, at)
  if (after === null) return refuse('wrong-state', before.id)

  // The account comes last: a console that has its new version has the lines too.
  const staged = await transaction.publish(setting.commandId)
  assert(staged === statement.staged, 'what was staged is published whole')
  await audit(transaction, {
    at,
    actor: actor.id,
    action: decision.type,
    recordKind: 'bankLine',
    recordId: said.statement.id,
    after: {
      linesHash: statement.linesHash,
      matched: matched.lines.map(({ id, version, identity }) => [id, version, identity]),
    },
    commandId: setting.commandId,
  })
  await writePosted(setting, decision.type, matched.posted)
  const record = statementOf(setting, before, said, statement.proof)
  await writeRecord(setting, decision.type, 'bankStatement', null, record)
  await writeRecord(setting, decision.type, 'bankAccount', before, after)
  return after
}

/** @throws StalePreparationError where nothing was prepared for this version of the account */
function preparedFor({ preparedImport }: CommandSetting, account: BankAccount): PreparedStatement | Refusal {
  if (preparedImport?.accountVersion !== account.version) throw new StalePreparationError()
  return preparedImport.statement
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
    withdrawn: null,
  }
}
