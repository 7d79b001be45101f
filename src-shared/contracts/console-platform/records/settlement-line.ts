import { z } from 'zod'
import { marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainMonthSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { LINE_KINDS, type SettledLine } from '../../../rules/settlement/statement-line.ts'
import { type Step, stepSchema } from '../../../rules/step.ts'
import type { RuleUsed, SettlementStatement } from './settlement-statement.ts'

/** A step without its sentence and pack, which stand once in the statement's `rules`. */
const lineStepSchema = stepSchema.omit({ citation: true, pack: true }).extend({ rule: z.int().nonnegative() })
type LineStep = Readonly<z.infer<typeof lineStepSchema>>

/** One movement of a statement. It comes with its statement and never changes. Fen; the amounts sum to the net. */
export const settlementLineSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  month: plainMonthSchema,
  providerId: z.string().min(1).max(64),
  statementId: ulidSchema,
  kind: z.enum(LINE_KINDS),
  orderId: ulidSchema.nullable(),
  orderNumber: z.string().nullable(),
  adjustmentId: ulidSchema.nullable(),
  category: z.string().nullable(),
  taxBasisPoints: z.int().min(0).max(10_000).nullable(),
  gross: fenSchema,
  base: fenSchema,
  fee: fenSchema,
  rebate: fenSchema,
  amount: fenSchema,
  carried: plainMonthSchema.nullable(),
  reason: z.string().nullable(),
  steps: z.array(lineStepSchema),
})
export type SettlementLine = Readonly<z.infer<typeof settlementLineSchema>>

/** The rules that the lines of one statement name, each once. */
export class RulesUsed {
  readonly #places = new Map<string, number>()
  readonly all: RuleUsed[] = []

  /** A step with its rule by place. */
  compact({ citation, pack, ...step }: Step): LineStep {
    const key = `${pack.effectiveFrom} ${pack.version} ${citation.ruleId}`
    let rule = this.#places.get(key)
    if (rule === undefined) {
      rule = this.all.length
      this.#places.set(key, rule)
      this.all.push({ citation, pack })
    }
    return { rule, ...step }
  }
}

/** The steps of a line with their sentences. */
export function stepsOfLine(
  { steps }: Pick<SettlementLine, 'steps'>,
  { rules }: Pick<SettlementStatement, 'rules'>,
): Step[] {
  return steps.flatMap(({ rule, ...step }) => {
    const used = rules[rule]
    return used === undefined ? [] : [{ ...used, ...step }]
  })
}

/** The record of a line. */
export function settlementLine(
  statement: Pick<SettlementStatement, 'id' | 'marketplace' | 'month' | 'providerId'>,
  id: string,
  { steps, ...line }: SettledLine,
  rules: RulesUsed,
): SettlementLine {
  const { id: statementId, marketplace, month, providerId } = statement
  return {
    ...{ id, version: 1, marketplace, month, providerId, statementId },
    ...line,
    steps: steps.map((step) => rules.compact(step)),
  }
}
