import { z } from 'zod'
import { bilingualSchema } from '../base/bilingual.ts'
import { citing, packIdSchema } from './citing.ts'

/** What a scene of a production interface does; what the rules tell scenes apart by. */
export const sceneActSchema = z.enum([
  'create',
  'query',
  'update',
  'status',
  'release',
  'upgrade',
  'licence',
  'notice',
  'probe',
])
export type SceneAct = z.infer<typeof sceneActSchema>

/** How a call ended: done, still under way at the provider, or failed; without an answer it failed. */
export const callOutcomeSchema = z.enum(['ok', 'in-process', 'failed'])
export type CallOutcome = z.infer<typeof callOutcomeSchema>

/** The `interfaces` section of a policy pack: the production interface 生产接口 of providers, and when it is called unhealthy. */
export const interfaceSectionSchema = z.strictObject({
  scenes: z
    .array(
      z.strictObject({
        id: packIdSchema,
        name: bilingualSchema,
        act: sceneActSchema,
        /** For how many hours the marketplace goes on calling after a failure, and every how many minutes; null: not said. */
        retry: z
          .strictObject({
            /** A day at most: what counts orders by months looks back by one. */
            hours: z.int().min(1).max(24),
            everyMinutes: z.int().min(1).max(1440).nullable(),
            /** Where the source says something else of the same: flagged, with its sentence. */
            contradiction: z.strictObject(citing).nullable().default(null),
            ...citing,
          })
          .nullable()
          .default(null),
        ...citing,
      }),
    )
    .min(1)
    .max(30),
  /** What the codes of an answer mean; any other is a failure. */
  results: z.strictObject({
    codes: z
      .array(
        z.strictObject({
          code: z.string().min(1).max(16),
          outcome: callOutcomeSchema,
          name: bilingualSchema,
        }),
      )
      .min(1)
      .max(60),
    ...citing,
  }),
  /** Calls that have to be answered alike when they are made again. */
  repeats: z.strictObject({
    /** Of one order and line, or of one order and product where it is paid on demand. */
    instance: z.strictObject({ line: z.strictObject(citing), onDemand: z.strictObject(citing) }),
    licence: z.strictObject(citing),
  }),
  /** More failed orders than this in a calendar month: the product is taken off. */
  failedOrders: z.strictObject({ more: z.int().min(0).max(1000), ...citing }),
  /** From this many days in a row on, a failing probe 拨测 is a long one. */
  probe: z.strictObject({ days: z.int().min(1).max(90), ...citing }),
  /** How long an instance that ran out is frozen before it is released. */
  frozen: z.strictObject({ days: z.int().min(0).max(365), ...citing }),
  /** To whom a failed call is told. */
  mail: z.strictObject(citing),
})
export type InterfaceSection = Readonly<z.infer<typeof interfaceSectionSchema>>
