import type { OrderFeeAnswer } from '#shared/contracts/console-engine/orders.ts'
import type { Step } from '#shared/rules/step.ts'

/** Whether the steps, reckoned anew from what they looked at, come to the figure that is shown. */
export function explainsFee(answer: OrderFeeAnswer): boolean {
  switch (answer.outcome) {
    case 'fee':
      return sumOf(answer.steps, 'fee') === answer.fee
    case 'share':
      return lastOf(answer.steps, 'share') === answer.share && lastOf(answer.steps, 'fee') === answer.fee
    case 'month':
      return (
        sumOf(answer.steps, 'fee') === answer.due &&
        lastOf(answer.steps, 'charged') === answer.charged &&
        answer.charged - answer.due === answer.rebate
      )
    case 'none':
      return answer.steps.every((step) => step.gives.fee === undefined)
  }
}

function amounts(steps: readonly Step[], name: 'fee' | 'share' | 'charged'): number[] {
  return steps.flatMap(({ inputs, gives }) => {
    const value = gives[name]
    if (value?.kind !== 'money') return []
    const { base, rate } = inputs
    if (name === 'fee' && base?.kind === 'money' && rate?.kind === 'rate') {
      return [Math.round((base.fen * rate.basisPoints) / 10_000)]
    }
    return [value.fen]
  })
}

const sumOf = (steps: readonly Step[], name: 'fee') =>
  amounts(steps, name).reduce((sum, each) => sum + each, 0)
const lastOf = (steps: readonly Step[], name: 'fee' | 'share' | 'charged') =>
  amounts(steps, name).at(-1) ?? null
