import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { Supervision } from '#shared/contracts/console-platform/records/supervision.ts'
import {
  barredFromSupervision,
  decideSupervision,
  nextReview,
  rejectionsOf,
  type SupervisionDecision,
  usedGovernmentVoucher,
} from '#shared/contracts/console-platform/transitions/supervision-transitions.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { isSupervised, reviewSteps } from '#shared/rules/supervision/supervision-rules.ts'
import { settledAmong } from '../settlement/settled-order.ts'
import { ordersThatFollow } from '../supervision/orders-that-follow.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { refuseSamePerson } from './same-person.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to the supervision of an order; the order, and refunds of it, follow in the same transaction. */
export async function decideOnSupervision(
  setting: CommandSetting,
  before: Supervision | null,
  decision: SupervisionDecision,
  id: string,
): Promise<Supervision | Refusal> {
  const { platform, transaction, actor, at } = setting
  const order = await transaction.get('order', id)
  const after = decideSupervision(before, order, decision, actor, at)
  if (typeof after === 'string') {
    const [barred] = barredFromSupervision(before, decision.type)
    return refuse(after, after === 'same-person' ? (barred ?? id) : id)
  }
  const barred = barredFromSupervision(before, decision.type)
  const same = await refuseSamePerson(setting, barred, barred[0] ?? id)
  if (same !== null) return same
  if (order === null) return refuse('unknown-record', id)
  const pack = packInForce(platform.policies.packs, order.marketplace, shanghaiDate(order.paidAt))
  const refusal = guard(pack, before, order, decision) ?? (await whySettled(setting, order))
  if (refusal !== null) return refusal
  for (const { before: was, after: is } of await ordersThatFollow(transaction, order, after, at)) {
    await writeRecord(setting, decision.type, 'order', was, is)
  }
  await writeRecord(setting, decision.type, 'supervision', before, after)
  return after
}

/** What only the pack of the order's day knows. */
function guard(
  pack: PolicyPack | null,
  before: Supervision | null,
  order: Order,
  decision: SupervisionDecision,
): Refusal | null {
  switch (decision.type) {
    case 'supervision.open': {
      const verdict = isSupervised(pack, order, decision.arguments.delivery)
      if (verdict === null) return refuse('not-supervised', order.marketplace)
      return verdict.supervised === 'no' ? refuse('not-supervised', verdict.citation.ruleId) : null
    }
    case 'supervision.appeal': {
      const least = pack?.supervision?.appeal.afterRejections ?? 1
      const rejections = before === null ? 0 : rejectionsOf(before)
      return rejections < least ? refuse('appeal-too-early', `${rejections} < ${least}`) : null
    }
    case 'supervision.record-review': {
      if (before === null) return refuse('unknown-record', order.id)
      const due = reviewSteps(pack?.supervision ?? null, order, usedGovernmentVoucher(before))
      const next = nextReview(before, due)
      return next?.id === decision.arguments.step
        ? null
        : refuse('other-review-step', next?.id ?? decision.arguments.step)
    }
    case 'supervision.record-delivery':
    case 'supervision.confirm':
    case 'supervision.reject':
    case 'supervision.decide':
      return null
  }
}

/** An order that a committed statement has is not put under supervision any more. */
async function whySettled({ transaction }: CommandSetting, order: Order): Promise<Refusal | null> {
  const settled = await settledAmong(transaction, order.marketplace, [order])
  return settled === null ? null : refuse('order-settled', order.number)
}
