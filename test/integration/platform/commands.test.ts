import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seenOnRecord } from '#platform/commands/seen-on-record.ts'
import { COMMANDS, type Command, type CommandType } from '#shared/contracts/console-platform/commands.ts'
import { PROTOCOL_HEADER } from '#shared/contracts/console-platform/protocol.ts'
import type { ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import type { Finding } from '#shared/rules/verdict.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import {
  newUlid,
  PAID,
  sampleApplicant,
  sampleApplication,
  sampleListing,
  sampleObligation,
  sampleProvider,
  sampleVersion,
} from './sample-records.ts'

type Client = ReturnType<PlatformUnderTest['client']>

let under: PlatformUnderTest
let ops: Client
let manager: Client
let support: Client
let finance: Client
beforeAll(async () => {
  under = await startPlatformUnderTest()
  await under.addOperator('li', ['ops'])
  await under.addOperator('chen', ['ops-manager'])
  await under.addOperator('wang', ['support'])
  await under.addOperator('liu', ['finance'])
  ops = under.client(await under.signIn('li'))
  manager = under.client(await under.signIn('chen'))
  support = under.client(await under.signIn('wang'))
  finance = under.client(await under.signIn('liu'))
})
afterAll(() => under.close())

interface Seen {
  readonly id: string
  readonly version: number
}
const notes = { noteToVendor: '', internalNote: '' }
const refusal = { reasons: ['r'], ...notes }

function command(type: CommandType, seen: Seen, said: unknown = {}, id = newUlid()) {
  return { id, type, recordId: seen.id, expectedVersion: seen.version, seenDigest: null, arguments: said }
}
const { store } = { store: () => under.platform.store }

async function application(change: Parameters<typeof sampleApplication>[0] = {}) {
  const made = sampleApplication(change)
  await store().write((tx) => tx.put('application', made))
  return made
}
let counter = 0
async function version(
  change: Partial<ListingVersion> = {},
  provider: Parameters<typeof sampleProvider>[0] = {},
  deposit: Parameters<typeof sampleObligation>[0] = { entries: PAID },
) {
  counter += 1
  const providerId = `vendor-${counter}`
  const listing = sampleListing({ providerId, name: `product-${counter}` })
  const made = sampleVersion(listing, change)
  await store().write(async (tx) => {
    await tx.put('provider', sampleProvider({ id: providerId, ...provider }))
    await tx.put('depositObligation', sampleObligation({ providerId, ...deposit }))
    await tx.put('listing', listing)
    await tx.put('listingVersion', made)
  })
  return made
}
function mustFinding(ruleId: string): Finding {
  const text = { zh: '缺', en: 'missing' }
  return { ruleId, severity: 'must', message: text, place: 'x', remedy: text, citation: null }
}

describe('a command', () => {
  it('is applied, raises the version by one and appears in the feed at the position it names', async () => {
    const before = await application({ status: 'submitted' })
    const outcome = await ops.command(command('application.start-review', before))
    expect(outcome).toEqual({ kind: 'applied', version: 2, position: (await store().head()).position })
    expect(await store().get('application', before.id)).toMatchObject({
      version: 2,
      status: 'in_review',
      assignee: 'li',
      history: [{ actor: 'li', action: 'application.start-review' }],
    })
  })
  it('given again with the same body has its first outcome and no second effect', async () => {
    const before = await application({ status: 'submitted' })
    const given = command('application.start-review', before)
    const first = await ops.command(given)
    const again = await Promise.all([ops.command(given), ops.command(given)])
    expect(again).toEqual([first, first])
    expect((await store().get('application', before.id))?.version).toBe(2)
  })
  it('keeps also the outcome of a refusal', async () => {
    const before = await application({ status: 'submitted' })
    const given = command('application.approve', before, notes)
    const first = await ops.command(given)
    expect(first).toMatchObject({ kind: 'rejected', code: 'wrong-state' })
    await ops.command(command('application.start-review', before))
    expect(await ops.command(given)).toEqual(first)
  })
  it('whose id was used with another body, or by another person, is refused', async () => {
    const before = await application({ status: 'submitted' })
    const given = command('application.start-review', before)
    await ops.command(given)
    const reused = { kind: 'rejected', code: 'command-id-reused' }
    expect(await ops.command({ ...given, expectedVersion: 2 })).toMatchObject(reused)
    expect(await manager.command(given)).toMatchObject(reused)
  })
  it('on a version that is no longer the present one is a conflict, with the present record', async () => {
    const before = await application({ status: 'submitted' })
    await ops.command(command('application.start-review', before))
    const outcome = await manager.command(command('application.reject', before, refusal))
    expect(outcome).toMatchObject({
      kind: 'conflict',
      currentVersion: 2,
      current: { id: before.id, status: 'in_review' },
    })
  })
  it('that is in place already, by the same person on the same version, is already applied', async () => {
    const before = await application({ status: 'submitted' })
    await ops.command(command('application.start-review', before))
    expect(await ops.command(command('application.start-review', before))).toMatchObject({
      kind: 'already-applied',
      version: 2,
    })
    expect(await manager.command(command('application.start-review', before))).toMatchObject({
      kind: 'conflict',
    })
  })
  it('that was applied is already applied whatever the record has become since; any other argument is a conflict', async () => {
    const before = await application({ status: 'submitted' })
    const first = await ops.command(command('application.assign', before, { assignee: 'li' }))
    await ops.command(command('application.start-review', { id: before.id, version: 2 }))
    await ops.command(command('application.assign', { id: before.id, version: 3 }, { assignee: 'chen' }))
    expect(await ops.command(command('application.assign', before, { assignee: 'li' }))).toEqual({
      ...first,
      kind: 'already-applied',
    })
    expect(await ops.command(command('application.assign', before, { assignee: 'chen' }))).toMatchObject({
      kind: 'conflict',
      currentVersion: 4,
    })
  })
  it('whose first outcome was kept before decisions were hashed is a conflict', async () => {
    const before = await application({ status: 'submitted' })
    const given = command('application.start-review', before)
    await ops.command(given)
    const file = new Database(join(under.dataDir, 'platform.sqlite'))
    file.prepare('UPDATE outcomes SET decision_hash = NULL WHERE command_id = ?').run(given.id)
    file.close()
    expect(await ops.command({ ...given, id: newUlid() })).toMatchObject({ kind: 'conflict' })
  })
  it('is not allowed without the role, and says which would do', async () => {
    const before = await application({ status: 'submitted' })
    expect(await support.command(command('application.start-review', before))).toEqual({
      kind: 'not-allowed',
      needs: ['ops', 'ops-manager'],
    })
    const live = await version({ status: 'live' })
    expect(await ops.command(command('listing.delist', live, refusal))).toMatchObject({ kind: 'not-allowed' })
  })
  it('with arguments that do not fit, or for no record, is refused by name', async () => {
    const before = await application()
    expect(await ops.command(command('application.approve', before, { note: 'x' }))).toMatchObject({
      code: 'bad-arguments',
    })
    const nowhere = { id: newUlid(), version: 1 }
    expect(await ops.command(command('application.approve', nowhere, notes))).toMatchObject({
      code: 'unknown-record',
    })
  })
  it('without a session is answered 401', async () => {
    const before = await application()
    await expect(under.client().command(command('application.approve', before, notes))).rejects.toMatchObject(
      {
        code: 'UNAUTHORIZED',
      },
    )
  })
})

describe('what was seen', () => {
  const compared = async (given: Command) => {
    const { about } = COMMANDS[given.type]
    const record = await store().get(about, given.recordId)
    if (record === null) throw new Error(`no ${about}`)
    const at = new Date(under.time.now).toISOString()
    const onRecord = { platform: under.platform, transaction: store(), at }
    return { ...given, seenDigest: await seenOnRecord(onRecord, about, record) }
  }
  const providerOf = async ({ providerId }: ListingVersion) => {
    const provider = await store().get('provider', providerId)
    if (provider === null) throw new Error('the version has a provider')
    return provider
  }

  it('has to come along where it is compared', async () => {
    const before = await application()
    const raw = under.rawClient(await under.signIn('li'))
    expect(await raw.command(command('application.approve', before, notes))).toMatchObject({
      kind: 'rejected',
      code: 'bad-arguments',
    })
    expect((await store().get('application', before.id))?.version).toBe(1)
  })
  it('is not compared where a console of protocol 3 decides, which makes its digest in another way', async () => {
    const before = await application()
    const raw = under.rawClient(await under.signIn('li'), { [PROTOCOL_HEADER]: '3' })
    const given = { ...command('application.approve', before, notes), seenDigest: 'a'.repeat(64) }
    expect(await raw.command(given)).toMatchObject({ kind: 'applied' })
  })
  it('differs where the provider changed under the same version, and then nothing is decided', async () => {
    const before = await version()
    const given = await compared(command('listing.approve', before, notes))
    const provider = await providerOf(before)
    await store().write((tx) => tx.put('provider', { ...provider, version: 2, categories: ['storage'] }))
    expect(await ops.command(given)).toMatchObject({ kind: 'rejected', code: 'seen-differs' })
    expect((await store().get('listingVersion', before.id))?.version).toBe(1)
    expect(await ops.command(await compared({ ...given, id: newUlid() }))).toMatchObject({ kind: 'applied' })
  })
  it('differs where a deposit changed under the same version', async () => {
    const before = await version({}, {}, {})
    const given = await compared(command('listing.reject', before, refusal))
    const [deposit] = await store().ofProvider('depositObligation', 'kubesphere', before.providerId)
    if (deposit === undefined) throw new Error('the provider owes a deposit')
    await store().write((tx) => tx.put('depositObligation', { ...deposit, version: 2, entries: PAID }))
    expect(await ops.command(given)).toMatchObject({ kind: 'rejected', code: 'seen-differs' })
  })
  it('differs where the platform judges by another pack than the console did', async () => {
    const before = await application()
    const { packs, tables, controls } = under.platform.policies
    const newer = packs.map((pack) => ({ ...pack, version: `${pack.version}+1` }))
    const at = new Date(under.time.now).toISOString()
    const there = { platform: { policies: { packs: newer, tables, controls } }, transaction: store(), at }
    const seenDigest = await seenOnRecord(there, 'application', before)
    const given = { ...command('application.reject', before, refusal), seenDigest }
    expect(await ops.command(given)).toMatchObject({ kind: 'rejected', code: 'seen-differs' })
  })
  it('is the same whatever a console does not show or cannot know: instants, versions of what stands around', async () => {
    const before = await version()
    const given = await compared(command('listing.approve', before, notes))
    const provider = await providerOf(before)
    await store().write((tx) =>
      tx.put('provider', { ...provider, version: 2, updatedAt: '2026-11-20T03:00:00.000Z' }),
    )
    expect(await ops.command(given)).toMatchObject({ kind: 'applied' })
  })
})

describe('an application', () => {
  it('goes the whole way: approved, contracts signed, opened; then the vendor is a provider', async () => {
    const providerId = 'newcomer'
    let seen: Seen = await application({ providerId, applicant: sampleApplicant({ name: '新星科技' }) })
    const give = async (type: CommandType, said?: unknown) => {
      const outcome = await ops.command(command(type, seen, said))
      expect(outcome).toMatchObject({ kind: 'applied', version: seen.version + 1 })
      seen = { id: seen.id, version: seen.version + 1 }
    }
    await give('application.approve', notes)
    const pack = under.platform.policies.packs.find((each) => each.marketplace === 'kubesphere')
    for (const { id } of (pack?.admission.agreements ?? []).filter((each) => each.need === 'required')) {
      const contract = { agreement: id, version: '1.0', signedBy: '李四', signedOn: '2026-11-20' }
      await give('application.record-contract', { contract })
    }
    expect(await store().get('application', seen.id)).toMatchObject({ status: 'deposit_pending' })
    expect(await ops.command(command('application.open', seen))).toMatchObject({
      code: 'deposit-not-settled',
      detail: providerId,
    })
    const [deposit] = await store().ofProvider('depositObligation', 'kubesphere', providerId)
    expect(deposit).toMatchObject({ amount: 500_000, facts: { joinedOn: null } })
    const waiver = { reason: '首批合作伙伴', until: '2026-12-31' }
    const waived = await finance.command(command('deposit.waive', deposit ?? seen, waiver))
    expect(waived).toMatchObject({ kind: 'applied' })
    await give('application.open')
    expect(await store().get('depositObligation', deposit?.id ?? '')).toMatchObject({
      version: 3,
      facts: { joinedOn: '2026-11-20' },
    })
    expect(await store().get('provider', providerId)).toMatchObject({
      version: 1,
      name: '新星科技',
      status: 'active',
      joinedOn: '2026-11-20',
    })
  })
  it('with a failing condition cannot be approved; the rule is named', async () => {
    const before = await application({
      applicant: sampleApplicant({ staff: 1, foundedOn: '2026-11-01', licenceIssuedOn: '2026-11-01' }),
    })
    const outcome = await ops.command(command('application.approve', before, notes))
    expect(outcome).toMatchObject({ kind: 'rejected', code: 'conditions-failed' })
    expect(outcome).toHaveProperty('detail', expect.stringContaining('admission.'))
  })
  it('with an unknown condition can be approved: a person judged it from the documents', async () => {
    const before = await application({
      applicant: sampleApplicant({ website: null, registeredCapital: null }),
    })
    expect(await ops.command(command('application.approve', before, notes))).toMatchObject({
      kind: 'applied',
    })
  })
  it('of a provider that is open adds its category; of another one cannot be opened', async () => {
    await store().write((tx) => tx.put('provider', sampleProvider({ id: 'grower', categories: ['storage'] })))
    await store().write((tx) => tx.put('provider', sampleProvider({ id: 'leaver', status: 'leaving' })))
    await store().write((tx) =>
      tx.put('depositObligation', sampleObligation({ providerId: 'grower', entries: PAID })),
    )
    const extension = { purpose: 'category-extension', status: 'deposit_pending' } as const
    const growing = await application({ ...extension, providerId: 'grower' })
    expect(await ops.command(command('application.open', growing))).toMatchObject({ kind: 'applied' })
    expect((await store().get('provider', 'grower'))?.categories).toEqual(['storage', 'extension'])
    const leaving = await application({ ...extension, providerId: 'leaver' })
    expect(await ops.command(command('application.open', leaving))).toMatchObject({
      code: 'provider-not-open',
    })
  })
  it('is assigned only to an active reviewer', async () => {
    const before = await application()
    for (const assignee of ['wang', 'nobody']) {
      expect(await ops.command(command('application.assign', before, { assignee }))).toMatchObject({
        code: 'unknown-operator',
        detail: assignee,
      })
    }
    expect(await ops.command(command('application.assign', before, { assignee: 'chen' }))).toMatchObject({
      kind: 'applied',
    })
  })
  it('takes only contracts its pack knows', async () => {
    const before = await application({ status: 'contract_pending' })
    const contract = { agreement: 'unheard-of', version: '1', signedBy: 'x', signedOn: '2026-11-20' }
    expect(await ops.command(command('application.record-contract', before, { contract }))).toMatchObject({
      code: 'bad-arguments',
    })
  })
})

describe('a listing version', () => {
  it('is assigned to a reviewer, and to nobody else', async () => {
    const before = await version()
    expect(await ops.command(command('listing.assign', before, { assignee: 'wang' }))).toMatchObject({
      code: 'unknown-operator',
    })
    expect(await ops.command(command('listing.assign', before, { assignee: 'chen' }))).toMatchObject({
      kind: 'applied',
    })
  })

  it.each([
    ['listing.request-changes', 'changes_requested'],
    ['listing.reject', 'rejected'],
  ] as const)('under review goes by %s to %s', async (type, status) => {
    const before = await version({ status: 'in_review' })
    expect(await ops.command(command(type, before, refusal))).toMatchObject({ kind: 'applied' })
    const after = await store().get('listingVersion', before.id)
    expect(after).toMatchObject({ status, version: before.version + 1 })
  })

  it('is proposed for delisting only while it is live, and stays live', async () => {
    const approved = await version({ status: 'approved' })
    expect(await ops.command(command('listing.propose-delisting', approved, refusal))).toMatchObject({
      code: 'wrong-state',
    })
    const live = await version({ status: 'live' })
    expect(await ops.command(command('listing.propose-delisting', live, refusal))).toMatchObject({
      kind: 'applied',
    })
    const after = await store().get('listingVersion', live.id)
    expect(after).toMatchObject({ status: 'live', version: live.version + 1 })
  })

  it('is approved only for an open provider whose deposit is settled', async () => {
    const suspended = await version({}, { status: 'suspended' })
    expect(await ops.command(command('listing.approve', suspended, notes))).toMatchObject({
      code: 'provider-not-open',
    })
    const owing = await version({}, {}, {})
    expect(await ops.command(command('listing.approve', owing, notes))).toMatchObject({
      code: 'deposit-not-settled',
    })
  })
  it('is approved once every must-finding is overridden by a manager with a reason', async () => {
    const before = await version({ findings: [mustFinding('listing.screenshots.too-few')] })
    expect(await ops.command(command('listing.approve', before, notes))).toMatchObject({
      code: 'must-findings-open',
      detail: '1',
    })
    const override = { ruleId: 'listing.screenshots.too-few', reason: '客户已线下提供' }
    const given = command('listing.override-finding', before, override)
    expect(await ops.command({ ...given, id: newUlid() })).toMatchObject({ kind: 'not-allowed' })
    const unknown = { ...override, ruleId: 'listing.other' }
    expect(await manager.command(command('listing.override-finding', before, unknown))).toMatchObject({
      code: 'unknown-finding',
    })
    expect(await manager.command(given)).toMatchObject({ kind: 'applied' })
    const seen = { id: before.id, version: 2 }
    expect(await ops.command(command('listing.approve', seen, notes))).toMatchObject({ kind: 'applied' })
  })
  it('when published goes live and supersedes the one before; delisted it leaves the shelf', async () => {
    const first = await version({ status: 'approved' })
    await ops.command(command('listing.publish', first))
    const second = { ...first, id: newUlid(), packageVersion: '1.1.0', title: { zh: '新', en: 'New' } }
    await store().write((tx) => tx.put('listingVersion', second))
    expect(await ops.command(command('listing.publish', second))).toMatchObject({ kind: 'applied' })
    expect(await store().get('listing', first.listingId)).toMatchObject({
      version: 3,
      liveVersionId: second.id,
      status: 'live',
      title: { zh: '新', en: 'New' },
    })
    const superseded = await store().get('listingVersion', first.id)
    expect(superseded).toMatchObject({ version: 3, status: 'delisted' })
    expect(superseded?.history.at(-1)?.action).toBe('superseded')
    await manager.command(command('listing.delist', { id: second.id, version: 2 }, refusal))
    expect(await store().get('listing', first.listingId)).toMatchObject({
      version: 4,
      liveVersionId: null,
      status: 'delisted',
    })
  })
  it('is not published unless it is greater than the live one', async () => {
    const first = await version({ status: 'approved', packageVersion: '2.0.0' })
    await ops.command(command('listing.publish', first))
    const older = { ...first, id: newUlid(), packageVersion: '1.9.0' }
    await store().write((tx) => tx.put('listingVersion', older))
    expect(await ops.command(command('listing.publish', older))).toMatchObject({
      code: 'version-not-greater',
    })
  })
})
