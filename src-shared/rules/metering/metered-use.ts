import { z } from 'zod'
import type { Instant } from '../../base/ids.ts'
import { compare, DECIMAL_PATTERN, decimal } from '../../money/decimal.ts'

/** A quantity or a unit price as decimal text, not below zero. */
export const decimalTextSchema = z.string().regex(DECIMAL_PATTERN, 'a decimal like "12.5", not below zero')

/** How a unit is paid for. In the order in which the words of it are shown. */
export const PRICE_MODES = ['fixed', 'step', 'tier'] as const

const bandSchema = z.strictObject({
  /** The last quantity of the band, itself in it; null of the last band, which has no end. */
  upTo: decimalTextSchema.nullable(),
  /** Yuan a unit. */
  unitPrice: decimalTextSchema,
})
const LIMIT = 20

/** The price of a metered product as the marketplace has it; fixed has one band. */
export const meteredPriceSchema = z
  .strictObject({ mode: z.enum(PRICE_MODES), bands: z.array(bandSchema).min(1).max(LIMIT) })
  .refine(
    ({ bands }) =>
      bands.every(({ upTo }, at) => {
        const before = bands[at - 1]?.upTo
        if (upTo === null || at === bands.length - 1) return upTo === null && at === bands.length - 1
        // What is no decimal has its own issue already; this is asked all the same.
        if (!DECIMAL_PATTERN.test(upTo) || !DECIMAL_PATTERN.test(before ?? '0')) return true
        return compare(decimal(upTo), decimal(before ?? '0')) > 0
      }),
    'bands end one above the other, and the last has no end',
  )
  .refine(({ mode, bands }) => mode !== 'fixed' || bands.length === 1, 'a fixed price has one band')
export type MeteredPrice = Readonly<z.infer<typeof meteredPriceSchema>>

/** What was left in a package before any of the use: in units of the product. */
export interface PackageLeft {
  readonly packageId: string
  readonly left: string
}

/** A record of use 话单. Instants in UTC; null where they are not told. */
export interface UseRecord {
  readonly from: Instant | null
  readonly to: Instant | null
  readonly recordedAt: Instant | null
  readonly quantity: string
}

/** What the amount of a bill follows from. */
export interface MeteredUse {
  readonly price: MeteredPrice
  /** What the cycle had been charged for before, which the bands of `step` go on from. */
  readonly accumulated: string
  readonly records: readonly UseRecord[]
  /** In the order in which they are used up. */
  readonly packages: readonly PackageLeft[]
}
