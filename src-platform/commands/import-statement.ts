import { lineNames, unpackLines } from '#node/packed-lines/packed-lines.ts'
import { type Proof, proveSection } from '#shared/bank-statements/proof.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { ImportedLine } from '#shared/contracts/console-platform/imported-lines.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { BankStatement } from '#shared/contracts/console-platform/records/bank-statement.ts'
import {
  type AccountDecision,
  decideBankAccount,
} from '#shared/contracts/console-platform/transitions/bank-account-transitions.ts'
import { audit } from '../audit/audit-log.ts'
import { lineName } from '../store/record-keys.ts'
import { writePosted } from './bank-line-command.ts'
import { checkClaims, missingAcceptance } from './import-checks.ts'
import { matchImported } from './match-imported.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

type Import = Extract<AccountDecision, { type: 'bank.import-statement' }>

/**
 * Adds the new lines of a statement to an account, with the deposits they close by themselves. All that the command
 * says is found out anew from the lines: what differs, was not accepted or is known by now refuses it whole.
 */
export async function importStatement(
  setting: CommandSetting,
  before: BankAccount,
  decision: Import,
): Promise<BankAccount | Refusal> {
  const { transaction, actor, at } = setting
  const said = decision.arguments
  const lines = await unpackLines(said.packedLines)
  if (lines === null) return refuse('lines-differ', 'packedLines')
  const proof = proveSection({ ...said.statement, accountName: null, lines })
  const refusal = checkClaims(before, said, lines) ?? missingAcceptance(before, said, lines, proof)
  if (refusal !== null) return refusal
  if ((await transaction.get('bankStatement', said.statement.id)) !== null) {
    return refuse('lines-known', said.statement.id)
  }
  const added = await addedLines(setting, before, said, lines, proof)
  if ('code' in added) return added
  const matched = await matchImported(setting, added, said.matches)
  if ('code' in matched) return matched
  const after = decideBankAccount(before, before.id, decision, actor, at)
  if (after === null) return refuse('wrong-state', before.id)

  // The account comes last: a console that has its new version has the lines too.
  for (const line of matched.lines) await transaction.put('bankLine', line)
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
  const statement = statementOf(setting, before, said, proof)
  await writeRecord(setting, decision.type, 'bankStatement', null, statement)
  await writeRecord(setting, decision.type, 'bankAccount', before, after)
  return after
}

/** The records of the lines that are new; a refusal where lines are known that should not be, or the other way round. */
async function addedLines(
  { transaction, at }: CommandSetting,
  account: BankAccount,
  { statement }: CommandArguments<'bank.import-statement'>,
  lines: readonly ImportedLine[],
  proof: Proof,
): Promise<BankLine[] | Refusal> {
  const { marketplace, id: accountId } = account
  const names = lineNames(lines)
  const added: BankLine[] = []
  for (const [ordinal, { id, ...line }] of lines.entries()) {
    const identity = names[ordinal] ?? ''
    const known = await transaction.named('bankLine', marketplace, lineName(accountId, identity))
    if (id === null) {
      if (known === null) return refuse('lines-differ', `row ${line.place.row}`)
      continue
    }
    if (known !== null || (await transaction.get('bankLine', id)) !== null) {
      return refuse('lines-known', `row ${line.place.row}`)
    }
    added.push({
      id,
      version: 1,
      marketplace,
      accountId,
      statementId: statement.id,
      identity,
      ordinal,
      ...line,
      isDirectionProven: proof.directions[ordinal] ?? false,
      allocations: [],
      takenBackBy: null,
      history: [],
      updatedAt: at,
    })
  }
  return added
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
