import { loadNoticeTemplates } from '#node/resources/load-notice-templates.ts'
import { exportNotices } from '../queries/notices/export-notices.ts'
import { listNotices } from '../queries/notices/list-notices.ts'
import { readNoticeCase } from '../queries/notices/notice-case.ts'
import { noticesBeside } from '../queries/notices/notice-rows.ts'
import { readNoticeTemplate } from '../queries/notices/notice-template.ts'
import type { DeskProcedures } from './procedures.ts'

/** Notices to providers, and how they are worded. */
export function noticeRoutes({ notices }: DeskProcedures) {
  return {
    list: notices.list.handler(({ context, input }) => listNotices(context, input)),
    export: notices.export.handler(({ context, input }) => exportNotices(context, input)),
    get: notices.get.handler(({ context, input }) => readNoticeCase(context, input.id)),
    beside: notices.beside.handler(({ context, input }) => noticesBeside(context, input)),
    template: notices.template.handler(async ({ context, input }) =>
      readNoticeTemplate(context, input, await loadNoticeTemplates()),
    ),
  }
}
