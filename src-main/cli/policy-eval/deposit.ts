import { z } from 'zod'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import type { DepositFacts } from '#shared/rules/deposits/deposit-facts.ts'
import type {
  DepositEvaluation,
  DepositObligation,
  DepositState,
} from '#shared/rules/deposits/evaluate-deposit.ts'
import { evaluateDeposit } from '#shared/rules/deposits/evaluate-deposit.ts'
import {
  amountTextSchema,
  dayInputSchema,
  type Evaluated,
  type Evaluator,
  explanationSchema,
} from './evaluator.ts'

/** Where one amount is asked of a provider. */
const providerInputSchema = z.strictObject({
  joined: dayInputSchema.nullable(),
  /** The first listing; null before it. */
  listed: dayInputSchema.nullable(),
  headcount: z.int().nonnegative().nullable(),
  free_or_open_source: z.boolean(),
  /** All of it under an open-source licence. */
  open_source: z.boolean().optional(),
  /** The day a paid product is to be published. */
  paid_product_on: dayInputSchema.nullish(),
  as_of: dayInputSchema,
})
/** Where an amount is asked for each category: their ids or names. */
const categoryInputSchema = z.strictObject({ categories: z.array(z.string().min(1)).max(100) })
/** Where the source states no amount there is nothing to look at. */
const anythingSchema = z.looseObject({})

const STATES = {
  'none-required': 'none_required',
  'not-listed': 'not_due_not_listed',
  'in-free-period': 'in_free_year',
  'due-before-listing': 'due_before_listing',
  due: 'due',
  overdue: 'overdue',
} as const satisfies Record<DepositState, string>

const providerResultSchema = z.strictObject({
  required: amountTextSchema,
  /** `standard`, or `deferred_` or `waived_` with the id of the waiver in the pack. */
  reason: z.string(),
  free_year_last_day: z.iso.date().optional(),
  due_date: z.iso.date().nullable(),
  state: z.enum(Object.values(STATES)),
  /** True where the holidays of the due day's year are not published yet. */
  provisional: z.literal(true).optional(),
  explanation: explanationSchema,
})
const statusResultSchema = z.strictObject({
  status: z.enum(['ok', 'unknown_category', 'amount_not_configured', 'no_deposit_stated']),
  required: amountTextSchema.nullable(),
  unknown: z.array(z.string()).optional(),
  explanation: explanationSchema,
})

type DepositInput = z.infer<typeof providerInputSchema | typeof categoryInputSchema | typeof anythingSchema>

export const depositEvaluator: Evaluator<DepositInput> = {
  inputSchema: ({ pack: { deposit } }) => {
    if (deposit === null) return anythingSchema
    if (deposit.amount.basis === 'per-category') return categoryInputSchema
    return deposit.amount.yuan === null ? anythingSchema : providerInputSchema
  },
  anyInputSchema: z.union([providerInputSchema, categoryInputSchema, anythingSchema]),
  resultSchema: z.union([providerResultSchema, statusResultSchema]),
  evaluate: (input, { pack, calendar }) => {
    const provider = providerInputSchema.safeParse(input).data
    const categories = categoryInputSchema.safeParse(input).data?.categories ?? []
    const facts: DepositFacts = {
      categories: categories.map((name) => categoryId(pack, name)),
      joinedOn: provider?.joined ?? null,
      firstListedOn: provider?.listed ?? null,
      staff: provider?.headcount ?? null,
      freeOrOpenSource: provider?.free_or_open_source ?? false,
      openSource: provider?.open_source ?? false,
      paidProductOn: provider?.paid_product_on ?? null,
    }
    // Only what is asked of a provider depends on the day.
    const found = evaluateDeposit(pack, facts, provider?.as_of ?? pack.effectiveFrom, calendar)
    const result =
      provider !== undefined && found.outcome === 'ok' ? providerResult(found) : statusResult(found)
    const { ofAmount, ofTerms } = found.explanation
    return { result, steps: [...ofAmount, ...ofTerms] } satisfies Evaluated
  },
}

function providerResult(found: DepositObligation): z.infer<typeof providerResultSchema> {
  const waiver = found.waiver === null ? '' : `_${found.waiver.replaceAll('-', '_')}`
  return {
    required: decimalAmount(found.required),
    reason: `${found.reason}${waiver}`,
    ...(found.freeUntil === null ? {} : { free_year_last_day: found.freeUntil }),
    due_date: found.dueOn,
    state: STATES[found.state],
    ...(found.provisional ? { provisional: true } : {}),
  }
}

function statusResult(found: DepositEvaluation): z.infer<typeof statusResultSchema> {
  switch (found.outcome) {
    case 'ok':
      return { status: 'ok', required: decimalAmount(found.required) }
    case 'unknown-category':
      return { status: 'unknown_category', required: null, unknown: [...found.unknown] }
    case 'not-configured':
      return { status: 'amount_not_configured', required: null }
    case 'none-stated':
      return { status: 'no_deposit_stated', required: null }
  }
}

/** A category by its id, either name or the source's word for it; what is none of them stays as it is. */
function categoryId({ admission }: PolicyPack, name: string): string {
  const found = admission.categories.find((each) =>
    [each.id, each.name.zh, each.name.en, each.quote].includes(name.trim()),
  )
  return found?.id ?? name
}
