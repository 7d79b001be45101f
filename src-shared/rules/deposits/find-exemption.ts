import type { PlainDate } from '../../calendar/plain-date.ts'
import type { DepositSection, ExemptionGround } from '../../policy/deposit-section.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { count, day, yesNo } from '../../values/value.ts'
import type { Cited } from '../cite.ts'
import { type Step, stepBy } from '../step.ts'
import type { DepositFacts } from './deposit-facts.ts'

interface Exemption {
  /** Id of the waiver that frees the provider on the day. */
  readonly waiver: string | null
  /** The day an exemption that held before has ended. */
  readonly lapsedOn: PlainDate | null
  readonly steps: readonly Step[]
}

/** Looks for a waiver without end of which one ground is met, one that lasts first, and whether it has lapsed by `on`. */
export function findExemption(
  pack: PolicyPack,
  { waivers }: DepositSection,
  facts: DepositFacts,
  on: PlainDate,
): Exemption {
  for (const waiver of waivers) {
    if (waiver.kind !== 'exemption') continue
    const met = waiver.anyOf.filter((each) => isMet(each, facts))
    const ground = met.find((each) => lapseOf(each, facts, on) === null) ?? met[0]
    if (ground === undefined) continue
    const ruleId = `deposit.waiver.${waiver.id}`
    const { staff, freeOrOpenSource, openSource } = facts
    const looked = {
      ...{ staff: count(staff), freeOrOpenSource: yesNo(freeOrOpenSource) },
      openSource: yesNo(openSource),
    }
    const held = stepBy(pack, `${ruleId}.${ground.ground}`, ground, looked, { waived: yesNo(true) })
    const lapse = lapseOf(ground, facts, on)
    if (lapse === null) return { waiver: waiver.id, lapsedOn: null, steps: [held] }
    const { paidProductOn } = facts
    const days = { paidProductOn: day(paidProductOn), on: day(on) }
    const lapsed = stepBy(pack, `${ruleId}.lapse`, lapse, days, { waived: yesNo(false) })
    return { waiver: null, lapsedOn: paidProductOn, steps: [held, lapsed] }
  }
  return { waiver: null, lapsedOn: null, steps: [] }
}

/** The rule that has ended a ground by a day; null while it holds. */
function lapseOf(ground: ExemptionGround, { paidProductOn }: DepositFacts, on: PlainDate): Cited | null {
  if (ground.ground !== 'free' || paidProductOn === null || on < paidProductOn) return null
  return ground.lapsesWithPaidExtension
}

function isMet(ground: ExemptionGround, { staff, freeOrOpenSource, openSource }: DepositFacts): boolean {
  switch (ground.ground) {
    case 'free':
      return freeOrOpenSource
    case 'open-source':
      return openSource
    case 'staff-at-most':
      return staff !== null && staff <= ground.staff
  }
}
