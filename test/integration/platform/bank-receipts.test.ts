import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  courierOf,
  lastTicket,
  liveReceipts,
  refundProgress,
} from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import {
  type DepositObligation,
  depositBalance,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { APPLIED, type BankDesk, command, matching, startBankDesk, toDeposit } from './bank-desk.ts'
import { AT, sampleObligation } from './sample-records.ts'

let desk: BankDesk
beforeAll(async () => {
  desk = await startBankDesk()
})
afterAll(() => desk.under.close())

/** A deposit that a line of the bank has brought, whole. */
async function held(change: Partial<DepositObligation> = {}) {
  const [owed, line] = [await desk.obligation(change), await desk.line()]
  expect(await desk.finance.command(matching(line, toDeposit(owed)))).toMatchObject(APPLIED)
  return { deposit: await desk.got('depositObligation', owed), line: await desk.got('bankLine', line) }
}
const receipt = (deposit: DepositObligation) => command('deposit.issue-receipt', deposit)
const numbersOf = ({ entries }: DepositObligation) =>
  entries.flatMap((entry) => (entry.kind === 'receipt' ? [entry.number] : []))

describe('receipts 收据', () => {
  it('are numbered without gaps, though some commands are refused and many come at once', async () => {
    const many = await Promise.all(Array.from({ length: 6 }, () => held()))
    const empty = await desk.obligation()
    const outcomes = await Promise.all([
      ...many.map(({ deposit }) => desk.finance.command(receipt(deposit))),
      desk.finance.command(receipt(empty)),
      // A second one over the same money: refused, or a conflict.
      ...many.map(({ deposit }) => desk.both.command(receipt(deposit))),
    ])
    expect(outcomes.filter(({ kind }) => kind === 'applied')).toHaveLength(many.length)
    const numbers = await Promise.all(
      many.map(async ({ deposit }) => numbersOf(await desk.got('depositObligation', deposit))),
    )
    expect(numbers.flat().sort()).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `SJ-KUBESPHERE-2026-00000${number}`),
    )
    const { deposit } = await held()
    await desk.finance.command(receipt(deposit))
    expect(numbersOf(await desk.got('depositObligation', deposit))).toEqual(['SJ-KUBESPHERE-2026-000007'])
  })

  it('count on their own in each marketplace, and from one each year of Shanghai', async () => {
    const other = await desk.obligation({
      marketplace: 'aliyun',
      entries: [{ kind: 'match', note: '', amount: 500_000, line: 'x', at: AT, by: 'liu', byName: '刘芳' }],
    })
    await desk.finance.command(receipt(other))
    expect(numbersOf(await desk.got('depositObligation', other))).toEqual(['SJ-ALIYUN-2026-000001'])
    const later = await startBankDesk()
    // Half past midnight in Shanghai: the year has changed there and not yet in UTC.
    later.under.time.now = Date.parse('2026-12-31T16:30:00.000Z')
    const paid = await later.obligation({ entries: other.entries })
    const finance = later.under.client(await later.under.signIn('liu'))
    await finance.command(receipt(paid))
    expect(numbersOf(await later.got('depositObligation', paid))).toEqual(['SJ-KUBESPHERE-2027-000001'])
    await later.under.close()
  })

  it('become void when the money goes back, and keep their number for ever', async () => {
    const { deposit, line } = await held()
    await desk.finance.command(receipt(deposit))
    const [number] = numbersOf(await desk.got('depositObligation', deposit))
    await desk.finance.command(command('deposit.unmatch', line, { reason: '认错了人' }))
    const after = await desk.got('depositObligation', deposit)
    expect(after.entries).toContainEqual(expect.objectContaining({ kind: 'receipt-void', number }))
    expect(liveReceipts(after)).toEqual([])
    await desk.finance.command(matching(await desk.got('bankLine', line), toDeposit(deposit)))
    await desk.finance.command(receipt(await desk.got('depositObligation', deposit)))
    const [first, second] = numbersOf(await desk.got('depositObligation', deposit))
    expect(first).toBe(number)
    expect(Number(second?.slice(-6))).toBe(Number(number?.slice(-6)) + 1)
  })
})

describe('the ticket 请转财务', () => {
  const TICKET = {
    reference: 'GD-1001',
    account: 'cloud-seller',
    company: '北京云栈科技有限公司',
    address: '北京市朝阳区某路 1 号',
    contact: '张三',
    phone: '13800000000',
  }

  it('is evidence on the ledger, whole; the last one counts', async () => {
    const { deposit } = await held()
    const file = async (change: object) =>
      desk.finance.command(
        command('deposit.record-ticket', await desk.got('depositObligation', deposit), {
          ...TICKET,
          ...change,
        }),
      )
    expect(await file({ address: '' })).toMatchObject({ code: 'bad-arguments' })
    expect(await file({})).toMatchObject(APPLIED)
    expect(await file({ contact: '李四' })).toMatchObject(APPLIED)
    const after = await desk.got('depositObligation', deposit)
    expect(lastTicket(after)).toMatchObject({ ...TICKET, contact: '李四', by: 'liu' })
    expect(depositBalance(after)).toBe(500_000)
    const ops = await desk.signIn('sun', 'ops')
    expect(await ops.command(command('deposit.record-ticket', after, TICKET))).toMatchObject({
      kind: 'not-allowed',
    })
  })

  it('a receipt that holds is sent with courier and number; one that is void, or none, is not', async () => {
    const { deposit, line } = await held()
    const send = async (number: string) =>
      desk.finance.command(
        command('deposit.send-receipt', await desk.got('depositObligation', deposit), {
          ...{ number, courier: '顺丰速运', tracking: 'SF1000200030' },
        }),
      )
    expect(await send('SJ-KUBESPHERE-2026-999999')).toMatchObject({ code: 'wrong-state' })
    await desk.finance.command(receipt(deposit))
    const [number] = numbersOf(await desk.got('depositObligation', deposit))
    expect(await send(number ?? '')).toMatchObject(APPLIED)
    expect(courierOf(await desk.got('depositObligation', deposit), number ?? null)?.tracking).toBe(
      'SF1000200030',
    )
    await desk.finance.command(command('deposit.unmatch', line, { reason: '认错了人' }))
    expect(await send(number ?? '')).toMatchObject({ code: 'wrong-state' })
  })
})

/** An account the money did not come from, with what proves it. */
const ELSEWHERE = {
  route: 'elsewhere',
  name: '北京云栈科技有限公司',
  account: '622588012345678901',
  bank: '招商银行',
  evidence: '开户许可证 J1000',
} as const

describe('a refund', () => {
  const over = { ...sampleObligation().facts, lastDelistedOn: '2026-06-01', cooperationEndedOn: '2026-06-10' }
  const ask = (deposit: DepositObligation, amount = 500_000) =>
    command('deposit.request-refund', deposit, { amount, reason: '合作终止', payee: ELSEWHERE })
  const approve = (deposit: DepositObligation, amount = 500_000) =>
    command('deposit.approve-refund', deposit, { amount })

  it('names whom it is paid to: the account the money came from, up to what came from it', async () => {
    const { deposit, line } = await held({ facts: over })
    const { counterpartyName: name, counterpartyAccount: account } = line
    const back = (amount: number, change: object = {}) =>
      command('deposit.request-refund', deposit, {
        amount,
        reason: '合作终止',
        payee: { route: 'original', name, account, ...change },
      })
    const refused = { kind: 'rejected', code: 'payee-unproven' }
    expect(await desk.finance.command(back(500_000, { account: '622599990000' }))).toMatchObject({
      ...refused,
      detail: '0',
    })
    expect(await desk.finance.command(back(500_000, { name: '联合控股集团' }))).toMatchObject(refused)
    const without = command('deposit.request-refund', deposit, { amount: 500_000, reason: '合作终止' })
    expect(await desk.finance.command(without)).toMatchObject({
      code: 'bad-arguments',
      detail: 'payee: missing',
    })
    const unproven = { ...ELSEWHERE, evidence: '' }
    const bare = command('deposit.request-refund', deposit, {
      amount: 1,
      reason: '合作终止',
      payee: unproven,
    })
    expect(await desk.finance.command(bare)).toMatchObject({ code: 'bad-arguments' })
    expect(await desk.finance.command(back(500_000))).toMatchObject(APPLIED)
    const asked = await desk.got('depositObligation', deposit)
    expect(refundProgress(asked).requested?.payee).toEqual({ route: 'original', name, account })
    expect(await desk.approver.command(approve(asked))).toMatchObject(APPLIED)
  })

  it('goes back to an account only as far as it paid: the rest of what two accounts paid is the other’s', async () => {
    const { deposit } = await held({ facts: over, amount: 800_000 })
    const more = await desk.line({
      amount: 300_000,
      counterpartyName: '联合控股集团',
      counterpartyAccount: '622277770000',
    })
    await desk.finance.command(matching(more, toDeposit(deposit, 300_000)))
    const whole = await desk.got('depositObligation', deposit)
    const payee = { route: 'original', name: '联合控股集团', account: '6222 7777 0000' }
    const back = (amount: number) =>
      command('deposit.request-refund', whole, { amount, reason: '合作终止', payee })
    expect(await desk.finance.command(back(300_001))).toMatchObject({
      code: 'payee-unproven',
      detail: '300000',
    })
    expect(await desk.finance.command(back(300_000))).toMatchObject(APPLIED)
  })

  it('on hold is not approved until the hold is lifted by an approver; both stay on the ledger', async () => {
    const { deposit } = await held({ facts: over })
    await desk.finance.command(ask(deposit))
    const hold = async (reason: string) =>
      command('deposit.hold-refund', await desk.got('depositObligation', deposit), { reason })
    expect(await desk.finance.command(await hold('投诉核查中'))).toMatchObject(APPLIED)
    expect(await desk.finance.command(await hold('再来一次'))).toMatchObject({ code: 'wrong-state' })
    const onHold = await desk.got('depositObligation', deposit)
    expect(await desk.approver.command(approve(onHold))).toMatchObject({
      code: 'refund-held',
      detail: '投诉核查中',
    })
    const lift = () => command('deposit.lift-refund-hold', onHold, { reason: '核查无误' })
    expect(await desk.finance.command(lift())).toMatchObject({ kind: 'not-allowed' })
    expect(await desk.approver.command(lift())).toMatchObject(APPLIED)
    const lifted = await desk.got('depositObligation', deposit)
    expect(await desk.approver.command(approve(lifted))).toMatchObject(APPLIED)
    expect(lifted.entries.map(({ kind }) => kind)).toEqual([
      'match',
      'refund-request',
      'refund-hold',
      'refund-hold-lifted',
    ])
  })

  it('is asked for by one, approved by another, paid by a line, and back again where the bank returns it', async () => {
    const { deposit } = await held({ facts: over })
    expect(await desk.both.command(ask(deposit))).toMatchObject(APPLIED)
    const asked = await desk.got('depositObligation', deposit)
    expect(await desk.both.command(approve(asked))).toMatchObject({ code: 'same-person', detail: 'zhou' })
    expect(await desk.finance.command(approve(asked))).toMatchObject({ kind: 'not-allowed' })
    expect(await desk.approver.command(approve(asked, 400_000))).toMatchObject({ code: 'bad-arguments' })
    expect(await desk.approver.command(approve(asked))).toMatchObject(APPLIED)

    const out = await desk.line({ direction: 'out', side: 'debit' })
    const part = {
      ...toDeposit(deposit),
      target: { kind: 'refund' as const, obligationId: deposit.id },
    }
    expect(await desk.finance.command(matching(out, part))).toMatchObject(APPLIED)
    const paid = await desk.got('depositObligation', deposit)
    expect(depositBalance(paid)).toBe(0)
    expect(refundProgress(paid)).toMatchObject({ approved: 0, paid: 500_000 })

    const back = await desk.line({ accountId: out.accountId })
    const returned = { target: { kind: 'return' as const, lineId: out.id }, amount: 500_000, reasons: [] }
    expect(await desk.finance.command(matching(back, returned))).toMatchObject(APPLIED)
    const waits = await desk.got('depositObligation', deposit)
    expect(depositBalance(waits)).toBe(500_000)
    expect(refundProgress(waits)).toMatchObject({ approved: 500_000, paid: 0 })
  })

  it('waits for its day and says which, and for a deposit in use is only what was paid too much', async () => {
    const early = { ...over, lastDelistedOn: '2026-09-01' }
    const { deposit } = await held({ facts: early })
    expect(await desk.finance.command(ask(deposit))).toMatchObject({
      code: 'not-refundable',
      detail: '2026-12-02',
    })
    const inUse = (await held()).deposit
    const more = await desk.line({ amount: 100 })
    await desk.finance.command(matching(more, toDeposit(inUse, 100)))
    const overpaid = await desk.got('depositObligation', inUse)
    expect(await desk.finance.command(ask(overpaid, 101))).toMatchObject({
      code: 'not-refundable',
      detail: '100',
    })
    expect(await desk.finance.command(ask(overpaid, 100))).toMatchObject(APPLIED)
  })

  it('declined may be asked for again; while one waits there is no second', async () => {
    const { deposit } = await held({ facts: over })
    await desk.finance.command(ask(deposit))
    const asked = await desk.got('depositObligation', deposit)
    expect(await desk.finance.command(ask(asked))).toMatchObject({ code: 'wrong-state' })
    const declined = command('deposit.decline-refund', asked, { reason: '账号不符' })
    expect(await desk.approver.command(declined)).toMatchObject(APPLIED)
    const again = await desk.got('depositObligation', deposit)
    expect(refundProgress(again).requested).toBeNull()
    expect(await desk.finance.command(ask(again))).toMatchObject(APPLIED)
  })
})
