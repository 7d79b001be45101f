import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineNames } from '#node/packed-lines/packed-lines.ts'
import { seededRandom } from '#platform/demo/seeded-random.ts'
import type { CommandType, Outcome } from '#shared/contracts/console-platform/commands.ts'
import { lineName } from '#shared/contracts/console-platform/kinds/bank-line.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import {
  type PlatformUnderTest,
  startPlatformUnderTest,
} from '#test/integration/platform/platform-under-test.ts'
import { newUlid } from '#test/integration/platform/sample-records.ts'
import { LEDGER_DAYS, randomLedger, type StatementFile, statementFile } from '#test/model/sync/bank-ledger.ts'
import { importArguments } from '#test/model/sync/import-arguments.ts'

let under: PlatformUnderTest
let finance: ReturnType<PlatformUnderTest['client']>
let approver: typeof finance
beforeAll(async () => {
  under = await startPlatformUnderTest()
  await under.addOperator('liu', ['finance'])
  await under.addOperator('zhao', ['finance-approver'])
  finance = under.client(await under.signIn('liu'))
  approver = under.client(await under.signIn('zhao'))
})
afterAll(() => under.close())

let accounts = 0
const send = (
  by: typeof finance,
  type: CommandType,
  recordId: string,
  expectedVersion: number,
  said: unknown,
) => by.command({ id: newUlid(), type, recordId, expectedVersion, seenDigest: null, arguments: said })

async function newAccount(): Promise<string> {
  accounts += 1
  const id = newUlid()
  const number = `6222-${String(accounts).padStart(6, '0')}`
  const account = { marketplace: 'kubesphere', number, holder: '青云', bank: 'ICBC', currency: 'CNY' }
  const outcome = await send(approver, 'bank.open-account', id, 0, account)
  expect(outcome.kind).toBe('applied')
  return id
}

/** Everything the platform has in an account, oldest first. */
async function linesOf(accountId: string): Promise<BankLine[]> {
  const lines: BankLine[] = []
  for (let after = ''; ; ) {
    const page = await under.platform.store.snapshotRows('bankLine', after, 1000)
    const rows = JSON.parse(`[${Buffer.from(page.json).toString()}]`) as string[][]
    for (const row of rows) lines.push(JSON.parse(row.at(-1) ?? '') as BankLine)
    if (page.next === null) break
    after = page.next
  }
  return lines
    .filter((line) => line.accountId === accountId)
    .sort((one, other) => one.place.row - other.place.row)
}

async function account(id: string): Promise<BankAccount> {
  const found = await under.platform.store.get('bankAccount', id)
  if (found === null) throw new Error(`no account ${id}`)
  return found
}

/** Names of those lines of a file that its account has. */
async function known(accountId: string, { lines }: StatementFile): Promise<Set<string>> {
  const names = new Set<string>()
  for (const [at, identity] of lineNames(lines).entries()) {
    const name = lineName(accountId, { bookedOn: lines[at]?.bookedOn ?? '', identity })
    const line = await under.platform.store.named('bankLine', 'kubesphere', name)
    if (line !== null) names.add(identity)
  }
  return names
}

async function importFile(accountId: string, file: StatementFile, asNew = false): Promise<Outcome> {
  const { imported, version, number } = await account(accountId)
  const names = asNew ? new Set<string>() : await known(accountId, file)
  const own = { ...file, head: { ...file.head, account: number } }
  const said = importArguments(own, { imported, names }, newUlid)
  return send(finance, 'bank.import-statement', accountId, version, said)
}

/** What an account has come to, whatever the order in which its files came. */
async function cameTo(accountId: string) {
  const lines = await linesOf(accountId)
  const { imported } = await account(accountId)
  return {
    lines: lines.map(({ identity, direction, amount, place }) => ({ identity, direction, amount, place })),
    balance: lines.reduce((sum, { direction, amount }) => sum + (direction === 'in' ? amount : -amount), 0),
    days: imported && { from: imported.from, to: imported.to, lines: imported.lines },
  }
}

interface Wish {
  readonly from: number
  readonly days: number
  readonly cut: number
}
const wish: fc.Arbitrary<Wish> = fc.record({
  from: fc.integer({ min: 1, max: LEDGER_DAYS }),
  days: fc.integer({ min: 0, max: 5 }),
  cut: fc.integer({ min: 0, max: 2 }),
})
/** Files of one ledger, in two orders. */
const scenario = fc
  .tuple(fc.integer({ min: 1 }), fc.boolean(), fc.array(wish, { minLength: 2, maxLength: 4 }))
  .chain(([seed, isTalkative, wishes]) => {
    const ledger = randomLedger(seededRandom(seed), 'any', isTalkative)
    const files = wishes
      .map(({ from, days, cut }) => statementFile(ledger, from, Math.min(LEDGER_DAYS, from + days), cut))
      .filter(({ lines }) => lines.length > 0)
    return fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length }))
  })

describe('statements of one account that overlap', () => {
  it('come to the same lines, balance and days in whatever order they are imported', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ([files, other]) => {
        const [one, two] = [await newAccount(), await newAccount()]
        for (const file of files) expect((await importFile(one, file)).kind).toBe('applied')
        for (const file of other) expect((await importFile(two, file)).kind).toBe('applied')
        expect(await cameTo(one)).toEqual(await cameTo(two))
        const rows = new Set(files.flatMap(({ lines }) => lines.map(({ place }) => place.row)))
        expect((await cameTo(one)).lines.map(({ place }) => place.row)).toEqual(
          [...rows].sort((left, right) => left - right),
        )
      }),
      { numRuns: 12 },
    )
  })

  it('add nothing when they are imported again, and are refused where they say that they do', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ([files]) => {
        const id = await newAccount()
        for (const file of files) await importFile(id, file)
        const before = await cameTo(id)
        for (const file of files) {
          expect((await importFile(id, file)).kind).toBe('applied')
          expect(await importFile(id, file, true)).toMatchObject({ kind: 'rejected', code: 'lines-known' })
        }
        expect(await cameTo(id)).toEqual(before)
      }),
      { numRuns: 12 },
    )
  })
})
