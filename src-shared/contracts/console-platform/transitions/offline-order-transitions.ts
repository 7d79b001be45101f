import type { Instant } from '../../../base/ids.ts'
import type { CommandAbout } from '../commands.ts'
import type { OfflineOrder } from '../records/offline-order.ts'
import type { Order } from '../records/order.ts'
import type { Provider } from '../records/provider.ts'
import { type Asking, ask } from './asking.ts'
import { type Actor, type DecisionAbout, historyOf } from './decision.ts'

export type OfflineOrderDecision = DecisionAbout<'offlineOrder'>
type OfflineOrderCommand = CommandAbout<'offlineOrder'>
export type OfflineOrderTrouble = 'wrong-state' | 'unknown-provider' | 'same-person'

/** Whether the record is in a state for a decision. */
export function offlineOrderAllows(
  { verdict }: Pick<OfflineOrder, 'verdict'>,
  type: OfflineOrderCommand,
): boolean {
  switch (type) {
    case 'order.record-offline':
      return false
    case 'order.confirm-offline':
    case 'order.refuse-offline':
      return verdict === null
  }
}

/** Who may not give a decision because of what she did before: who wrote it down does not confirm it. */
export function barredFromOffline(
  { recorded }: Pick<OfflineOrder, 'recorded'>,
  type: OfflineOrderCommand,
): string[] {
  return type === 'order.confirm-offline' ? [recorded.by] : []
}

/** The provider a new record names; asks for it. */
export function* offlineProvider(decision: OfflineOrderDecision): Asking<Provider | null> {
  return decision.type === 'order.record-offline'
    ? yield* ask('provider', decision.arguments.providerId)
    : null
}

/** The record after a decision, one version further, or why it cannot be. Pure. The order itself is the platform's to write. */
export function decideOfflineOrder(
  before: OfflineOrder | null,
  id: string,
  provider: Provider | null,
  decision: OfflineOrderDecision,
  actor: Actor,
  at: Instant,
): OfflineOrder | OfflineOrderTrouble {
  const said = { at, by: actor.id, byName: actor.name }
  if (decision.type === 'order.record-offline') {
    if (before !== null) return 'wrong-state'
    if (provider === null || provider.marketplace !== decision.arguments.marketplace)
      return 'unknown-provider'
    return {
      ...decision.arguments,
      id,
      version: 1,
      providerName: provider.name,
      recorded: said,
      verdict: null,
      history: [historyOf(decision, actor, at)],
      updatedAt: at,
    }
  }
  if (before === null || !offlineOrderAllows(before, decision.type)) return 'wrong-state'
  if (barredFromOffline(before, decision.type).includes(actor.id)) return 'same-person'
  const verdict =
    decision.type === 'order.confirm-offline'
      ? { outcome: 'confirmed' as const, reason: '' }
      : { outcome: 'refused' as const, reason: decision.arguments.reason }
  return {
    ...before,
    version: before.version + 1,
    verdict: { ...verdict, ...said },
    history: [...before.history, historyOf(decision, actor, at)],
    updatedAt: at,
  }
}

/** The order that a confirmed record makes, under the same id. */
export function orderOfOffline(record: OfflineOrder, at: Instant): Order {
  const {
    contract: _c,
    evidence: _e,
    attachments: _a,
    recorded: _r,
    verdict: _v,
    history: _h,
    ...order
  } = record
  return {
    ...order,
    version: 1,
    listingId: null,
    distributed: false,
    activatedAt: order.startsAt,
    supervision: 'none',
    settledIn: null,
    updatedAt: at,
  }
}
