import { z } from 'zod'
import { bilingualSchema } from '#shared/base/bilingual.ts'
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts'
import { parseYuan } from '#shared/money/yuan.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { wordsOf } from '#shared/rules/cite.ts'
import { packVersionSchema, type Step, type StepValues, stepValues } from '#shared/rules/step.ts'
import { bareValue } from '#shared/values/bare-value.ts'
import { labelledText } from '#shared/values/value-text.ts'

/** What an input is evaluated by. */
export interface Setting {
  readonly pack: PolicyPack
  /** All packs of the marketplace, the oldest first; where a day was named, that day's alone. */
  readonly packs: readonly PolicyPack[]
  readonly calendar: WorkingCalendar
}

/** One matter `policy eval` knows: inputs and results are JSON as users and scripts write it. */
export interface Evaluator<Input = unknown, Given = Setting> {
  /** What is asked for under the packs of the marketplace. */
  inputSchema(setting: Given): z.ZodType<Input>
  /** Every shape an input may have, whatever the marketplace. */
  readonly anyInputSchema: z.ZodType
  readonly resultSchema: z.ZodType
  evaluate(input: Input, setting: Given): Evaluated
}

export interface Evaluated {
  readonly result: Readonly<Record<string, unknown>>
  readonly steps: readonly Step[]
}

/** Beyond these years no table of holidays helps, and no rule was meant. */
export const dayInputSchema = z.iso
  .date()
  .refine((day) => day >= '1949-10-01' && day < '2200-01-01', 'a day from 1949-10-01 to 2199-12-31')

/** An amount in yuan as decimal text, read as fen. */
export const yuanInputSchema = z.string().transform((text, context) => {
  const fen = /^-?\d+(\.\d{1,2})?$/.test(text) ? parseYuan(text) : null
  if (fen !== null) return fen
  context.addIssue({ code: 'custom', message: 'an amount in yuan as text, like "12.34"' })
  return z.NEVER
})

/** A per cent with at most two decimals, read as hundredths of one. */
export const percentInputSchema = z
  .number()
  .min(0)
  .max(100)
  .refine((percent) => Math.abs(percent * 100 - Math.round(percent * 100)) < 1e-9, 'at most two decimals')
  .transform((percent) => Math.round(percent * 100))

/** A moment with its zone, read as UTC. */
export const instantInputSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())

/** An amount in yuan with two decimals, as text. */
export const amountTextSchema = z.string().regex(/^-?\d+\.\d{2}$/)

/** How the steps of a calculation are printed: bare values for programs, amounts in fen, and in words for people. */
export const explanationSchema = z
  .array(
    z.strictObject({
      rule: z.string(),
      quote: z.string().nullable(),
      summary: z.string().nullable(),
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
    const { ruleId, source, reading } = step.citation
    return {
      rule: ruleId,
      ...wordsOf(step.citation),
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
