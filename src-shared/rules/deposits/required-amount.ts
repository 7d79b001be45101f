import { assert } from '../../base/assert.ts'
import type { Fen } from '../../money/fen.ts'
import { parseYuan } from '../../money/yuan.ts'
import type { DepositAmount } from '../../policy/deposit-section.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { list, money, term } from '../../values/value.ts'
import { type Step, stepBy } from '../step.ts'

export type RequiredAmount =
  | { readonly outcome: 'ok'; readonly required: Fen; readonly steps: readonly Step[] }
  | { readonly outcome: 'not-configured'; readonly steps: readonly Step[] }
  | {
      readonly outcome: 'unknown-category'
      readonly unknown: readonly string[]
      readonly steps: readonly Step[]
    }

/** What a provider of these categories has to deposit, in fen; a category counts once however often it is named. */
export function requiredAmount(
  pack: PolicyPack,
  amount: DepositAmount,
  categories: readonly string[],
): RequiredAmount {
  if (amount.basis === 'per-provider') {
    if (amount.yuan === null) {
      return { outcome: 'not-configured', steps: [stepBy(pack, 'deposit.amount', amount, {}, {})] }
    }
    const required = fenOf(amount.yuan)
    const stated = stepBy(pack, 'deposit.amount', amount, {}, { required: money(required) })
    return { outcome: 'ok', required, steps: [stated] }
  }
  const held = [...new Set(categories)]
  const known = new Map(pack.admission.categories.map(({ id, name }) => [id, term(id, name)]))
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
    steps: rules.map((rule): Step => {
      const under = priced.filter((each) => each.rule === rule)
      const isException = under.some((each) => each.isException)
      const ruleId = isException ? 'deposit.amount.exception' : 'deposit.amount'
      const named = list(under.flatMap(({ category }) => known.get(category) ?? []))
      return stepBy(
        pack,
        ruleId,
        rule,
        { categories: named, each: money(fenOf(rule.yuan)) },
        { required: money(under.length * fenOf(rule.yuan)) },
      )
    }),
  }
}

function fenOf(yuan: string): Fen {
  const fen = parseYuan(yuan)
  assert(fen !== null, 'a pack states amounts in yuan')
  return fen
}
