import { readCommissionInvoiceCase } from '../queries/commission-invoices/commission-invoice-case.ts'
import { exportCommissionInvoices } from '../queries/commission-invoices/export-commission-invoices.ts'
import { ISSUE_LIST_SETTINGS, writeIssueList } from '../queries/commission-invoices/issue-list.ts'
import { listCommissionInvoices } from '../queries/commission-invoices/list-commission-invoices.ts'
import { readNumbersBack } from '../queries/commission-invoices/read-back.ts'
import type { DeskProcedures } from './procedures.ts'

/** `commissionInvoices`: invoices of marketplaces to their providers. */
export function commissionInvoiceRoutes({ commissionInvoices: invoices }: DeskProcedures) {
  return {
    list: invoices.list.handler(({ context, input }) => listCommissionInvoices(context, input)),
    export: invoices.export.handler(({ context, input }) => exportCommissionInvoices(context, input)),
    issueList: invoices.issueList.handler(({ context, input }) => writeIssueList(context, input)),
    issueListSettings: invoices.issueListSettings.handler(({ context, input }) =>
      ISSUE_LIST_SETTINGS.read(context, input.marketplace),
    ),
    keepIssueListSettings: invoices.keepIssueListSettings.handler(
      ({ context, input: { marketplace, ...kept } }) => ISSUE_LIST_SETTINGS.keep(context, marketplace, kept),
    ),
    readBack: invoices.readBack.handler(({ context, input }) => readNumbersBack(context, input)),
    get: invoices.get.handler(({ context, input }) => readCommissionInvoiceCase(context, input.id)),
  }
}
