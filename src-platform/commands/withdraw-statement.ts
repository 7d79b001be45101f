import { setImmediate } from 'node:timers/promises'
import { lineName, lineNamesOf } from '#shared/contracts/console-platform/kinds/bank-line.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import { type BankLine, lineStatus } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { BankStatement } from '#shared/contracts/console-platform/records/bank-statement.ts'
import {
  decideBankAccount,
  importedBy,
} from '#shared/contracts/console-platform/transitions/bank-account-transitions.ts'
import type { DecisionOf } from '#shared/contracts/console-platform/transitions/decision.ts'
import { audit } from '../audit/audit-log.ts'
import type { StoreReader } from '../store/store.ts'
import { statementsOf } from './account-statements.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** Lines read, or removed, before others have their turn. */
const AT_ONCE = 500

/**
 * Takes an import back: its lines leave by tombstones, so that the file can be imported again, and the statement stays
 * with who and why. Refused while one of its lines is matched, or taken back by another.
 */
export async function withdrawStatement(
  setting: CommandSetting,
  before: BankAccount,
  decision: DecisionOf<'bank.withdraw-statement'>,
): Promise<BankAccount | Refusal> {
  const { transaction, actor, at, commandId } = setting
  const { statementId, reason } = decision.arguments
  const statement = await transaction.get('bankStatement', statementId)
  if (statement === null || statement.accountId !== before.id) return refuse('unknown-record', statementId)
  if (statement.withdrawn !== null) return refuse('wrong-state', statementId)
  const lines = await linesOf(transaction, before, statement)
  const held = lines.find((line) => lineStatus(line) !== 'open')
  if (held !== undefined) return refuse('lines-matched', held.id)
  const decided = decideBankAccount(before, before.id, decision, actor, at)
  if (decided === null) return refuse('wrong-state', before.id)

  for (const [index, { id }] of lines.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await setImmediate()
    await transaction.remove('bankLine', id)
  }
  await audit(transaction, {
    at,
    actor: actor.id,
    action: decision.type,
    recordKind: 'bankLine',
    recordId: statementId,
    before: lines.map(({ id, version, identity }) => [id, version, identity]),
    commandId,
  })
  const withdrawn = { reason, at, by: actor.id, byName: actor.name }
  const after = { ...statement, version: statement.version + 1, withdrawn }
  await writeRecord(setting, decision.type, 'bankStatement', statement, after)
  const left = (before.imported?.lines ?? 0) - lines.length
  const account = { ...decided, imported: importedBy(await statementsOf(transaction, before), left) }
  // The account comes last, as with an import.
  await writeRecord(setting, decision.type, 'bankAccount', before, account)
  return account
}

/** The lines that came with a statement. */
async function linesOf(
  reader: StoreReader,
  { marketplace, id: accountId }: BankAccount,
  { id, period }: BankStatement,
): Promise<BankLine[]> {
  const lines: BankLine[] = []
  if (period === null) return lines
  for (let names = lineNamesOf(accountId, period); ; ) {
    const some = await reader.namedBetween('bankLine', marketplace, names, AT_ONCE)
    lines.push(...some.filter(({ statementId }) => statementId === id))
    const last = some.at(-1)
    if (last === undefined || some.length < AT_ONCE) return lines
    names = { ...names, after: lineName(accountId, last) }
    await setImmediate()
  }
}
