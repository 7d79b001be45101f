import { openPayoutEvidence } from '../archives/payout-evidence.ts'
import { openAuditChecks } from '../audit/audit-checks.ts'
import type { Engine } from '../engine.ts'
import { openImports } from '../imports/statement-imports.ts'
import { openInvoiceArchives } from '../invoices/invoice-archives.ts'
import { openInvoiceReading } from '../invoices/invoice-thread.ts'
import { openOrderImports } from '../order-imports/order-imports.ts'
import { readApplicationCase } from '../queries/applications/application-case.ts'
import { exportApplications } from '../queries/applications/export-applications.ts'
import { countApplications, listApplications } from '../queries/applications/list-applications.ts'
import { readDepositCase } from '../queries/deposits/deposit-case.ts'
import { exportDeposits } from '../queries/deposits/export-deposits.ts'
import { listDeposits, totalDeposits } from '../queries/deposits/list-deposits.ts'
import { readReceipt } from '../queries/deposits/read-receipt.ts'
import { readSyncStatus } from '../queries/desk-session.ts'
import { readDraft, saveDraft } from '../queries/drafts.ts'
import { find, findByKind } from '../queries/find.ts'
import { exportListings } from '../queries/listings/export-listings.ts'
import { countListings, listListings } from '../queries/listings/list-listings.ts'
import { readListingCase } from '../queries/listings/listing-case.ts'
import { PackageReports, readListingImage } from '../queries/listings/package-reports.ts'
import { exportOrders } from '../queries/orders/export-orders.ts'
import { listOrders } from '../queries/orders/list-orders.ts'
import { readOrderCase } from '../queries/orders/order-case.ts'
import { toPendingDecision } from '../queries/pending.ts'
import { listOperators } from '../queries/people.ts'
import { readPreference, savePreference } from '../queries/preferences.ts'
import { exportProviders } from '../queries/providers/export-providers.ts'
import { countReviews, listProviders } from '../queries/providers/list-providers.ts'
import { readProviderPage } from '../queries/providers/provider-page.ts'
import { exportRecharges } from '../queries/recharges/export-recharges.ts'
import { listRecharges } from '../queries/recharges/list-recharges.ts'
import { readRechargeCase } from '../queries/recharges/recharge-case.ts'
import { readRevealed } from '../queries/reveal.ts'
import { listOutbox, listReturned } from '../queries/sync-page.ts'
import { readToday } from '../queries/today.ts'
import { readUserPage } from '../queries/users/user-page.ts'
import { exportViolations } from '../queries/violations/export-violations.ts'
import { listViolations } from '../queries/violations/list-violations.ts'
import { readViolationCase, readViolationRules } from '../queries/violations/violation-case.ts'
import { openSettlementBooks } from '../settlement-book/settlement-books.ts'
import { accountRoutes, sessionRoutes } from './account-routes.ts'
import { auditRoutes } from './audit-routes.ts'
import { bankLineRoutes } from './bank-line-routes.ts'
import { bankReportRoutes } from './bank-report-routes.ts'
import { boardRoutes } from './board-routes.ts'
import { bookRoutes } from './book-routes.ts'
import { commissionInvoiceRoutes } from './commission-invoice-routes.ts'
import { commissionRebateRoutes } from './commission-rebate-routes.ts'
import { contactRoutes } from './contact-routes.ts'
import { fileRoutes, openIncoming } from './file-routes.ts'
import { followEvents } from './follow-events.ts'
import { importRoutes } from './import-routes.ts'
import { interfaceCallRoutes } from './interface-call-routes.ts'
import { invoiceRoutes } from './invoice-routes.ts'
import { meteredBillRoutes } from './metered-bill-routes.ts'
import { noticeRoutes } from './notice-routes.ts'
import { orderImportRoutes } from './order-import-routes.ts'
import {
  payeeAccountRoutes,
  paymentTemplateRoutes,
  payoutBatchRoutes,
  payoutRoutes,
} from './payout-routes.ts'
import { createProcedures, LOGGED, type RouterOptions } from './procedures.ts'
import { ruleRoutes } from './rule-routes.ts'
import { settlementRoutes } from './settlement-routes.ts'
import { supervisionRoutes } from './supervision-routes.ts'

export type EngineRouter = ReturnType<typeof createEngineRouter>

/** The console-engine contract over one engine. Every handler is one call of an engine function. */
export function createEngineRouter(engine: Engine, options: RouterOptions = LOGGED) {
  const packages = new PackageReports()

  const { open, desk } = createProcedures(engine, options)

  return open.router({
    session: sessionRoutes(open, engine),
    accounts: accountRoutes(desk, engine),
    applications: {
      list: desk.applications.list.handler(({ context, input }) => listApplications(context, input)),
      counts: desk.applications.counts.handler(({ context }) => countApplications(context)),
      export: desk.applications.export.handler(({ context, input }) => exportApplications(context, input)),
      get: desk.applications.get.handler(({ context, input }) => readApplicationCase(context, input.id)),
    },
    listings: {
      list: desk.listings.list.handler(({ context, input }) => listListings(context, input)),
      counts: desk.listings.counts.handler(({ context }) => countListings(context)),
      export: desk.listings.export.handler(({ context, input }) => exportListings(context, input)),
      get: desk.listings.get.handler(({ context, input }) => readListingCase(context, input.id)),
      package: desk.listings.package.handler(({ context, input }) => packages.report(context, input.id)),
      packageImage: desk.listings.packageImage.handler(({ context, input }) =>
        readListingImage(context, input.id, input.path),
      ),
    },
    ...boardRoutes(desk),
    contacts: contactRoutes(desk),
    supervisions: supervisionRoutes(desk),
    interfaceCalls: interfaceCallRoutes(desk),
    meteredBills: meteredBillRoutes(desk),
    notices: noticeRoutes(desk),
    orders: {
      list: desk.orders.list.handler(({ context, input }) => listOrders(context, input)),
      export: desk.orders.export.handler(({ context, input }) => exportOrders(context, input)),
      get: desk.orders.get.handler(({ context, input }) => readOrderCase(context, input.id)),
      ...orderImportRoutes(desk, openOrderImports(engine)),
    },
    settlement: settlementRoutes(desk, openSettlementBooks(engine)),
    providers: {
      list: desk.providers.list.handler(({ context, input }) => listProviders(context, input)),
      export: desk.providers.export.handler(({ context, input }) => exportProviders(context, input)),
      reviews: desk.providers.reviews.handler(({ context }) => countReviews(context)),
      get: desk.providers.get.handler(({ context, input }) => readProviderPage(context, input.id)),
    },
    recharges: {
      list: desk.recharges.list.handler(({ context, input }) => listRecharges(context, input)),
      export: desk.recharges.export.handler(({ context, input }) => exportRecharges(context, input)),
      get: desk.recharges.get.handler(({ context, input }) => readRechargeCase(context, input.id)),
    },
    payouts: payoutRoutes(desk, openPayoutEvidence(engine)),
    payoutBatches: payoutBatchRoutes(desk),
    payeeAccounts: payeeAccountRoutes(desk),
    paymentTemplates: paymentTemplateRoutes(desk),
    invoices: invoiceRoutes(desk, openInvoiceReading(engine), openInvoiceArchives(engine)),
    commissionInvoices: commissionInvoiceRoutes(desk),
    commissionRebates: commissionRebateRoutes(desk),
    books: bookRoutes(desk),
    violations: {
      list: desk.violations.list.handler(({ context, input }) => listViolations(context, input)),
      export: desk.violations.export.handler(({ context, input }) => exportViolations(context, input)),
      get: desk.violations.get.handler(({ context, input }) => readViolationCase(context, input.id)),
      rules: desk.violations.rules.handler(({ context, input }) => readViolationRules(context, input)),
    },
    deposits: {
      list: desk.deposits.list.handler(({ context, input }) => listDeposits(context, input)),
      totals: desk.deposits.totals.handler(({ context, input }) => totalDeposits(context, input)),
      get: desk.deposits.get.handler(({ context, input }) => readDepositCase(context, input.id)),
      export: desk.deposits.export.handler(({ context, input }) => exportDeposits(context, input)),
      receipt: desk.deposits.receipt.handler(({ context, input }) => readReceipt(context, input)),
    },
    bank: {
      ...bankLineRoutes(desk, engine),
      ...importRoutes(desk, openImports(engine)),
      ...bankReportRoutes(desk),
    },
    rules: ruleRoutes(desk),
    operators: desk.operators.handler(({ context }) => listOperators(context)),
    files: fileRoutes(desk, openIncoming(engine)),
    decisions: {
      submit: desk.decisions.submit.handler(({ context, input }) =>
        toPendingDecision(context.workspace.outbox.enqueue({ ...input, arguments: input.arguments })),
      ),
      undo: desk.decisions.undo.handler(({ context, input }) => ({
        undone: context.workspace.outbox.undo(input.commandId),
      })),
      submitTogether: desk.decisions.submitTogether.handler(({ context, input }) =>
        context.workspace.outbox.enqueueTogether(input.decisions).map(toPendingDecision),
      ),
      undoTogether: desk.decisions.undoTogether.handler(({ context, input }) => ({
        undone: context.workspace.outbox.undo(...input.commandIds),
      })),
    },
    drafts: {
      get: desk.drafts.get.handler(({ context, input }) => readDraft(context, input.id)),
      put: desk.drafts.put.handler(({ context, input }) => saveDraft(context, input.id, input.content)),
    },
    preferences: {
      get: desk.preferences.get.handler(({ context, input }) => ({
        value: readPreference(context, input.key),
      })),
      put: desk.preferences.put.handler(({ context, input }) => {
        savePreference(context, input.key, input.value)
        return { saved: true }
      }),
    },
    sync: {
      status: open.sync.status.handler(() => readSyncStatus(engine)),
      now: desk.sync.now.handler(({ context }) => context.workspace.sync.now()),
      outbox: desk.sync.outbox.handler(({ context }) => listOutbox(context)),
      others: desk.sync.others.handler(({ context }) => context.workspace.othersWaiting()),
      returned: desk.sync.returned.handler(({ context }) => listReturned(context)),
      discard: desk.sync.discard.handler(({ context, input }) => ({
        discarded: context.workspace.outbox.discard(input.commandId),
      })),
      verify: desk.sync.verify.handler(({ context }) => context.workspace.sync.verify()),
      certificates: desk.sync.certificates.handler(({ context }) => context.workspace.sync.certificates()),
      rebuild: desk.sync.rebuild.handler(({ context }) => context.workspace.sync.rebuild()),
    },
    users: { get: desk.users.get.handler(({ context, input }) => readUserPage(context, input.id)) },
    find: desk.find.handler(({ context, input }) => find(context, input.text, input.limit)),
    audit: auditRoutes(desk, openAuditChecks(engine)),
    reveal: desk.reveal.handler(async ({ context, input }) => ({
      values: await readRevealed(context, input),
    })),
    lookUp: desk.lookUp.handler(({ context, input }) =>
      findByKind(context, input.text, input.perKind, input.kinds ?? undefined),
    ),
    today: desk.today.handler(({ context }) => readToday(context)),
    events: open.events.handler(({ signal }) => followEvents(engine.events, signal)),
  })
}

const routers = new WeakMap<Engine, EngineRouter>()

/** The one router of an engine, whatever lines lead to it: they share what was read of packages. */
export function routerOf(engine: Engine): EngineRouter {
  const known = routers.get(engine)
  const router = known ?? createEngineRouter(engine)
  routers.set(engine, router)
  return router
}
