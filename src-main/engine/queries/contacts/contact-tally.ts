import type { z } from 'zod'
import type { ContactTally, contactScopeSchema } from '#shared/contracts/console-engine/contacts.ts'
import {
  CONTACT_REASONS,
  CONTACT_STATUSES,
  type ContactReason,
} from '#shared/contracts/console-platform/records/contact.ts'
import { rowFilter } from '../boards/row-filter.ts'
import type { QueryContext } from '../query-context.ts'

/** Most products of a tally. */
const MAX_PRODUCTS = 200

interface CountRow {
  readonly listingId: string | null
  readonly productName: string | null
  readonly reason: ContactReason
  readonly total: number
  readonly open: number
}

/** Contact records of some days by product and reason, the product with most of them first. */
export function tallyContacts(
  context: QueryContext,
  { marketplaces, from, to }: z.infer<typeof contactScopeSchema>,
): ContactTally {
  const { walk, bindings } = rowFilter({
    ...{ states: CONTACT_STATUSES, marketplaces, equal: {}, days: { openedAt: { from, to } } },
    ...{ named: [], text: '' },
  })
  const where = walk.length === 0 ? '' : `WHERE ${walk.join(' AND ')}`
  const columns = 'listingId, productName, reason, status, openedAt, marketplace'
  const sql = `SELECT listingId, max(productName) AS productName, reason, count(*) AS total,
      sum(status <> 'closed') AS open
    FROM (SELECT ${columns} FROM contact c WHERE NOT EXISTS (SELECT 1 FROM overlay_contact o WHERE o.id = c.id)
      UNION ALL SELECT ${columns} FROM overlay_contact) r ${where} GROUP BY listingId, reason`
  const counted = context.statements.prepare<CountRow>(sql).all(bindings)
  const rows = [...Map.groupBy(counted, ({ listingId }) => listingId)].map(([listingId, ofProduct]) => ({
    ...{ listingId, productName: ofProduct[0]?.productName ?? null },
    total: sum(ofProduct, 'total'),
    open: sum(ofProduct, 'open'),
    byReason: byReason(ofProduct),
  }))
  rows.sort(
    (one, other) => other.total - one.total || ((one.listingId ?? '') < (other.listingId ?? '') ? -1 : 1),
  )
  return { rows: rows.slice(0, MAX_PRODUCTS), more: rows.length > MAX_PRODUCTS }
}

function sum(rows: readonly CountRow[], of: 'total' | 'open'): number {
  return rows.reduce((all, row) => all + row[of], 0)
}

function byReason(rows: readonly CountRow[]): Record<ContactReason, number> {
  const count = (reason: ContactReason) => rows.find((row) => row.reason === reason)?.total ?? 0
  // Every reason is a key: they are made of the list of them.
  return Object.fromEntries(CONTACT_REASONS.map((reason) => [reason, count(reason)])) as Record<
    ContactReason,
    number
  >
}
