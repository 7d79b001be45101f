import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandArguments, CommandType } from '#shared/contracts/console-platform/commands.ts'
import { topUpsDue } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import {
  type DepositObligation,
  depositBalance,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { type Violation, violationStatus } from '#shared/contracts/console-platform/records/violation.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { NO_FILES } from './sample-attachment.ts'
import { newUlid, PAID, sampleObligation, sampleProvider, sampleViolation } from './sample-records.ts'

type Client = ReturnType<PlatformUnderTest['client']>

let under: PlatformUnderTest
let ops: Client
let manager: Client
let other: Client
let approver: Client
let finance: Client
beforeAll(async () => {
  under = await startPlatformUnderTest()
  const signIn = async (id: string, ...roles: Role[]) => {
    await under.addOperator(id, roles)
    return under.client(await under.signIn(id))
  }
  ops = await signIn('li', 'ops')
  manager = await signIn('chen', 'ops-manager')
  other = await signIn('zhao', 'ops-manager')
  approver = await signIn('wang', 'finance-approver')
  finance = await signIn('liu', 'finance')
})
afterAll(() => under.close())

const store = () => under.platform.store
const RULING: CommandArguments<'violation.decide'> = {
  outcome: 'upheld',
  deduction: 100_000,
  topUpBy: '2026-12-20',
  topUpRule: null,
  barsRefund: false,
  reason: '来源未规定，按处理尺度决定',
}

async function give<T extends CommandType>(
  by: Client,
  type: T,
  kind: 'violation' | 'depositObligation',
  id: string,
  said: CommandArguments<T>,
) {
  const record = await store().get(kind satisfies RecordKind, id)
  return by.command({
    id: newUlid(),
    type,
    recordId: id,
    expectedVersion: record?.version ?? 0,
    seenDigest: null,
    arguments: said,
  })
}

let made = 0
/** A provider with its deposit wholly paid, and a violation of it that `by` recorded. */
async function recorded(change: Partial<DepositObligation> = {}, by: Client = ops) {
  made += 1
  const providerId = `broke-${made}`
  const deposit = sampleObligation({ providerId, entries: PAID, ...change })
  await store().write(async (tx) => {
    await tx.put('provider', sampleProvider({ id: providerId }))
    await tx.put('depositObligation', deposit)
  })
  const id = newUlid()
  expect(await record(id, by, { providerId, obligationId: deposit.id })).toMatchObject({ kind: 'applied' })
  return { id, deposit, providerId }
}
function record(id: string, by: Client, said: Partial<CommandArguments<'violation.record'>>) {
  const { marketplace, providerId, obligationId, rule, occurredOn, facts, evidence, attachments } =
    sampleViolation()
  return give(by, 'violation.record', 'violation', id, {
    ...{ marketplace, providerId, obligationId, rule, occurredOn, facts, evidence, attachments },
    ...said,
  })
}
const violationOf = async (id: string) => (await store().get('violation', id)) as Violation
const depositOf = async ({ id }: DepositObligation) =>
  (await store().get('depositObligation', id)) as DepositObligation
const rule = (by: Client, id: string, said: Partial<CommandArguments<'violation.decide'>> = {}) =>
  give(by, 'violation.decide', 'violation', id, { ...RULING, ...said })
const appealed = (id: string) =>
  give(ops, 'violation.record-appeal', 'violation', id, {
    receivedOn: '2026-11-20',
    statement: '问题由上游变更引起',
    evidence: '',
    attachments: [],
  })
const ruleAppeal = (by: Client, id: string, outcome: 'kept' | 'lifted') =>
  give(by, 'violation.decide-appeal', 'violation', id, { outcome, reason: '上游变更属实' })

describe('a violation', () => {
  it('is recorded with the sentence of the pack, word for word, and no other', async () => {
    const { id, providerId, deposit } = await recorded()
    expect(await violationOf(id)).toMatchObject({
      version: 1,
      providerId,
      recorded: { by: 'li' },
      ruling: null,
    })
    const { rule: stated } = sampleViolation()
    const said = { providerId, obligationId: deposit.id }
    const otherwise = { ...stated, quote: `${stated.quote}，违者罚款` }
    expect(await record(newUlid(), ops, { ...said, rule: otherwise })).toMatchObject({ code: 'rule-differs' })
    expect(await record(newUlid(), ops, { ...said, occurredOn: '2023-10-01' })).toMatchObject({
      code: 'rule-differs',
    })
    expect(await record(newUlid(), ops, { ...said, occurredOn: '2030-01-01' })).toMatchObject({
      code: 'day-impossible',
    })
    expect(await record(newUlid(), ops, { ...said, obligationId: newUlid() })).toMatchObject({
      code: 'unknown-deposit',
    })
    expect(await record(newUlid(), ops, { ...said, providerId: 'nobody' })).toMatchObject({
      code: 'unknown-record',
    })
    expect(await record(newUlid(), finance, said)).toMatchObject({ kind: 'not-allowed' })
  })

  it('is told to its provider with its ruling and that of its appeal, and not where it is dismissed', async () => {
    const told = async (providerId: string) =>
      (await store().ofProvider('notice', 'kubesphere', providerId)).map(({ occasion, said }) => [
        occasion,
        said?.texts.zh.text ?? '',
      ])
    const dropped = await recorded()
    await rule(manager, dropped.id, { outcome: 'dismissed', deduction: 0, topUpBy: null })
    expect(await told(dropped.providerId)).toEqual([])
    const { id, providerId } = await recorded()
    await rule(manager, id)
    const { quote } = sampleViolation().rule
    const ruled = ['violation-ruled', expect.stringMatching(/扣除保证金：1,000\.00 元\n补足期限：2026-12-20/)]
    expect(await told(providerId)).toEqual([ruled])
    expect((await told(providerId))[0]?.[1]).toContain(quote)
    await appealed(id)
    await ruleAppeal(other, id, 'lifted')
    expect(await told(providerId)).toEqual([
      ruled,
      ['violation-appeal-ruled', expect.stringContaining('退回保证金：1,000.00 元')],
    ])
  })

  it('keeps a refund from being approved until it is ruled on, and while its appeal is open', async () => {
    const over = { lastDelistedOn: '2026-01-05', cooperationEndedOn: '2026-01-05', stillListed: 0 }
    const { facts } = sampleObligation()
    const { id, deposit } = await recorded({ facts: { ...facts, ...over } })
    const payee = {
      route: 'elsewhere',
      name: '云栈',
      account: '62258801',
      bank: '招商银行',
      evidence: '开户许可证',
      attachments: NO_FILES,
    } as const
    const asked = { amount: 300_000, reason: '合作终止', payee }
    await give(finance, 'deposit.request-refund', 'depositObligation', deposit.id, asked)
    const approve = () =>
      give(approver, 'deposit.approve-refund', 'depositObligation', deposit.id, { amount: 300_000 })
    expect(await approve()).toMatchObject({ code: 'violation-open', detail: id })
    await rule(manager, id)
    await appealed(id)
    expect(await approve()).toMatchObject({ code: 'violation-open' })
    await ruleAppeal(approver, id, 'kept')
    expect(await approve()).toMatchObject({ kind: 'applied' })
  })

  it('takes what is deducted off the deposit, by rule and day, and gives it back where the ruling is lifted', async () => {
    const { id, deposit } = await recorded()
    expect(await rule(manager, id)).toMatchObject({ kind: 'applied' })
    const after = await depositOf(deposit)
    expect(depositBalance(after)).toBe(400_000)
    expect(after.entries.at(-1)).toMatchObject({
      kind: 'deduction',
      amount: -100_000,
      violation: id,
      rule: { quote: expect.stringContaining('安全、合法的产品') },
      topUpBy: '2026-12-20',
      by: 'chen',
    })
    expect(topUpsDue(after)).toEqual({
      topUps: [{ amount: 100_000, by: '2026-12-20', violation: id }],
      neverPaid: 0,
    })
    await appealed(id)
    expect(violationStatus(await violationOf(id))).toBe('appealed')
    expect(await ruleAppeal(approver, id, 'lifted')).toMatchObject({ kind: 'applied' })
    expect(depositBalance(await depositOf(deposit))).toBe(500_000)
    expect(topUpsDue(await depositOf(deposit))).toEqual({ topUps: [], neverPaid: 0 })
    expect(violationStatus(await violationOf(id))).toBe('lifted')
    expect(await appealed(id)).toMatchObject({ code: 'wrong-state' })
  })

  it('needs two people where money follows, and a third view of an appeal', async () => {
    const { id } = await recorded({}, manager)
    expect(await rule(manager, id)).toMatchObject({ code: 'same-person', detail: 'chen' })
    expect(await rule(ops, id)).toMatchObject({ kind: 'not-allowed' })
    expect(await rule(other, id)).toMatchObject({ kind: 'applied' })
    await appealed(id)
    expect(await ruleAppeal(other, id, 'lifted')).toMatchObject({ code: 'same-person' })
    expect(await ruleAppeal(manager, id, 'lifted')).toMatchObject({ kind: 'applied' })

    const { id: harmless } = await recorded({}, manager)
    const without = { deduction: 0, topUpBy: null }
    expect(await rule(manager, harmless, without)).toMatchObject({ kind: 'applied' })
  })

  it('cannot take more than lies there, a day that is past, or money without a day', async () => {
    const { id } = await recorded()
    expect(await rule(manager, id, { deduction: 500_001 })).toMatchObject({ code: 'more-than-held' })
    expect(await rule(manager, id, { topUpBy: '2026-11-01' })).toMatchObject({ code: 'bad-arguments' })
    expect(await rule(manager, id, { topUpBy: null })).toMatchObject({ code: 'bad-arguments' })
    expect(await rule(manager, id, { outcome: 'dismissed' })).toMatchObject({ code: 'bad-arguments' })
    const ours = sampleViolation().rule
    expect(await rule(manager, id, { topUpRule: ours })).toMatchObject({ code: 'rule-differs' })
    expect(await rule(manager, id, { deduction: 500_000 })).toMatchObject({ kind: 'applied' })
  })

  it('bars the refund of all deposits of the provider where the ruling says so, until it is lifted', async () => {
    const { id, deposit, providerId } = await recorded()
    const second = sampleObligation({ providerId, category: 'api' })
    await store().write((tx) => tx.put('depositObligation', second))
    await rule(manager, id, { deduction: 0, topUpBy: null, barsRefund: true })
    for (const each of [deposit, second]) {
      expect((await depositOf(each)).facts.hasViolation).toBe(true)
    }
    await appealed(id)
    await ruleAppeal(approver, id, 'lifted')
    for (const each of [deposit, second]) {
      expect((await depositOf(each)).facts.hasViolation).toBe(false)
    }
  })
})
