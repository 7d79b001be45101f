import { setImmediate } from 'node:timers/promises'
import { statementName, statementNamesOf } from '#shared/contracts/console-platform/kinds/bank-statement.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { BankStatement } from '#shared/contracts/console-platform/records/bank-statement.ts'
import type { StoreReader } from '../store/store.ts'

/** Statements read before others have their turn. */
const AT_ONCE = 200

/** All statements of an account, withdrawn ones too, by their last days; in turns with others. */
export async function statementsOf(
  reader: Pick<StoreReader, 'namedBetween'>,
  { marketplace, id }: Pick<BankAccount, 'marketplace' | 'id'>,
): Promise<BankStatement[]> {
  const all: BankStatement[] = []
  for (let names = statementNamesOf(id); ; ) {
    const some = await reader.namedBetween('bankStatement', marketplace, names, AT_ONCE)
    all.push(...some)
    const last = some.at(-1)
    if (last === undefined || some.length < AT_ONCE) return all
    names = { ...names, after: statementName(last) }
    await setImmediate()
  }
}
