import { z } from 'zod'
import type { Bilingual } from '../base/bilingual.ts'
import { marketplaceSchema } from '../base/ids.ts'
import { plainDateSchema } from '../calendar/plain-date.ts'
import { ROUNDING_WORDS, type Rounding, roundingSchema } from '../money/rounding.ts'
import type { PolicyPack } from '../policy/policy-pack.ts'
import { type Labelled, plainValueSchema, term } from '../values/value.ts'
import { type Cited, cite } from './cite.ts'
import { STEP_NAMES, STEP_WORDS } from './step-words.ts'
import { citationSchema } from './verdict.ts'

/** Which pack a figure was computed by. */
export const packVersionSchema = z.strictObject({
  marketplace: marketplaceSchema,
  effectiveFrom: plainDateSchema,
  version: z.string(),
})

/** A value a step looked at or gave. */
const stepValueSchema = z.union([
  plainValueSchema,
  z.strictObject({ kind: z.literal('list'), of: z.array(plainValueSchema) }),
])
const stepValuesSchema = z.partialRecord(z.enum(STEP_NAMES), stepValueSchema)
export type StepValues = Readonly<z.infer<typeof stepValuesSchema>>

/** One step of a calculation: the rule and its pack, what it looked at, what it gave, and how that was rounded. */
export const stepSchema = z.strictObject({
  citation: citationSchema,
  pack: packVersionSchema,
  inputs: stepValuesSchema,
  gives: stepValuesSchema,
  /** Null where nothing was divided. */
  rounding: roundingSchema.nullable(),
})
export type Step = Readonly<z.infer<typeof stepSchema>>

/** A step by a rule of a pack; `rounding` where something was divided. */
export function stepBy(
  pack: Pick<PolicyPack, 'sources' | 'marketplace' | 'effectiveFrom' | 'version'>,
  ruleId: string,
  rule: Cited,
  inputs: StepValues,
  gives: StepValues,
  rounding: Rounding | null = null,
): Step {
  const { marketplace, effectiveFrom, version } = pack
  return {
    citation: cite(pack, ruleId, rule),
    pack: { marketplace, effectiveFrom, version },
    inputs,
    gives,
    rounding,
  }
}

const ROUNDED: Bilingual = { zh: '舍入', en: 'Rounding' }

/** What a step looked at, then what it gave and how that was rounded, each under its name. */
export function stepValues({ inputs, gives, rounding }: Step): Labelled[] {
  const rounded =
    rounding === null ? [] : [{ label: ROUNDED, value: term(rounding, ROUNDING_WORDS[rounding]) }]
  const values = [inputs, gives].flatMap((some) =>
    STEP_NAMES.flatMap((name) => {
      const value = some[name]
      return value === undefined ? [] : [{ label: STEP_WORDS[name], value }]
    }),
  )
  return [...values, ...rounded]
}
