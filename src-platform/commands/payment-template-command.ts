import { canonicalHash } from '#node/canonical-hash.ts'
import {
  type PaymentTemplateRecord,
  templateName,
} from '#shared/contracts/console-platform/records/payment-template.ts'
import type { BatchFormat } from '#shared/contracts/console-platform/records/payout-batch.ts'
import type { DecisionAbout } from '#shared/contracts/console-platform/transitions/decision.ts'
import { decidePaymentTemplate } from '#shared/contracts/console-platform/transitions/payment-template-transition.ts'
import { templateInForce } from '#shared/payments/templates/templates-in-force.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { refuseSamePerson } from './same-person.ts'
import { writeRecord } from './write-record.ts'

/** Sets how the file of a bank is written, where nobody else did since the template that was on screen. */
export async function decideOnPaymentTemplate(
  setting: CommandSetting,
  before: PaymentTemplateRecord | null,
  decision: DecisionAbout<'paymentTemplate'>,
  id: string,
): Promise<PaymentTemplateRecord | Refusal> {
  const { transaction, actor, at } = setting
  const { number, template } = decision.arguments
  const after = decidePaymentTemplate(before, id, decision, actor, at)
  if (typeof after === 'string') return refuse(after, template.name)
  const isThere = async (which: number) =>
    (await transaction.named('paymentTemplate', '', templateName(template.id, which))) !== null
  if ((await isThere(number)) || (number > 1 && !(await isThere(number - 1)))) {
    return refuse('template-moved', template.name)
  }
  await writeRecord(setting, decision.type, 'paymentTemplate', null, after)
  return after
}

/** What keeps a batch from being written in a form: a template that is not in force, or that its maker set. */
export async function whyNotWrittenSo(setting: CommandSetting, format: BatchFormat): Promise<Refusal | null> {
  if (format.kind !== 'template') return null
  const { id, name } = format.template
  const set = await setting.transaction.ofProvider('paymentTemplate', '', '')
  const inForce = templateInForce(set, id)
  if (inForce === null || canonicalHash(inForce) !== canonicalHash(format.template)) {
    return refuse('template-moved', name)
  }
  const by = set.find(({ template }) => template === inForce)?.set
  return by === undefined ? null : refuseSamePerson(setting, [by.by], by.byName)
}
