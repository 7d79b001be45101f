import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandArguments, CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { NO_FILES, sampleAttachment } from './sample-attachment.ts'
import { samplePayout } from './sample-payouts.ts'
import {
  newUlid,
  PAID,
  sampleListing,
  sampleObligation,
  sampleOrder,
  sampleProvider,
  sampleViolation,
} from './sample-records.ts'
import { sampleSettlement } from './sample-settlement.ts'

type Client = ReturnType<PlatformUnderTest['client']>

let under: PlatformUnderTest
let manager: Client
let ops: Client
let approver: Client
let managerToken: string
beforeAll(async () => {
  under = await startPlatformUnderTest()
  const signIn = async (id: string, ...roles: Role[]) => {
    await under.addOperator(id, roles)
    return under.signIn(id)
  }
  managerToken = await signIn('chen', 'ops-manager')
  manager = under.client(managerToken)
  ops = under.client(await signIn('li', 'ops'))
  approver = under.client(await signIn('wang', 'finance-approver'))
})
afterAll(() => under.close())

const store = () => under.platform.store
const WHY = { reason: '来函核实，见附件', attachments: NO_FILES }
const TODAY = '2026-11-20'

let made = 0
async function atHome(change: Partial<Provider> = {}): Promise<Provider> {
  made += 1
  const provider = sampleProvider({ id: `kubesphere-${made}`, ...change })
  await store().write((tx) => tx.put('provider', provider))
  return provider
}
async function give<T extends CommandType>(by: Client, type: T, id: string, said: CommandArguments<T>) {
  const record = await store().get('provider', id)
  return by.command({
    id: newUlid(),
    type,
    recordId: id,
    expectedVersion: record?.version ?? 0,
    seenDigest: null,
    arguments: said,
  })
}
const providerOf = async ({ id }: Provider) => (await store().get('provider', id)) as Provider
const APPLIED = { kind: 'applied' }
const refused = (code: string, detail?: string) => ({
  kind: 'rejected',
  code,
  ...(detail === undefined ? {} : { detail }),
})

describe('a provider', () => {
  it('is suspended and resumed with a reason that stays, by the operations manager alone', async () => {
    const provider = await atHome()
    expect(await give(ops, 'provider.suspend', provider.id, WHY)).toMatchObject({ kind: 'not-allowed' })
    expect(await give(manager, 'provider.suspend', provider.id, { ...WHY, reason: '差' })).toMatchObject(
      refused('bad-arguments'),
    )
    expect(await give(manager, 'provider.resume', provider.id, WHY)).toMatchObject(refused('wrong-state'))
    expect(await give(manager, 'provider.suspend', provider.id, WHY)).toMatchObject(APPLIED)
    expect(await giveAgain(provider)).toMatchObject(refused('wrong-state', 'suspended'))
    expect(await give(manager, 'provider.resume', provider.id, WHY)).toMatchObject(APPLIED)
    const { status, decisions } = await providerOf(provider)
    expect(status).toBe('active')
    expect(decisions).toMatchObject([
      { what: 'suspend', by: 'chen', reason: WHY.reason },
      { what: 'resume', by: 'chen', on: TODAY },
    ])
  })
  const giveAgain = ({ id }: Provider) => give(manager, 'provider.suspend', id, WHY)

  it('has its payouts paused and resumed by who approves payouts, whatever its state', async () => {
    const provider = await atHome({ status: 'leaving' })
    expect(await give(manager, 'provider.pause-payouts', provider.id, WHY)).toMatchObject({
      kind: 'not-allowed',
    })
    expect(await give(approver, 'provider.pause-payouts', provider.id, WHY)).toMatchObject(APPLIED)
    expect((await providerOf(provider)).payoutsPaused).toBe(true)
    expect(await give(approver, 'provider.pause-payouts', provider.id, WHY)).toMatchObject(
      refused('wrong-state'),
    )
    expect(await give(approver, 'provider.resume-payouts', provider.id, WHY)).toMatchObject(APPLIED)
    expect(await providerOf(provider)).toMatchObject({ payoutsPaused: false, status: 'leaving' })
  })

  it('leaves on a day that is not to come, and may come back before it is closed', async () => {
    const provider = await atHome()
    const leave = (on: string) => give(manager, 'provider.leave', provider.id, { ...WHY, on })
    expect(await leave('2026-11-21')).toMatchObject(refused('day-impossible'))
    expect(await leave('2026-11-18')).toMatchObject(APPLIED)
    expect(await providerOf(provider)).toMatchObject({ status: 'leaving', decisions: [{ on: '2026-11-18' }] })
    expect(await give(manager, 'provider.resume', provider.id, WHY)).toMatchObject(APPLIED)
    expect(await give(manager, 'provider.close', provider.id, WHY)).toMatchObject(refused('wrong-state'))
  })

  it('is closed only once products, supervision, violations, months and payouts are settled', async () => {
    const provider = await atHome({ status: 'leaving' })
    const of = { providerId: provider.id, providerName: provider.name }
    const close = () => give(manager, 'provider.close', provider.id, WHY)
    const listing = sampleListing({ providerId: provider.id, status: 'live', name: newUlid().toLowerCase() })
    const order = sampleOrder({ ...of, supervision: 'delivered' })
    const violation = sampleViolation(of)
    const statement = sampleSettlement({ ...of, status: 'draft' })
    const payout = samplePayout(of)
    await store().write(async (tx) => {
      await tx.put('listing', listing)
      await tx.put('order', order)
      await tx.put('violation', violation)
      await tx.put('settlementStatement', statement)
      await tx.put('payoutRequest', payout)
    })
    const settle = [
      ['products-in-store', (tx) => tx.put('listing', { ...listing, version: 2, status: 'delisted' })],
      ['unfinished-supervision', (tx) => tx.put('order', { ...order, version: 2, supervision: 'completed' })],
      ['violations-open', (tx) => tx.remove('violation', violation.id)],
      [
        'months-not-committed',
        (tx) => tx.put('settlementStatement', { ...statement, version: 2, status: 'committed' }),
      ],
      ['payouts-under-way', (tx) => tx.put('payoutRequest', { ...payout, version: 2, status: 'paid' })],
    ] satisfies [string, Parameters<ReturnType<typeof store>['write']>[0]][]
    for (const [matter, step] of settle) {
      expect(await close()).toMatchObject(refused('matter-open', matter))
      await store().write(step)
    }
    expect(await close()).toMatchObject(APPLIED)
    expect((await providerOf(provider)).status).toBe('closed')
  })

  it('that is closed tells its deposit that the cooperation ended', async () => {
    const provider = await atHome({ status: 'leaving' })
    const deposit = sampleObligation({ providerId: provider.id, entries: PAID })
    await store().write((tx) => tx.put('depositObligation', deposit))
    expect(await give(manager, 'provider.close', provider.id, WHY)).toMatchObject(APPLIED)
    expect(await store().get('depositObligation', deposit.id)).toMatchObject({
      facts: { cooperationEndedOn: TODAY },
    })
  })

  it('is verified again with a picture of the register and papers that take the place of the earlier', async () => {
    const paper = (kind: string, fileHash: string, expiresOn: string | null) => ({
      ...{ kind, fileHash, fileName: `${kind}.pdf`, mediaType: 'application/pdf', bytes: 3, expiresOn },
    })
    const old = [
      paper('business-licence', 'a'.repeat(64), '2026-11-30'),
      paper('other', 'b'.repeat(64), null),
    ]
    const provider = await atHome({ documents: old })
    const file = sampleAttachment('a new licence')
    const said = {
      ...{ on: TODAY, outcome: 'in-order' as const, reason: '' },
      documents: [{ kind: 'business-licence', expiresOn: '2036-11-30', file }],
      attachments: NO_FILES,
    }
    const verify = (change: Partial<CommandArguments<'provider.re-verify'>> = {}) =>
      give(manager, 'provider.re-verify', provider.id, { ...said, ...change })
    expect(await verify()).toMatchObject(refused('file-missing'))
    await givenFile('a new licence', file.sha256)
    expect(await verify({ on: '2026-11-21' })).toMatchObject(refused('day-impossible'))
    expect(await verify({ outcome: 'differs' })).toMatchObject(refused('reason-missing'))
    expect(await verify()).toMatchObject(APPLIED)
    const { documents, decisions } = await providerOf(provider)
    expect(documents?.map(({ kind, expiresOn }) => [kind, expiresOn])).toEqual([
      ['other', null],
      ['business-licence', '2036-11-30'],
    ])
    expect(decisions).toMatchObject([{ what: 're-verify', outcome: 'in-order', on: TODAY }])
  })
  it('has the term of its contract recorded, and its renewal as another', async () => {
    const provider = await atHome()
    const said = {
      agreement: 'isv',
      from: '2025-12-01',
      until: '2026-11-30',
      renewal: 'by-agreement' as const,
    }
    const record = (change: Partial<CommandArguments<'provider.record-term'>> = {}) =>
      give(manager, 'provider.record-term', provider.id, {
        ...{ ...said, reason: '', attachments: NO_FILES },
        ...change,
      })
    expect(await record({ until: '2025-11-30' })).toMatchObject(refused('day-impossible'))
    expect(await record()).toMatchObject(APPLIED)
    const next = { from: '2026-12-01', until: '2027-11-30', reason: '已续签一年' }
    expect(await record(next)).toMatchObject(APPLIED)
    const { terms, decisions } = await providerOf(provider)
    expect(terms.map(({ until }) => until)).toEqual(['2026-11-30', '2027-11-30'])
    expect(decisions).toMatchObject([{ what: 'record-term' }, { what: 'record-term', reason: '已续签一年' }])
  })
  const givenFile = (text: string, hash: string) =>
    fetch(`${under.url}/v1/files/${hash}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${managerToken}` },
      body: text,
    })

  it('that comes to be with a command would need a ULID, one that is there is named as the platform names it', async () => {
    const provider = await atHome()
    expect(await give(manager, 'provider.suspend', provider.id, WHY)).toMatchObject(APPLIED)
    const named = await give(ops, 'violation.record', 'not-a-ulid', {
      ...{ marketplace: 'kubesphere', providerId: provider.id, obligationId: null },
      ...{ rule: sampleViolation().rule, occurredOn: TODAY, facts: '虚假宣传一例', evidence: '' },
      attachments: NO_FILES,
    })
    expect(named).toMatchObject(refused('bad-arguments'))
  })
})
