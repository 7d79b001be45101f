import type { Instant } from '../../../base/ids.ts'
import type { OrderImport } from '../records/order-import.ts'
import type { Actor, DecisionOf } from './decision.ts'

export type OrderImportDecision = DecisionOf<'order.import'>

/** The record of an import; null where it is there already. Pure. The orders are written beside it. */
export function decideOrderImport(
  before: OrderImport | null,
  id: string,
  { arguments: { file, added, changed, sums } }: OrderImportDecision,
  actor: Actor,
  at: Instant,
): OrderImport | null {
  if (before !== null) return null
  return {
    ...file,
    ...sums,
    id,
    version: 1,
    added,
    changed,
    importedAt: at,
    by: actor.id,
    byName: actor.name,
  }
}
