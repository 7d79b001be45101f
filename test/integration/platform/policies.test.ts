import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadPolicies } from '#platform/load-policies.ts'
import { isProvisional, isWorkingDay } from '#shared/calendar/working-calendar.ts'
import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { policiesOf } from '#shared/rules/in-force/policies.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { newUlid, samplePack, sampleTable } from './sample-records.ts'

type Client = ReturnType<PlatformUnderTest['client']>
const REASON = '平台通知自次月起调整'
const FILE = { fileName: 'kubesphere.yaml', fileHash: 'a'.repeat(64), reason: REASON }

const shipped = await loadPolicies()
const current = packInForce(shipped.packs, 'kubesphere', '2026-11-20')
if (current === null) throw new Error('KubeSphere has a pack today')
/** The pack of today with another version, from another day. */
const packFrom = (effectiveFrom: string, version = '9.0', marketplace = 'kubesphere') =>
  JSON.stringify({ ...current, effectiveFrom, effectiveTo: null, version, marketplace })

let under: PlatformUnderTest
let liu: Client
let wang: Client
let sun: Client
let he: Client
beforeAll(async () => {
  under = await startPlatformUnderTest()
  const signIn = async (id: string, role: Role) => {
    await under.addOperator(id, [role])
    return under.client(await under.signIn(id))
  }
  liu = await signIn('liu', 'finance')
  wang = await signIn('wang', 'finance-approver')
  sun = await signIn('sun', 'admin')
  he = await signIn('he', 'admin')
})
afterAll(() => under.close())

const store = () => under.platform.store
const command = (type: CommandType, recordId: string, expectedVersion: number, said: unknown = {}) => ({
  ...{ id: newUlid(), type, recordId, expectedVersion, seenDigest: null, arguments: said },
})
const propose = (pack: string) => command('policy.propose', newUlid(), 0, { ...FILE, pack })
const versionOn = (day: string) => packInForce(under.platform.policies.packs, 'kubesphere', day)?.version

describe('a pack added at the desk', () => {
  it('is in force from its own first day on once a second person has adopted it; the one before ends the day before', async () => {
    const given = propose(packFrom('2027-01-01'))
    expect(await liu.command(given)).toMatchObject({ kind: 'applied', version: 1 })
    expect(versionOn('2027-01-01')).toBe(current.version)
    expect(await liu.command(command('policy.adopt', given.recordId, 1))).toMatchObject({
      code: 'same-person',
    })
    expect(await wang.command(command('policy.adopt', given.recordId, 1))).toMatchObject({ kind: 'applied' })
    expect([versionOn('2026-12-31'), versionOn('2027-01-01')]).toEqual([current.version, '9.0'])
    expect(await store().get('policyPack', given.recordId)).toMatchObject({
      ...{ status: 'adopted', from: '2027-01-01', packVersion: '9.0' },
      ...{ proposed: { by: 'liu' }, decided: { by: 'wang' } },
    })
  })

  it('holds not before the first of the month after, and not on the strength of an old proposal', async () => {
    for (const early of ['2026-11-01', '2026-11-30']) {
      expect(await liu.command(propose(packFrom(early, '9.5')))).toMatchObject({ code: 'too-early' })
    }
    const waited = samplePack({ from: '2026-11-01', packVersion: '9.5', pack: packFrom('2026-11-01', '9.5') })
    await store().write((tx) => tx.put('policyPack', waited))
    expect(await wang.command(command('policy.adopt', waited.id, 1))).toMatchObject({ code: 'too-early' })
  })

  it('is a pack, of a marketplace that there is, with a version above the one it takes the place of', async () => {
    const codeOf = async (pack: string) => liu.command(propose(pack))
    expect(await codeOf('not a pack')).toMatchObject({ code: 'bad-arguments' })
    expect(await codeOf('{"marketplace":"kubesphere"}')).toMatchObject({ code: 'bad-arguments' })
    expect(await codeOf(packFrom('2027-02-01', '9.9', 'nowhere'))).toMatchObject({
      code: 'unknown-marketplace',
    })
    expect(await codeOf(packFrom('2027-02-01', '1.0'))).toMatchObject({ code: 'version-not-raised' })
  })

  it('is proposed by finance; what is declined never holds', async () => {
    expect(await sun.command(propose(packFrom('2028-01-01', '9.8')))).toMatchObject({ kind: 'not-allowed' })
    const given = propose(packFrom('2028-01-01', '9.8'))
    await liu.command(given)
    const reason = '与通知不符'
    expect(await wang.command(command('policy.decline', given.recordId, 1, { reason }))).toMatchObject({
      kind: 'applied',
    })
    expect(versionOn('2028-01-01')).not.toBe('9.8')
  })
})

describe('a table of holidays imported at the desk', () => {
  const { table } = sampleTable()
  const given = (said: object = {}) =>
    command('calendar.import', newUlid(), 0, {
      ...FILE,
      fileName: '2027.json',
      table,
      from: '2026-12-01',
      ...said,
    })

  it('is counted by from its first day on, adopted by another admin; until then dates of its year are provisional', async () => {
    const first = given()
    expect(await sun.command(first)).toMatchObject({ kind: 'applied' })
    expect(await sun.command(command('calendar.adopt', first.recordId, 1))).toMatchObject({
      code: 'same-person',
    })
    expect(await he.command(command('calendar.adopt', first.recordId, 1))).toMatchObject({ kind: 'applied' })
    const { calendar } = under.platform.policies
    expect(isProvisional(calendar, '2027-01-01')).toBe(true)
    const before = under.time.now
    under.time.now = Date.parse('2026-12-01T02:00:00.000Z')
    const then = under.platform.policies.calendar
    expect([isProvisional(then, '2027-01-01'), isWorkingDay(then, '2027-01-01')]).toEqual([false, false])
    under.time.now = before
  })

  it('that is declined is never counted by', async () => {
    const first = given({ from: '2027-03-01' })
    await sun.command(first)
    const reason = '缺调休日'
    expect(await he.command(command('calendar.decline', first.recordId, 1, { reason }))).toMatchObject({
      kind: 'applied',
    })
    expect(await store().get('holidayTable', first.recordId)).toMatchObject({
      status: 'declined',
      year: 2027,
    })
    expect(await he.command(command('calendar.adopt', first.recordId, 2))).toMatchObject({
      code: 'wrong-state',
    })
  })

  it('is refused where its days cannot be right, it is no table, or its first day comes before the month after', async () => {
    const worked = JSON.stringify({ year: 2027, papers: ['https://www.gov.cn/2027'], off: [], makeUp: [] })
    expect(await sun.command(given({ table: worked }))).toMatchObject({ code: 'bad-arguments' })
    expect(await sun.command(given({ table: '[]' }))).toMatchObject({ code: 'bad-arguments' })
    expect(await sun.command(given({ from: '2026-11-21' }))).toMatchObject({ code: 'too-early' })
    expect(await liu.command(given())).toEqual({ kind: 'not-allowed', needs: ['admin'] })
  })
})

it('of a year the table that was adopted last for a day holds, and what was shipped until then', () => {
  const [newest] = shipped.tables.slice(-1)
  if (newest === undefined) throw new Error('there are tables')
  const changed = { ...newest, makeUp: [] }
  const adopted = { controls: [], packs: [], tables: [{ table: changed, from: '2026-12-01' }] }
  const tableOn = (day: string) =>
    policiesOf(shipped, adopted, day).tables.find(({ year }) => year === newest.year)?.makeUp.length
  expect([tableOn('2026-11-30'), tableOn('2026-12-01')]).toEqual([newest.makeUp.length, 0])
})
