import { z } from 'zod'
import { bilingualSchema } from '../base/bilingual.ts'
import { plainDateSchema } from '../calendar/plain-date.ts'
import { citing, packIdSchema } from './citing.ts'

/** Yuan as decimal text with two places, never a float. */
const yuanSchema = z.string().regex(/^\d{1,12}\.\d{2}$/, 'an amount in yuan with two decimals')
/** A hundredth of a per cent: 1000 is 10 %. */
const basisPointsSchema = z.int().min(0).max(10_000)

/** How an order reached the buyer: bought on the market, or deployed privately by a contract of its own. */
export const orderChannelSchema = z.enum(['online', 'private'])
export type OrderChannel = z.infer<typeof orderChannelSchema>

/** The moment of an order whose day chooses the rules. */
export const orderMomentSchema = z.enum(['payment', 'completion', 'activation', 'start'])
export type OrderMoment = z.infer<typeof orderMomentSchema>

/** A part of the fee of an order; the parts are added up. */
const componentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('percentage'),
    id: packIdSchema,
    basisPoints: basisPointsSchema,
    /** The least and the most it comes to; null where neither is stated. */
    minimum: yuanSchema.nullable().default(null),
    maximum: yuanSchema.nullable().default(null),
    ...citing,
  }),
  z.strictObject({ kind: z.literal('fixed'), id: packIdSchema, yuan: yuanSchema, ...citing }),
])
export type FeeComponent = Readonly<z.infer<typeof componentSchema>>

const exemptionSchema = z.discriminatedUnion('kind', [
  /** The first so many yuan of turnover in the first years after joining bear no fee: marginal, by provider. */
  z.strictObject({
    kind: z.literal('free-turnover'),
    id: packIdSchema,
    joinedUntil: plainDateSchema,
    years: z.int().positive().max(10),
    yuan: yuanSchema,
    channels: z.strictObject({ of: z.array(orderChannelSchema).min(1), ...citing }),
    /** Whether turnover before the fee began uses it up too. */
    usedBeforeFee: z.strictObject({ is: z.boolean(), ...citing }),
    ...citing,
  }),
  /** No fee at all for whole years from the day the provider was approved. */
  z.strictObject({
    kind: z.literal('free-period'),
    id: packIdSchema,
    approvedFrom: plainDateSchema,
    /** The last day of approval it is offered to; null while it goes on. */
    approvedTo: plainDateSchema.nullable(),
    years: z.int().positive().max(10),
    ...citing,
  }),
])
export type FeeExemption = Readonly<z.infer<typeof exemptionSchema>>

/** Each order bears the sum of components, less what is exempt. */
const perOrderSchema = z.strictObject({
  model: z.literal('per-order'),
  components: z.array(componentSchema).min(1).max(10),
  /** Channels whose orders may carry an agreed share of the contract, which goes before the components. */
  agreedShare: z.strictObject({ channels: z.array(orderChannelSchema).min(1), ...citing }).nullable(),
  /** The first that holds is taken. */
  exemptions: z.array(exemptionSchema).max(10),
})
export type PerOrderFees = Readonly<z.infer<typeof perOrderSchema>>

const tierRowSchema = z.strictObject({
  /** As the rate table calls it. */
  name: z.string().min(1).max(60),
  /** The pack's categories that it is the row of. */
  categories: z.array(packIdSchema).min(1),
  /** One rate a tier, the lowest tier first. */
  basisPoints: z.array(basisPointsSchema).min(1).max(10),
  ...citing,
})
export type TierRow = Readonly<z.infer<typeof tierRowSchema>>

/** One rate on the whole base of a category and month (全额累进), the tier chosen by the month's total. */
const monthlyTiersSchema = z.strictObject({
  model: z.literal('monthly-tiers'),
  /** Where each tier begins, yuan, inclusive; the first above zero. */
  tiersFrom: z.strictObject({ yuan: z.array(yuanSchema).min(1).max(10), ...citing }),
  rows: z.array(tierRowSchema).min(1).max(40),
  /** The total that chooses the tier counts customers of the provider's own distribution; the base does not. */
  distributed: z.strictObject({ chooseTier: z.boolean(), bearCommission: z.boolean(), ...citing }),
  /** Each order is charged by a tier first; what is too much is paid back when the month is over. */
  charged: z.strictObject({ tier: z.int().positive(), ...citing }),
  /** How the excess is paid back. */
  rebate: z.strictObject({ by: z.literal('apart'), ...citing }),
})
export type MonthlyTiers = Readonly<z.infer<typeof monthlyTiersSchema>>

/** How the provider's share of a mode of business is found. */
const shareRuleSchema = z.strictObject({
  /** The mode of business, as an order states it. */
  mode: packIdSchema,
  name: bilingualSchema,
  /** Orders in effect from this day on, and up to this one. */
  from: plainDateSchema.nullable(),
  to: plainDateSchema.nullable(),
  /** Agreed for each product; a fixed share of every order; or bands that are not known. */
  share: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('agreement') }),
    z.strictObject({ by: z.literal('rate'), basisPoints: basisPointsSchema }),
    z.strictObject({ by: z.literal('bands'), bands: z.null() }),
  ]),
  ...citing,
})
export type ShareRule = Readonly<z.infer<typeof shareRuleSchema>>

/** The provider's share of the cash paid is what is settled; the market keeps the rest. */
const providerShareSchema = z.strictObject({
  model: z.literal('provider-share'),
  shares: z.array(shareRuleSchema).min(1).max(20),
  /** The moment that puts an order into effect, by type of product; null where it is traded outside the market. */
  effective: z.strictObject({
    types: z
      .array(z.strictObject({ type: packIdSchema, moment: orderMomentSchema.nullable() }))
      .min(1)
      .max(20),
    ...citing,
  }),
  /** What a type of product must have come to in a month to be billed; below it is carried to the next. */
  threshold: z.strictObject({ yuan: yuanSchema, ...citing }),
  /** Supervised orders come into effect by their completion and are billed the month after. */
  supervised: z.strictObject({
    effective: z.literal('completion'),
    billedMonthsAfter: z.int().min(0).max(3),
    ...citing,
  }),
  /** Renewals come into effect at their start. */
  renewals: z.strictObject({ effective: z.literal('start'), ...citing }),
  /** Billed only once the buyer has repaid the credit. */
  repaid: z.strictObject(citing),
  /** The day of the month bills are made, moved to the next working day. */
  billDay: z.strictObject({ day: z.int().min(1).max(28), ...citing }),
})
export type ProviderShare = Readonly<z.infer<typeof providerShareSchema>>

/** The `fees` section of a policy pack: what the market keeps of an order. */
export const feeSectionSchema = z.strictObject({
  /** The first and last day (Beijing) of orders it holds for; null while it goes on. */
  from: plainDateSchema,
  to: plainDateSchema.nullable(),
  period: z.strictObject(citing),
  /** What the source says of orders before the first day: no fee, or nothing at all. */
  before: z.strictObject({ fee: z.enum(['none', 'not-stated']), ...citing }),
  rules: z.discriminatedUnion('model', [perOrderSchema, monthlyTiersSchema, providerShareSchema]),
})
export type FeeSection = Readonly<z.infer<typeof feeSectionSchema>>
