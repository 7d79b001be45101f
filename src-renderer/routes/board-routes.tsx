import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { clustersSearchSchema, subscriptionsSearchSchema } from './board-search.ts'
import { root } from './root-route.tsx'

export const subscriptions = createRoute({
  getParentRoute: () => root,
  path: 'subscriptions',
  validateSearch: subscriptionsSearchSchema,
  component: lazyRouteComponent(
    () => import('../pages/subscriptions/subscriptions-page.tsx'),
    'SubscriptionsPage',
  ),
})
export const subscriptionCase = createRoute({ getParentRoute: () => subscriptions, path: '$id' })
export const clusters = createRoute({
  getParentRoute: () => root,
  path: 'clusters',
  validateSearch: clustersSearchSchema,
  component: lazyRouteComponent(() => import('../pages/clusters/clusters-page.tsx'), 'ClustersPage'),
})
export const clusterCase = createRoute({ getParentRoute: () => clusters, path: '$id' })
