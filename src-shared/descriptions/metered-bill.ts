import type { BillSaid, MeteredBill } from '../contracts/console-platform/records/metered-bill.ts'
import { type Description, entries, parts, UNSAID } from '../values/description.ts'
import { instant, labelled, phrase, text } from '../values/value.ts'
import {
  DIFFERENCE_CAUSE_WORDS,
  BILL_HEADINGS as HEADINGS,
  PRICE_MODE_WORDS,
} from '../words/metered-bills.ts'
import { amountOf, countOf, instantOf, LABELS, marketplace, oneOf, textOf } from './common.ts'

type Band = MeteredBill['price']['bands'][number]
type Cause = MeteredBill['check']['causes'][number]

/** How a bill of metered use is said. */
export const METERED_BILL: Description<MeteredBill> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  billId: textOf(HEADINGS.billId),
  billedAt: instantOf(HEADINGS.billedAt),
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  listingId: textOf(HEADINGS.listingId),
  productName: textOf(HEADINGS.productName),
  orderId: textOf(HEADINGS.orderId),
  orderLineId: textOf(HEADINGS.orderLineId),
  productId: textOf(HEADINGS.productId),
  instanceId: textOf(HEADINGS.instanceId),
  userId: textOf(HEADINGS.userId),
  userName: textOf(HEADINGS.userName),
  factor: textOf(HEADINGS.factor),
  unit: textOf(HEADINGS.unit),
  from: instantOf(HEADINGS.from),
  to: instantOf(HEADINGS.to),
  price: parts<MeteredBill['price']>({
    mode: oneOf(HEADINGS.mode, PRICE_MODE_WORDS),
    bands: entries<Band>(
      HEADINGS.bands,
      ({ upTo }) => upTo ?? '',
      ({ upTo, unitPrice }) =>
        phrase(labelled(HEADINGS.upTo, text(upTo)), labelled(HEADINGS.unitPrice, text(unitPrice))),
    ),
  }),
  accumulated: textOf(HEADINGS.accumulated),
  records: entries<BillSaid['records'][number]>(
    HEADINGS.records,
    ({ from, to, recordedAt }) => `${from} ${to} ${recordedAt}`,
    ({ from, to, recordedAt, quantity }) =>
      phrase(instant(from), instant(to), text(quantity), labelled(HEADINGS.recordedAt, instant(recordedAt))),
  ),
  packages: entries<BillSaid['packages'][number]>(
    HEADINGS.packages,
    ({ packageId }) => packageId,
    ({ packageId, left }) => phrase(text(packageId), text(left)),
  ),
  amount: amountOf(HEADINGS.amount),
  check: parts<MeteredBill['check']>({
    quantity: textOf(HEADINGS.quantity),
    inPackages: textOf(HEADINGS.inPackages),
    charged: textOf(HEADINGS.charged),
    amount: amountOf(HEADINGS.recomputed),
    difference: amountOf(HEADINGS.difference),
    causes: entries<Cause>(
      HEADINGS.causes,
      (cause) => cause,
      (cause) => ({ kind: 'term', id: cause, name: DIFFERENCE_CAUSE_WORDS[cause] }),
    ),
    repeats: countOf(HEADINGS.repeats),
    late: countOf(HEADINGS.late),
    steps: UNSAID,
  }),
  updatedAt: UNSAID,
}
