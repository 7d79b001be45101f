import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/calendar/plain-date.ts'
import { amountExplanation } from '#shared/contracts/console-platform/amount-explanation.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { depositOnDay } from '#shared/contracts/console-platform/deposit-on-day.ts'
import { newAmountOn } from '#shared/contracts/console-platform/new-amount.ts'
import { topUpsDue } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import {
  type DepositObligation,
  depositObligationSchema,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { decideDeposit } from '#shared/contracts/console-platform/transitions/deposit-transitions.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { STANDARD_CONTROLS } from '#shared/rules/in-force/company-controls.ts'
import { PAID, sampleObligation } from '#test/integration/platform/sample-records.ts'
import { calendar, packOf } from '#test/unit/rules/deposits/deposit-setting.ts'

const CHANGED = '2026-12-01'
const finance = { id: 'liu', name: '刘芳' }
const AT = '2026-12-03T02:00:00.000Z'

/** A pack and the one that follows it on CHANGED with another amount. */
function raisedTo(pack: PolicyPack, yuan: string): readonly PolicyPack[] {
  const { deposit } = pack
  if (deposit === null) throw new Error('no deposit')
  const next: PolicyPack = {
    ...pack,
    ...{ version: '9.0', effectiveFrom: CHANGED, effectiveTo: null },
    deposit: { ...deposit, amount: { ...deposit.amount, yuan } },
  }
  return [{ ...pack, effectiveTo: addDays(CHANGED, -1) }, next]
}
const packs = raisedTo(packOf('kubesphere'), '8000.00')
const POLICIES = { packs, calendar, controls: STANDARD_CONTROLS }
const held = sampleObligation({ entries: PAID })

function decided(
  deposit: DepositObligation,
  said: Partial<CommandArguments<'deposit.decide-new-amount'>> = {},
): DepositObligation | null {
  const known = newAmountOn(packs, deposit, CHANGED)
  if (known === null) throw new Error('nothing new')
  const { effectiveFrom, becomes, why, steps } = known
  const given = { effectiveFrom, becomes, why, steps: [...steps] }
  const rest = { owes: true, dueOn: '2027-01-31', reason: '公告适用于全部服务商' }
  const decision = { type: 'deposit.decide-new-amount', arguments: { ...given, ...rest, ...said } } as const
  return decideDeposit(deposit, decision, finance, AT)
}

describe('the amount of a later pack', () => {
  it('asks nothing of who was asked less until somebody decides, and names difference and sentence', () => {
    expect(newAmountOn(packs, held, addDays(CHANGED, -1))).toBeNull()
    expect(newAmountOn(packs, held, CHANGED)).toMatchObject({
      ...{ effectiveFrom: CHANGED, was: 500_000, becomes: 800_000, decided: null },
      stated: { quote: 'KubeSphere 保留后续根据市场条件等，调整保证金金额的权利。' },
    })
    expect(depositOnDay(POLICIES, held, CHANGED).status).toBe('held')
  })

  it('that is lower, or asked already, or of no stated amount, is nothing to decide', () => {
    const lower = raisedTo(packOf('kubesphere'), '3000.00')
    expect(newAmountOn(lower, held, CHANGED)).toBeNull()
    expect(newAmountOn(packs, { ...held, amount: 800_000 }, CHANGED)).toBeNull()
    expect(newAmountOn(packs, { ...held, amount: null }, CHANGED)).toBeNull()
  })

  it('that is owed becomes the amount, with its own steps; the one before and its steps stay on the ledger', () => {
    const after = decided(held)
    expect(depositObligationSchema.safeParse(after).success).toBe(true)
    if (after === null) return
    expect(after).toMatchObject({ amount: 800_000, version: held.version + 1 })
    expect(amountExplanation(after)).toMatchObject({ kind: 'kept' })
    expect(after.entries.at(-1)).toMatchObject({
      ...{ kind: 'new-amount', amount: 0, was: 500_000, becomes: 800_000, owes: true },
      before: { why: held.why, steps: held.steps },
      ...{ by: 'liu', byName: '刘芳' },
    })
    expect(topUpsDue(after).topUps).toEqual([{ amount: 300_000, by: '2027-01-31', violation: null }])
    const on = (day: string) => depositOnDay(POLICIES, after, day)
    expect(on('2026-12-10')).toMatchObject({ settled: true, dueOn: '2027-01-31' })
    expect(on('2027-02-01')).toMatchObject({ status: 'overdue', settled: false })
  })

  it('that is not owed leaves the amount as it was', () => {
    const after = decided(held, { owes: false, dueOn: null })
    expect(after).toMatchObject({ amount: 500_000, steps: held.steps })
    expect(depositOnDay(POLICIES, after as DepositObligation, '2027-02-01').status).toBe('held')
  })

  it('is decided once, and a day goes with owing', () => {
    for (const said of [{}, { owes: false, dueOn: null }]) {
      const once = decided(held, said)
      expect(once).not.toBeNull()
      expect(newAmountOn(packs, once as DepositObligation, CHANGED)?.decided?.byName).toBe('刘芳')
      expect(decided(once as DepositObligation)).toBeNull()
    }
    expect(decided(held, { dueOn: null })).toBeNull()
    expect(decided(held, { owes: false })).toBeNull()
  })
})
