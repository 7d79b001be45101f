import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import {
  type AccountDecision,
  decideBankAccount,
} from '#shared/contracts/console-platform/transitions/bank-account-transitions.ts'
import { accountName } from '../store/record-keys.ts'
import { importStatement } from './import-statement.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

type Opening = Extract<AccountDecision, { type: 'bank.open-account' }>

/** Makes an account of our own known. Its number is unique in its marketplace. */
export async function openBankAccount(
  setting: CommandSetting,
  id: string,
  decision: Opening,
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

/** Applies a decision to an account that is there. */
export async function decideOnBankAccount(
  setting: CommandSetting,
  before: BankAccount,
  decision: AccountDecision,
): Promise<BankAccount | Refusal> {
  return decision.type === 'bank.import-statement'
    ? importStatement(setting, before, decision)
    : refuse('wrong-state', 'open')
}
