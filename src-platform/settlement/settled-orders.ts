import { setImmediate } from 'node:timers/promises'
import { settledOrdersName } from '#shared/contracts/console-platform/kinds/settled-orders.ts'
import { lineNamesIn } from '#shared/contracts/console-platform/kinds/settlement-line.ts'
import {
  SETTLED_ORDERS_LIMIT,
  type SettledOrders,
} from '#shared/contracts/console-platform/records/settled-orders.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import type { CommandSetting } from '../commands/ruling.ts'
import { writeRecord } from '../commands/write-record.ts'
import type { StoreReader } from '../store/store.ts'

/** Lines read before others have their turn. */
const AT_ONCE = 500

/** The orders of a statement's lines, each once; lines never change. In turns with others. */
export async function ordersOfStatement(store: StoreReader, statementId: string): Promise<readonly string[]> {
  const statement = await store.get('settlementStatement', statementId)
  if (statement === null) return []
  const found: string[] = []
  for (let names = lineNamesIn(statementId); ; ) {
    const columns = ['orderId']
    const page = await store.liftedBetween('settlementLine', statement.marketplace, names, columns, AT_ONCE)
    for (const { columns: of } of page) if (typeof of[0] === 'string') found.push(of[0])
    const last = page.at(-1)
    if (last === undefined || page.length < AT_ONCE) return found
    names = { ...names, after: last.name }
    await setImmediate()
  }
}

/** Says which orders a committed statement settles. */
export async function ordersSettled(
  setting: CommandSetting,
  { id: statementId, marketplace, month, providerId }: SettlementStatement,
  orderIds: readonly string[],
): Promise<void> {
  const { platform, at } = setting
  for (let part = 0; part * SETTLED_ORDERS_LIMIT < orderIds.length; part += 1) {
    await writeRecord(setting, 'settlement.commit', 'settledOrders', null, {
      ...{ id: platform.newId(), version: 1, marketplace, month, providerId, statementId, part },
      status: 'committed',
      orderIds: orderIds.slice(part * SETTLED_ORDERS_LIMIT, (part + 1) * SETTLED_ORDERS_LIMIT),
      updatedAt: at,
    })
  }
}

/** Takes that back with the statement. */
export async function ordersUnsettled(
  setting: CommandSetting,
  { id: statementId, marketplace }: SettlementStatement,
): Promise<void> {
  const { transaction, at } = setting
  for (let part = 0; ; part += 1) {
    const name = settledOrdersName({ statementId, part })
    const before: SettledOrders | null = await transaction.named('settledOrders', marketplace, name)
    if (before === null) return
    const after: SettledOrders = { ...before, version: before.version + 1, status: 'voided', updatedAt: at }
    await writeRecord(setting, 'settlement.void', 'settledOrders', before, after)
  }
}
