import { assert } from '../../base/assert.ts'
import type { Fen } from '../../money/fen.ts'
import { multiplyHalfAwayFromZero } from '../../money/rounding.ts'
import { parseYuan } from '../../money/yuan.ts'
import type { FeeComponent } from '../../policy/fee-section.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { money, rate } from '../../values/value.ts'
import { type Step, stepBy } from '../step.ts'

const ROUNDED = 'half-away-from-zero'

/** What one component takes of a base in fen, and how. A base of nothing bears nothing, fixed parts included. */
export function componentFee(
  pack: PolicyPack,
  component: FeeComponent,
  base: Fen,
): { readonly fee: Fen; readonly step: Step } {
  const ruleId = `fees.${component.id}`
  const inputs = { base: money(base) }
  if (component.kind === 'fixed') {
    const fee = base > 0 ? fenOf(component.yuan) : 0
    return { fee, step: stepBy(pack, ruleId, component, inputs, { fee: money(fee) }) }
  }
  const share = multiplyHalfAwayFromZero(base, component.basisPoints, 10_000)
  const least = component.minimum === null || base <= 0 ? share : Math.max(share, fenOf(component.minimum))
  const fee = component.maximum === null ? least : Math.min(least, fenOf(component.maximum))
  const step = stepBy(
    pack,
    ruleId,
    component,
    {
      ...inputs,
      rate: rate(component.basisPoints),
      ...(component.minimum === null ? {} : { least: money(fenOf(component.minimum)) }),
      ...(component.maximum === null ? {} : { most: money(fenOf(component.maximum)) }),
    },
    { fee: money(fee) },
    ROUNDED,
  )
  return { fee, step }
}

/** An amount of a pack in fen. */
export function fenOf(yuan: string): Fen {
  const amount = parseYuan(yuan)
  assert(amount !== null, 'a pack states amounts in yuan')
  return amount
}
