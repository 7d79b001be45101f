import { assert } from '#shared/base/assert.ts'
import { NOTICE_TEMPLATES_TOLD, type NoticeTemplateHere } from '#shared/contracts/console-engine/notices.ts'
import { noticeSchema } from '#shared/contracts/console-platform/records/notice.ts'
import {
  type NoticeTemplate,
  noticeTemplateSchema,
} from '#shared/contracts/console-platform/records/notice-template.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import type { ShippedTemplate } from '#shared/rules/notices/notice-template.ts'
import type { Occasion } from '#shared/rules/notices/occasions.ts'
import { templateInForce } from '#shared/rules/notices/template-in-force.ts'
import type { QueryContext } from '../query-context.ts'

/** Most notices that a wording is tried on. */
const MAX_RECORDS = 10

/** What was set for an occasion, the newest first; what is on its way counts. */
const SET = `SELECT body, number FROM notice_template
    WHERE occasion = @occasion AND id NOT IN (SELECT id FROM overlay_notice_template)
  UNION ALL SELECT body, number FROM overlay_notice_template WHERE occasion = @occasion ORDER BY number DESC`

/** How notices of an occasion are worded in a marketplace, or in all of them. `shipped` came with the program. */
export function readNoticeTemplate(
  context: QueryContext,
  { occasion, marketplace }: { readonly occasion: Occasion; readonly marketplace: string },
  shipped: readonly ShippedTemplate[],
): NoticeTemplateHere {
  const set = context.statements
    .prepare<{ body: string }>(SET)
    .all({ occasion })
    .map(({ body }): NoticeTemplate => noticeTemplateSchema.parse(JSON.parse(body)))
  const inForce = templateInForce(set, shipped, occasion, marketplace)
  const standard = shipped.find((each) => each.occasion === occasion)
  assert(inForce !== null && standard !== undefined, `a template of ${occasion} comes with the program`)
  const pending = context.workspace.outbox.pendingFor('noticeTemplate')
  const here = set.filter((each) => each.marketplace === marketplace)
  return {
    texts: inForce.texts,
    from: { marketplace: inForce.marketplace, number: inForce.number },
    standard: standard.texts,
    nextNumber: (here[0]?.number ?? 0) + 1,
    history: here
      .slice(0, NOTICE_TEMPLATES_TOLD)
      .map(({ id, number, texts, reason, set: { byName, at } }) => ({
        ...{ id, number, texts, reason, byName, at, pending: pending.has(id) },
      })),
    records: recordsOf(context, occasion, marketplace),
  }
}

/** The newest notices of an occasion, as far as this person may read them. */
function recordsOf(
  context: QueryContext,
  occasion: Occasion,
  marketplace: string,
): NoticeTemplateHere['records'] {
  if (!maySee(context.workspace.account.roles, 'notice')) return []
  const where = marketplace === '' ? '' : 'AND marketplace = @marketplace'
  const sql = `SELECT body FROM notice WHERE occasion = @occasion AND subject IS NOT NULL ${where}
    ORDER BY madeAt DESC, id DESC LIMIT ${MAX_RECORDS}`
  return context.statements
    .prepare<{ body: string }>(sql)
    .all({ occasion, ...(marketplace === '' ? {} : { marketplace }) })
    .flatMap(({ body }) => {
      const { id, said, providerName, madeAt } = noticeSchema.parse(JSON.parse(body))
      return said === null
        ? []
        : [{ id, title: `${providerName} ${madeAt.slice(0, 10)}`, values: said.values }]
    })
}
