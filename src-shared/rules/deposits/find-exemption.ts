import type { PlainDate } from '../../calendar/plain-date.ts'
import type { DepositSection, ExemptionGround } from '../../policy/deposit-section.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { count, day, yesNo } from '../../values/value.ts'
import { type Step, stepBy } from '../step.ts'
import type { DepositFacts } from './deposit-facts.ts'

interface Exemption {
  /** Id of the waiver that frees the provider on the day. */
  readonly waiver: string | null
  /** The day an exemption that held before has ended. */
  readonly lapsedOn: PlainDate | null
  readonly steps: readonly Step[]
}

/** Looks for a waiver without end of which one ground is met, and whether it has lapsed by `on`. */
export function findExemption(
  pack: PolicyPack,
  { waivers }: DepositSection,
  facts: DepositFacts,
  on: PlainDate,
): Exemption {
  for (const waiver of waivers) {
    if (waiver.kind !== 'exemption') continue
    const ground = waiver.anyOf.find((each) => isMet(each, facts))
    if (ground === undefined) continue
    const ruleId = `deposit.waiver.${waiver.id}`
    const looked = { staff: count(facts.staff), freeOrOpenSource: yesNo(facts.freeOrOpenSource) }
    const met = stepBy(pack, `${ruleId}.${ground.ground}`, ground, looked, { waived: yesNo(true) })
    const { paidProductOn } = facts
    const lapse = waiver.lapsesWithPaidExtension
    if (lapse === null || paidProductOn === null || on < paidProductOn) {
      return { waiver: waiver.id, lapsedOn: null, steps: [met] }
    }
    const days = { paidProductOn: day(paidProductOn), on: day(on) }
    const lapsed = stepBy(pack, `${ruleId}.lapse`, lapse, days, { waived: yesNo(false) })
    return { waiver: null, lapsedOn: paidProductOn, steps: [met, lapsed] }
  }
  return { waiver: null, lapsedOn: null, steps: [] }
}

function isMet(ground: ExemptionGround, facts: DepositFacts): boolean {
  if (ground.ground === 'free-or-open-source') return facts.freeOrOpenSource
  return facts.staff !== null && facts.staff <= ground.staff
}
