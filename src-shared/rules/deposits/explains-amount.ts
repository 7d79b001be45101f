import type { Fen } from '../../money/fen.ts'
import type { Step } from '../step.ts'

/** Whether steps, reckoned anew from what they looked at, come to an amount in fen; null: none is stated. */
export function explainsAmount(steps: readonly Step[], amount: Fen | null): boolean {
  let sum: Fen | null = null
  for (const { inputs, gives } of steps) {
    const { required } = gives
    if (required === undefined) continue
    if (required.kind !== 'money') return false
    const { categories, each } = inputs
    const priced = categories?.kind === 'list' && each?.kind === 'money'
    if (priced && categories.of.length * each.fen !== required.fen) return false
    sum = (sum ?? 0) + required.fen
  }
  return sum === amount
}
