import type { OrderSupervision } from '#shared/contracts/console-engine/order-supervision.ts'
import { commandsAbout } from '#shared/contracts/console-platform/commands.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import { completingSince } from '#shared/contracts/console-platform/records/supervision.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import {
  barredFromSupervision,
  nextReview,
  rejectionsOf,
  type SupervisionCommand,
  stateOf,
  supervisionAllows,
  usedGovernmentVoucher,
} from '#shared/contracts/console-platform/transitions/supervision-transitions.ts'
import { cite } from '#shared/rules/cite.ts'
import { completesBy, isSupervised, reviewSteps } from '#shared/rules/supervision/supervision-rules.ts'
import { packAt } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'

/** The supervision of an order with what may be done about it; null where its marketplace has none and nothing is known. */
export function orderSupervision(
  context: QueryContext,
  order: Order,
  isSettled: boolean,
): OrderSupervision | null {
  const record = readPresent(context, 'supervision', order.id)
  const found = { record, order }
  const state = stateOf(found)
  const pack = packAt(context, order.marketplace, order.paidAt)
  const section = pack?.supervision ?? null
  const verdict = isSupervised(pack, order, record === null ? null : deliveryOf(record))
  if (verdict === null && record === null && state === 'none') return null
  const due = record === null ? [] : reviewSteps(section, order, usedGovernmentVoucher(record))
  const next = record === null ? null : nextReview(record, due)
  const since = record === null ? null : completingSince(record)
  const rejections = record === null ? 0 : rejectionsOf(record)
  const isDecided = state === 'decided'
  const { id, roles } = context.workspace.account
  /** Whether the rules allow what the state of the record does. */
  const possible: Readonly<Record<SupervisionCommand, boolean>> = {
    'supervision.open': verdict !== null && verdict.supervised !== 'no' && !isSettled,
    'supervision.record-delivery': true,
    'supervision.confirm': true,
    'supervision.reject': true,
    'supervision.record-review': next !== null,
    'supervision.appeal': rejections >= (section?.appeal.afterRejections ?? 1),
    'supervision.decide': true,
  }
  const steps = commandsAbout('supervision').filter(
    (type) => supervisionAllows(found, type) && possible[type],
  )
  return {
    state,
    record,
    verdict,
    completion:
      pack === null || section === null || since === null || (next !== null && !isDecided)
        ? null
        : {
            by: completesBy(section, since),
            citation: cite(pack, 'supervision.completion', section.completion),
          },
    deliverable:
      pack === null || section === null ? null : cite(pack, 'supervision.deliverable', section.deliverable),
    appeal:
      pack === null || section === null
        ? null
        : {
            rejections,
            afterRejections: section.appeal.afterRejections,
            citation: cite(pack, 'supervision.appeal', section.appeal),
          },
    review:
      pack === null || section?.review == null || due.length === 0
        ? null
        : {
            citation: cite(pack, 'supervision.review', section.review),
            next: next?.id ?? null,
            steps: due.map((step) => ({
              id: step.id,
              name: step.name,
              gap: step.gap,
              citation: cite(pack, `supervision.review.${step.id}`, step),
            })),
          },
    asksVoucher: section?.review != null && section.review.mode === order.mode,
    possible: steps,
    allowed: steps.filter(
      (type) => mayCommand(roles, type) && !barredFromSupervision(record, type).includes(id),
    ),
    ...decisionsAbout(context, 'supervision', order.id),
    // The first entry compares nothing: there is no record yet.
    seenDigest: context.workspace.outbox.seenDigest('supervision', order.id) ?? '',
  }
}

function deliveryOf({ steps }: NonNullable<OrderSupervision['record']>) {
  const opened = steps.findLast(({ step }) => step === 'opened')
  return opened?.step === 'opened' ? opened.said.delivery : null
}
