import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommissionRebate } from '#shared/contracts/console-platform/records/commission-rebate.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { APPLIED, command } from './bank-desk.ts'
import { sampleControl } from './sample-records.ts'
import { type SettlementDesk, startSettlementDesk } from './settlement-desk.ts'

let desk: SettlementDesk
beforeEach(async () => {
  desk = await startSettlementDesk()
})
afterEach(() => desk.under.close())

const MARKET = 'aliyun'
const MONTH = '2021-03'
const rejected = (code: string) => ({ kind: 'rejected', code })

/** The source's own example: a million, four tenths of it distributed, was charged 120,000 and costs 60,000. */
async function drafted(): Promise<SettlementStatement> {
  const { id } = await desk.provider(MARKET)
  const of = { marketplace: MARKET, category: 'site-building', paidAt: '2021-03-10T02:00:00.000Z' }
  await desk.order(id, { ...of, cash: 600_000_00 })
  await desk.order(id, { ...of, cash: 400_000_00, distributed: true })
  await desk.draft(MONTH, { marketplace: MARKET })
  for (const { check } of (await desk.monthOf(MONTH, MARKET)).draft?.checks ?? []) {
    await desk.skip(check, MONTH, MARKET)
  }
  return desk.statementOf(id, MONTH, MARKET)
}
async function committed(): Promise<SettlementStatement> {
  const statement = await drafted()
  expect(await desk.commit(statement)).toMatchObject(APPLIED)
  return statement
}
async function rebatesOf({ marketplace, providerId }: SettlementStatement): Promise<CommissionRebate[]> {
  return desk.store.ofProvider('commissionRebate', marketplace, providerId)
}
async function theRebate(statement: SettlementStatement): Promise<CommissionRebate> {
  const [rebate] = await rebatesOf(statement)
  if (rebate === undefined) throw new Error('no rebate')
  return rebate
}
const given = { amount: 60_000_00, returnedOn: '2021-04-06', evidence: '银行回单 20210406000012' }
const record = (rebate: CommissionRebate, said: object = {}) =>
  desk.finance.command(command('rebate.record-return', rebate, { ...given, ...said }))
const takeBack = (rebate: CommissionRebate, by = desk.approver) =>
  by.command(command('rebate.take-back-return', rebate, { reason: '款项被退回' }))

describe('committing a statement', () => {
  it('leaves the rebate of its month due, apart from what the statement pays', async () => {
    const statement = await committed()
    expect(statement.totals).toMatchObject({ fee: 120_000_00, rebate: 60_000_00, setOff: 0, net: 880_000_00 })
    expect(await rebatesOf(statement)).toMatchObject([
      { statementId: statement.id, amount: 60_000_00, way: 'apart', returned: null, dropped: null },
    ])
  })

  it('leaves none where nothing is to be had back', async () => {
    const { id } = await desk.provider(MARKET)
    await desk.draft(MONTH, { marketplace: MARKET })
    for (const { check } of (await desk.monthOf(MONTH, MARKET)).draft?.checks ?? []) {
      await desk.skip(check, MONTH, MARKET)
    }
    const { statements } = desk
    expect((await statements(MONTH, MARKET)).filter(({ providerId }) => providerId === id)).toEqual([])
    const september = await desk.provider()
    await desk.order(september.id)
    await desk.draft()
    const other = await desk.statementOf(september.id)
    expect(await desk.commit(other)).toMatchObject(APPLIED)
    expect(await rebatesOf(other)).toEqual([])
  })

  it('has it set off in the net where the company chose so, and nothing to pay after that', async () => {
    const by = { by: 'op-5', byName: '郑红', at: '2021-01-01T00:00:00.000Z', reason: null }
    const chosen = { control: 'rebates-set-off', value: true, from: '2021-01-01' } as const
    await desk.put('companyControl', sampleControl({ ...chosen, status: 'adopted', decided: by }))
    await desk.under.platform.policies.refresh()
    const statement = await committed()
    expect(statement.totals).toMatchObject({ rebate: 60_000_00, setOff: 60_000_00, net: 940_000_00 })
    const rebate = await theRebate(statement)
    expect(rebate).toMatchObject({ way: 'set-off' })
    expect(await record(rebate)).toMatchObject(rejected('wrong-state'))
  })
})

describe('a return', () => {
  it('is recorded once, by finance, for the whole amount, on a day after the month that is not to come', async () => {
    const statement = await committed()
    const rebate = await theRebate(statement)
    expect(await record(rebate, { amount: 60_000_01 })).toMatchObject(rejected('amount-differs'))
    expect(await record(rebate, { returnedOn: '2021-03-31' })).toMatchObject(rejected('day-impossible'))
    expect(await record(rebate, { returnedOn: '2062-04-06' })).toMatchObject(rejected('day-impossible'))
    expect(await record(rebate, { evidence: '有' })).toMatchObject(rejected('bad-arguments'))
    expect(await desk.approver.command(command('rebate.record-return', rebate, given))).toMatchObject({
      kind: 'not-allowed',
    })
    expect(await record(rebate)).toMatchObject(APPLIED)
    const after = await theRebate(statement)
    expect(after.returned).toMatchObject({ on: '2021-04-06', evidence: given.evidence })
    expect(await record(after)).toMatchObject(rejected('wrong-state'))
  })

  it('is taken back by another person, and due again', async () => {
    const statement = await committed()
    await record(await theRebate(statement))
    const rebate = await theRebate(statement)
    expect(await takeBack(rebate, desk.finance)).toMatchObject({ kind: 'not-allowed' })
    expect(await takeBack(rebate)).toMatchObject(APPLIED)
    expect(await theRebate(statement)).toMatchObject({ returned: null })
    expect(await record(await theRebate(statement))).toMatchObject(APPLIED)
  })
})

describe('voiding a statement', () => {
  it('drops what is due, so that the next draft has it once', async () => {
    const statement = await committed()
    expect(await desk.voidIt(statement)).toMatchObject(APPLIED)
    expect(await theRebate(statement)).toMatchObject({ dropped: { reason: '订单归属有误' } })
    await desk.draft(MONTH, { marketplace: MARKET })
    for (const { check } of (await desk.monthOf(MONTH, MARKET)).draft?.checks ?? []) {
      await desk.skip(check, MONTH, MARKET)
    }
    const anew = await desk.statementOf(statement.providerId, MONTH, MARKET)
    expect(await desk.commit(anew)).toMatchObject(APPLIED)
    const rebates = await rebatesOf(statement)
    expect(rebates.filter(({ dropped }) => dropped === null)).toMatchObject([
      { statementId: anew.id, amount: 60_000_00 },
    ])
  })

  it('is refused where the rebate was paid back, until that is taken back', async () => {
    const statement = await committed()
    await record(await theRebate(statement))
    expect(await desk.voidIt(statement)).toMatchObject(rejected('rebate-returned'))
    await takeBack(await theRebate(statement))
    expect(await desk.voidIt(statement)).toMatchObject(APPLIED)
  })
})
