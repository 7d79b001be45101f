import { mapInTurns } from '#node/in-turns.ts'
import { lineNamer, unpackLines } from '#node/packed-lines/packed-lines.ts'
import { proveSection } from '#shared/bank-statements/proof.ts'
import { COMMANDS, type Command, type CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import {
  importedBankLines,
  importedSection,
} from '#shared/contracts/console-platform/transitions/bank-import-transition.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import type { Platform } from '../platform.ts'
import { checkClaims, missingAcceptance } from './import-checks.ts'
import { type PreparedImport, type PreparedStatement, type Refusal, refuse } from './ruling.ts'

/**
 * Prepares a statement for an account, in turns with others. It rests on nothing but its arguments: the same arguments
 * and the same version of the account come to the same.
 */
export async function prepareStatement(
  account: BankAccount,
  said: CommandArguments<'bank.import-statement'>,
  at: string,
): Promise<PreparedStatement | Refusal> {
  const lines = await unpackLines(said.packedLines)
  if (lines === null) return refuse('lines-differ', 'packedLines')
  const proof = proveSection(importedSection(said.statement, lines))
  const refusal = checkClaims(account, said, lines) ?? missingAcceptance(account, said, proof)
  if (refusal !== null) return refusal
  const names = await mapInTurns(lines, lineNamer())
  const added = importedBankLines(account, said, { lines, names, directions: proof.directions }, at)
  return { lines, names, proof, added }
}

/**
 * Prepares an import before its transaction, so that nobody waits for that. It decides nothing: null where the command
 * is none, was answered already or would be refused before its lines are looked at.
 */
export async function prepareImport(
  { store }: Pick<Platform, 'store'>,
  actor: Account,
  command: Command,
  at: string,
): Promise<PreparedImport | null> {
  const { id, type, recordId, expectedVersion } = command
  if (type !== 'bank.import-statement' || !mayCommand(actor.roles, type)) return null
  const said = COMMANDS[type].arguments.safeParse(command.arguments)
  if (!said.success || (await store.outcome(id)) !== null) return null
  const account = await store.get('bankAccount', recordId)
  if (account === null || account.version !== expectedVersion) return null
  return { accountVersion: account.version, statement: await prepareStatement(account, said.data, at) }
}
