import type { Database } from 'better-sqlite3'
import { firstOfMonth } from '#shared/calendar/plain-date.ts'
import { isUnfinished, type Order } from '#shared/contracts/console-platform/records/order.ts'
import { completingSince, type Supervision } from '#shared/contracts/console-platform/records/supervision.ts'
import {
  nextReview,
  rejectionsOf,
  stateOf,
  usedGovernmentVoucher,
  waitingSince,
} from '#shared/contracts/console-platform/transitions/supervision-transitions.ts'
import type { Fen } from '#shared/money/fen.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import type { Policies } from '#shared/rules/in-force/policies.ts'
import { billDayOf } from '#shared/rules/supervision/bill-day.ts'
import { completesBy, reviewSteps } from '#shared/rules/supervision/supervision-rules.ts'
import { waitingFor } from '#shared/rules/supervision/waiting-for.ts'
import { packAt } from '../marketplaces.ts'
import { orderFee } from '../orders/order-fee.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'

/** What the TEMP table supervised_order was computed from. */
interface Computed {
  stamp: string
  policies: Policies | null
  /** By id: the versions it was computed from, and whether pending decisions lie over it. */
  readonly states: Map<string, string>
}

const COMPUTED = new WeakMap<Database, Computed>()

const COLUMNS = `r.id AS id, r.version || ' ' || ifnull(s.version, 0) AS versions, o.id IS NOT NULL AS overlaid,
  (SELECT ifnull(sum(f.cash), 0) FROM market_order f WHERE f.refundOf = r.id) AS back`
/** Orders under supervision, or completed, that no statement has; those put under it by a decision on its way among them. */
const PRESENT = `SELECT ${COLUMNS}
  FROM market_order r LEFT JOIN supervision s ON s.id = r.id LEFT JOIN overlay_supervision o ON o.id = r.id
  WHERE r.supervision <> 'none' AND r.supervision <> 'ended' AND r.kind <> 'refund' AND r.settledIn IS NULL
    AND NOT EXISTS (SELECT 1 FROM settled_order t WHERE t.orderId = r.id)
  UNION ALL SELECT ${COLUMNS}
  FROM overlay_supervision o CROSS JOIN market_order r ON r.id = o.id LEFT JOIN supervision s ON s.id = r.id
  WHERE r.supervision = 'none' OR r.supervision = 'ended'`

const PUT = `INSERT OR REPLACE INTO supervised_order VALUES (@id, @marketplace, @number, @providerId, @name,
  @listingId, @productName, @status, @waitsFor, @since, @dueAt, @rejections, @mayAppeal, @amount, @paidAt,
  @completedAt, @billedIn, @billsOn)`
const DROP = 'DELETE FROM supervised_order WHERE id = @id'

interface Present {
  readonly id: string
  readonly versions: string
  readonly overlaid: 0 | 1
  /** Cash of its refunds: negative. */
  readonly back: Fen
}

/**
 * Brings the table of supervised orders up to date: whom each waits for since when, and which bill has it. Only what
 * changed is computed again, and all of it under other rules.
 */
export function refreshSupervised(context: QueryContext): void {
  const { sql } = context.workspace.cache
  const known: Computed = COMPUTED.get(sql) ?? { stamp: '', policies: null, states: new Map() }
  COMPUTED.set(sql, known)
  const isAsBefore = known.policies === context.policies
  if (isAsBefore && known.stamp === context.counts.stamp()) return
  if (!isAsBefore) known.states.clear()
  const bringUpToDate = sql.transaction(() => {
    const gone = new Set(known.states.keys())
    if (gone.size === 0) context.statements.prepare('DELETE FROM supervised_order').run({})
    for (const { id, versions, overlaid, back } of context.statements.prepare<Present>(PRESENT).all({})) {
      gone.delete(id)
      const state = `${versions} ${overlaid} ${back}`
      // A pending decision can be undone and another taken: its version tells nothing.
      if (overlaid === 0 && known.states.get(id) === state) continue
      known.states.set(id, state)
      const order = readPresent(context, 'order', id)
      const row = order === null ? null : rowOf(context, order, readPresent(context, 'supervision', id), back)
      if (row === null) context.statements.prepare(DROP).run({ id })
      else context.statements.prepare(PUT).run(row)
    }
    for (const id of gone) {
      known.states.delete(id)
      context.statements.prepare(DROP).run({ id })
    }
  })
  try {
    bringUpToDate()
  } catch (error) {
    // The rows are as they were: none of what was computed is in them.
    known.states.clear()
    throw error
  }
  known.policies = context.policies
  known.stamp = context.counts.stamp()
}

/** Null where nothing waits any more: the decision on its way ends it. */
function rowOf(context: QueryContext, order: Order, record: Supervision | null, back: Fen) {
  const status = stateOf({ record, order })
  if (status !== 'completed' && !isUnfinished(status)) return null
  if (status === 'none' || status === 'ended') return null
  const { id, marketplace, number, providerId, listingId, productName, paidAt, completedAt } = order
  const pack = packAt(context, marketplace, paidAt)
  const section = pack?.supervision ?? null
  const due = record === null ? [] : reviewSteps(section, order, usedGovernmentVoucher(record))
  const inReview = record !== null && status === 'confirmed' && nextReview(record, due) !== null
  const since = record === null ? null : completingSince(record)
  const rejections = record === null ? 0 : rejectionsOf(record)
  const mayAppeal = status === 'rejected' && rejections >= (section?.appeal.afterRejections ?? 1)
  return {
    ...{ id, marketplace, number, providerId, name: order.providerName, listingId, productName, status },
    waitsFor: waitingFor(status, inReview),
    since: waitingSince({ record, order }),
    dueAt: section === null || since === null || inReview ? null : completesBy(section, since),
    rejections,
    mayAppeal: mayAppeal ? 1 : 0,
    amount: order.cash + back,
    ...{ paidAt, completedAt },
    ...billOf(context, order),
  }
}

function billOf(context: QueryContext, order: Order) {
  if (order.completedAt === null) return { billedIn: null, billsOn: null }
  const fee = orderFee(context, order)
  if (fee.outcome !== 'share') return { billedIn: null, billsOn: null }
  const pack = packInForce(context.packs, order.marketplace, firstOfMonth(fee.billedIn))
  return { billedIn: fee.billedIn, billsOn: billDayOf(pack, context.calendar, fee.billedIn) }
}
