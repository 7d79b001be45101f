import { lineNamesIn } from '#shared/contracts/console-platform/kinds/settlement-line.ts'
import { statementNamesIn } from '#shared/contracts/console-platform/kinds/settlement-statement.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { SettlementLine } from '#shared/contracts/console-platform/records/settlement-line.ts'
import type { SettlementMonth } from '#shared/contracts/console-platform/records/settlement-month.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { command, startBankDesk } from './bank-desk.ts'
import { newUlid, sampleOrder, sampleProvider } from './sample-records.ts'

export const MARKET = 'kubesphere'

/** A platform with people who close months, a provider of its own for each test, and short ways to what they do. */
export async function startSettlementDesk() {
  const desk = await startBankDesk()
  const { store, finance, approver, put, got } = desk
  let counter = 0

  const provider = async (marketplace = MARKET) => {
    counter += 1
    const id = `${marketplace}-${counter}`
    return put('provider', sampleProvider({ id, marketplace, status: 'active', joinedOn: '2025-02-01' }))
  }
  const order = (providerId: string, change: Partial<Order> = {}) => {
    const paidAt = change.paidAt ?? '2026-10-10T02:00:00.000Z'
    return put('order', sampleOrder({ providerId, marketplace: MARKET, paidAt, ...change }))
  }
  /** The month's record as it is; one that is not there yet has version 0. */
  const month = async (of = '2026-10', marketplace = MARKET) =>
    (await store.named('settlementMonth', marketplace, of)) ?? { id: newUlid(), version: 0 }
  const draft = async (of = '2026-10', said: object = {}) => {
    const { marketplace = MARKET } = said as { marketplace?: string }
    return finance.command(
      command('settlement.draft', await month(of, marketplace), {
        ...{ marketplace, month: of, ...said },
      }),
    )
  }
  const monthOf = async (of = '2026-10', marketplace = MARKET): Promise<SettlementMonth> => {
    const found = await store.named('settlementMonth', marketplace, of)
    if (found === null) throw new Error(`no month ${of}`)
    return found
  }
  /** Statements of a month that are of its present draft, or were committed. */
  const statements = async (of = '2026-10', marketplace = MARKET): Promise<SettlementStatement[]> => {
    const { draft: present } = await monthOf(of, marketplace)
    const all = await store.namedBetween('settlementStatement', marketplace, statementNamesIn(of), 1000)
    return all.filter(({ status, draftId }) => status !== 'draft' || draftId === present?.id)
  }
  const statementOf = async (providerId: string, of = '2026-10', marketplace = MARKET) => {
    const found = (await statements(of, marketplace)).findLast(
      (each) => each.providerId === providerId && each.status !== 'voided',
    )
    if (found === undefined) throw new Error(`no statement of ${providerId} for ${of}`)
    return found
  }
  const lines = (statement: SettlementStatement): Promise<SettlementLine[]> =>
    store.namedBetween('settlementLine', statement.marketplace, lineNamesIn(statement.id), 1000)
  const commit = async (statement: SettlementStatement) =>
    finance.command(
      command('settlement.commit', await got('settlementStatement', statement), {
        net: statement.totals.net,
      }),
    )
  const voidIt = async (statement: SettlementStatement) =>
    approver.command(
      command('settlement.void', await got('settlementStatement', statement), { reason: '订单归属有误' }),
    )
  const skip = async (check: string, of = '2026-10', marketplace = MARKET) =>
    finance.command(
      command('settlement.skip-check', await monthOf(of, marketplace), { check, reason: '次月处理' }),
    )
  const adjust = (providerId: string, said: object = {}) =>
    finance.command(
      command(
        'settlement.adjust',
        { id: newUlid(), version: 0 },
        {
          ...{ marketplace: MARKET, month: '2026-10', providerId, kind: 'penalty', amount: -30_00 },
          ...{ taxBasisPoints: null, reason: '服务中断违约', ...said },
        },
      ),
    )
  return {
    ...desk,
    ...{
      provider,
      order,
      month,
      draft,
      monthOf,
      statements,
      statementOf,
      lines,
      commit,
      voidIt,
      skip,
      adjust,
    },
  }
}
export type SettlementDesk = Awaited<ReturnType<typeof startSettlementDesk>>
