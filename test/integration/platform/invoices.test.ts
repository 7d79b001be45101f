import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seenOnRecord } from '#platform/commands/seen-on-record.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { CommandArguments, CommandType } from '#shared/contracts/console-platform/commands.ts'
import {
  invoiceStatus,
  type ProviderInvoice,
  redState,
} from '#shared/contracts/console-platform/records/invoice.ts'
import type { PayoutRequest } from '#shared/contracts/console-platform/records/payout-request.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { hasLapsed } from '#shared/contracts/console-platform/transitions/invoice-transitions.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { newInvoiceNumber, sampleFacts } from './sample-invoices.ts'
import { samplePayout } from './sample-payouts.ts'
import { newUlid, sampleProvider } from './sample-records.ts'

type Client = ReturnType<PlatformUnderTest['client']>
type Recording = CommandArguments<'invoice.record'>

let under: PlatformUnderTest
let finance: Client
let ops: Client
let wang: Client
let zheng: Client
beforeAll(async () => {
  under = await startPlatformUnderTest()
  const signIn = async (id: string, ...roles: Role[]) => {
    await under.addOperator(id, roles)
    return under.client(await under.signIn(id))
  }
  finance = await signIn('liu', 'finance')
  ops = await signIn('li', 'ops')
  wang = await signIn('wang', 'finance-approver')
  zheng = await signIn('zheng', 'finance-approver')
})
afterAll(() => under.close())

const store = () => under.platform.store
const APPLIED = { kind: 'applied' }
async function give<T extends CommandType>(by: Client, type: T, recordId: string, said: CommandArguments<T>) {
  const record = await store().get('invoice', recordId)
  const at = new Date(under.time.now).toISOString()
  const onRecord = { platform: under.platform, transaction: store(), at }
  const seenDigest = record === null ? null : await seenOnRecord(onRecord, 'invoice', record)
  return by.command({
    ...{ id: newUlid(), type, recordId, seenDigest, arguments: said },
    expectedVersion: record?.version ?? 0,
  })
}

async function earning(marketplace = 'kubesphere') {
  const provider = sampleProvider({ id: `bills-${newUlid()}`, marketplace })
  const payout = samplePayout({
    ...{ marketplace, providerId: provider.id, providerName: provider.name },
    ...{ amount: 1_272_000, status: 'invoice_pending' },
  })
  await store().write(async (tx) => {
    await tx.put('provider', provider)
    await tx.put('payoutRequest', payout)
  })
  return { provider, payout }
}
function saidOf(provider: Provider, change: Partial<Recording> = {}): Recording {
  const origin = { source: 'typed' as const, file: null, paper: null }
  return { providerId: provider.id, payoutId: null, ...origin, ...sampleFacts(), ...change }
}
function redOf(original: string, net: number, tax: number): Partial<Recording> {
  return {
    ...{ number: newInvoiceNumber(), net, tax, gross: net + tax, lines: [{ net, tax, rate: '6' }] },
    redLetter: { original, confirmation: '3100000000000001' },
  }
}
async function recorded(provider: Provider, change: Partial<Recording> = {}) {
  const id = newUlid()
  const said = saidOf(provider, change)
  expect(await give(finance, 'invoice.record', id, said)).toMatchObject(APPLIED)
  return { id, said }
}
async function invoiceOf(id: string): Promise<ProviderInvoice> {
  const found = await store().get('invoice', id)
  if (found === null) throw new Error(`no invoice ${id}`)
  return found
}
async function payoutOf({ id }: PayoutRequest): Promise<PayoutRequest> {
  const found = await store().get('payoutRequest', id)
  if (found === null) throw new Error(`no request ${id}`)
  return found
}
const statusOf = async (id: string) => invoiceStatus(await invoiceOf(id))

describe('an invoice that is recorded', () => {
  it('counts for its request, and one that was withdrawn does not', async () => {
    const { provider, payout } = await earning()
    const { id, said } = await recorded(provider, { payoutId: payout.id })
    expect(await payoutOf(payout)).toMatchObject({
      status: 'invoice_received',
      invoices: [{ id, number: said.number, gross: 1_272_000 }],
    })
    expect(await give(finance, 'invoice.withdraw', id, { reason: '登记到错误的申请' })).toMatchObject(APPLIED)
    expect(await payoutOf(payout)).toMatchObject({ status: 'invoice_pending', invoices: [] })
    expect(await statusOf(id)).toBe('withdrawn')
  })

  it.each(['in_batch', 'paid'] as const)(
    'that is withdrawn counts no more for a request that is %s, which goes its way',
    async (status) => {
      const { provider, payout } = await earning()
      const { id } = await recorded(provider, { payoutId: payout.id })
      const before = await payoutOf(payout)
      await store().write((tx) => tx.put('payoutRequest', { ...before, version: before.version + 1, status }))
      expect(await give(finance, 'invoice.withdraw', id, { reason: '服务商发错文件' })).toMatchObject(APPLIED)
      expect(await payoutOf(payout)).toMatchObject({ status, invoices: [] })
    },
  )

  it('is there once by its number, over all providers and marketplaces, until it is withdrawn', async () => {
    const { provider } = await earning()
    const { provider: other } = await earning('aliyun')
    const { id, said } = await recorded(provider)
    const again = saidOf(other, { number: said.number })
    expect(await give(finance, 'invoice.record', newUlid(), again)).toMatchObject({
      code: 'number-used',
      detail: expect.stringContaining(provider.name),
    })
    expect(await give(finance, 'invoice.withdraw', id, { reason: '服务商发错文件' })).toMatchObject(APPLIED)
    expect(await give(finance, 'invoice.record', newUlid(), again)).toMatchObject(APPLIED)
  })

  it.each([
    ['whose sums do not meet', { tax: 71_999 }],
    ['below zero that is no red letter', { net: -100, tax: 0, gross: -100 }],
    ['with a number of 8 digits and no code', { number: '12345678' }],
  ])('%s is refused', async (_what, change) => {
    const { provider } = await earning()
    expect(await give(finance, 'invoice.record', newUlid(), saidOf(provider, change))).toMatchObject({
      code: 'bad-arguments',
    })
  })

  it.each([
    ['of a day to come', { issuedOn: '2026-12-31' }],
    ['whose paper came on a day to come', { paper: { receivedOn: '2026-12-31', courier: '', tracking: '' } }],
    [
      'whose paper came before it was issued',
      { paper: { receivedOn: '2026-11-17', courier: '', tracking: '' } },
    ],
  ])('%s is refused for its day', async (_what, change) => {
    const { provider } = await earning()
    expect(await give(finance, 'invoice.record', newUlid(), saidOf(provider, change))).toMatchObject({
      code: 'day-impossible',
    })
  })

  it('was checked on no day before its own, and none to come', async () => {
    const { provider } = await earning()
    const { id } = await recorded(provider)
    for (const checkedOn of ['2026-11-17', '2026-12-31']) {
      const said = { result: 'consistent', checkedOn, note: '' } as const
      expect(await give(finance, 'invoice.verify-result', id, said)).toMatchObject({ code: 'day-impossible' })
    }
  })

  it('names the company as its buyer once the company has said who it is', async () => {
    const { provider } = await earning()
    const other = saidOf(provider, { buyer: '北京青云科技有限公司' })
    expect(await give(finance, 'invoice.record', newUlid(), other)).toMatchObject(APPLIED)
    const said = { control: 'invoice-name' as const, value: sampleFacts().buyer, reason: '营业执照' }
    const id = newUlid()
    const by = async (client: Client, type: CommandType, expectedVersion: number, given: unknown) =>
      client.command({
        ...{ id: newUlid(), type, recordId: id, expectedVersion, seenDigest: null, arguments: given },
      })
    const from = shanghaiDate(new Date(under.time.now).toISOString())
    expect(await by(wang, 'control.propose', 0, { ...said, from })).toMatchObject(APPLIED)
    expect(await by(zheng, 'control.adopt', 1, {})).toMatchObject(APPLIED)
    const again = saidOf(provider, { buyer: '北京青云科技有限公司' })
    expect(await give(finance, 'invoice.record', newUlid(), again)).toMatchObject({ code: 'not-to-us' })
    expect(await give(finance, 'invoice.record', newUlid(), saidOf(provider))).toMatchObject(APPLIED)
  })

  it('is not for the request of another provider, and not for who may not', async () => {
    const { provider } = await earning()
    const { payout } = await earning()
    const said = saidOf(provider, { payoutId: payout.id })
    expect(await give(finance, 'invoice.record', newUlid(), said)).toMatchObject({ code: 'unknown-record' })
    expect(await give(ops, 'invoice.record', newUlid(), saidOf(provider))).toMatchObject({
      kind: 'not-allowed',
    })
  })

  it('keeps what the tax site said with day and name, and counts only while that is consistent', async () => {
    const { provider, payout } = await earning()
    const { id } = await recorded(provider, { payoutId: payout.id })
    const check = (result: 'consistent' | 'not-found') =>
      give(finance, 'invoice.verify-result', id, { result, checkedOn: '2026-11-20', note: '' })
    expect(await check('not-found')).toMatchObject(APPLIED)
    expect(await statusOf(id)).toBe('doubtful')
    expect(await payoutOf(payout)).toMatchObject({ status: 'invoice_pending', invoices: [] })
    expect(await check('consistent')).toMatchObject(APPLIED)
    expect(await statusOf(id)).toBe('verified')
    expect((await payoutOf(payout)).invoices).toMatchObject([{ id }])
    expect((await invoiceOf(id)).verifications).toMatchObject([
      { result: 'not-found', by: 'liu' },
      { result: 'consistent', by: 'liu' },
    ])
  })
})

describe('a red letter', () => {
  it('takes back a part, then the rest, and opens the request that was approved', async () => {
    const { provider, payout } = await earning()
    const { id, said } = await recorded(provider, { payoutId: payout.id })
    const received = await payoutOf(payout)
    const approved = { ...received, version: received.version + 1, status: 'approved' as const }
    await store().write((tx) => tx.put('payoutRequest', approved))
    const part = await recorded(provider, redOf(said.number, -400_000, -24_000))
    expect(await statusOf(id)).toBe('part-reversed')
    expect(await statusOf(part.id)).toBe('red-letter')
    expect(await payoutOf(payout)).toMatchObject({
      ...{ status: 'invoice_received', approvals: [] },
      invoices: [{ id, gross: 848_000 }],
    })
    const rest = await recorded(provider, redOf(said.number, -800_000, -48_000))
    expect(await statusOf(id)).toBe('reversed')
    expect(await payoutOf(payout)).toMatchObject({ status: 'invoice_pending', invoices: [] })
    expect(await give(finance, 'invoice.withdraw', id, { reason: '已被红冲' })).toMatchObject({
      code: 'wrong-state',
    })
    expect(await give(finance, 'invoice.withdraw', rest.id, { reason: '录入有误' })).toMatchObject(APPLIED)
    expect(await statusOf(id)).toBe('part-reversed')
  })

  it('takes back its original as well where that is recorded after it', async () => {
    const { provider, payout } = await earning()
    const number = newInvoiceNumber()
    const part = await recorded(provider, redOf(number, -400_000, -24_000))
    const { id } = await recorded(provider, { number, payoutId: payout.id })
    expect(await statusOf(id)).toBe('part-reversed')
    expect(await payoutOf(payout)).toMatchObject({ invoices: [{ id, gross: 848_000 }] })
    expect(await give(finance, 'invoice.withdraw', part.id, { reason: '录入有误' })).toMatchObject(APPLIED)
    expect(await payoutOf(payout)).toMatchObject({ invoices: [{ id, gross: 1_272_000 }] })
  })

  it("names an invoice, and none of another provider's: it would take nothing back", async () => {
    const [{ provider }, { provider: other }] = [await earning(), await earning('aliyun')]
    const { id, said } = await recorded(provider)
    const red = { ...redOf(said.number, -400_000, -24_000) }
    for (const original of [null, ' ', said.number.slice(1), `${said.number} 1`, `№${said.number}`]) {
      // What a program of somebody else may send.
      const nameless = saidOf(provider, {
        ...red,
        redLetter: { original: original as string, confirmation: null },
      })
      expect(await give(finance, 'invoice.record', newUlid(), nameless)).toMatchObject({
        code: 'bad-arguments',
      })
    }
    expect(await give(finance, 'invoice.record', newUlid(), saidOf(other, red))).toMatchObject({
      code: 'original-elsewhere',
      detail: provider.name,
    })
    expect(await statusOf(id)).toBe('recorded')
  })

  it('that came before its original keeps that from another provider and marketplace', async () => {
    const { provider } = await earning()
    const { provider: other } = await earning('aliyun')
    const number = newInvoiceNumber()
    const red = await recorded(provider, redOf(number, -400_000, -24_000))
    const blue = saidOf(other, { number })
    expect(await give(finance, 'invoice.record', newUlid(), blue)).toMatchObject({
      ...{ code: 'red-letter-elsewhere', detail: `${provider.name} ${red.said.number}` },
    })
    expect(await give(finance, 'invoice.withdraw', red.id, { reason: '登记错服务商' })).toMatchObject(APPLIED)
    expect(await give(finance, 'invoice.record', newUlid(), blue)).toMatchObject(APPLIED)
  })

  it('that came before its original takes no more than that has', async () => {
    const { provider } = await earning()
    const number = newInvoiceNumber()
    const red = await recorded(provider, redOf(number, -1_300_000, -78_000))
    expect(await give(finance, 'invoice.record', newUlid(), saidOf(provider, { number }))).toMatchObject({
      ...{ code: 'red-letters-exceed', detail: red.said.number },
    })
  })

  it('is no original of a red letter, whichever came first', async () => {
    const { provider } = await earning()
    const number = newInvoiceNumber()
    const red = await recorded(provider, redOf(number, -100_000, -6_000))
    const other = saidOf(provider, { ...redOf(newInvoiceNumber(), -400_000, -24_000), number })
    expect(await give(finance, 'invoice.record', newUlid(), other)).toMatchObject({
      ...{ code: 'red-letters-exceed', detail: red.said.number },
    })
  })

  it('takes back no more than is left of its original, and no other red letter', async () => {
    const { provider } = await earning()
    const { id, said } = await recorded(provider)
    const part = await recorded(provider, redOf(said.number, -1_000_000, -60_000))
    for (const original of [said.number, part.said.number]) {
      const red = saidOf(provider, redOf(original, -200_001, -12_000))
      expect(await give(finance, 'invoice.record', newUlid(), red)).toMatchObject({ code: 'unknown-invoice' })
    }
    await recorded(provider, redOf(said.number, -200_000, -12_000))
    expect(await statusOf(id)).toBe('reversed')
  })

  it('lets a payment that is in a batch go its way, and counts no more should that fail', async () => {
    const { provider, payout } = await earning()
    const { said } = await recorded(provider, { payoutId: payout.id })
    const received = await payoutOf(payout)
    const batch = { status: 'in_batch' as const, batchId: newUlid(), endToEndId: 'E2E-1' }
    const sent = { ...received, ...batch, version: received.version + 1 }
    await store().write((tx) => tx.put('payoutRequest', sent))
    await recorded(provider, redOf(said.number, -1_200_000, -72_000))
    expect(await payoutOf(payout)).toMatchObject({ status: 'in_batch', invoices: [] })
  })
})

describe('a 专票', () => {
  it('is ticked for deduction in a period, by whom, once; and the tick is taken back with a reason', async () => {
    const { provider } = await earning()
    const { id, said } = await recorded(provider)
    const period = said.issuedOn.slice(0, 7)
    const tick = (of: string) => give(finance, 'invoice.tick-deduction', id, { period: of })
    expect(await tick('2020-01')).toMatchObject({ code: 'day-impossible' })
    expect(await tick('2999-01')).toMatchObject({ code: 'day-impossible' })
    expect(await tick(period)).toMatchObject(APPLIED)
    expect((await invoiceOf(id)).deduction).toMatchObject({ period, by: 'liu' })
    expect(await tick(period)).toMatchObject({ code: 'wrong-state' })
    expect(await give(finance, 'invoice.withdraw', id, { reason: '服务商发错文件' })).toMatchObject({
      code: 'wrong-state',
    })
    expect(await give(finance, 'invoice.untick-deduction', id, { reason: '所属期有误' })).toMatchObject(
      APPLIED,
    )
    const { deduction, history } = await invoiceOf(id)
    expect([deduction, history.at(-1)?.internalNote]).toEqual([null, '所属期有误'])
  })

  it('alone is ticked: no 普票, no red letter, nothing reversed', async () => {
    const { provider } = await earning()
    const ordinary = await recorded(provider, { kind: 'ordinary' })
    const blue = await recorded(provider)
    const red = await recorded(provider, redOf(blue.said.number, -1_200_000, -72_000))
    for (const { id, said } of [ordinary, blue, red]) {
      const given = { period: said.issuedOn.slice(0, 7) }
      expect(await give(finance, 'invoice.tick-deduction', id, given)).toMatchObject({ code: 'wrong-state' })
    }
  })
})

describe('the paper of an invoice', () => {
  it('may come after its file, on a day that is not to come', async () => {
    const { provider } = await earning()
    const { id } = await recorded(provider)
    const paper = { receivedOn: '2026-11-19', courier: '顺丰速运', tracking: 'SF1000' }
    expect(
      await give(finance, 'invoice.record-paper', id, { ...paper, receivedOn: '2999-01-01' }),
    ).toMatchObject({
      code: 'day-impossible',
    })
    expect(await give(finance, 'invoice.record-paper', id, paper)).toMatchObject(APPLIED)
    expect((await invoiceOf(id)).paper).toEqual(paper)
  })
})

describe('a 专票 that the tax site doubts', () => {
  const checked = (id: string, result: 'consistent' | 'void') =>
    give(finance, 'invoice.verify-result', id, { result, checkedOn: '2026-11-19', note: '' })

  it('is not ticked for deduction before it is called consistent, whatever else is said of it', async () => {
    const { provider } = await earning()
    const { id, said } = await recorded(provider)
    const given = { period: said.issuedOn.slice(0, 7) }
    expect(await checked(id, 'void')).toMatchObject(APPLIED)
    expect(await give(finance, 'invoice.tick-deduction', id, given)).toMatchObject({
      code: 'invoice-doubtful',
    })
    await recorded(provider, redOf(said.number, -400_000, -24_000))
    expect(await statusOf(id)).toBe('part-reversed')
    expect(await give(finance, 'invoice.tick-deduction', id, given)).toMatchObject({
      code: 'invoice-doubtful',
    })
    expect(await checked(id, 'consistent')).toMatchObject(APPLIED)
    expect(await give(finance, 'invoice.tick-deduction', id, given)).toMatchObject(APPLIED)
  })
})

const HOUR_MS = 3_600_000
describe('a confirmation of the seller', () => {
  const entry = {
    number: '3100000000000001',
    reason: 'service-ended',
    enteredAt: '2026-11-19T02:00:00.000Z',
    waitsFor: 'us',
  } as const
  const happenedAt = '2026-11-19T04:00:00.000Z'

  it('waits for us 72 hours, and is confirmed or refused once', async () => {
    const { provider } = await earning()
    const { id } = await recorded(provider)
    expect(await give(finance, 'invoice.enter-red-letter', id, entry)).toMatchObject(APPLIED)
    expect(await statusOf(id)).toBe('red-pending')
    expect(await give(finance, 'invoice.enter-red-letter', id, entry)).toMatchObject({ code: 'wrong-state' })
    const { number } = entry
    expect(
      await give(finance, 'invoice.refuse-red-letter', id, { number, happenedAt, reason: '服务没有中止' }),
    ).toMatchObject(APPLIED)
    expect((await invoiceOf(id)).confirmations).toMatchObject([
      { outcome: 'refused', decided: { by: 'liu', reason: '服务没有中止', happenedAt } },
    ])
    expect(await give(finance, 'invoice.confirm-red-letter', id, { number, happenedAt })).toMatchObject({
      code: 'wrong-state',
    })
  })

  const stateOf = async (id: string) => {
    const [held] = (await invoiceOf(id)).confirmations
    const lapsed = held !== undefined && hasLapsed(held, new Date(under.time.now).toISOString())
    return held === undefined ? null : redState(held, lapsed)
  }
  const ended = { number: entry.number, happenedAt, reason: '服务商来电说明' }
  it.each([
    ['01', 'nobody', []],
    ['02', 'us', []],
    ['03', 'seller', []],
    ['04', 'seller', ['invoice.confirm-red-letter']],
    ['05', 'us', ['invoice.refuse-red-letter']],
    ['06', 'seller', ['invoice.refuse-red-letter']],
    ['08', 'seller', ['invoice.withdraw-red-letter']],
    ['09', 'us', ['invoice.confirm-red-letter', 'invoice.withdraw-red-letter']],
  ] as const)("is in the bureau's state %s where it waits for %s and %j", async (state, waitsFor, steps) => {
    const { provider } = await earning()
    const { id } = await recorded(provider)
    expect(await give(finance, 'invoice.enter-red-letter', id, { ...entry, waitsFor })).toMatchObject(APPLIED)
    for (const type of steps) {
      const said = type === 'invoice.confirm-red-letter' ? { number: entry.number, happenedAt } : ended
      expect(await give(finance, type, id, said)).toMatchObject(APPLIED)
    }
    expect(await stateOf(id)).toBe(state)
    // Only what waits for us holds the invoice up.
    expect(await statusOf(id)).toBe(state === '02' ? 'red-pending' : 'recorded')
  })

  it('that nobody has to confirm is neither confirmed nor refused, and one that is over is withdrawn no more', async () => {
    const { provider } = await earning()
    const { id } = await recorded(provider)
    const free = { ...entry, waitsFor: 'nobody' } as const
    expect(await give(finance, 'invoice.enter-red-letter', id, free)).toMatchObject(APPLIED)
    const { number } = entry
    const over = { code: 'wrong-state' }
    expect(await give(finance, 'invoice.confirm-red-letter', id, { number, happenedAt })).toMatchObject(over)
    expect(await give(finance, 'invoice.refuse-red-letter', id, ended)).toMatchObject(over)
    expect(await give(finance, 'invoice.withdraw-red-letter', id, ended)).toMatchObject(APPLIED)
    expect(await give(finance, 'invoice.withdraw-red-letter', id, ended)).toMatchObject(over)
  })

  it('was entered at no instant to come, and not before its invoice', async () => {
    const { provider } = await earning()
    const { id } = await recorded(provider)
    for (const ms of [under.time.now + 5 * 60_000 + 1, Date.parse('2026-11-17T15:59:59.000Z')]) {
      const odd = { ...entry, enteredAt: new Date(ms).toISOString() }
      expect(await give(finance, 'invoice.enter-red-letter', id, odd)).toMatchObject({
        code: 'day-impossible',
      })
    }
  })

  it('is void by itself after that; that it was confirmed before is noted whenever we hear of it', async () => {
    const { provider } = await earning()
    const { id } = await recorded(provider, { issuedOn: '2026-11-01' })
    const enteredAt = new Date(under.time.now - 100 * HOUR_MS).toISOString()
    expect(await give(finance, 'invoice.enter-red-letter', id, { ...entry, enteredAt })).toMatchObject(
      APPLIED,
    )
    expect(await stateOf(id)).toBe('07')
    const hoursIn = (hours: number) => new Date(Date.parse(enteredAt) + hours * HOUR_MS).toISOString()
    const { number } = entry
    const confirm = (hours: number) =>
      give(finance, 'invoice.confirm-red-letter', id, { number, happenedAt: hoursIn(hours) })
    expect(await confirm(72.01)).toMatchObject({ code: 'wrong-state' })
    expect(
      await give(finance, 'invoice.withdraw-red-letter', id, { ...ended, happenedAt: hoursIn(72.01) }),
    ).toMatchObject({ code: 'wrong-state' })
    expect(await confirm(-1)).toMatchObject({ code: 'day-impossible' })
    expect(await confirm(101)).toMatchObject({ code: 'day-impossible' })
    expect(await confirm(72)).toMatchObject(APPLIED)
    expect(await stateOf(id)).toBe('04')
    const withdraw = (hours: number) =>
      give(finance, 'invoice.withdraw-red-letter', id, { ...ended, happenedAt: hoursIn(hours) })
    expect(await withdraw(71)).toMatchObject({ code: 'day-impossible' })
    expect(await withdraw(90)).toMatchObject(APPLIED)
    expect(await stateOf(id)).toBe('09')
  })
})
