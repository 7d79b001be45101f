import type { z } from 'zod'
import type {
  OfflineOrderCase,
  offlineOrderTermsSchema,
  orderByNumberInput,
} from '#shared/contracts/console-engine/offline-orders.ts'
import { offlineOrderStatus } from '#shared/contracts/console-platform/records/offline-order.ts'
import { type Order, orderSchema } from '#shared/contracts/console-platform/records/order.ts'
import { orderOfOffline } from '#shared/contracts/console-platform/transitions/offline-order-transitions.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { allowedForOfflineOrder } from '../allowed-commands.ts'
import { categoryName, marketplaceName } from '../marketplaces.ts'
import { orderFee } from '../orders/order-fee.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'

/** One order written down by hand, with the fee it would bear. @throws RecordMissing */
export function readOfflineOrderCase(context: QueryContext, id: string): OfflineOrderCase {
  const record = readPresent(context, 'offlineOrder', id)
  if (record === null) throw new RecordMissing('offlineOrder', id)
  const { marketplace, category, paidAt, refundOf } = record
  return {
    record,
    status: offlineOrderStatus(record),
    marketplaceName: marketplaceName(context, marketplace),
    categoryName: categoryName(context, marketplace, paidAt, category),
    fee: orderFee(context, orderOfOffline(record, context.now)),
    original: refundOf === null ? null : readPresent(context, 'order', refundOf),
    allowed: allowedForOfflineOrder(context.workspace.account, record),
    ...decisionsAbout(context, 'offlineOrder', id),
    seenDigest: seenDigestOf(context, 'offlineOrder', id),
  }
}

/** What the form of a new one offers for a provider. @throws RecordMissing */
export function readOfflineOrderTerms(
  context: QueryContext,
  providerId: string,
): z.infer<typeof offlineOrderTermsSchema> {
  const provider = readPresent(context, 'provider', providerId)
  if (provider === null) throw new RecordMissing('provider', providerId)
  const { marketplace } = provider
  const packs = context.packs.filter((pack) => pack.marketplace === marketplace)
  const pack = packInForce(context.packs, marketplace, context.today) ?? packs.at(-1)
  const rules = pack?.fees?.rules
  return {
    marketplace,
    today: context.today,
    categories: (pack?.admission.categories ?? []).map(({ id, name }) => ({ id, name })),
    modes:
      rules?.model === 'provider-share'
        ? [...new Map(rules.shares.map(({ mode, name }) => [mode, { id: mode, name }])).values()]
        : [],
  }
}

/** An order of a marketplace by its number; null where this copy has none. */
export function readOrderByNumber(
  { statements }: QueryContext,
  { marketplace, number }: z.infer<typeof orderByNumberInput>,
): Order | null {
  const found = statements
    .prepare<{ body: string }>(
      'SELECT body FROM market_order WHERE number = @number AND marketplace = @marketplace',
    )
    .get({ number, marketplace })
  return found === undefined ? null : orderSchema.parse(JSON.parse(found.body))
}
