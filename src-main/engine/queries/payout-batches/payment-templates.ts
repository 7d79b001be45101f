import { TEMPLATES_TOLD, type TemplateHere } from '#shared/contracts/console-engine/payment-templates.ts'
import {
  type PaymentTemplateRecord,
  paymentTemplateRecordSchema,
} from '#shared/contracts/console-platform/records/payment-template.ts'
import { PAYMENT_TEMPLATE } from '#shared/descriptions/payment-template.ts'
import type { BankTemplate } from '#shared/payments/templates/bank-template.ts'
import { KNOWN_TEMPLATES } from '#shared/payments/templates/known-templates.ts'
import { templatesInForce } from '#shared/payments/templates/templates-in-force.ts'
import { compare, tell } from '#shared/values/description.ts'
import { namesHere } from '../names-here.ts'
import type { QueryContext } from '../query-context.ts'

/** What was set for banks, the newest of each first; what is on its way counts. */
const SET = `SELECT body, bank, number FROM payment_template WHERE id NOT IN (SELECT id FROM overlay_payment_template)
  UNION ALL SELECT body, bank, number FROM overlay_payment_template ORDER BY bank, number DESC`

/** The template of each bank that files are written and read by. */
export function templatesHere(context: Pick<QueryContext, 'statements'>): BankTemplate[] {
  return templatesInForce(templatesSet(context))
}

/** The template of each bank with what it goes back to, and who set what. */
export function listPaymentTemplates(context: QueryContext): TemplateHere[] {
  const set = templatesSet(context)
  const names = namesHere(context, null)
  const pending = context.workspace.outbox.pendingFor('paymentTemplate')
  return templatesInForce(set).map((template) => {
    const standard = KNOWN_TEMPLATES.find(({ id }) => id === template.id) ?? null
    const ofBank = set.filter((each) => each.template.id === template.id)
    const history = ofBank
      .slice(0, TEMPLATES_TOLD)
      .map(({ id, number, template: then, reason, set: { byName, at } }, place) => {
        const before = ofBank[place + 1]?.template ?? standard
        return {
          ...{ id, number, template: then, reason, byName, at },
          said: tell(PAYMENT_TEMPLATE, then, names),
          changes: before === null ? null : compare(PAYMENT_TEMPLATE, before, then, names),
          pending: pending.has(id),
        }
      })
    return { template, standard, history }
  })
}

function templatesSet({ statements }: Pick<QueryContext, 'statements'>): PaymentTemplateRecord[] {
  return statements
    .prepare<{ body: string }>(SET)
    .all({})
    .map(({ body }) => paymentTemplateRecordSchema.parse(JSON.parse(body)))
}
