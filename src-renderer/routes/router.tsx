import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Home } from '../shell/home.tsx'
import { Failed } from '../shell/states/failed.tsx'
import { accountsSearchSchema } from './account-search.ts'
import { auditSearchSchema } from './audit-search.ts'
import { clusterCase, clusters, subscriptionCase, subscriptions } from './board-routes.tsx'
import { contactsSearchSchema } from './contact-search.ts'
import { noticeRoutes } from './notice-routes.tsx'
import { payoutRoutes } from './payout-routes.tsx'
import { root } from './root-route.tsx'
import {
  applicationsSearchSchema,
  depositsSearchSchema,
  linesSearchSchema,
  listingsSearchSchema,
  lookUpSearchSchema,
  matchingSearchSchema,
  offlineOrdersSearchSchema,
  orderImportSearchSchema,
  ordersSearchSchema,
  providersSearchSchema,
  rechargesSearchSchema,
  reportsSearchSchema,
  rulesSearchSchema,
  settlementSearchSchema,
  violationsSearchSchema,
} from './search.ts'
import {
  booksSearchSchema,
  commissionInvoicesSearchSchema,
  commissionRebatesSearchSchema,
} from './settlement-search.ts'
import { supervisionRoutes } from './supervision-routes.tsx'

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: Home,
})

const today = createRoute({
  getParentRoute: () => root,
  path: 'today',
  component: lazyRouteComponent(() => import('../pages/today/today-page.tsx'), 'TodayPage'),
})

/** List and case are one screen: the case is a child without a component, so that the list stays as it is. */
const applications = createRoute({
  getParentRoute: () => root,
  path: 'applications',
  validateSearch: applicationsSearchSchema,
  component: lazyRouteComponent(
    () => import('../pages/applications/applications-page.tsx'),
    'ApplicationsPage',
  ),
})
const applicationCase = createRoute({ getParentRoute: () => applications, path: '$id' })

const listings = createRoute({
  getParentRoute: () => root,
  path: 'listings',
  validateSearch: listingsSearchSchema,
  component: lazyRouteComponent(() => import('../pages/listings/listings-page.tsx'), 'ListingsPage'),
})
const listingCase = createRoute({ getParentRoute: () => listings, path: '$id' })

const deposits = createRoute({
  getParentRoute: () => root,
  path: 'deposits',
  validateSearch: depositsSearchSchema,
  component: lazyRouteComponent(() => import('../pages/deposits/deposits-page.tsx'), 'DepositsPage'),
})
const depositCase = createRoute({ getParentRoute: () => deposits, path: '$id' })

const bankLines = createRoute({
  getParentRoute: () => root,
  path: 'bank/lines',
  validateSearch: linesSearchSchema,
  component: lazyRouteComponent(() => import('../pages/bank-lines/bank-lines-page.tsx'), 'BankLinesPage'),
})
const bankLineCase = createRoute({ getParentRoute: () => bankLines, path: '$id' })
const bankImport = createRoute({
  getParentRoute: () => root,
  path: 'bank/import',
  component: lazyRouteComponent(() => import('../pages/bank-import/bank-import-page.tsx'), 'BankImportPage'),
})
const bankReports = createRoute({
  getParentRoute: () => root,
  path: 'bank/reports',
  validateSearch: reportsSearchSchema,
  component: lazyRouteComponent(
    () => import('../pages/bank-reports/bank-reports-page.tsx'),
    'BankReportsPage',
  ),
})
const bankMatching = createRoute({
  getParentRoute: () => root,
  path: 'bank/matching',
  validateSearch: matchingSearchSchema,
  component: lazyRouteComponent(
    () => import('../pages/bank-matching/bank-matching-page.tsx'),
    'BankMatchingPage',
  ),
})

const recharges = createRoute({
  getParentRoute: () => root,
  path: 'recharges',
  validateSearch: rechargesSearchSchema,
  component: lazyRouteComponent(() => import('../pages/recharges/recharges-page.tsx'), 'RechargesPage'),
})
const rechargeCase = createRoute({ getParentRoute: () => recharges, path: '$id' })

const contacts = createRoute({
  getParentRoute: () => root,
  path: 'contacts',
  validateSearch: contactsSearchSchema,
  component: lazyRouteComponent(() => import('../pages/contacts/contacts-page.tsx'), 'ContactsPage'),
})
const contactCase = createRoute({ getParentRoute: () => contacts, path: '$id' })

const violations = createRoute({
  getParentRoute: () => root,
  path: 'violations',
  validateSearch: violationsSearchSchema,
  component: lazyRouteComponent(() => import('../pages/violations/violations-page.tsx'), 'ViolationsPage'),
})
const violationCase = createRoute({ getParentRoute: () => violations, path: '$id' })

const orders = createRoute({
  getParentRoute: () => root,
  path: 'orders',
  validateSearch: ordersSearchSchema,
  component: lazyRouteComponent(() => import('../pages/orders/orders-page.tsx'), 'OrdersPage'),
})
const orderCase = createRoute({ getParentRoute: () => orders, path: '$id' })
const offlineOrders = createRoute({
  getParentRoute: () => root,
  path: 'offline-orders',
  validateSearch: offlineOrdersSearchSchema,
  component: lazyRouteComponent(
    () => import('../pages/offline-orders/offline-orders-page.tsx'),
    'OfflineOrdersPage',
  ),
})
const offlineOrderCase = createRoute({ getParentRoute: () => offlineOrders, path: '$id' })
const orderImport = createRoute({
  getParentRoute: () => root,
  path: 'orders/import',
  validateSearch: orderImportSearchSchema,
  component: lazyRouteComponent(
    () => import('../pages/order-import/order-import-page.tsx'),
    'OrderImportPage',
  ),
})
const rules = createRoute({
  getParentRoute: () => root,
  path: 'rules',
  validateSearch: rulesSearchSchema,
  component: lazyRouteComponent(() => import('../pages/rules/rules-page.tsx'), 'RulesPage'),
})
const settlement = createRoute({
  getParentRoute: () => root,
  path: 'settlement',
  validateSearch: settlementSearchSchema,
  component: lazyRouteComponent(() => import('../pages/settlement/settlement-page.tsx'), 'SettlementPage'),
})
const settlementCase = createRoute({ getParentRoute: () => settlement, path: '$id' })
const commissionInvoices = createRoute({
  getParentRoute: () => root,
  path: 'commission-invoices',
  validateSearch: commissionInvoicesSearchSchema,
  component: lazyRouteComponent(
    () => import('../pages/commission-invoices/commission-invoices-page.tsx'),
    'CommissionInvoicesPage',
  ),
})
const commissionInvoiceCase = createRoute({ getParentRoute: () => commissionInvoices, path: '$id' })
const rebates = createRoute({
  getParentRoute: () => root,
  path: 'rebates',
  validateSearch: commissionRebatesSearchSchema,
  component: lazyRouteComponent(
    () => import('../pages/commission-rebates/commission-rebates-page.tsx'),
    'CommissionRebatesPage',
  ),
})
const rebateCase = createRoute({ getParentRoute: () => rebates, path: '$id' })
const books = createRoute({
  getParentRoute: () => root,
  path: 'books',
  validateSearch: booksSearchSchema,
  component: lazyRouteComponent(() => import('../pages/books/books-page.tsx'), 'BooksPage'),
})
const providers = createRoute({
  getParentRoute: () => root,
  path: 'providers',
  validateSearch: providersSearchSchema,
  component: lazyRouteComponent(() => import('../pages/providers/providers-page.tsx'), 'ProvidersPage'),
})
const provider = createRoute({
  getParentRoute: () => root,
  path: 'providers/$id',
  component: lazyRouteComponent(() => import('../pages/providers/provider-page.tsx'), 'ProviderPage'),
})

const lookUp = createRoute({
  getParentRoute: () => root,
  path: 'look-up',
  validateSearch: lookUpSearchSchema,
  component: lazyRouteComponent(() => import('../pages/look-up/look-up-page.tsx'), 'LookUpPage'),
})
const user = createRoute({
  getParentRoute: () => root,
  path: 'users/$id',
  component: lazyRouteComponent(() => import('../pages/users/user-page.tsx'), 'UserPage'),
})
const accounts = createRoute({
  getParentRoute: () => root,
  path: 'accounts',
  validateSearch: accountsSearchSchema,
  component: lazyRouteComponent(() => import('../pages/accounts/accounts-page.tsx'), 'AccountsPage'),
})
const audit = createRoute({
  getParentRoute: () => root,
  path: 'audit',
  validateSearch: auditSearchSchema,
  component: lazyRouteComponent(() => import('../pages/audit/audit-page.tsx'), 'AuditPage'),
})
const sync = createRoute({
  getParentRoute: () => root,
  path: 'sync',
  component: lazyRouteComponent(() => import('../pages/sync/sync-page.tsx'), 'SyncPage'),
})
const settings = createRoute({
  getParentRoute: () => root,
  path: 'settings',
  component: lazyRouteComponent(() => import('../pages/settings/settings-page.tsx'), 'SettingsPage'),
})

/** Every screen and its address. */
export const router = createRouter({
  routeTree: root.addChildren([
    start,
    today,
    lookUp,
    user,
    applications.addChildren([applicationCase]),
    listings.addChildren([listingCase]),
    deposits.addChildren([depositCase]),
    bankLines.addChildren([bankLineCase]),
    bankImport,
    bankReports,
    bankMatching,
    violations.addChildren([violationCase]),
    ...payoutRoutes,
    recharges.addChildren([rechargeCase]),
    orders.addChildren([orderCase]),
    ...supervisionRoutes,
    subscriptions.addChildren([subscriptionCase]),
    clusters.addChildren([clusterCase]),
    contacts.addChildren([contactCase]),
    ...noticeRoutes,
    orderImport,
    rules,
    settlement.addChildren([settlementCase]),
    commissionInvoices.addChildren([commissionInvoiceCase]),
    rebates.addChildren([rebateCase]),
    books,
    offlineOrders.addChildren([offlineOrderCase]),
    providers,
    provider,
    accounts,
    audit,
    sync,
    settings,
  ]),
  defaultErrorComponent: Failed,
  defaultPreload: 'intent',
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
