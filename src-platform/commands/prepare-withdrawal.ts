import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { COMMANDS, type Command } from '#shared/contracts/console-platform/commands.ts'
import { lineName, lineNamesOf } from '#shared/contracts/console-platform/kinds/bank-line.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import { lineStatus } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { BankStatement } from '#shared/contracts/console-platform/records/bank-statement.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import type { Platform } from '../platform.ts'
import type { PlatformStore } from '../store/store.ts'
import type { PreparedWithdrawal } from './ruling.ts'

/** Lines read before others have their turn. */
const AT_ONCE = 500

/**
 * Reads the lines of a statement before it is withdrawn, in turns with others. It decides nothing: null where the command is
 * none, was answered already or would be refused before the lines are looked at.
 */
export async function prepareWithdrawal(
  { store }: Pick<Platform, 'store'>,
  actor: Account,
  command: Command,
): Promise<PreparedWithdrawal | null> {
  const { id, type, recordId, expectedVersion } = command
  if (type !== 'bank.withdraw-statement' || !mayCommand(actor.roles, type)) return null
  const said = COMMANDS[type].arguments.safeParse(command.arguments)
  if (!said.success || (await store.outcome(id)) !== null) return null
  const account = await store.get('bankAccount', recordId)
  const statement = await store.get('bankStatement', said.data.statementId)
  if (account?.version !== expectedVersion || statement?.accountId !== account.id) return null
  return { accountVersion: account.version, ...(await linesOf(store, account, statement)) }
}

async function linesOf(
  store: PlatformStore,
  { marketplace, id: accountId }: BankAccount,
  { id, period }: BankStatement,
): Promise<Omit<PreparedWithdrawal, 'accountVersion'>> {
  const hash = createHash('sha256')
  let [lines, batch, held]: [number, string | null, string | null] = [0, null, null]
  const found = () => ({ lines, batch, held, linesHash: hash.copy().digest('hex') })
  if (period === null) return found()
  for (let names = lineNamesOf(accountId, period); ; ) {
    const some = await store.namedBetween('bankLine', marketplace, names, AT_ONCE)
    for (const line of some.filter(({ statementId }) => statementId === id)) {
      lines += 1
      hash.update(`${line.id} ${line.version} ${line.identity}\n`)
      batch ??= await store.batchOf('bankLine', line.id)
      if (lineStatus(line) !== 'open') held ??= line.id
    }
    const last = some.at(-1)
    if (last === undefined || some.length < AT_ONCE) return found()
    names = { ...names, after: lineName(accountId, last) }
    await setImmediate()
  }
}
