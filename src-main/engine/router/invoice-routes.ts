import { READ_LIMIT } from '#shared/contracts/console-engine/invoices.ts'
import type { InvoiceArchives } from '../invoices/invoice-archives.ts'
import type { InvoiceThread } from '../invoices/invoice-thread.ts'
import { exportInvoices } from '../queries/invoices/export-invoices.ts'
import { readInvoiceCase } from '../queries/invoices/invoice-case.ts'
import { judgeRead, judgeTyped, readParty } from '../queries/invoices/judge-invoice.ts'
import { invoicesOfPayout, listInvoices, waitingRedLetters } from '../queries/invoices/list-invoices.ts'
import { RecordMissing } from '../queries/record-missing.ts'
import type { DeskProcedures } from './procedures.ts'

/** `invoices`: invoices of providers. */
export function invoiceRoutes(
  { invoices }: DeskProcedures,
  thread: InvoiceThread,
  archives: InvoiceArchives,
) {
  return {
    list: invoices.list.handler(({ context, input }) => listInvoices(context, input)),
    export: invoices.export.handler(({ context, input }) => exportInvoices(context, input)),
    get: invoices.get.handler(({ context, input }) => readInvoiceCase(context, input.id)),
    ofPayout: invoices.ofPayout.handler(({ context, input }) => invoicesOfPayout(context, input.payoutId)),
    read: invoices.read.handler(async ({ context, input: { file, payoutId } }) => {
      const bytes = await context.workspace.attached.read(file.sha256)
      if (bytes === null) throw new RecordMissing('file', file.sha256)
      const found = await thread.read(bytes)
      return {
        invoices: found.slice(0, READ_LIMIT).map((each) => judgeRead(context, each, file, payoutId)),
        more: Math.max(0, found.length - READ_LIMIT),
      }
    }),
    redLetters: invoices.redLetters.handler(({ context }) => waitingRedLetters(context)),
    archive: {
      begin: invoices.archive.begin.handler(({ context, input }) => archives.begin(context, input)),
      next: invoices.archive.next.handler(async ({ context, input }) => {
        const { bytes, ...piece } = await archives.next(context, input.exportId)
        return { ...piece, base64: bytes.toString('base64') }
      }),
      cancel: invoices.archive.cancel.handler(async ({ input }) => ({
        cancelled: await archives.cancel(input.exportId),
      })),
    },
    party: invoices.party.handler(({ context, input }) => readParty(context, input.providerId)),
    judge: invoices.judge.handler(({ context, input }) => judgeTyped(context, input.said)),
  }
}
