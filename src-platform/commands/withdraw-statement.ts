import { setImmediate } from 'node:timers/promises'
import { lineNamesOf } from '#shared/contracts/console-platform/kinds/bank-line.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import { type BankLine, lineStatus } from '#shared/contracts/console-platform/records/bank-line.ts'
import {
  type BankStatement,
  restingOn,
  statementTitle,
} from '#shared/contracts/console-platform/records/bank-statement.ts'
import {
  decideBankAccount,
  importedBy,
} from '#shared/contracts/console-platform/transitions/bank-account-transitions.ts'
import type { DecisionOf } from '#shared/contracts/console-platform/transitions/decision.ts'
import { audit } from '../audit/audit-log.ts'
import type { StoreReader } from '../store/store.ts'
import { statementsOf } from './account-statements.ts'
import { type CommandSetting, type Refusal, refuse, StalePreparationError } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** Lines removed before others have their turn. */
const AT_ONCE = 500

/**
 * Takes an import back: its lines leave by tombstones, so that the file can be imported again, and the statement stays
 * with who and why. Refused while one of its lines is matched, or taken back by another. Lines that are still as they came go
 * with their batch, which costs a row for each of its parts; only those that changed since are written one by one.
 * @throws StalePreparationError where it was prepared for another version of the account
 */
export async function withdrawStatement(
  setting: CommandSetting,
  before: BankAccount,
  decision: DecisionOf<'bank.withdraw-statement'>,
): Promise<BankAccount | Refusal> {
  const { transaction, actor, at, commandId, preparedWithdrawal: prepared } = setting
  const { statementId, reason } = decision.arguments
  const statement = await transaction.get('bankStatement', statementId)
  if (statement === null || statement.accountId !== before.id) return refuse('unknown-record', statementId)
  if (statement.withdrawn !== null) return refuse('wrong-state', statementId)
  if (prepared?.accountVersion !== before.version) throw new StalePreparationError()
  const resting = restingOn(statement, await statementsOf(transaction, before))
  if (resting !== null) return refuse('later-import-rests', statementTitle(resting))
  const changed = await changedLines(transaction, before, statement)
  const held = changed.find((line) => lineStatus(line) !== 'open')
  if (held !== undefined) return refuse('lines-matched', held.id)
  if (prepared.held !== null) {
    // Let go since, but others may be held as they came: the lines are read again.
    if (changed.some(({ id }) => id === prepared.held)) throw new StalePreparationError()
    return refuse('lines-matched', prepared.held)
  }
  const decided = decideBankAccount(before, before.id, decision, actor, at)
  if (decided === null) return refuse('wrong-state', before.id)

  if (prepared.batch !== null) await transaction.removeBatch(prepared.batch)
  for (const [index, { id }] of changed.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await setImmediate()
    await transaction.remove('bankLine', id)
  }
  await audit(transaction, {
    at,
    actor: actor.id,
    action: decision.type,
    recordKind: 'bankLine',
    recordId: statementId,
    before: { lines: prepared.lines, linesHash: prepared.linesHash },
    commandId,
  })
  const withdrawn = { reason, at, by: actor.id, byName: actor.name }
  const after = { ...statement, version: statement.version + 1, withdrawn }
  await writeRecord(setting, decision.type, 'bankStatement', statement, after)
  const left = (before.imported?.lines ?? 0) - prepared.lines
  const account = { ...decided, imported: importedBy(await statementsOf(transaction, before), left) }
  // The account comes last, as with an import.
  await writeRecord(setting, decision.type, 'bankAccount', before, account)
  return account
}

/** The lines that came with a statement and are not as they came. */
async function changedLines(
  reader: StoreReader,
  { marketplace, id: accountId }: BankAccount,
  { id, period }: BankStatement,
): Promise<BankLine[]> {
  if (period === null) return []
  const changed = await reader.changedBetween('bankLine', marketplace, lineNamesOf(accountId, period))
  return changed.filter(({ statementId }) => statementId === id)
}
