import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { newAmountOn } from '#shared/contracts/console-platform/new-amount.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { newUlid, sampleObligation } from './sample-records.ts'

type Client = ReturnType<PlatformUnderTest['client']>
type Said = CommandArguments<'deposit.decide-new-amount'>

let under: PlatformUnderTest
let finance: Client
let ops: Client
beforeAll(async () => {
  under = await startPlatformUnderTest()
  const signIn = async (id: string, role: Role) => {
    await under.addOperator(id, [role])
    return under.client(await under.signIn(id))
  }
  finance = await signIn('liu', 'finance')
  ops = await signIn('li', 'ops')
})
afterAll(() => under.close())

/** A deposit that was asked less than the pack of today does. */
async function askedLess(): Promise<DepositObligation> {
  const deposit = sampleObligation({ amount: 300_000 })
  await under.platform.store.write((tx) => tx.put('depositObligation', deposit))
  return deposit
}

function saidOf(deposit: DepositObligation): Said {
  const known = newAmountOn(under.platform.policies.packs, deposit, '2026-11-20')
  if (known === null) throw new Error('nothing new')
  const { effectiveFrom, becomes, why, steps } = known
  return {
    ...{ effectiveFrom, becomes, why, steps: [...steps] },
    ...{ owes: true, dueOn: '2026-12-31', reason: '公告适用于全部服务商' },
  }
}
const decide = (by: Client, { id, version }: DepositObligation, said: Said) =>
  by.command({
    ...{ id: newUlid(), type: 'deposit.decide-new-amount', recordId: id, expectedVersion: version },
    ...{ seenDigest: null, arguments: said },
  })

describe('the difference to a new amount', () => {
  it('is decided once, by finance, as the pack states it, and changes the amount with its steps', async () => {
    const deposit = await askedLess()
    const said = saidOf(deposit)
    expect(await decide(ops, deposit, said)).toMatchObject({ kind: 'not-allowed' })
    expect(await decide(finance, deposit, { ...said, becomes: 600_000 })).toMatchObject({
      code: 'rule-differs',
    })
    expect(await decide(finance, deposit, { ...said, effectiveFrom: '2026-01-01' })).toMatchObject({
      code: 'rule-differs',
    })
    expect(await decide(finance, deposit, { ...said, dueOn: '2026-11-01' })).toMatchObject({
      code: 'bad-arguments',
    })
    expect(await decide(finance, deposit, { ...said, dueOn: null })).toMatchObject({ code: 'bad-arguments' })
    expect(await decide(finance, deposit, said)).toMatchObject({ kind: 'applied', version: 2 })
    const after = await under.platform.store.get('depositObligation', deposit.id)
    expect(after).toMatchObject({ amount: 500_000, why: said.why, steps: said.steps })
    expect(after?.entries).toMatchObject([{ kind: 'new-amount', was: 300_000, by: 'liu', owes: true }])
    if (after === null) return
    expect(await decide(finance, after, said)).toMatchObject({ code: 'wrong-state', detail: 'liu' })
  })

  it('that is not owed leaves the amount, and is not asked again', async () => {
    const deposit = await askedLess()
    const said = { ...saidOf(deposit), owes: false, dueOn: null }
    expect(await decide(finance, deposit, said)).toMatchObject({ kind: 'applied' })
    const after = await under.platform.store.get('depositObligation', deposit.id)
    expect(after?.amount).toBe(300_000)
    expect(
      newAmountOn(under.platform.policies.packs, after as DepositObligation, '2026-11-20'),
    ).toMatchObject({
      decided: { owes: false, reason: said.reason },
    })
  })
})
