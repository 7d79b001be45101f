import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { decimalTextSchema, meteredPriceSchema } from '../../../rules/metering/metered-use.ts'
import { DIFFERENCE_CAUSES } from '../../../rules/metering/why-differs.ts'
import { stepSchema } from '../../../rules/step.ts'

/** Whether a bill is what the rules give. */
export const BILL_OUTCOMES = ['differs', 'agrees'] as const

const short = z.string().min(1).max(128)
/** Most records of use behind one bill, and packages before it. */
const MAX_RECORDS = 1000
const MAX_PACKAGES = 20
/** Ten billion yuan. */
const MAX_FEN = 1_000_000_000_000

/** What the marketplace says of a bill of metered use 按需: the use, the price and the amount. Instants in UTC, money in fen. */
export const billSaidSchema = z.strictObject({
  /** The marketplace's own number of the bill: reported again it is the same bill. */
  billId: short,
  billedAt: instantSchema,
  providerId: z.string().min(1).max(64),
  listingId: z.string().min(1).max(64).nullable(),
  productName: z.string().min(1).max(200),
  orderId: short,
  orderLineId: short.nullable(),
  productId: short.nullable(),
  instanceId: short.nullable(),
  userId: z.string().min(1).max(64).nullable(),
  /** Personal data. */
  userName: z.string().min(1).max(200).nullable(),
  /** What is counted 计费因子, and in which units. */
  factor: z.string().min(1).max(100),
  unit: z.string().min(1).max(20),
  /** The cycle of billing: from the one to before the other. */
  from: instantSchema,
  to: instantSchema,
  price: meteredPriceSchema,
  accumulated: decimalTextSchema,
  records: z
    .array(
      z.strictObject({
        from: instantSchema,
        to: instantSchema,
        recordedAt: instantSchema,
        quantity: decimalTextSchema,
      }),
    )
    .max(MAX_RECORDS),
  /** What was left in each package before the use, in the order in which they are used up. */
  packages: z.array(z.strictObject({ packageId: short, left: decimalTextSchema })).max(MAX_PACKAGES),
  amount: z.int().min(0).max(MAX_FEN),
})
export type BillSaid = Readonly<z.infer<typeof billSaidSchema>>

/** A bill of metered use as the platform has it: what was said, and what the rules of its day give instead. It never changes. */
export const meteredBillSchema = billSaidSchema.extend({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  providerName: z.string().min(1).max(200),
  /** What the rules give, with the steps that led there, and what was billed above it. */
  check: z.strictObject({
    quantity: z.string(),
    inPackages: z.string(),
    charged: z.string(),
    amount: z.int(),
    difference: z.int(),
    /** What gives exactly what was billed. */
    causes: z.array(z.enum(DIFFERENCE_CAUSES)),
    /** Records of the same times as another: they do not count. */
    repeats: z.int(),
    /** Records that were reported too late: they count. */
    late: z.int(),
    steps: z.array(stepSchema),
  }),
  updatedAt: instantSchema,
})
export type MeteredBill = Readonly<z.infer<typeof meteredBillSchema>>

/** Whether a bill is what the rules give. */
export function billOutcome({
  check,
}: {
  readonly check: { readonly difference: number }
}): (typeof BILL_OUTCOMES)[number] {
  return check.difference === 0 ? 'agrees' : 'differs'
}
