import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { billsSearchSchema } from './bill-search.ts'
import { callsSearchSchema } from './call-search.ts'
import { root } from './root-route.tsx'
import { supervisionSearchSchema } from './supervision-search.ts'

const supervision = createRoute({
  getParentRoute: () => root,
  path: 'supervision',
  validateSearch: supervisionSearchSchema,
  component: lazyRouteComponent(() => import('../pages/supervision/supervision-page.tsx'), 'SupervisionPage'),
})
const supervisionCase = createRoute({ getParentRoute: () => supervision, path: '$id' })

const interfaceCalls = createRoute({
  getParentRoute: () => root,
  path: 'interface-calls',
  validateSearch: callsSearchSchema,
  component: lazyRouteComponent(() => import('../pages/interface-calls/calls-page.tsx'), 'CallsPage'),
})
const interfaceCall = createRoute({ getParentRoute: () => interfaceCalls, path: '$id' })

const meteredBills = createRoute({
  getParentRoute: () => root,
  path: 'metered-bills',
  validateSearch: billsSearchSchema,
  component: lazyRouteComponent(() => import('../pages/metered-bills/bills-page.tsx'), 'BillsPage'),
})
const meteredBill = createRoute({ getParentRoute: () => meteredBills, path: '$id' })

/** 服务监管: orders whose delivery is supervised, and how production interfaces do, and what was billed for metered use. */
export const supervisionRoutes = [
  supervision.addChildren([supervisionCase]),
  interfaceCalls.addChildren([interfaceCall]),
  meteredBills.addChildren([meteredBill]),
] as const
