import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askMissingDeposits } from '#platform/deposits/ask-missing.ts'
import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import {
  AT,
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
const WAIVER = { reason: '总部批准的推广期', until: '2026-12-31' }

let under: PlatformUnderTest
let ops: Client
let manager: Client
let finance: Client
beforeAll(async () => {
  under = await startPlatformUnderTest()
  const signIn = async (id: string, role: Role) => {
    await under.addOperator(id, [role])
    return under.client(await under.signIn(id))
  }
  ops = await signIn('li', 'ops')
  manager = await signIn('chen', 'ops-manager')
  finance = await signIn('liu', 'finance')
})
afterAll(() => under.close())

function command(type: CommandType, seen: { id: string; version: number }, said: unknown = {}) {
  const { id: recordId, version: expectedVersion } = seen
  return { id: newUlid(), type, recordId, expectedVersion, seenDigest: null, arguments: said }
}
const waive = (seen: DepositObligation, said: unknown = WAIVER) => command('deposit.waive', seen, said)
const store = () => under.platform.store

async function obligation(change: Partial<DepositObligation> = {}): Promise<DepositObligation> {
  const made = sampleObligation(change)
  await store().write((tx) => tx.put('depositObligation', made))
  return made
}

let vendors = 0
/** A provider with an approved version, owing what the change says; no obligation where it is null. */
async function approved(
  deposit: Partial<DepositObligation> | null,
  { provider = {}, paid = false }: { provider?: Partial<Provider>; paid?: boolean } = {},
) {
  vendors += 1
  const providerId = `publisher-${vendors}`
  const listing = sampleListing({ providerId, name: `published-${vendors}` })
  const version = sampleVersion(listing, { status: 'approved' })
  const offered: ListingVersion = { ...version, offer: { ...version.offer, paid } }
  const owed = deposit === null ? null : sampleObligation({ providerId, ...deposit })
  await store().write(async (tx) => {
    await tx.put('provider', sampleProvider({ id: providerId, ...provider }))
    await tx.put('listing', listing)
    await tx.put('listingVersion', offered)
    if (owed !== null) await tx.put('depositObligation', owed)
  })
  return { providerId, version: offered, deposit: owed }
}
const factsOf = async (id: string | undefined) => (await store().get('depositObligation', id ?? ''))?.facts

describe('deposit.waive', () => {
  it('is posted with reason and last day, raises the version and is on the audit log', async () => {
    const before = await obligation()
    expect(await finance.command(waive(before))).toMatchObject({ kind: 'applied', version: 2 })
    const after = await store().get('depositObligation', before.id)
    expect(after).toMatchObject({
      version: 2,
      amount: 500_000,
      entries: [{ kind: 'waive', amount: 0, ...WAIVER, by: 'liu', byName: 'liu' }],
      history: [{ actor: 'liu', action: 'deposit.waive' }],
    })
    expect(await store().lastAudit()).toMatchObject({
      action: 'deposit.waive',
      recordKind: 'depositObligation',
      recordId: before.id,
      actor: 'liu',
    })
  })

  it('given again has its first outcome and no second posting; the same from another device is already applied', async () => {
    const before = await obligation()
    const given = waive(before)
    const first = await finance.command(given)
    expect(await finance.command(given)).toEqual(first)
    expect(await finance.command(waive(before))).toMatchObject({ kind: 'already-applied', version: 2 })
    expect((await store().get('depositObligation', before.id))?.entries).toHaveLength(1)
  })

  it('on a version that is no longer the present one is a conflict', async () => {
    const before = await obligation()
    await finance.command(waive(before))
    const later = waive(before, { ...WAIVER, until: '2027-06-30' })
    expect(await finance.command(later)).toMatchObject({ kind: 'conflict', currentVersion: 2 })
  })

  it('is for finance alone, needs a reason and a day that is not past, and is refused where the money is here', async () => {
    const before = await obligation()
    for (const other of [ops, manager]) {
      expect(await other.command(waive(before))).toEqual({ kind: 'not-allowed', needs: ['finance'] })
    }
    for (const said of [
      { ...WAIVER, reason: ' x ' },
      { ...WAIVER, until: '2026-11-19' },
      { reason: WAIVER.reason, until: '2026-02-30' },
    ]) {
      expect(await finance.command(waive(before, said))).toMatchObject({ code: 'bad-arguments' })
    }
    expect(await finance.command(waive(await obligation({ entries: PAID })))).toMatchObject({
      code: 'wrong-state',
    })
  })
})

describe('publishing', () => {
  it('needs the deposit held or waived on that day: the last day of a waiver counts, the day after does not', async () => {
    const granted = (until: string): Partial<DepositObligation> => ({
      entries: [{ kind: 'waive', amount: 0, until, reason: '推广期', at: AT, by: 'liu', byName: '刘芳' }],
    })
    const owing = await approved({})
    const lapsed = await approved(granted('2026-11-19'))
    const waived = await approved(granted('2026-11-20'))
    for (const { version } of [owing, lapsed]) {
      expect(await ops.command(command('listing.publish', version))).toMatchObject({
        kind: 'rejected',
        code: 'deposit-not-settled',
      })
    }
    expect(await ops.command(command('listing.publish', waived.version))).toMatchObject({ kind: 'applied' })
    if (owing.deposit !== null) await finance.command(waive(owing.deposit))
    expect(await ops.command(command('listing.publish', owing.version))).toMatchObject({ kind: 'applied' })
  })

  it('is blocked by an overdue deposit, and what is in the store stays there', async () => {
    const { version, providerId } = await approved({ entries: PAID })
    await ops.command(command('listing.publish', version))
    const [deposit] = await store().ofProvider('depositObligation', 'kubesphere', providerId)
    if (deposit === undefined) throw new Error('no deposit')
    const facts = { ...deposit.facts, firstListedOn: '2026-01-05' }
    const lapsed = { ...deposit, version: deposit.version + 1, entries: [], facts }
    await store().write((tx) => tx.put('depositObligation', lapsed))
    const next = sampleVersion(sampleListing({ id: version.listingId, providerId }), {
      status: 'approved',
      packageVersion: '2.0.0',
    })
    await store().write((tx) => tx.put('listingVersion', next))
    expect(await ops.command(command('listing.publish', next))).toMatchObject({ code: 'deposit-not-settled' })
    expect(await store().get('listing', version.listingId)).toMatchObject({ status: 'live' })
  })

  it('of the first product starts the free year of who joined in 2023', async () => {
    const joinedOn = '2023-10-20'
    const { version, deposit } = await approved(
      { facts: { ...sampleObligation().facts, joinedOn } },
      { provider: { joinedOn } },
    )
    expect(await ops.command(command('listing.publish', version))).toMatchObject({ kind: 'applied' })
    expect(await store().get('depositObligation', deposit?.id ?? '')).toMatchObject({
      version: 2,
      facts: { firstListedOn: '2026-11-20', stillListed: 1 },
      history: [{ action: 'listing.publish', actor: 'li' }],
    })
  })

  it('of a paid product ends the exemption of who offered free ones: the free one goes, the paid one does not', async () => {
    const provider = { freeOrOpenSourceOnly: true }
    const facts = { ...sampleObligation().facts, freeOrOpenSource: true }
    const free = await approved({ facts }, { provider })
    expect(await ops.command(command('listing.publish', free.version))).toMatchObject({ kind: 'applied' })
    const paid = await approved({ facts }, { provider, paid: true })
    expect(await ops.command(command('listing.publish', paid.version))).toMatchObject({
      code: 'deposit-not-settled',
    })
    expect((await factsOf(paid.deposit?.id))?.paidProductOn).toBeNull()
  })

  it('asks nothing where the marketplace asks no deposit, or does not block publishing by it', async () => {
    for (const marketplace of ['huawei', 'ksyun']) {
      vendors += 1
      const providerId = `elsewhere-${vendors}`
      const listing = sampleListing({ providerId, marketplace, name: `elsewhere-${vendors}` })
      const version = sampleVersion(listing, { status: 'approved' })
      await store().write(async (tx) => {
        await tx.put('provider', sampleProvider({ id: providerId, marketplace }))
        await tx.put('listing', listing)
        await tx.put('listingVersion', version)
      })
      expect(await ops.command(command('listing.publish', version))).toMatchObject({ kind: 'applied' })
    }
  })

  it('and delisting keep count of what is in the store', async () => {
    const { version, deposit } = await approved({ entries: PAID })
    await ops.command(command('listing.publish', version))
    const live = await store().get('listingVersion', version.id)
    const refusal = { reasons: ['r'], noteToVendor: '', internalNote: '' }
    await manager.command(command('listing.delist', live ?? version, refusal))
    expect(await factsOf(deposit?.id)).toMatchObject({ stillListed: 0, lastDelistedOn: '2026-11-20' })
  })
})

describe('approval of an application', () => {
  const notes = { noteToVendor: '', internalNote: '' }

  it('asks one deposit of a provider of KubeSphere, with the rule it comes from', async () => {
    const made = sampleApplication({ providerId: 'asked-1' })
    await store().write((tx) => tx.put('application', made))
    expect(await ops.command(command('application.approve', made, notes))).toMatchObject({ kind: 'applied' })
    const asked = await store().ofProvider('depositObligation', 'kubesphere', 'asked-1')
    expect(asked).toMatchObject([
      {
        category: null,
        amount: 500_000,
        why: { ruleId: 'deposit.amount' },
        facts: { staff: 30 },
        entries: [],
      },
    ])
    expect(asked[0]?.why.quote).toContain('5000')
  })

  it('asks one for each category of Alibaba, a new category adding its own', async () => {
    const provider = sampleProvider({ id: 'asked-2', marketplace: 'aliyun', categories: ['api'] })
    const first = sampleObligation({
      providerId: 'asked-2',
      marketplace: 'aliyun',
      category: 'api',
      amount: 3_000_000,
    })
    const applicant = sampleApplicant({ marketplace: 'aliyun', categories: ['lingshoutong'] })
    const made = sampleApplication({
      providerId: 'asked-2',
      marketplace: 'aliyun',
      applicant,
      purpose: 'category-extension',
      status: 'deposit_pending',
    })
    await store().write(async (tx) => {
      await tx.put('provider', provider)
      await tx.put('depositObligation', first)
      await tx.put('application', made)
    })
    expect(await ops.command(command('application.open', made))).toMatchObject({
      code: 'deposit-not-settled',
      detail: 'lingshoutong',
    })
    const second = await obligation({
      providerId: 'asked-2',
      marketplace: 'aliyun',
      category: 'lingshoutong',
      amount: 5_000_000,
    })
    await finance.command(waive(second))
    // What it owes for the first category blocks publishing, not the second category.
    expect(await ops.command(command('application.open', made))).toMatchObject({ kind: 'applied' })
    const owed = await store().ofProvider('depositObligation', 'aliyun', 'asked-2')
    expect(owed.map(({ amount }) => amount)).toEqual([3_000_000, 5_000_000])
  })
})

describe('a platform from before there were deposits', () => {
  it('asks those of its providers once, by what the histories of their products tell', async () => {
    const old = await startPlatformUnderTest()
    const provider = sampleProvider({ joinedOn: '2023-10-20' })
    const listing = sampleListing({ status: 'live' })
    const published = {
      at: '2023-11-01T02:00:00.000Z',
      actor: 'li',
      actorName: '李',
      action: 'listing.publish',
      noteToVendor: null,
      internalNote: null,
      reasons: [],
    }
    await old.platform.store.write(async (tx) => {
      await tx.put('provider', provider)
      await tx.put('provider', sampleProvider({ id: 'newcomer', status: 'prospect' }))
      await tx.put('listing', listing)
      await tx.put('listingVersion', sampleVersion(listing, { status: 'live', history: [published] }))
    })
    await askMissingDeposits(old.platform)
    const { position } = await old.platform.store.head()
    await askMissingDeposits(old.platform)
    expect((await old.platform.store.head()).position).toBe(position)
    const asked = await old.platform.store.ofProvider('depositObligation', 'kubesphere', provider.id)
    expect(asked).toMatchObject([
      { amount: 500_000, facts: { firstListedOn: '2023-11-01', paidProductOn: null, stillListed: 1 } },
    ])
    expect(await old.platform.store.ofProvider('depositObligation', 'kubesphere', 'newcomer')).toEqual([])
    await old.close()
  })
})

describe('a deposit', () => {
  it('is sent to finance, ops and auditors, never to support', async () => {
    await under.addOperator('wang', ['support'])
    await under.addOperator('zhao', ['auditor'])
    const kindsOf = async (id: string) => (await under.client(await under.signIn(id)).snapshotStart()).kinds
    expect(await kindsOf('wang')).not.toContain('depositObligation')
    for (const id of ['li', 'chen', 'liu', 'zhao']) expect(await kindsOf(id)).toContain('depositObligation')
  })
})
