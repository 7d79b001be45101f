import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { COMPLETING } from '#shared/contracts/console-platform/kinds/supervision.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import { completingSince, type Supervision } from '#shared/contracts/console-platform/records/supervision.ts'
import {
  completedSupervision,
  nextReview,
  usedGovernmentVoucher,
} from '#shared/contracts/console-platform/transitions/supervision-transitions.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { completesBy, reviewSteps } from '#shared/rules/supervision/supervision-rules.ts'
import { audit } from '../audit/audit-log.ts'
import { PLATFORM_ACTOR } from '../commands/ruling.ts'
import { now, type Platform } from '../platform.ts'
import type { StoreTransaction } from '../store/store.ts'
import { ordersThatFollow } from './orders-that-follow.ts'

/** Records read at a time. */
const AT_ONCE = 250

/**
 * Completes the orders whose hours after the buyer's confirmation are over, each in a transaction of its own. The instant
 * is the last one the rule allows, unless the marketplace itself said an earlier one.
 */
export async function completeDue(platform: Platform): Promise<number> {
  const { store, policies } = platform
  let count = 0
  for (const marketplace of new Set(policies.packs.map((pack) => pack.marketplace))) {
    for (let after = COMPLETING; ; ) {
      const names = { after, before: COMPLETING.replace(' ', '!') }
      const page = await store.liftedBetween('supervision', marketplace, names, [], AT_ONCE)
      for (const { id } of page) if (await complete(platform, id)) count += 1
      const last = page.at(-1)
      if (last === undefined || page.length < AT_ONCE) break
      after = last.name
    }
  }
  return count
}

async function complete(platform: Platform, id: string): Promise<boolean> {
  const at = now(platform)
  return platform.store.write(async (transaction) => {
    const [record, order] = [await transaction.get('supervision', id), await transaction.get('order', id)]
    if (record === null || order === null) return false
    const pack = packInForce(platform.policies.packs, order.marketplace, shanghaiDate(order.paidAt))
    const completedAt = dueAt(pack, record, order)
    if (completedAt === null || completedAt > at) return false
    const after = completedSupervision(record, completedAt, PLATFORM_ACTOR, at)
    for (const { before: was, after: is } of await ordersThatFollow(transaction, order, after, at)) {
      await transaction.put('order', is)
      await tell(transaction, at, 'order', was, is)
    }
    await transaction.put('supervision', after)
    await tell(transaction, at, 'supervision', record, after)
    return true
  })
}

/** When an order is completed by the rule; null where it is not confirmed, or its review is not over. */
function dueAt(pack: PolicyPack | null, record: Supervision, order: Order): string | null {
  const since = completingSince(record)
  if (pack?.supervision == null || since === null) return null
  const due = reviewSteps(pack.supervision, order, usedGovernmentVoucher(record))
  const isDecided = record.steps.at(-1)?.step === 'decided'
  if (!isDecided && nextReview(record, due) !== null) return null
  const by = completesBy(pack.supervision, since)
  // A review that took longer than the hours: completed with its last step.
  const reviewed = record.steps.findLast(({ step }) => step === 'reviewed')
  return reviewed !== undefined && !isDecided && reviewed.at > by ? reviewed.at : by
}

async function tell(
  transaction: StoreTransaction,
  at: string,
  recordKind: 'order' | 'supervision',
  before: Order | Supervision,
  after: Order | Supervision,
): Promise<void> {
  const act = { at, actor: PLATFORM_ACTOR.id, action: 'supervision.complete', recordKind, recordId: after.id }
  await audit(transaction, { ...act, before, after })
}
