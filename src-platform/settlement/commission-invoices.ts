import { lastOfMonth } from '#shared/calendar/plain-date.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import {
  invoiceOfVoided,
  newCommissionInvoice,
} from '#shared/contracts/console-platform/transitions/commission-invoice-transitions.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { invoiceDue } from '#shared/rules/invoices/commission-invoice.ts'
import type { CommandSetting } from '../commands/ruling.ts'
import { writeRecord } from '../commands/write-record.ts'

/** Makes the invoice that a committed statement has due, where the marketplace issues one. */
export async function invoiceCommitted(
  setting: CommandSetting,
  statement: SettlementStatement,
): Promise<void> {
  const { platform, at } = setting
  const { packs, controls } = platform.policies
  const on = lastOfMonth(statement.month)
  const pack = packInForce(packs, statement.marketplace, on)
  const due = invoiceDue(pack, statement.totals.fee, controls('commission-tax-rate', on))
  if (due === null) return
  const invoice = newCommissionInvoice(platform.newId(), statement, { ...due, steps: [...due.steps] }, at)
  await writeRecord(setting, 'settlement.commit', 'commissionInvoice', null, invoice)
}

/** Drops the invoice of a statement that is voided, or has what was issued taken back. */
export async function invoicesVoided(
  setting: CommandSetting,
  { id, marketplace, providerId }: SettlementStatement,
  reason: string,
): Promise<void> {
  const { platform, transaction, actor, at } = setting
  const all = await transaction.ofProvider('commissionInvoice', marketplace, providerId)
  for (const invoice of all) {
    if (invoice.statementId !== id || invoice.counters !== null || invoice.counteredBy !== null) continue
    for (const after of invoiceOfVoided(invoice, platform.newId, reason, actor, at)) {
      const before = after.id === invoice.id ? invoice : null
      await writeRecord(setting, 'settlement.void', 'commissionInvoice', before, after)
    }
  }
}
