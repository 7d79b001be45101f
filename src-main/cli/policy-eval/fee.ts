import { z } from 'zod'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import type { Evaluator } from './evaluator.ts'
import { evaluatePerOrder, perOrderInputSchema, perOrderResultSchema } from './fee-per-order.ts'
import { evaluateShares, sharesInputSchema, sharesResultSchema } from './fee-shares.ts'

const perOrder = perOrderInputSchema.transform((input) => ({ by: 'order' as const, input }))
const shares = sharesInputSchema.transform((input) => ({ by: 'share' as const, input }))
/** Where a month's total decides, not the single order: `commission` tells. */
const none = z.looseObject({}).transform(() => ({ by: 'none' as const }))

type FeeInput = z.infer<typeof perOrder | typeof shares | typeof none>

export const feeEvaluator: Evaluator<FeeInput> = {
  inputSchema: ({ packs }) => {
    switch (modelOf(packs)) {
      case 'per-order':
        return perOrder
      case 'provider-share':
        return shares
      case 'monthly-tiers':
      case null:
        return none
    }
  },
  anyInputSchema: z.union([perOrderInputSchema, sharesInputSchema, z.looseObject({})]),
  resultSchema: z.union([
    perOrderResultSchema,
    sharesResultSchema,
    z.strictObject({ status: z.literal('no_fee_by_order') }),
  ]),
  evaluate: (given, { packs }) => {
    switch (given.by) {
      case 'order':
        return evaluatePerOrder(given.input, packs)
      case 'share':
        return evaluateShares(given.input, packs)
      case 'none':
        return { result: { status: 'no_fee_by_order' }, steps: [] }
    }
  },
}

/** How the newest pack of the marketplace reckons; null where none states fees. */
function modelOf(packs: readonly PolicyPack[]) {
  return packs.findLast(({ fees }) => fees !== null)?.fees?.rules.model ?? null
}
