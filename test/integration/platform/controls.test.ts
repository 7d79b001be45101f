import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seenOnRecord } from '#platform/commands/seen-on-record.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { createPlatform } from '#platform/start-platform.ts'
import type { CommandArguments, CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { AT, newUlid, PAID, sampleControl, sampleObligation } from './sample-records.ts'

type Client = ReturnType<PlatformUnderTest['client']>
const TODAY = '2026-11-20'
const SOON: CommandArguments<'control.propose'> = {
  control: 'deposit-due-soon-days',
  value: 45,
  from: '2026-12-01',
  reason: '给服务商更多时间',
}

let under: PlatformUnderTest
let wang: Client
let zheng: Client
let finance: Client
let admin: Client
beforeAll(async () => {
  under = await startPlatformUnderTest()
  const signIn = async (id: string, role: Role) => {
    await under.addOperator(id, [role])
    return under.client(await under.signIn(id))
  }
  wang = await signIn('wang', 'finance-approver')
  zheng = await signIn('zheng', 'finance-approver')
  finance = await signIn('liu', 'finance')
  admin = await signIn('sun', 'admin')
})
afterAll(() => under.close())

const store = () => under.platform.store
const command = (type: CommandType, recordId: string, expectedVersion: number, said: unknown = {}) => ({
  ...{ id: newUlid(), type, recordId, expectedVersion, seenDigest: null, arguments: said },
})
const propose = (said: unknown, recordId = newUlid()) => command('control.propose', recordId, 0, said)
async function proposed(said: CommandArguments<'control.propose'>, by = wang): Promise<string> {
  const given = propose(said)
  expect(await by.command(given)).toMatchObject({ kind: 'applied', version: 1 })
  return given.recordId
}
const adopt = (id: string, by: Client) => by.command(command('control.adopt', id, 1))
const held = (on: string) => under.platform.policies.controls('deposit-due-soon-days', on)

describe('a control of the company', () => {
  it('holds from its day on once another approver has adopted it, with who and why; both steps are on the audit log', async () => {
    const id = await proposed(SOON)
    expect(held('2026-12-01')).toBe(30)
    expect(await adopt(id, zheng)).toMatchObject({ kind: 'applied', version: 2 })
    expect([held('2026-11-30'), held('2026-12-01')]).toEqual([30, 45])
    expect(await store().get('companyControl', id)).toMatchObject({
      ...SOON,
      status: 'adopted',
      proposed: { by: 'wang' },
      decided: { by: 'zheng', reason: null },
      history: [
        { actor: 'wang', action: 'control.propose' },
        { actor: 'zheng', action: 'control.adopt' },
      ],
    })
    expect(await store().lastAudit()).toMatchObject({ action: 'control.adopt', actor: 'zheng', recordId: id })
  })

  it('is not adopted by who proposed it under another account', async () => {
    await under.addOperator('wang+2', ['finance-approver'])
    const alias = under.client(await under.signIn('wang+2'))
    const id = await proposed({ ...SOON, from: '2027-06-01' })
    expect(await adopt(id, alias)).toMatchObject({ code: 'same-person', detail: 'wang' })
    expect(await adopt(id, zheng)).toMatchObject({ kind: 'applied' })
  })

  it('holds as before where the platform starts anew', async () => {
    await adopt(await proposed({ ...SOON, value: 50, from: '2027-02-01' }), zheng)
    const policies = await loadPolicies()
    const again = await createPlatform({ dataDir: under.dataDir, policies })
    expect(again.policies.controls('deposit-due-soon-days', '2027-02-01')).toBe(50)
    await again.close()
  })

  it('is not adopted by who proposed it', async () => {
    const id = await proposed(SOON)
    expect(await adopt(id, wang)).toMatchObject({ kind: 'rejected', code: 'same-person' })
    expect(await store().get('companyControl', id)).toMatchObject({ version: 1, status: 'proposed' })
  })

  it('is proposed and adopted by approvers alone', async () => {
    const id = await proposed(SOON)
    for (const other of [finance, admin]) {
      expect(await other.command(propose(SOON))).toEqual({ kind: 'not-allowed', needs: ['finance-approver'] })
      expect(await adopt(id, other)).toEqual({ kind: 'not-allowed', needs: ['finance-approver'] })
    }
  })

  it('holds from no day that is past, neither when it is proposed nor when it is adopted', async () => {
    expect(await wang.command(propose({ ...SOON, from: '2026-11-19' }))).toMatchObject({ code: 'too-early' })
    const waited = sampleControl({ from: '2026-11-19' })
    await store().write((tx) => tx.put('companyControl', waited))
    expect(await adopt(waited.id, zheng)).toMatchObject({ code: 'too-early' })
    expect(await adopt(await proposed({ ...SOON, from: TODAY }), zheng)).toMatchObject({ kind: 'applied' })
  })

  it('has a value of what it holds, within its bounds', async () => {
    for (const bad of [
      { value: 366 },
      { value: -1 },
      { value: 1.5 },
      { value: true },
      { control: 'payments-paused', value: 1 },
      { control: 'of-no-program' },
      { reason: ' x ' },
    ]) {
      expect(await wang.command(propose({ ...SOON, ...bad }))).toMatchObject({ code: 'bad-arguments' })
    }
  })

  it('that is declined or withdrawn never holds, and cannot be adopted any more; another is proposed instead', async () => {
    const reason = '与合同不符'
    for (const [by, status] of [
      [zheng, 'declined'],
      [wang, 'withdrawn'],
    ] as const) {
      const id = await proposed({ ...SOON, value: 99, from: '2028-01-01' })
      expect(await by.command(command('control.decline', id, 1, { reason }))).toMatchObject({
        kind: 'applied',
      })
      expect(await store().get('companyControl', id)).toMatchObject({ status, decided: { reason } })
      expect(await zheng.command(command('control.adopt', id, 2))).toMatchObject({ code: 'wrong-state' })
    }
    expect(held('2028-01-01')).not.toBe(99)
  })

  it('is adopted by what was seen: where another value holds by now, the adoption comes back', async () => {
    const first = await proposed({ ...SOON, value: 20, from: '2029-01-01' })
    const second = await proposed({ ...SOON, value: 25, from: '2029-01-01' })
    const raw = under.rawClient(await under.signIn('zheng'))
    const record = await store().get('companyControl', second)
    if (record === null) throw new Error('it was proposed')
    const onRecord = { platform: under.platform, transaction: store(), at: AT }
    const seenDigest = await seenOnRecord(onRecord, 'companyControl', record)
    await adopt(first, zheng)
    const given = { ...command('control.adopt', second, 1), seenDigest }
    expect(await raw.command(given)).toMatchObject({ kind: 'rejected', code: 'seen-differs' })
    expect(held('2029-01-01')).toBe(20)
  })
})

describe('payments-paused', () => {
  it('keeps every refund from being approved while it holds, and no longer', async () => {
    const again = PAID.map((entry) => ({ ...entry, line: '2' }))
    const obligation = sampleObligation({ amount: 500_000, entries: [...PAID, ...again] })
    await store().write((tx) => tx.put('depositObligation', obligation))
    const payee = {
      ...{ route: 'elsewhere', name: '青云科技', account: '622588012345678901', bank: '招商银行' },
      evidence: '开户许可证 J1000',
    }
    const request = { amount: 100_000, reason: '多缴退还', payee }
    const asked = command('deposit.request-refund', obligation.id, obligation.version, request)
    expect(await finance.command(asked)).toMatchObject({ kind: 'applied' })
    const approve = () =>
      wang.command(
        command('deposit.approve-refund', obligation.id, obligation.version + 1, { amount: 100_000 }),
      )
    const pause = { control: 'payments-paused', from: TODAY, reason: '年度盘点' } as const
    await adopt(await proposed({ ...pause, value: true }), zheng)
    expect(await approve()).toMatchObject({ kind: 'rejected', code: 'payments-paused' })
    await adopt(await proposed({ ...pause, value: false }), zheng)
    expect(await approve()).toMatchObject({ kind: 'applied' })
  })
})
