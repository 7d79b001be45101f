import type { CommissionInvoice } from '#shared/contracts/console-platform/records/commission-invoice.ts'
import { answeredFrom } from '#shared/contracts/console-platform/transitions/asking.ts'
import {
  barredFromInvoice,
  decideCommissionInvoice,
  type InvoiceDecision,
  invoiceSurroundings,
  withCounter,
} from '#shared/contracts/console-platform/transitions/commission-invoice-transitions.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { refuseSamePerson } from './same-person.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to an invoice of a marketplace to its provider. */
export async function decideOnCommissionInvoice(
  setting: CommandSetting,
  before: CommissionInvoice,
  decision: InvoiceDecision,
): Promise<CommissionInvoice | Refusal> {
  const { platform, transaction, actor, at } = setting
  const around = await answeredFrom(invoiceSurroundings(before), transaction)
  const after = decideCommissionInvoice(before, around, decision, actor, at)
  if (typeof after === 'string') return refuse(after, before.issued?.byName ?? before.id)
  const barred = barredFromInvoice(before, decision.type)
  const same = await refuseSamePerson(setting, barred, before.issued?.byName ?? before.id)
  if (same !== null) return same
  if (after.issued !== null && before.issued === null) {
    const taken = await holderOf(setting, after.issued.number)
    if (taken !== null) return refuse('number-used', `${taken.month} ${taken.providerName}`)
  }
  // The bureau issued it all the same: what takes it back is due at once.
  const isLate = after.issued !== null && before.issued === null && after.dropped !== null
  const [counter = null, decided = after] = isLate ? withCounter(after, platform.newId(), at) : [null, after]
  if (counter !== null) await writeRecord(setting, decision.type, 'commissionInvoice', null, counter)
  await writeRecord(setting, decision.type, 'commissionInvoice', before, decided)
  return decided
}

/** The invoice, of whichever marketplace, that has a number. */
async function holderOf(
  { platform, transaction }: CommandSetting,
  number: string,
): Promise<CommissionInvoice | null> {
  for (const marketplace of new Set(platform.policies.packs.map((pack) => pack.marketplace))) {
    const found = await transaction.named('commissionInvoice', marketplace, number)
    if (found !== null) return found
  }
  return null
}
