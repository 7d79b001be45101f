import type { Proof } from '#shared/bank-statements/proof.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import { closedStatement } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { findBreak } from '#shared/rules/reconciliation/continuity.ts'
import { statementsOf } from './account-statements.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'

/** The first protocol whose consoles compare a statement with the one before. */
const SINCE = 4

/** Refuses a statement that does not go on where the account was left, unless that was accepted. */
export async function checkContinuity(
  { transaction, protocol }: Pick<CommandSetting, 'transaction' | 'protocol'>,
  account: BankAccount,
  { statement: { period }, accepted }: CommandArguments<'bank.import-statement'>,
  { opening }: Proof,
): Promise<Refusal | null> {
  // An older console could not accept it.
  if (protocol < SINCE || accepted.includes('not-continuous')) return null
  const others = (await statementsOf(transaction, account)).flatMap(closedStatement)
  return findBreak({ period, opening }, others) === null ? null : refuse('not-accepted', 'not-continuous')
}
