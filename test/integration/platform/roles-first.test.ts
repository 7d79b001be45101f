import { afterAll, beforeAll, expect, it } from 'vitest'
import { executeCommand } from '#platform/commands/execute-command.ts'
import type { Platform } from '#platform/platform.ts'
import type { Command, CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { APPLIED, command } from './bank-desk.ts'
import { importedOrder, importingOrders } from './order-desk.ts'
import { newUlid } from './sample-records.ts'
import { type SettlementDesk, startSettlementDesk } from './settlement-desk.ts'

let desk: SettlementDesk
beforeAll(async () => {
  desk = await startSettlementDesk()
})
afterAll(() => desk.under.close())

/** The platform, and what is asked of its store before the transaction of a command. */
function watched(): { readonly platform: Platform; readonly asked: string[] } {
  const asked: string[] = []
  const store = new Proxy(desk.store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      if (name !== 'write') asked.push(String(name))
      return value.bind(target)
    },
  })
  return { platform: { ...desk.under.platform, store }, asked }
}
const person = (role: Role) => ({ id: role, name: role, email: `${role}@example.cn`, roles: [role] })
const by = (platform: Platform, role: Role, given: Command) => executeCommand(platform, person(role), given)

/** What is read for before the transaction, and a role that may not. */
const PREPARED: readonly (readonly [CommandType, Role, object])[] = [
  ['settlement.draft', 'finance-approver', { marketplace: 'kubesphere', month: '2026-10' }],
  ['settlement.commit', 'auditor', { net: 90_00 }],
  ['order.import', 'support', importingOrders([importedOrder()])],
  ['bank.import-statement', 'finance-approver', {}],
  ['bank.withdraw-statement', 'auditor', { statementId: newUlid(), reason: '导错' }],
]

it.each(PREPARED)(
  '%s of one who may not is refused before anything is read for it',
  async (type, role, said) => {
    const { platform, asked } = watched()
    const { id } = await desk.provider()
    await desk.order(id)
    await desk.draft()
    const given = command(type, await desk.statementOf(id), said)
    expect(await by(platform, role, given)).toMatchObject({ kind: 'not-allowed' })
    expect(asked).toEqual([])
  },
)

it('what says nothing that can be decided is refused before anything is read for it', async () => {
  const { platform, asked } = watched()
  const { id } = await desk.provider()
  await desk.order(id)
  await desk.draft()
  const statement = await desk.statementOf(id)
  const odd = command('settlement.commit', statement, { net: 'all of it' })
  expect(await by(platform, 'finance', odd)).toMatchObject({ code: 'bad-arguments' })
  expect(asked).toEqual([])
  expect(await desk.commit(statement)).toMatchObject(APPLIED)
})
