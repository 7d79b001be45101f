import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandArguments, CommandType } from '#shared/contracts/console-platform/commands.ts'
import {
  type DepositObligation,
  depositBalance,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { rechargeStatus } from '#shared/contracts/console-platform/records/recharge.ts'
import { askRefundRoutes } from '#shared/contracts/console-platform/refund-routes.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { answeredFrom } from '#shared/contracts/console-platform/transitions/asking.ts'
import { command, toDeposit } from './bank-desk.ts'
import { importedLine, importing, withBalances } from './bank-statement.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { newUlid, sampleAccount, sampleLine, sampleObligation, sampleRecharge } from './sample-records.ts'

type Client = ReturnType<PlatformUnderTest['client']>

let under: PlatformUnderTest
let finance: Client
let both: Client
let approver: Client
let ops: Client
beforeAll(async () => {
  under = await startPlatformUnderTest()
  const signIn = async (id: string, ...roles: Role[]) => {
    await under.addOperator(id, roles)
    return under.client(await under.signIn(id))
  }
  finance = await signIn('liu', 'finance')
  both = await signIn('sun', 'finance', 'finance-approver')
  approver = await signIn('wang', 'finance-approver')
  ops = await signIn('li', 'ops')
})
afterAll(() => under.close())

const store = () => under.platform.store
async function give<T extends CommandType>(by: Client, type: T, recordId: string, said: CommandArguments<T>) {
  const kind = type.startsWith('recharge') ? 'recharge' : 'depositObligation'
  const record = await store().get(type.endsWith('match') ? 'bankLine' : kind, recordId)
  const expectedVersion = record?.version ?? 0
  return by.command({ id: newUlid(), type, recordId, expectedVersion, seenDigest: null, arguments: said })
}

async function owing(): Promise<DepositObligation> {
  const deposit = sampleObligation({ providerId: `pays-${newUlid()}` })
  await store().write((tx) => tx.put('depositObligation', deposit))
  return deposit
}
function saidOf(
  { id: obligationId }: DepositObligation,
  change: Partial<CommandArguments<'recharge.record'>> = {},
) {
  const { channel, paidOn, amount, payerName, payerAccount, evidence } = sampleRecharge()
  const number = `2026112022001${newUlid().slice(-10)}`
  return {
    ...{ obligationId, channel, number, paidOn, amount, payerName, payerAccount, evidence },
    ...{ attachments: [], ...change },
  }
}
/** A recharge that `by` typed for a deposit. */
async function typed(deposit: DepositObligation, by: Client = finance, change = {}) {
  const id = newUlid()
  const said = saidOf(deposit, change)
  expect(await give(by, 'recharge.record', id, said)).toMatchObject({ kind: 'applied' })
  return { id, said }
}
const depositOf = async ({ id }: DepositObligation) =>
  (await store().get('depositObligation', id)) as DepositObligation
const rechargeOf = async (id: string) => store().get('recharge', id)

describe('a recharge', () => {
  it('that is typed posts nothing until another person has confirmed it, and may then have a receipt', async () => {
    const deposit = await owing()
    const { id, said } = await typed(deposit, both)
    expect(depositBalance(await depositOf(deposit))).toBe(0)
    expect(await give(both, 'recharge.confirm', id, {})).toMatchObject({ code: 'same-person' })
    expect(await give(finance, 'recharge.confirm', id, {})).toMatchObject({ kind: 'not-allowed' })
    expect(await give(approver, 'recharge.confirm', id, {})).toMatchObject({ kind: 'applied' })
    const after = await depositOf(deposit)
    expect(depositBalance(after)).toBe(500_000)
    expect(after.entries).toMatchObject([
      { kind: 'recharge', recharge: id, channel: said.channel, number: said.number, by: 'wang' },
    ])
    expect(await give(finance, 'deposit.issue-receipt', deposit.id, {})).toMatchObject({ kind: 'applied' })
    expect((await depositOf(deposit)).entries.at(-1)).toMatchObject({ received: 500_000, lines: [id] })
  })

  it('is there once, by its number, whoever types it again; one that was refused frees the number', async () => {
    const deposit = await owing()
    const { id, said } = await typed(deposit)
    expect(await give(finance, 'recharge.record', newUlid(), said)).toMatchObject({ code: 'recharge-known' })
    expect(await give(finance, 'recharge.refuse', id, { reason: '金额看错' })).toMatchObject({
      kind: 'applied',
    })
    expect(await give(finance, 'recharge.record', newUlid(), said)).toMatchObject({ kind: 'applied' })
    const later = saidOf(deposit, { paidOn: '2030-01-01' })
    expect(await give(finance, 'recharge.record', newUlid(), later)).toMatchObject({
      ...{ code: 'day-impossible', detail: 'paidOn' },
    })
    expect(await give(ops, 'recharge.record', newUlid(), saidOf(deposit))).toMatchObject({
      kind: 'not-allowed',
    })
    const nothing = saidOf(deposit, { obligationId: newUlid() })
    expect(await give(finance, 'recharge.record', newUlid(), nothing)).toMatchObject({
      code: 'unknown-deposit',
    })
  })

  it("and the same payment in the channel's file do not pay a deposit twice, whichever comes first", async () => {
    const account = sampleAccount()
    const lineOf = (serial: string) =>
      sampleLine({ accountId: account.id, serial, amount: 500_000, direction: 'in' })
    const matching = (deposit: DepositObligation) => ({
      parts: [
        {
          target: { kind: 'deposit' as const, obligationId: deposit.id },
          ...{ amount: 500_000, reasons: [] },
        },
      ],
      note: '渠道对账文件',
    })
    const one = await owing()
    const { id, said } = await typed(one)
    await give(approver, 'recharge.confirm', id, {})
    const line = lineOf(said.number)
    await store().write((tx) => tx.put('bankLine', line))
    expect(await give(finance, 'deposit.match', line.id, matching(one))).toMatchObject({
      code: 'recharge-known',
    })

    const other = await owing()
    const late = await typed(other)
    const first = lineOf(late.said.number)
    await store().write((tx) => tx.put('bankLine', first))
    expect(await give(finance, 'deposit.match', first.id, matching(other))).toMatchObject({ kind: 'applied' })
    expect(await give(approver, 'recharge.confirm', late.id, {})).toMatchObject({ code: 'recharge-known' })
    expect(depositBalance(await depositOf(other))).toBe(500_000)
    // Once the line is matched no more, its payment may be typed, on whichever deposit.
    expect(await give(finance, 'deposit.unmatch', first.id, { reason: '渠道文件有误' })).toMatchObject({
      kind: 'applied',
    })
    expect(await give(approver, 'recharge.confirm', late.id, {})).toMatchObject({ kind: 'applied' })
  })

  it('is not paid twice on two deposits either, however its number is written', async () => {
    const account = sampleAccount()
    const one = await owing()
    const another = sampleObligation({ providerId: one.providerId })
    const stranger = await owing()
    await store().write((tx) => tx.put('depositObligation', another))
    const { id, said } = await typed(one, finance, { channel: '支付宝' })
    const number = `${said.number.slice(0, 8).toLowerCase()} ${said.number.slice(8).toLowerCase()}`
    const again = saidOf(another, { channel: 'Alipay', number })
    expect(await give(finance, 'recharge.record', newUlid(), again)).toMatchObject({ code: 'recharge-known' })
    await give(approver, 'recharge.confirm', id, {})
    const line = sampleLine({ accountId: account.id, serial: number, amount: 500_000, direction: 'in' })
    await store().write((tx) => tx.put('bankLine', line))
    for (const { id: obligationId } of [another, stranger]) {
      const parts = [{ target: { kind: 'deposit' as const, obligationId }, amount: 500_000, reasons: [] }]
      expect(await give(finance, 'deposit.match', line.id, { parts, note: '渠道文件' })).toMatchObject({
        code: 'recharge-known',
      })
    }

    const taken = sampleLine({
      accountId: account.id,
      serial: '20261122000177',
      amount: 500_000,
      direction: 'in',
    })
    await store().write((tx) => tx.put('bankLine', taken))
    const parts = [
      { target: { kind: 'deposit' as const, obligationId: another.id }, amount: 500_000, reasons: [] },
    ]
    expect(await give(finance, 'deposit.match', taken.id, { parts, note: '' })).toMatchObject({
      kind: 'applied',
    })
    const same = saidOf(one, { number: '2026-1122-000177' })
    expect(await give(finance, 'recharge.record', newUlid(), same)).toMatchObject({ code: 'recharge-known' })
  })

  it("is not another provider's either, whose deposit has the line of the channel's file; undone, it is free", async () => {
    const [theirs, own] = [await owing(), await owing()]
    const line = sampleLine({ serial: '2026112299 0042', amount: 500_000, direction: 'in' })
    await store().write((tx) => tx.put('bankLine', line))
    const before = await typed(own, finance, { number: '20261122990042' })
    const parts = [
      { target: { kind: 'deposit' as const, obligationId: theirs.id }, amount: 500_000, reasons: [] },
    ]
    const matched = await give(finance, 'deposit.match', line.id, { parts, note: '' })
    expect(matched).toMatchObject({ kind: 'applied' })
    expect(await give(approver, 'recharge.confirm', before.id, {})).toMatchObject({
      ...{ code: 'recharge-known', detail: line.id },
    })
    expect(depositBalance(await depositOf(own))).toBe(0)
    await give(finance, 'recharge.refuse', before.id, { reason: '是另一家的付款' })
    const again = saidOf(own, { number: '2026112299-0042' })
    expect(await give(finance, 'recharge.record', newUlid(), again)).toMatchObject({ code: 'recharge-known' })
    await give(finance, 'deposit.unmatch', line.id, { reason: '认领错了服务商' })
    expect(await give(finance, 'recharge.record', newUlid(), again)).toMatchObject({ kind: 'applied' })
  })

  it("keeps an import from putting its payment on another provider's deposit by itself", async () => {
    const [theirs, own] = [await owing(), await owing()]
    const { id, said } = await typed(own)
    await give(approver, 'recharge.confirm', id, {})
    const account = sampleAccount()
    await store().write((tx) => tx.put('bankAccount', account))
    const line = importedLine({ serial: said.number, amount: 500_000, bookedOn: '2026-11-02' })
    const matches = [{ lineId: line.id ?? '', part: toDeposit(theirs) }]
    const given = importing(
      withBalances([line, importedLine({ bookedOn: '2026-11-05' })]),
      { account: account.number },
      { matches },
    )
    expect(await finance.command(command('bank.import-statement', account, given))).toMatchObject({
      code: 'recharge-known',
    })
    expect(depositBalance(await depositOf(theirs))).toBe(0)
  })

  it('keeps a line of its payment off every deposit, also one that did not come back after all', async () => {
    for (const own of [null, await owing()]) {
      const theirs = await owing()
      const number = `2026112022001${newUlid().slice(-10)}`
      const line = sampleLine({ serial: number, amount: 500_000, direction: 'in' })
      const returning = { direction: 'out', side: 'debit', accountId: line.accountId } as const
      const back = sampleLine({ amount: 500_000, ...returning })
      await store().write(async (tx) => {
        await tx.put('bankLine', line)
        await tx.put('bankLine', back)
      })
      const returned = {
        ...{ target: { kind: 'return' as const, lineId: line.id }, amount: 500_000, reasons: [] },
      }
      for (const [lineId, part] of [
        [line.id, toDeposit(theirs)],
        [back.id, returned],
      ] as const) {
        const matched = await give(finance, 'deposit.match', lineId, { parts: [part], note: '渠道退回' })
        expect(matched).toMatchObject({ kind: 'applied' })
      }
      const { id } = await typed(own ?? theirs, finance, { number })
      expect(await give(approver, 'recharge.confirm', id, {})).toMatchObject({ kind: 'applied' })
      expect(await give(finance, 'deposit.unmatch', back.id, { reason: '不是退款' })).toMatchObject({
        code: 'recharge-known',
      })
      expect(depositBalance(await depositOf(theirs))).toBe(own === null ? 500_000 : 0)
    }
  })

  it("goes back by the channel: to the payer's account there, else to the payment by its number", async () => {
    const deposit = await owing()
    const named = await typed(deposit, finance, { amount: 300_000, payerAccount: 'pay@example.cn' })
    const unnamed = await typed(deposit, finance, { amount: 200_000, payerAccount: '' })
    for (const { id } of [named, unnamed]) await give(approver, 'recharge.confirm', id, {})
    const routes = await answeredFrom(askRefundRoutes(await depositOf(deposit)), store())
    expect(routes.map(({ available }) => available)).toEqual([300_000, 200_000])
    expect(routes[1]?.account).toBe(unnamed.said.number)
  })

  it('that the channel took back comes off the ledger and makes its receipt void', async () => {
    const deposit = await owing()
    const { id } = await typed(deposit)
    await give(approver, 'recharge.confirm', id, {})
    await give(finance, 'deposit.issue-receipt', deposit.id, {})
    const back = { reason: '付款人申请渠道撤销' }
    expect(await give(finance, 'recharge.take-back', id, back)).toMatchObject({ kind: 'not-allowed' })
    expect(await give(approver, 'recharge.take-back', id, back)).toMatchObject({ kind: 'applied' })
    const after = await depositOf(deposit)
    expect(after.entries.map(({ kind }) => kind)).toEqual([
      'recharge',
      'receipt',
      'receipt-void',
      'recharge-taken-back',
    ])
    expect(depositBalance(after)).toBe(0)
    const recharge = await rechargeOf(id)
    expect(recharge && rechargeStatus(recharge)).toBe('taken-back')
    expect(await give(approver, 'recharge.take-back', id, back)).toMatchObject({ code: 'wrong-state' })
  })
})
