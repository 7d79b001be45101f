import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { invoicesSearchSchema } from './invoice-search.ts'
import {
  payeeAccountsSearchSchema,
  paymentTemplatesSearchSchema,
  payoutBatchesSearchSchema,
  payoutsSearchSchema,
} from './payout-search.ts'
import { root } from './root-route.tsx'

const payouts = createRoute({
  getParentRoute: () => root,
  path: 'payouts',
  validateSearch: payoutsSearchSchema,
  component: lazyRouteComponent(() => import('../pages/payouts/payouts-page.tsx'), 'PayoutsPage'),
})
const payoutCase = createRoute({ getParentRoute: () => payouts, path: '$id' })

const invoices = createRoute({
  getParentRoute: () => root,
  path: 'invoices',
  validateSearch: invoicesSearchSchema,
  component: lazyRouteComponent(() => import('../pages/invoices/invoices-page.tsx'), 'InvoicesPage'),
})
const invoiceCase = createRoute({ getParentRoute: () => invoices, path: '$id' })

const payoutBatches = createRoute({
  getParentRoute: () => root,
  path: 'payout-batches',
  validateSearch: payoutBatchesSearchSchema,
  component: lazyRouteComponent(
    () => import('../pages/payout-batches/payout-batches-page.tsx'),
    'PayoutBatchesPage',
  ),
})
const payoutBatchCase = createRoute({ getParentRoute: () => payoutBatches, path: '$id' })

const paymentTemplates = createRoute({
  getParentRoute: () => root,
  path: 'payment-templates',
  validateSearch: paymentTemplatesSearchSchema,
  component: lazyRouteComponent(
    () => import('../pages/payment-templates/payment-templates-page.tsx'),
    'PaymentTemplatesPage',
  ),
})

const payeeAccounts = createRoute({
  getParentRoute: () => root,
  path: 'payee-accounts',
  validateSearch: payeeAccountsSearchSchema,
  component: lazyRouteComponent(
    () => import('../pages/payee-accounts/payee-accounts-page.tsx'),
    'PayeeAccountsPage',
  ),
})
const payeeAccountCase = createRoute({ getParentRoute: () => payeeAccounts, path: '$id' })

/** How money goes out: requests, invoices, accounts, templates and batches. */
export const payoutRoutes = [
  payouts.addChildren([payoutCase]),
  invoices.addChildren([invoiceCase]),
  payeeAccounts.addChildren([payeeAccountCase]),
  paymentTemplates,
  payoutBatches.addChildren([payoutBatchCase]),
] as const
