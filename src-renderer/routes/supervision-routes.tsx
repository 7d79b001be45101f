import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from './root-route.tsx'
import { supervisionSearchSchema } from './supervision-search.ts'

const supervision = createRoute({
  getParentRoute: () => root,
  path: 'supervision',
  validateSearch: supervisionSearchSchema,
  component: lazyRouteComponent(() => import('../pages/supervision/supervision-page.tsx'), 'SupervisionPage'),
})
const supervisionCase = createRoute({ getParentRoute: () => supervision, path: '$id' })

/** 服务监管: orders whose delivery is supervised. */
export const supervisionRoutes = [supervision.addChildren([supervisionCase])] as const
