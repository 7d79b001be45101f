import { z } from 'zod'
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import type { DepositStep } from '#shared/rules/deposits/deposit-step.ts'

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
  readonly steps: readonly DepositStep[]
}

/** Beyond these years no table of holidays helps, and no rule was meant. */
export const dayInputSchema = z.iso
  .date()
  .refine((day) => day >= '1949-10-01' && day < '2200-01-01', 'a day from 1949-10-01 to 2199-12-31')

/** An amount in yuan with two decimals, as text. */
export const amountTextSchema = z.string().regex(/^-?\d+\.\d{2}$/)

/** How the steps of a calculation are printed; amounts in them are fen. */
export const explanationSchema = z
  .array(
    z.strictObject({
      rule: z.string(),
      quote: z.string(),
      source: z.string(),
      reading: z.boolean(),
      inputs: z.record(z.string(), z.unknown()),
      gives: z.record(z.string(), z.unknown()),
    }),
  )
  .optional()

export function explain(steps: readonly DepositStep[]): z.infer<typeof explanationSchema> {
  return steps.map(({ citation: { ruleId, quote, source, reading }, inputs, gives }) => ({
    rule: ruleId,
    quote,
    source,
    reading,
    inputs: { ...inputs },
    gives: { ...gives },
  }))
}
