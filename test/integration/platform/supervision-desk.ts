import type { Outcome } from '#shared/contracts/console-platform/commands.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { SupervisionCommand } from '#shared/contracts/console-platform/transitions/supervision-transitions.ts'
import { command } from './bank-desk.ts'
import { DELIVERY_SAID } from './sample-records.ts'
import { startSettlementDesk } from './settlement-desk.ts'

/** A platform with people who supervise orders, and short ways to what they write down. */
export async function startSupervisionDesk() {
  const desk = await startSettlementDesk()
  const { store, under } = desk
  const ops = await desk.signIn('chen', 'ops')
  const manager = await desk.signIn('sun', 'ops-manager')
  type Client = typeof ops
  const seller = await desk.provider('huawei')
  const supervised = (change: Partial<Order> = {}) =>
    desk.order(seller.id, {
      ...{ marketplace: 'huawei', providerName: seller.name, category: 'license', mode: 'joint' },
      ...{ agreedBasisPoints: 8_000, cash: 300_000, supervision: 'pending' },
      ...{ paidAt: '2026-10-10T02:00:00.000Z', repaidAt: '2026-10-12T02:00:00.000Z', ...change },
    })
  /** The command about an order's supervision as it is on record. */
  const asked = async (type: SupervisionCommand, order: { readonly id: string }, said: object) => {
    const record = await store.get('supervision', order.id)
    return command(type, { id: order.id, version: record?.version ?? 0 }, said)
  }
  const give = async (
    client: Client,
    type: SupervisionCommand,
    order: { readonly id: string },
    said: object,
  ): Promise<Outcome> => client.command(await asked(type, order, said))
  const deliver = (order: { readonly id: string }, said: object = {}, client = ops) =>
    give(client, 'supervision.record-delivery', order, {
      ...DELIVERY_SAID,
      deliveredAt: '2026-10-20T02:00:00.000Z',
      ...said,
    })
  const confirm = (order: { readonly id: string }, confirmedAt = '2026-10-21T02:00:00.000Z') =>
    give(ops, 'supervision.confirm', order, { confirmedAt, evidence: '买家中心验收记录截图' })
  const reject = (order: { readonly id: string }, rejectedAt = '2026-10-21T02:00:00.000Z') =>
    give(ops, 'supervision.reject', order, {
      ...{ rejectedAt, reason: '缺少培训记录', evidence: '买家中心驳回截图' },
    })
  const appeal = (order: { readonly id: string }) =>
    give(ops, 'supervision.appeal', order, {
      ...{ appealedAt: '2026-10-25T02:00:00.000Z', statement: '仍未培训到位', evidence: '申诉单 2026-7' },
    })
  const review = (order: { readonly id: string }, step: string, outcome = 'passed') =>
    give(ops, 'supervision.record-review', order, { step, outcome, evidence: '复核邮件 2026-31' })
  const ruled = (order: { readonly id: string }, outcome: string, client = manager) =>
    give(client, 'supervision.decide', order, { outcome, reason: '培训记录齐全' })
  return {
    ...desk,
    ...{ ops, manager, seller, supervised, asked, give, deliver, confirm, reject, appeal, review, ruled },
    clock: (at: string) => {
      under.time.now = Date.parse(at)
    },
  }
}
export type SupervisionDesk = Awaited<ReturnType<typeof startSupervisionDesk>>
