import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { billFilterSchema } from '#shared/contracts/console-engine/metered-bills.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import { BillLines } from './bill-lines.tsx'

/** Most shown beside an order. */
const SHOWN = 5

/** The bills of an order that is paid by use, the newest first; nothing where there are none. */
export function BillsSection({ order }: { readonly order: Order }) {
  const words = useTexts().meteredBills
  const search = { orderId: order.number, marketplaces: [order.marketplace] }
  const { data } = useQuery(
    engine.meteredBills.list.queryOptions({
      input: {
        filter: billFilterSchema.parse(search),
        sort: { column: 'billedAt', descending: true },
        ...{ after: null, limit: SHOWN },
      },
    }),
  )
  if (data === undefined || data.rows.length === 0) return null
  return (
    <CaseSection
      title={words.ofOrder(data.total)}
      aside={
        <Link to="/metered-bills" search={search}>
          {words.allOfOrder}
        </Link>
      }
    >
      <BillLines rows={data.rows} />
    </CaseSection>
  )
}
