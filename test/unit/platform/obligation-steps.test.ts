import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planObligations } from '#platform/deposits/plan-obligations.ts'
import { addDays } from '#shared/calendar/plain-date.ts'
import { amountExplanation } from '#shared/contracts/console-platform/amount-explanation.ts'
import { depositOnDay } from '#shared/contracts/console-platform/deposit-on-day.ts'
import {
  type DepositObligation,
  depositObligationSchema,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { stepOf } from '#shared/contracts/console-platform/transitions/decision.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { STANDARD_CONTROLS } from '#shared/rules/in-force/company-controls.ts'
import type { Step } from '#shared/rules/step.ts'
import { newUlid } from '#test/integration/platform/sample-records.ts'
import { calendar, packOf } from '#test/unit/rules/deposits/deposit-setting.ts'

const MARKETPLACES = ['kubesphere', 'aliyun', 'ksyun', 'huawei']
const ON = '2026-11-20'
const CHANGED = '2026-12-01'

/** A pack and the one that follows it on CHANGED, with other amounts. */
function followedBy(pack: PolicyPack, yuan: string): readonly PolicyPack[] {
  const { deposit } = pack
  const next: PolicyPack = {
    ...pack,
    version: '9.0',
    effectiveFrom: CHANGED,
    effectiveTo: null,
    deposit: deposit === null ? null : { ...deposit, amount: { ...deposit.amount, yuan } },
  }
  return [{ ...pack, effectiveTo: addDays(CHANGED, -1) }, next]
}

const provider = (marketplace: string, categories: readonly string[]) => ({
  id: 'provider-1',
  marketplace,
  name: '杭州云帆科技有限公司',
  staff: 50,
  freeOrOpenSourceOnly: false,
  openSourceOnly: false,
  joinedOn: '2024-05-01',
  categories: [...categories],
})

function planned(
  packs: readonly PolicyPack[],
  existing: readonly DepositObligation[],
  on: string,
  staff: number,
) {
  const marketplace = packs[0]?.marketplace ?? ''
  const categories = packs[0]?.admission.categories.map(({ id }) => id) ?? []
  const entry = stepOf('application.approve', { id: 'op-1', name: '周敏' }, `${on}T02:00:00.000Z`)
  const event = { on, entry, change: () => ({}) }
  return planObligations(
    { packs },
    { ...provider(marketplace, categories), staff },
    existing,
    event,
    newUlid,
  ).map(({ after }) => depositObligationSchema.parse(JSON.parse(JSON.stringify(after))))
}

/** Every step a person is shown of a deposit on a day. */
function shownSteps(
  packs: readonly PolicyPack[],
  obligation: DepositObligation,
  on: string,
): readonly Step[] {
  const explained = amountExplanation(obligation)
  const { explanation } = depositOnDay({ packs, calendar, controls: STANDARD_CONTROLS }, obligation, on)
  return [...(explained.kind === 'kept' ? explained.steps : []), ...explanation]
}

/** What the shown steps say is owed, added up by itself; null where none says anything. */
function owedBySteps(steps: readonly Step[]): number | null {
  const owed = steps.flatMap(({ gives: { required } }) => (required?.kind === 'money' ? [required.fen] : []))
  return owed.length === 0 ? null : owed.reduce((sum, fen) => sum + fen, 0)
}

describe.each(MARKETPLACES)('the explanation of a deposit of %s', (marketplace) => {
  it('comes to the amount on record, whatever pack holds today', () => {
    const yuan = fc.integer({ min: 1, max: 10_000_000 }).map((whole) => `${whole}.00`)
    fc.assert(
      fc.property(yuan, fc.nat(900), fc.nat(900), fc.nat(100), (amount, first, later, staff) => {
        const packs = followedBy(packOf(marketplace), amount)
        const made = planned(packs, [], addDays(ON, first), 50)
        const changed = planned(packs, made, addDays(ON, first + later), staff)
        for (const obligation of [...made, ...changed]) {
          expect(amountExplanation(obligation).kind).toBe('kept')
          for (const on of [ON, addDays(CHANGED, -1), CHANGED, addDays(ON, first + later)]) {
            expect(owedBySteps(shownSteps(packs, obligation, on))).toBe(obligation.amount)
          }
        }
      }),
      { numRuns: 50 },
    )
  })

  it('names the pack it was reckoned by, not the one of today', () => {
    const packs = followedBy(packOf(marketplace), '8000.00')
    const made = planned(packs, [], ON, 50)
    const changed = planned(packs, made, CHANGED, 60)
    expect(changed.map(({ version }) => version)).toEqual(made.map(() => 2))
    for (const [at, { amount, steps }] of made.entries()) {
      if (amount !== null) expect(changed[at]).toMatchObject({ amount, steps })
      for (const { pack } of steps ?? []) {
        expect(pack.effectiveFrom).toBe(packOf(marketplace).effectiveFrom)
      }
    }
  })
})

describe('a deposit', () => {
  it('whose marketplace states an amount later has the steps of that day', () => {
    const packs = followedBy(packOf('ksyun'), '8000.00')
    const made = planned(packs, [], ON, 50)
    expect(made.map(({ amount, steps }) => [amount, steps?.length])).toEqual([[null, 1]])
    const [stated] = planned(packs, made, CHANGED, 50)
    expect(stated?.amount).toBe(800_000)
    expect(stated?.steps?.map(({ pack }) => pack.version)).toEqual(['9.0'])
  })

  it('of which no steps were kept says so, and today explains nothing of its amount', () => {
    const packs = followedBy(packOf('kubesphere'), '8000.00')
    const [made] = planned(packs, [], ON, 50)
    if (made === undefined) throw new Error('there is a deposit')
    const { steps: _kept, ...before } = made
    const old = depositObligationSchema.parse(JSON.parse(JSON.stringify(before)))
    expect(amountExplanation(old)).toEqual({ kind: 'not-kept' })
    expect(owedBySteps(shownSteps(packs, old, CHANGED))).toBeNull()
  })

  it('whose steps come to another amount is explained by none of them', () => {
    const [made] = planned(followedBy(packOf('kubesphere'), '8000.00'), [], ON, 50)
    if (made === undefined) throw new Error('there is a deposit')
    expect(amountExplanation({ ...made, amount: 800_000 })).toEqual({ kind: 'contradicts' })
  })
})
