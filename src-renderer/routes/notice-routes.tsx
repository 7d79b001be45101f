import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { noticesSearchSchema, noticeTemplatesSearchSchema } from './notice-search.ts'
import { root } from './root-route.tsx'

const notices = createRoute({
  getParentRoute: () => root,
  path: 'notices',
  validateSearch: noticesSearchSchema,
  component: lazyRouteComponent(() => import('../pages/notices/notices-page.tsx'), 'NoticesPage'),
})
const noticeCase = createRoute({ getParentRoute: () => notices, path: '$id' })

const noticeTemplates = createRoute({
  getParentRoute: () => root,
  path: 'notice-templates',
  validateSearch: noticeTemplatesSearchSchema,
  component: lazyRouteComponent(
    () => import('../pages/notice-templates/notice-templates-page.tsx'),
    'NoticeTemplatesPage',
  ),
})

/** What providers are told, and how it is worded. */
export const noticeRoutes = [notices.addChildren([noticeCase]), noticeTemplates] as const
