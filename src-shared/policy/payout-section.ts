import { z } from 'zod'
import { citing } from './citing.ts'

/** The `payout` section of a policy pack: when and for what a provider may ask for its money 提现. */
export const payoutSectionSchema = z.strictObject({
  /** Opens with the day after so many working days of a month, for the months before it; it does not close. */
  window: z.strictObject({ afterWorkingDay: z.int().min(1).max(15), ...citing }),
  /** Whole months by their real income: nobody names an amount. */
  months: z.strictObject(citing),
  /** What one month alone, or several together, have to come to. */
  minimum: z.strictObject({
    yuan: z.string().regex(/^\d{1,12}\.\d{2}$/, 'an amount in yuan with two decimals'),
    ...citing,
  }),
  /** No unpaid month with income between the first and the last is left out. */
  run: z.strictObject(citing),
  /** The provider invoices exactly what is paid to it; null where it need not. */
  invoice: z.strictObject(citing).nullable(),
})
export type PayoutSection = Readonly<z.infer<typeof payoutSectionSchema>>
