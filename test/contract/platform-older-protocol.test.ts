import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PROTOCOL_HEADER } from '#shared/contracts/console-platform/protocol.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import {
  type PlatformUnderTest,
  startPlatformUnderTest,
} from '#test/integration/platform/platform-under-test.ts'
import {
  sampleAccount,
  sampleApplication,
  sampleLine,
  sampleListing,
  sampleObligation,
  sampleProvider,
  sampleStatement,
  sampleVersion,
} from '#test/integration/platform/sample-records.ts'

/** Protocol 3 as consoles of it know it: kinds with columns and schema, what they send, what they take. */
const frozenSchema = z.object({
  kinds: z.record(z.string(), z.object({ columns: z.array(z.string()), record: z.looseObject({}) })),
  commands: z.record(z.string(), z.looseObject({})),
  outcome: z.looseObject({}),
  snapshotStart: z.looseObject({}),
  snapshotPage: z.looseObject({}),
  feedPage: z.looseObject({}),
  digest: z.looseObject({}),
})
const FROZEN = frozenSchema.parse(
  JSON.parse(readFileSync(new URL('../fixtures/protocols/protocol-3.json', import.meta.url), 'utf8')),
)
const KINDS = Object.keys(FROZEN.kinds)
type JsonSchema = Parameters<typeof z.fromJSONSchema>[0]
const schemaOf = (schema: object) => z.fromJSONSchema(schema as JsonSchema)
const pageSchema = z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.unknown())) })

let under: PlatformUnderTest
const application = sampleApplication()

/** What the platform answers a console that speaks a protocol. */
async function ask(who: string, protocol: string, path: string, body?: object) {
  const token = await under.signIn(who)
  const response = await fetch(`${under.url}${path}`, {
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      [PROTOCOL_HEADER]: protocol,
    },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })
  return { status: response.status, answer: await response.json() }
}

/** The record at the end of a row, as strictly as a console of protocol 3 reads it. */
function recordOf(kind: string, columns: readonly string[], row: readonly unknown[]) {
  expect(columns).toEqual(FROZEN.kinds[kind]?.columns)
  expect(row).toHaveLength(columns.length + 3)
  return schemaOf(FROZEN.kinds[kind]?.record ?? {}).parse(JSON.parse(String(row.at(-1))))
}

beforeAll(async () => {
  under = await startPlatformUnderTest()
  const people: [string, Role][] = [
    ['li', 'auditor'],
    ['wang', 'ops-manager'],
    ['sun', 'support'],
  ]
  for (const [name, role] of people) await under.addOperator(name, [role])
  const listing = sampleListing()
  await under.platform.store.write(async (tx) => {
    await tx.put('provider', sampleProvider())
    await tx.put('application', application)
    await tx.put('listing', listing)
    await tx.put('listingVersion', sampleVersion(listing))
    await tx.put('depositObligation', sampleObligation())
    await tx.put('bankAccount', sampleAccount())
    await tx.put('bankStatement', sampleStatement())
    await tx.put('bankLine', sampleLine())
  })
})
afterAll(() => under.close())

describe('a console of protocol 3', () => {
  it('starts a snapshot of the kinds it knows, and reads every row by its own columns and schema', async () => {
    const { answer } = await ask('li', '3', '/v1/snapshot')
    schemaOf(FROZEN.snapshotStart).parse(answer)
    expect(answer).toMatchObject({ kinds: KINDS, scope: 'auditor' })
    for (const kind of KINDS) {
      const page = await ask('li', '3', `/v1/snapshot/${kind}`)
      schemaOf(FROZEN.snapshotPage).parse(page.answer)
      const { columns, rows } = pageSchema.parse(page.answer)
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) recordOf(kind, columns, row)
    }
  })
  it('without sight of personal data likewise', async () => {
    const page = await ask('sun', '3', '/v1/snapshot/provider')
    const { columns, rows } = pageSchema.parse(page.answer)
    expect(recordOf('provider', columns, rows[0] ?? [])).toMatchObject({ contact: null })
  })
  it('follows the feed in its own words', async () => {
    const start = await ask('li', '3', '/v1/snapshot')
    const { epoch, scope } = z.object({ epoch: z.string(), scope: z.string() }).parse(start.answer)
    const query = new URLSearchParams({ after: '0', epoch, scope })
    const { answer } = await ask('li', '3', `/v1/feed?${query}`)
    schemaOf(FROZEN.feedPage).parse(answer)
    const page = z
      .object({
        columns: z.record(z.string(), z.array(z.string())),
        changes: z.array(z.tuple([z.number(), z.string(), z.array(z.unknown())])),
      })
      .parse(answer)
    expect(new Set(page.changes.map(([, kind]) => kind))).toEqual(new Set(KINDS))
    for (const [, kind, row] of page.changes) recordOf(kind, page.columns[kind] ?? [], row)
    expect(page.columns.bankLine).toContain('said')
  })
  it('compares its copy of the kinds it has', async () => {
    const { answer } = await ask('li', '3', '/v1/digest')
    schemaOf(FROZEN.digest).parse(answer)
    expect(Object.keys(z.object({ kinds: z.object({}).loose() }).parse(answer).kinds)).toEqual(KINDS)
  })
  it('decides: applied, refused and in conflict, with the record as it knows it', async () => {
    const give = (id: string, type: string, said: object, expectedVersion: number) => {
      schemaOf(FROZEN.commands[type] ?? {}).parse(said)
      const command = {
        id,
        type,
        recordId: application.id,
        expectedVersion,
        seenDigest: null,
        arguments: said,
      }
      return ask('wang', '3', '/v1/commands', command)
    }
    const outcomes = [
      await give(
        '01JD0000000000000000000001',
        'application.assign',
        { assignee: 'wang' },
        application.version,
      ),
      await give('01JD0000000000000000000002', 'application.open', {}, application.version + 1),
      await give('01JD0000000000000000000003', 'application.assign', { assignee: null }, application.version),
    ].map(({ answer }) => schemaOf(FROZEN.outcome).parse(answer))
    expect(outcomes).toMatchObject([{ kind: 'applied' }, { kind: 'rejected' }, { kind: 'conflict' }])
    const { current } = z.object({ current: z.unknown() }).parse(outcomes[2])
    expect(schemaOf(FROZEN.kinds.application?.record ?? {}).parse(current)).toMatchObject({
      id: application.id,
    })
  })
})

it('a console of protocol 2 is told which it needs, one of protocol 4 gets all in the words of today', async () => {
  expect(await ask('li', '2', '/v1/snapshot')).toMatchObject({
    status: 426,
    answer: { data: { minimum: 3 } },
  })
  const { answer } = await ask('li', '4', '/v1/snapshot/bankLine')
  expect(pageSchema.parse(answer).columns).toContain('narrative')
})
