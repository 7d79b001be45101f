import type { CommissionInvoiceCase } from '#shared/contracts/console-engine/commission-invoices.ts'
import { commissionInvoiceStatus } from '#shared/contracts/console-platform/records/commission-invoice.ts'
import { buyerOf } from '#shared/contracts/console-platform/transitions/commission-invoice-transitions.ts'
import { allowedForInvoice } from '../allowed-commands.ts'
import { marketplaceName } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'

/** One invoice of a marketplace to its provider. @throws RecordMissing */
export function readCommissionInvoiceCase(context: QueryContext, id: string): CommissionInvoiceCase {
  const invoice = readPresent(context, 'commissionInvoice', id)
  if (invoice === null) throw new RecordMissing('commissionInvoice', id)
  const { pending } = decisionsAbout(context, 'commissionInvoice', id)
  return {
    invoice,
    status: commissionInvoiceStatus(invoice),
    marketplaceName: marketplaceName(context, invoice.marketplace),
    buyer: buyerOf(readPresent(context, 'provider', invoice.providerId)),
    allowed: allowedForInvoice(context.workspace.account, invoice),
    pending,
    seenDigest: seenDigestOf(context, 'commissionInvoice', id),
  }
}
