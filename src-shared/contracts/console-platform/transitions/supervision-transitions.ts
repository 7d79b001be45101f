import type { Instant } from '../../../base/ids.ts'
import type { ReviewStep } from '../../../rules/supervision/supervision-rules.ts'
import type { CommandAbout } from '../commands.ts'
import type { HistoryEntry } from '../records/history.ts'
import { isUnfinished, type Order, type SupervisionState } from '../records/order.ts'
import { type Supervision, type SupervisionStep, supervisionState } from '../records/supervision.ts'
import { type Actor, type DecisionAbout, stepOf } from './decision.ts'

export type SupervisionDecision = DecisionAbout<'supervision'>
export type SupervisionCommand = CommandAbout<'supervision'>

/** Why a supervision cannot be decided about in this way. */
export type SupervisionTrouble = 'wrong-state' | 'unknown-record' | 'same-person' | 'day-impossible'

/** An order's supervision as it is found: its record, null before anything was written down, and its order. */
export interface FoundSupervision {
  readonly record: Supervision | null
  readonly order: Pick<Order, 'kind' | 'supervision'>
}

/** Where a supervision stands: as its steps say, before the first as the order does. */
export function stateOf({ record, order }: FoundSupervision): SupervisionState {
  return record === null ? order.supervision : supervisionState(record)
}

/** Whether a supervision is in a state for a decision, whoever decides. What only the pack knows is asked apart. */
export function supervisionAllows(found: FoundSupervision, type: SupervisionCommand): boolean {
  const state = stateOf(found)
  switch (type) {
    case 'supervision.open':
      return state === 'none' && found.order.kind !== 'refund'
    case 'supervision.record-delivery':
      if (found.order.kind === 'refund') return false
      // What the marketplace had further along is written down from its delivery on.
      return found.record === null ? isUnfinished(state) : state === 'pending' || state === 'rejected'
    case 'supervision.confirm':
    case 'supervision.reject':
      return found.record !== null && state === 'delivered'
    case 'supervision.record-review':
      return found.record !== null && state === 'confirmed'
    case 'supervision.appeal':
      return found.record !== null && state === 'rejected'
    case 'supervision.decide':
      return found.record !== null && state === 'appealed'
  }
}

/** Who may not give a decision because of what she did before, by operator id: who wrote a delivery down decides no appeal. */
export function barredFromSupervision(record: Supervision | null, type: SupervisionCommand): string[] {
  if (record === null || type !== 'supervision.decide') return []
  return record.steps.flatMap((step) => (step.step === 'delivered' ? [step.by] : []))
}

/** How often the buyer has rejected. */
export function rejectionsOf({ steps }: Pick<Supervision, 'steps'>): number {
  return steps.filter(({ step }) => step === 'rejected').length
}

/** Whether a government voucher was used for the order, as the last delivery says. */
export function usedGovernmentVoucher({ steps }: Pick<Supervision, 'steps'>): boolean {
  const last = steps.findLast((step) => step.step === 'delivered')
  return last?.step === 'delivered' && last.said.governmentVoucher
}

/** The step of the review that comes next after the last confirmation; null where none is left. */
export function nextReview(
  { steps }: Pick<Supervision, 'steps'>,
  due: readonly ReviewStep[],
): ReviewStep | null {
  const from = steps.findLastIndex(({ step }) => step === 'confirmed')
  const passed = steps.slice(from + 1).filter(({ step }) => step === 'reviewed').length
  return due[passed] ?? null
}

/** The record after a decision, one version further, or why it cannot be. Pure; the order follows by `followed`. */
export function decideSupervision(
  before: Supervision | null,
  order: Order | null,
  decision: SupervisionDecision,
  actor: Actor,
  at: Instant,
): Supervision | SupervisionTrouble {
  if (order === null) return 'unknown-record'
  if (!supervisionAllows({ record: before, order }, decision.type)) return 'wrong-state'
  if (barredFromSupervision(before, decision.type).includes(actor.id)) return 'same-person'
  const happened = happenedAt(decision)
  if (happened !== null && happened < lastHappened(before, order)) return 'day-impossible'
  return withStep(before ?? begun(order), stepBy(decision, actor, at), at)
}

/** What the marketplace says of an order whose supervision is written down here; null where the record says it already. */
export function reportedSupervision(
  before: Supervision,
  { supervision: state }: Pick<Order, 'supervision'>,
  actor: Actor,
  at: Instant,
): Supervision | null {
  if (supervisionState(before) === state) return null
  return withStep(before, { step: 'reported', ...saidBy(actor, at), said: { state } }, at)
}

/** The record once the hours after the confirmation are over. */
export function completedSupervision(
  before: Supervision,
  completedAt: Instant,
  actor: Actor,
  at: Instant,
): Supervision {
  return withStep(before, { step: 'completed', ...saidBy(actor, at), said: { completedAt } }, at)
}

/** An order, or the refund of one, that stands where its supervision has come; one version further. */
export function followed(order: Order, record: Supervision, at: Instant): Order {
  const last = record.steps.at(-1)
  const completedAt = last?.step === 'completed' ? last.said.completedAt : order.completedAt
  return {
    ...order,
    version: order.version + 1,
    supervision: supervisionState(record),
    completedAt,
    updatedAt: at,
  }
}

/** The steps as a history says them. */
export function supervisionHistory({ steps }: Pick<Supervision, 'steps'>): HistoryEntry[] {
  return steps.map(({ step, at, by, byName }) => stepOf(ACTIONS[step], { id: by, name: byName }, at))
}

const ACTIONS: Readonly<Record<SupervisionStep['step'], string>> = {
  opened: 'supervision.open',
  delivered: 'supervision.record-delivery',
  confirmed: 'supervision.confirm',
  rejected: 'supervision.reject',
  reviewed: 'supervision.record-review',
  appealed: 'supervision.appeal',
  decided: 'supervision.decide',
  completed: 'supervision.complete',
  reported: 'order.import',
}

type Begun = Omit<Supervision, 'steps'> & { readonly steps: readonly SupervisionStep[] }

function begun(order: Order): Begun {
  const { id, marketplace, providerId, providerName, number, productName, supervision } = order
  const of = { id, marketplace, providerId, providerName, number, productName }
  return { ...of, version: 0, began: supervision, steps: [], updatedAt: order.updatedAt }
}

function withStep(before: Begun, step: SupervisionStep, at: Instant): Supervision {
  return { ...before, version: before.version + 1, steps: [...before.steps, step], updatedAt: at }
}

function saidBy({ id, name }: Actor, at: Instant) {
  return { at, by: id, byName: name }
}

function stepBy(decision: SupervisionDecision, actor: Actor, at: Instant): SupervisionStep {
  const by = saidBy(actor, at)
  switch (decision.type) {
    case 'supervision.open':
      return { step: 'opened', ...by, said: decision.arguments }
    case 'supervision.record-delivery':
      return { step: 'delivered', ...by, said: decision.arguments }
    case 'supervision.confirm':
      return { step: 'confirmed', ...by, said: decision.arguments }
    case 'supervision.reject':
      return { step: 'rejected', ...by, said: decision.arguments }
    case 'supervision.record-review':
      return { step: 'reviewed', ...by, said: decision.arguments }
    case 'supervision.appeal':
      return { step: 'appealed', ...by, said: decision.arguments }
    case 'supervision.decide':
      return { step: 'decided', ...by, said: decision.arguments }
  }
}

/** When what a decision writes down happened; null where it happens with the decision. */
function happenedAt(decision: SupervisionDecision): Instant | null {
  switch (decision.type) {
    case 'supervision.record-delivery':
      return decision.arguments.deliveredAt
    case 'supervision.confirm':
      return decision.arguments.confirmedAt
    case 'supervision.reject':
      return decision.arguments.rejectedAt
    case 'supervision.appeal':
      return decision.arguments.appealedAt
    case 'supervision.open':
    case 'supervision.record-review':
    case 'supervision.decide':
      return null
  }
}

/** The last instant that the steps say something happened at: nothing of the buyer's or the provider's comes before it. */
export function lastHappened(record: Supervision | null, { paidAt }: Pick<Order, 'paidAt'>): Instant {
  const instants = (record?.steps ?? []).map(instantOfStep).filter((each) => each !== null)
  return instants.at(-1) ?? paidAt
}

/** Since when a supervision stands as it does: by what happened last, before the first step by what its order says. */
export function waitingSince({
  record,
  order,
}: {
  readonly record: Supervision | null
  readonly order: Pick<Order, 'supervision' | 'paidAt' | 'updatedAt' | 'completedAt'>
}): Instant {
  const last = record?.steps.at(-1)
  if (last !== undefined) return instantOfStep(last) ?? last.at
  if (order.supervision === 'completed') return order.completedAt ?? order.updatedAt
  return order.supervision === 'pending' ? order.paidAt : order.updatedAt
}

/** When what a step tells happened on the marketplace; null of what happened at the desk. */
export function instantOfStep(step: SupervisionStep): Instant | null {
  switch (step.step) {
    case 'delivered':
      return step.said.deliveredAt
    case 'confirmed':
      return step.said.confirmedAt
    case 'rejected':
      return step.said.rejectedAt
    case 'appealed':
      return step.said.appealedAt
    case 'completed':
      return step.said.completedAt
    case 'opened':
    case 'reviewed':
    case 'decided':
    case 'reported':
      return null
  }
}
