import { z } from 'zod'
import { bilingualSchema } from '#shared/base/bilingual.ts'
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { packVersionSchema, type Step, type StepValues, stepValues } from '#shared/rules/step.ts'
import { bareValue } from '#shared/values/bare-value.ts'
import { labelledText } from '#shared/values/value-text.ts'

/** What an input is evaluated by. */
export interface Setting {
  readonly pack: PolicyPack
  readonly calendar: WorkingCalendar
}

/** One matter `policy eval` knows: inputs and results are JSON as users and scripts write it. */
export interface Evaluator<Input = unknown> {
  /** What is asked for under a pack. */
  inputSchema(pack: PolicyPack): z.ZodType<Input>
  /** Every shape an input may have, whatever the marketplace. */
  readonly anyInputSchema: z.ZodType
  readonly resultSchema: z.ZodType
  evaluate(input: Input, setting: Setting): Evaluated
}

export interface Evaluated {
  readonly result: Readonly<Record<string, unknown>>
  readonly steps: readonly Step[]
}

/** Beyond these years no table of holidays helps, and no rule was meant. */
export const dayInputSchema = z.iso
  .date()
  .refine((day) => day >= '1949-10-01' && day < '2200-01-01', 'a day from 1949-10-01 to 2199-12-31')

/** An amount in yuan with two decimals, as text. */
export const amountTextSchema = z.string().regex(/^-?\d+\.\d{2}$/)

/** How the steps of a calculation are printed: bare values for programs, amounts in fen, and in words for people. */
export const explanationSchema = z
  .array(
    z.strictObject({
      rule: z.string(),
      quote: z.string(),
      source: z.string(),
      reading: z.boolean(),
      pack: packVersionSchema,
      inputs: z.record(z.string(), z.unknown()),
      gives: z.record(z.string(), z.unknown()),
      inWords: z.array(bilingualSchema),
    }),
  )
  .optional()

export function explain(steps: readonly Step[]): z.infer<typeof explanationSchema> {
  return steps.map((step) => {
    const { ruleId, quote, source, reading } = step.citation
    return {
      rule: ruleId,
      quote,
      source,
      reading,
      pack: step.pack,
      inputs: bareValues(step.inputs),
      gives: bareValues(step.gives),
      inWords: stepValues(step).map((each) => ({
        zh: labelledText(each, 'zh'),
        en: labelledText(each, 'en'),
      })),
    }
  })
}

function bareValues(values: StepValues): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, bareValue(value)]))
}
