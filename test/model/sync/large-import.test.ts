import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createOperator } from '#platform/auth/operators.ts'
import { DEMO_PASSWORD } from '#platform/demo/demo-accounts.ts'
import { seededRandom } from '#platform/demo/seeded-random.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { createPlatform } from '#platform/start-platform.ts'
import { POSITION_LIMIT } from '#platform/store/store.ts'
import { ManualClock } from '#test/integration/engine/harness/manual-clock.ts'
import { newUlid, sampleAccount } from '#test/integration/platform/sample-records.ts'
import { type BankLedger, statementFile } from './bank-ledger.ts'
import { importArguments } from './import-arguments.ts'
import { platformRecords } from './platform-books.ts'
import { SimulatedConsole } from './simulated-console.ts'
import { CALM, SimulatedNetwork } from './simulated-network.ts'

const LINES = POSITION_LIMIT * 2 + 345
const PEOPLE = ['d@desk.test', 'e@desk.test']
const ROUNDS = 400

/** More lines in a statement than one position of the feed holds. */
const ledger: BankLedger = {
  number: '6222-0033-0001',
  opening: 0,
  isTalkative: false,
  entries: Array.from({ length: LINES }, (_, at) => ({
    row: at + 1,
    day: 1,
    effect: at + 1,
    payer: 'payer',
  })),
}

it('a statement of several positions arrives whole with whoever follows, also after crashes on the way', async () => {
  const clock = new ManualClock()
  const random = seededRandom(7)
  const policies = await loadPolicies()
  const dataDir = await mkdtemp(join(tmpdir(), 'marketdesk-large-'))
  const platform = await createPlatform({
    ...{ dataDir, policies, clock: () => clock.now() },
    secondFactorFor: [],
  })
  const network = new SimulatedNetwork(clock, random, (request) => platform.fetch(request))
  network.weather = CALM
  const account = sampleAccount({ number: ledger.number })
  await platform.store.write((transaction) => transaction.put('bankAccount', account))
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      clock.advance(1000)
      await network.rest()
    }
  }
  const consoles: SimulatedConsole[] = []
  const bodyOf = (console: SimulatedConsole) =>
    console.engine.workspace()?.cache.sql.prepare('SELECT id, body FROM bank_line').all() as {
      id: string
      body: string
    }[]
  try {
    for (const email of PEOPLE) {
      await createOperator(platform, {
        id: email,
        name: email,
        email,
        password: DEMO_PASSWORD,
        roles: ['finance'],
      })
      const console = await SimulatedConsole.install(email, clock, random, network, policies)
      consoles.push(console)
      await console.switchOn()
      const signingIn = console.signIn()
      await pass(20)
      expect(await signingIn).toBe(true)
    }
    await pass(30)
    const [importer, follower] = consoles
    const said = importArguments(
      statementFile(ledger, 1, 1, 0),
      { imported: null, names: new Set() },
      newUlid,
    )
    importer?.engine.workspace()?.outbox.enqueue({
      type: 'bank.import-statement',
      recordId: account.id,
      expectedVersion: account.version,
      seenDigest: null,
      arguments: said,
    })
    let crashes = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      await pass(5)
      for (const console of consoles) {
        // Its next page is its last, until half of them are there.
        const here = console.isOn ? bodyOf(console).length : 0
        console.crashChance = console === follower && here > 0 && here < LINES && crashes < 2 ? 0.5 : 0
        if (!console.hasCrashed) continue
        crashes += 1
        await console.switchOff()
        console.crashChance = 0
        await console.switchOn()
      }
      if (consoles.every((console) => console.isOn && bodyOf(console).length === LINES)) break
    }
    const theirs = await platformRecords(platform, 'bankLine')
    expect(theirs.size).toBe(LINES)
    for (const console of consoles) {
      const ours = new Map(bodyOf(console).map(({ id, body }) => [id, JSON.parse(body)]))
      expect(ours.size).toBe(LINES)
      for (const [id, record] of theirs)
        if (JSON.stringify(ours.get(id)) !== JSON.stringify(record)) expect.fail(id)
      expect(console.kept()).toEqual([])
      expect(console.unexpected).toEqual([])
    }
  } finally {
    for (const console of consoles) await console.scrap()
    await platform.close()
    await rm(dataDir, { recursive: true, force: true })
  }
})
