import type { Instant } from '../../../base/ids.ts'
import { bankTemplateSchema } from '../../../payments/templates/bank-template.ts'
import type { PaymentTemplateRecord } from '../records/payment-template.ts'
import { type Actor, type DecisionAbout, historyOf } from './decision.ts'

/** Why a template cannot be set in this way. */
export type TemplateTrouble = 'wrong-state' | 'bad-arguments'

/** A template as it is set, or why it cannot be. Which number is next is the platform's to ask. Pure. */
export function decidePaymentTemplate(
  before: PaymentTemplateRecord | null,
  id: string,
  decision: DecisionAbout<'paymentTemplate'>,
  actor: Actor,
  at: Instant,
): PaymentTemplateRecord | TemplateTrouble {
  if (before !== null) return 'wrong-state'
  if (!bankTemplateSchema.safeParse(decision.arguments.template).success) return 'bad-arguments'
  return {
    ...{ id, version: 1, ...decision.arguments },
    set: { at, by: actor.id, byName: actor.name },
    history: [historyOf(decision, actor, at)],
    updatedAt: at,
  }
}
