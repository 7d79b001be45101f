import { assert } from '../../base/assert.ts'
import type { Fen } from '../../money/fen.ts'
import { parseYuan } from '../../money/yuan.ts'
import type { DepositAmount } from '../../policy/deposit-section.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { cite } from '../cite.ts'
import type { DepositStep } from './deposit-step.ts'

export type RequiredAmount =
  | { readonly outcome: 'ok'; readonly required: Fen; readonly steps: readonly DepositStep[] }
  | { readonly outcome: 'not-configured'; readonly steps: readonly DepositStep[] }
  | {
      readonly outcome: 'unknown-category'
      readonly unknown: readonly string[]
      readonly steps: readonly DepositStep[]
    }

/** What a provider of these categories has to deposit, in fen; a category counts once however often it is named. */
export function requiredAmount(
  pack: PolicyPack,
  amount: DepositAmount,
  categories: readonly string[],
): RequiredAmount {
  const citation = cite(pack, 'deposit.amount', amount)
  if (amount.basis === 'per-provider') {
    if (amount.yuan === null)
      return { outcome: 'not-configured', steps: [{ citation, inputs: {}, gives: {} }] }
    const required = fenOf(amount.yuan)
    return { outcome: 'ok', required, steps: [{ citation, inputs: {}, gives: { required } }] }
  }
  const held = [...new Set(categories)]
  const known = new Set(pack.admission.categories.map(({ id }) => id))
  const unknown = held.filter((category) => !known.has(category))
  if (unknown.length > 0) return { outcome: 'unknown-category', unknown, steps: [] }
  const priced = held.map((category) => {
    const exception = amount.exceptions.find((each) => each.categories.includes(category))
    return { category, rule: exception ?? amount, isException: exception !== undefined }
  })
  const rules = [...new Set(priced.map(({ rule }) => rule))]
  return {
    outcome: 'ok',
    required: priced.reduce((sum, { rule }) => sum + fenOf(rule.yuan), 0),
    steps: rules.map((rule): DepositStep => {
      const under = priced.filter((each) => each.rule === rule)
      const isException = under.some((each) => each.isException)
      return {
        citation: isException ? cite(pack, 'deposit.amount.exception', rule) : citation,
        inputs: { categories: under.map(({ category }) => category), each: fenOf(rule.yuan) },
        gives: { required: under.length * fenOf(rule.yuan) },
      }
    }),
  }
}

function fenOf(yuan: string): Fen {
  const fen = parseYuan(yuan)
  assert(fen !== null, 'a pack states amounts in yuan')
  return fen
}
