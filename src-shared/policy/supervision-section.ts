import { z } from 'zod'
import { bilingualSchema } from '../base/bilingual.ts'
import { plainDateSchema } from '../calendar/plain-date.ts'
import { citing, packIdSchema } from './citing.ts'

/** How what was bought reaches the buyer. */
export const deliverySchema = z.enum(['online', 'offline'])
export type Delivery = z.infer<typeof deliverySchema>

/** The `supervision` section of a policy pack: whose delivery is supervised 服务监管, and by which steps it is completed. */
export const supervisionSectionSchema = z.strictObject({
  /** Which orders are supervised, by type of product and way of delivery; `delivery` null: however it is delivered. */
  orders: z
    .array(
      z.strictObject({
        id: packIdSchema,
        name: bilingualSchema,
        categories: z.array(packIdSchema).min(1),
        delivery: deliverySchema.nullable(),
        ...citing,
      }),
    )
    .min(1)
    .max(20),
  /** Of other orders the source says nothing that is known: a person puts one under supervision, with the reason. */
  others: z.strictObject(citing),
  /** Whether a renewal starts a supervision of its own. */
  renewals: z.strictObject({ start: z.boolean(), ...citing }),
  /** What the provider brings to prove the delivery. */
  deliverable: z.strictObject(citing),
  /** Within how many hours after the buyer's confirmation the order is completed. */
  completion: z.strictObject({ withinHours: z.int().min(1).max(240), ...citing }),
  /** How often a buyer has to have rejected before an appeal. */
  appeal: z.strictObject({ afterRejections: z.int().min(1).max(10), ...citing }),
  /** The marketplace's own review of what a buyer has confirmed; null where there is none. */
  review: z
    .strictObject({
      /** The mode of business whose orders it is about. */
      mode: packIdSchema,
      /** All orders paid up to this day (Beijing); later ones only where a government voucher was used. */
      allUntil: plainDateSchema,
      ...citing,
      /** In their order; a `gap` stands for steps that the source does not tell. */
      steps: z
        .array(z.strictObject({ id: packIdSchema, name: bilingualSchema, gap: z.boolean(), ...citing }))
        .min(1)
        .max(20),
    })
    .nullable(),
})
export type SupervisionSection = Readonly<z.infer<typeof supervisionSectionSchema>>

/** The `guarantees` section of a policy pack: what the marketplace promises the buyers of some categories 服务保障策略. */
export const guaranteeSectionSchema = z
  .array(
    z.strictObject({
      id: packIdSchema,
      name: bilingualSchema,
      categories: z.array(packIdSchema).min(1),
      ...citing,
    }),
  )
  .max(20)
export type GuaranteeSection = Readonly<z.infer<typeof guaranteeSectionSchema>>
