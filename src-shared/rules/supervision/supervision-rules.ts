import type { Instant } from '../../base/ids.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import { shanghaiDate } from '../../calendar/shanghai.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import type { Delivery, SupervisionSection } from '../../policy/supervision-section.ts'
import { cite } from '../cite.ts'
import type { Citation } from '../verdict.ts'

const HOUR_MS = 3_600_000

/** What the rules know of an order. */
export interface SupervisedOrder {
  readonly category: string
  readonly mode: string | null
  readonly kind: 'new' | 'renewal' | 'refund'
  readonly paidAt: Instant
}

/** Whether the rules have an order supervised; `open` where they do not say, and a person does. */
export interface SupervisionVerdict {
  readonly supervised: 'yes' | 'no' | 'open'
  readonly citation: Citation
}

/**
 * Whether an order is supervised, by its type of product and the way it is delivered (null: not known). Null where the
 * pack tells of no supervision, or it is a refund, which delivers nothing.
 */
export function isSupervised(
  pack: PolicyPack | null,
  { category, kind }: SupervisedOrder,
  delivery: Delivery | null,
): SupervisionVerdict | null {
  if (pack?.supervision == null || kind === 'refund') return null
  const { orders, others, renewals } = pack.supervision
  if (kind === 'renewal' && !renewals.start) {
    return { supervised: 'no', citation: cite(pack, 'supervision.renewals', renewals) }
  }
  const named = orders.filter(({ categories }) => categories.includes(category))
  const rule = named.find((each) => each.delivery === null || each.delivery === delivery)
  if (rule !== undefined) {
    return { supervised: 'yes', citation: cite(pack, `supervision.orders.${rule.id}`, rule) }
  }
  return { supervised: 'open', citation: cite(pack, 'supervision.others', others) }
}

/** A step of the marketplace's own review, as the pack names it. */
export type ReviewStep = NonNullable<SupervisionSection['review']>['steps'][number]

/** The steps of the review that an order needs after its confirmation, in their order; none where it needs no review. */
export function reviewSteps(
  section: SupervisionSection | null,
  { mode, paidAt }: Pick<SupervisedOrder, 'mode' | 'paidAt'>,
  governmentVoucher: boolean,
): readonly ReviewStep[] {
  const review = section?.review ?? null
  if (review === null || mode !== review.mode) return []
  const paidOn: PlainDate = shanghaiDate(paidAt)
  return governmentVoucher || paidOn <= review.allUntil ? review.steps : []
}

/** The last instant at which an order that was confirmed is completed. */
export function completesBy({ completion }: SupervisionSection, confirmedAt: Instant): Instant {
  return new Date(Date.parse(confirmedAt) + completion.withinHours * HOUR_MS).toISOString()
}
