import { z } from 'zod'
import { plainDateSchema } from '../calendar/plain-date.ts'
import { citing, packIdSchema } from './citing.ts'

/** Yuan as decimal text with two places, never a float. */
const yuanSchema = z.string().regex(/^\d{1,12}\.\d{2}$/, 'an amount in yuan with two decimals')

const amountSchema = z.discriminatedUnion('basis', [
  /** One amount for a provider; null where the source asks for a deposit and states none. */
  z.strictObject({ basis: z.literal('per-provider'), yuan: yuanSchema.nullable(), ...citing }),
  /** One amount for each category, added up. */
  z.strictObject({
    basis: z.literal('per-category'),
    yuan: yuanSchema,
    exceptions: z
      .array(z.strictObject({ categories: z.array(packIdSchema).min(1), yuan: yuanSchema, ...citing }))
      .max(20),
    ...citing,
  }),
])
export type DepositAmount = Readonly<z.infer<typeof amountSchema>>

/** Who is free without end; each ground is enough. */
const exemptionGroundSchema = z.discriminatedUnion('ground', [
  z.strictObject({
    ground: z.literal('free'),
    /** Ends this ground on the day a paid extension is to be published; null where nothing does. */
    lapsesWithPaidExtension: z.strictObject(citing).nullable(),
    ...citing,
  }),
  z.strictObject({ ground: z.literal('open-source'), ...citing }),
  z.strictObject({ ground: z.literal('staff-at-most'), staff: z.int().positive(), ...citing }),
])
export type ExemptionGround = Readonly<z.infer<typeof exemptionGroundSchema>>

const waiverSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('exemption'),
    id: packIdSchema,
    anyOf: z.array(exemptionGroundSchema).min(1).max(10),
    ...citing,
  }),
  /** Free for whole years from the first listing, then due within so many days; the last rolls to a working day. */
  z.strictObject({
    kind: z.literal('free-period'),
    id: packIdSchema,
    joinedFrom: plainDateSchema,
    joinedTo: plainDateSchema,
    /** The listing of which product starts the clock. */
    clock: z.strictObject({ startsWith: z.literal('first-listing'), ...citing }),
    years: z.int().positive().max(10),
    payWithinDays: z.int().positive().max(365),
    ...citing,
  }),
])
export type DepositWaiver = Readonly<z.infer<typeof waiverSchema>>
export type FreePeriod = Extract<DepositWaiver, { readonly kind: 'free-period' }>

const remarkSchema = z.strictObject({
  /** What follows the name of the company. */
  fixedPart: z.string().min(1).max(60),
  /** The word in it that says it is a deposit. */
  depositWord: z.string().min(1).max(20),
  ...citing,
})
export type DepositRemark = Readonly<z.infer<typeof remarkSchema>>

const refundSchema = z.strictObject({
  /** Whole months after the day the last product was delisted; null where there is no waiting. */
  monthsAfterDelisting: z.int().positive().max(60).nullable(),
  /** No refund after a violation. */
  noViolation: z.strictObject(citing),
  ...citing,
})

/** The `deposit` section of a policy pack. */
export const depositSectionSchema = z.strictObject({
  amount: amountSchema,
  /** What may not happen while it is owed. */
  unpaidBlocks: z
    .strictObject({ acts: z.array(z.enum(['publishing', 'payout'])).min(1), ...citing })
    .nullable(),
  /** Account numbers are text: leading zeros stay. */
  payee: z
    .strictObject({
      name: z.string().min(1),
      account: z.string().regex(/^\d{6,30}$/, 'an account number'),
      bank: z.string().min(1),
      ...citing,
    })
    .nullable(),
  remark: remarkSchema.nullable(),
  /** In the order of strength: the first that applies is taken. */
  waivers: z.array(waiverSchema).max(10),
  refund: refundSchema.nullable(),
  /** What the source says of changing the amount for who is there already; null where it says nothing. */
  adjustment: z.strictObject(citing).nullable().default(null),
})
export type DepositSection = Readonly<z.infer<typeof depositSectionSchema>>
