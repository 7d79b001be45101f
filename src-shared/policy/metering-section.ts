import { z } from 'zod'
import { citing } from './citing.ts'

/** The `metering` section of a policy pack: how orders that are paid by use 按需 are billed. */
export const meteringSectionSchema = z.strictObject({
  /** How a quantity and its price give an amount. */
  modes: z.strictObject({
    /** Every unit at one price. */
    fixed: z.strictObject(citing),
    /** What lies in each band at its own price 超额累进, over all use of a cycle. */
    step: z.strictObject(citing),
    /** The whole quantity of one record at the price of the band it lies in 全额累进. */
    tier: z.strictObject(citing),
  }),
  /** Packages 按需套餐包 are used up first. */
  packages: z.strictObject(citing),
  /** Records of use 话单 of the same times: the first alone counts. */
  repeats: z.strictObject(citing),
  /** How records of use are reported. */
  records: z.strictObject({
    /** Most at once. */
    atOnce: z.int().min(1).max(1000),
    /** Days after the use within which it is reported. */
    withinDays: z.int().min(1).max(365),
    /** Where the source says something else of the same: flagged, with its sentence. */
    contradiction: z.strictObject(citing).nullable().default(null),
    ...citing,
  }),
  /** Once, to the fen, where the amount of a bill is taken. */
  rounding: z.strictObject(citing),
})
export type MeteringSection = Readonly<z.infer<typeof meteringSectionSchema>>
