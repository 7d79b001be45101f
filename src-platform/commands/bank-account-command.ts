import { accountName } from '#shared/contracts/console-platform/kinds/bank-account.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import {
  type AccountDecision,
  decideBankAccount,
} from '#shared/contracts/console-platform/transitions/bank-account-transitions.ts'
import type { DecisionOf } from '#shared/contracts/console-platform/transitions/decision.ts'
import { importStatement } from './import-statement.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { withdrawStatement } from './withdraw-statement.ts'
import { writeRecord } from './write-record.ts'

/** Makes an account of our own known. Its number is unique in its marketplace. */
async function openBankAccount(
  setting: CommandSetting,
  id: string,
  decision: DecisionOf<'bank.open-account'>,
): Promise<BankAccount | Refusal> {
  const { transaction, actor, at } = setting
  const { marketplace, number } = decision.arguments
  const account = decideBankAccount(null, id, decision, actor, at)
  if (account === null) return refuse('wrong-state', id)
  const known = await transaction.named('bankAccount', marketplace, accountName(number))
  if (known !== null) return refuse('account-exists', known.number)
  await writeRecord(setting, decision.type, 'bankAccount', null, account)
  return account
}

/** Applies a decision to an account. */
export async function decideOnBankAccount(
  setting: CommandSetting,
  before: BankAccount | null,
  decision: AccountDecision,
  id: string,
): Promise<BankAccount | Refusal> {
  switch (decision.type) {
    case 'bank.open-account':
      return before === null ? openBankAccount(setting, id, decision) : refuse('wrong-state', 'open')
    case 'bank.import-statement':
      return before === null ? refuse('unknown-record', id) : importStatement(setting, before, decision)
    case 'bank.withdraw-statement':
      return before === null ? refuse('unknown-record', id) : withdrawStatement(setting, before, decision)
  }
}
