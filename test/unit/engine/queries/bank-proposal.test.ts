import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FoundForLine } from '#main/engine/queries/bank/line-candidates.ts'
import { proposedParts } from '#main/engine/queries/bank/line-proposal.ts'
import type { MatchReason } from '#shared/rules/bank-matching/match-types.ts'
import type { OriginalReason } from '#shared/rules/bank-matching/original-types.ts'

const reasons = fc.subarray<MatchReason>(['payer-equal', 'remark-names', 'amount-of-several', 'amount-equal'])
const items = fc.uniqueArray(
  fc.record({
    kind: fc.constant('deposit' as const),
    id: fc.constantFrom('A', 'B', 'C', 'D'),
    reasons,
    certain: fc.constant(false),
  }),
  { selector: ({ id }) => id },
)
const originals = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('L1', 'L2'),
    reasons: fc.subarray<OriginalReason>(['opposite-amount', 'same-counterparty-name']),
    certain: fc.constant(false),
  }),
  { selector: ({ id }) => id },
)
const found: fc.Arbitrary<FoundForLine> = fc.record({
  items,
  originals,
  other: fc.constantFrom(null, { what: 'interest' as const, word: '结息' }),
  isReturn: fc.boolean(),
})
const dues = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), fc.constantFrom(0, 100, 200, 300))
const line = fc.record({
  amount: fc.constantFrom(100, 200, 300, 400),
  direction: fc.constantFrom<'in' | 'out'>('in', 'out'),
})

type Line = Parameters<typeof proposedParts>[0] & { direction: 'in' | 'out' }
const propose = (
  { amount, direction }: Line,
  { items, ...rest }: FoundForLine,
  due: Record<string, number>,
) => {
  const kind = direction === 'in' ? 'deposit' : 'refund'
  const fitting = { ...rest, items: items.map((item) => ({ ...item, kind }) as const) }
  return proposedParts({ amount }, fitting, ({ id }) => due[id] ?? 0)
}

describe('what one key accepts, whatever was found', () => {
  it('sums to the amount of the line, names no deposit twice and takes none for more than is due', () => {
    fc.assert(
      fc.property(line, found, dues, (each, candidates, due) => {
        const parts = propose(each, candidates, due)
        if (parts === null) return
        expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(each.amount)
        const ids = parts.flatMap(({ target }) => ('obligationId' in target ? [target.obligationId] : []))
        expect(new Set(ids).size).toBe(ids.length)
        for (const { target, amount } of parts) {
          if ('obligationId' in target) expect(amount).toBe(due[target.obligationId])
          if (target.kind === 'deposit') expect(each.direction).toBe('in')
          if (target.kind === 'refund') expect(each.direction).toBe('out')
        }
      }),
    )
  })

  it('is nothing among deposits of which several have the amount', () => {
    fc.assert(
      fc.property(line, found, dues, (each, candidates, due) => {
        const equal = candidates.items.filter(({ id }) => due[id] === each.amount)
        if (equal.length < 2) return
        const parts = propose(each, candidates, due)
        expect(parts?.some(({ target }) => 'obligationId' in target) ?? false).toBe(false)
      }),
    )
  })
})
