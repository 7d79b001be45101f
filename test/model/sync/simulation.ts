import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { changeOperator, createOperator } from '#platform/auth/operators.ts'
import { DEMO_PASSWORD } from '#platform/demo/demo-accounts.ts'
import { demoApplicant } from '#platform/demo/demo-applicant.ts'
import { demoApplication, demoProvider } from '#platform/demo/demo-applications.ts'
import { type SeededRandom, seededRandom } from '#platform/demo/seeded-random.ts'
import type { Policies } from '#platform/platform.ts'
import { createPlatform, type RunningPlatform } from '#platform/start-platform.ts'
import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import {
  type Application,
  applicationSchema,
} from '#shared/contracts/console-platform/records/application.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { ManualClock } from '#test/integration/engine/harness/manual-clock.ts'
import { Auditor } from './auditor.ts'
import { SimulatedConsole } from './simulated-console.ts'
import { CALM, SimulatedNetwork, STORM } from './simulated-network.ts'

const PEOPLE: readonly { id: string; email: string; role: Role }[] = [
  { id: 'op-a', email: 'a@desk.test', role: 'ops' },
  { id: 'op-b', email: 'b@desk.test', role: 'ops-manager' },
  { id: 'op-c', email: 'c@desk.test', role: 'support' },
]
const APPLICATIONS = 8
/** Time passes in bits of this, and everything comes to rest in between. */
const GRAIN_MS = 1000
/** Long enough for every retry to have come and gone. */
const QUIET_ROUNDS = 400

/** What a reviewer may try in each state; that the rules refuse some of it is part of the test. */
const CHOICES: Readonly<Partial<Record<Application['status'], readonly CommandType[]>>> = {
  submitted: ['application.start-review', 'application.reject', 'application.assign'],
  in_review: [
    'application.request-changes',
    'application.approve',
    'application.approve',
    'application.reject',
  ],
  contract_pending: ['application.record-contract'],
  deposit_pending: ['application.open'],
}

/** One run of a world that lasts some hours and in which everything goes wrong, from one seed. */
export class Simulation {
  readonly #random: SeededRandom
  readonly #clock = new ManualClock()
  readonly #policies: Policies
  readonly #folder: string
  readonly #auditor = new Auditor()
  readonly #roles = new Map<string, Role>(PEOPLE.map(({ email, role }) => [email, role]))
  readonly #consoles: SimulatedConsole[] = []
  readonly #network: SimulatedNetwork
  #platform: RunningPlatform

  private constructor(
    seed: number,
    folder: string,
    policies: Policies,
    platform: RunningPlatform,
    clock: ManualClock,
  ) {
    this.#random = seededRandom(seed)
    this.#folder = folder
    this.#policies = policies
    this.#platform = platform
    this.#clock = clock
    this.#network = new SimulatedNetwork(clock, this.#random, (request) => this.#platform.fetch(request))
  }

  static async start(seed: number, policies: Policies): Promise<Simulation> {
    const clock = new ManualClock()
    const folder = await mkdtemp(join(tmpdir(), 'marketdesk-world-'))
    const platform = await createPlatform({ dataDir: folder, policies, clock: () => clock.now() })
    const simulation = new Simulation(seed, folder, policies, platform, clock)
    await simulation.#settle()
    return simulation
  }

  /** Hours of work in bad weather. */
  async work(steps: number): Promise<void> {
    this.#network.weather = STORM
    for (const console of this.#consoles) console.crashChance = 0.01
    for (let step = 0; step < steps; step += 1) {
      await this.#event()
      await this.#pass(this.#random.int(200, 10_000))
      await this.#reviveTheDead()
    }
  }

  /** The weather clears; afterwards nothing may be on its way any more. */
  async quieten(): Promise<void> {
    this.#network.weather = CALM
    this.#network.cut = false
    for (const console of this.#consoles) console.crashChance = 0
    await this.#reviveTheDead()
    for (let round = 0; round < QUIET_ROUNDS; round += 1) {
      await this.#pass(20_000)
      for (const console of this.#consoles)
        if (console.engine.workspace() === null) await this.#signIn(console)
      if (round > 30 && this.#consoles.every((console) => this.#isQuiet(console))) return
    }
  }

  async complaints(): Promise<string[]> {
    const told = await this.#auditor.complaints(
      this.#platform,
      this.#consoles,
      (email) => this.#roles.get(email) ?? 'support',
    )
    const unexpected = this.#consoles.flatMap((console) =>
      console.unexpected.map((error) => `${console.email}: ${error}`),
    )
    return [...told, ...unexpected]
  }

  /** What happened, in numbers: a simulation in which nothing happens proves nothing. */
  async tally(): Promise<{ decided: number; applied: number; returned: number; crashes: number }> {
    const log = await this.#platform.store.auditAfter(0, 5000)
    return {
      decided: this.#auditor.count,
      applied: new Set(log.flatMap((entry) => entry.commandId ?? [])).size,
      returned: this.#consoles.flatMap((console) => console.kept()).length,
      crashes: this.#consoles.flatMap((console) => console.crashes).length,
    }
  }

  async end(): Promise<void> {
    for (const console of this.#consoles) await console.scrap()
    await this.#platform.close()
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #settle(): Promise<void> {
    for (const { id, email, role } of PEOPLE) {
      await createOperator(this.#platform, { id, name: id, email, password: DEMO_PASSWORD, roles: [role] })
    }
    const pack = packInForce(this.#policies.packs, 'kubesphere', '2026-03-02')
    if (pack === null) throw new Error('the model needs the KubeSphere pack')
    await this.#platform.store.write(async (transaction) => {
      for (let at = 0; at < APPLICATIONS; at += 1) {
        const submittedAt = this.#clock.now() - at * 3_600_000
        const applicant = demoApplicant(this.#random, {
          pack,
          kind: 'enterprise',
          categories: ['extension'],
          on: '2026-03-02',
          mistakes: at % 4 === 3 ? 1 : 0,
          file: () => ({ hash: 'a'.repeat(64), bytes: 1 }),
        })
        const providerId = `p-${at}`
        const at_ = new Date(submittedAt).toISOString()
        await transaction.put(
          'provider',
          demoProvider(this.#random, providerId, applicant, 'prospect', '2026-03-02', at_),
        )
        await transaction.put(
          'application',
          demoApplication(this.#random, {
            id: ulid(submittedAt, this.#random.next),
            providerId,
            applicant,
            purpose: 'first',
            status: 'submitted',
            submittedAt,
            pack,
            calendar: this.#policies.calendar,
            now: this.#clock.now(),
          }),
        )
      }
    })
    this.#network.weather = CALM
    for (const { email } of PEOPLE) {
      const console = await SimulatedConsole.install(
        email,
        this.#clock,
        this.#random,
        this.#network,
        this.#policies,
      )
      this.#consoles.push(console)
      await console.switchOn()
      await this.#signIn(console)
    }
    await this.#pass(5000)
  }

  async #event(): Promise<void> {
    const console = this.#random.pick(this.#consoles)
    const roll = this.#random.int(0, 99)
    if (roll < 55) this.#decide(console)
    else if (roll < 63) this.#takeBack(console)
    else if (roll < 68) this.#throwOut(console)
    else if (roll < 73) await this.#vendorActs()
    else if (roll < 78) this.#network.cut = !this.#network.cut
    else if (roll < 82) await console.switchOff()
    else if (roll < 86) console.jumpClock(this.#random.int(-3, 3) * 3_600_000)
    else if (roll < 88) await this.#changeRole()
    else if (roll < 93) await this.#restartPlatform()
    else if (roll < 95) await this.#forgetThePast()
    else if (console.isOn) console.engine.nudge('focus')
  }

  #decide(console: SimulatedConsole): void {
    const workspace = console.isOn ? console.engine.workspace() : null
    if (workspace === null) return
    const seen = this.#applicationsOn(workspace.cache.sql)
    if (seen.length === 0) return
    const application = this.#random.pick(seen)
    const type = this.#random.pick<CommandType>(CHOICES[application.status] ?? ['application.reject'])
    const returned = workspace.outbox.returned().find(({ recordId }) => recordId === application.id)
    const replaces = returned !== undefined && this.#random.chance(0.5) ? returned.id : null
    try {
      const row = workspace.outbox.enqueue({
        type,
        recordId: application.id,
        expectedVersion: application.version,
        seenDigest: null,
        arguments: this.#argumentsOf(type),
        replaces,
      })
      if (replaces !== null) this.#auditor.threwOut(replaces)
      this.#auditor.decided(console.email, row)
    } catch {
      // Refused on the spot, or the plug was pulled: the journal will tell.
      const isGone = replaces !== null && !workspace.outbox.returned().some(({ id }) => id === replaces)
      if (isGone) this.#auditor.threwOut(replaces)
    }
  }

  #applicationsOn(sql: { prepare(text: string): { all(): unknown[] } }): Application[] {
    const rows = sql
      .prepare(
        `SELECT body FROM overlay_application UNION ALL
         SELECT body FROM application WHERE id NOT IN (SELECT id FROM overlay_application) ORDER BY body`,
      )
      .all() as { body: string }[]
    return rows.map(({ body }) => applicationSchema.parse(JSON.parse(body)))
  }

  #argumentsOf(type: CommandType): unknown {
    const notes = { noteToVendor: '', internalNote: '' }
    switch (type) {
      case 'application.assign':
        return { assignee: this.#random.pick(PEOPLE).id }
      case 'application.approve':
        return notes
      case 'application.request-changes':
      case 'application.reject':
        return { ...notes, reasons: ['material-missing'] }
      case 'application.record-contract': {
        const contract = {
          agreement: 'provider-agreement',
          version: '1.0',
          signedBy: '王伟',
          signedOn: '2026-03-02',
        }
        return { contract }
      }
      default:
        return {}
    }
  }

  #takeBack(console: SimulatedConsole): void {
    const outbox = console.isOn ? console.engine.workspace()?.outbox : undefined
    const waiting = outbox?.waiting() ?? []
    if (outbox === undefined || waiting.length === 0) return
    const { id } = this.#random.pick(waiting)
    if (outbox.undo(id)) this.#auditor.tookBack(id)
  }

  #throwOut(console: SimulatedConsole): void {
    const outbox = console.isOn ? console.engine.workspace()?.outbox : undefined
    const returned = outbox?.returned() ?? []
    if (outbox === undefined || returned.length === 0) return
    const { id } = this.#random.pick(returned)
    if (outbox.discard(id)) this.#auditor.threwOut(id)
  }

  /** The vendor answers while somebody decides on what it had said before: the record moves. */
  async #vendorActs(): Promise<void> {
    await this.#platform.store.write(async (transaction) => {
      const provider = `p-${this.#random.int(0, APPLICATIONS - 1)}`
      const [application] = await transaction.ofProvider('application', 'kubesphere', provider)
      if (
        application === undefined ||
        !['submitted', 'changes_requested', 'rejected'].includes(application.status)
      )
        return
      const at = new Date(this.#clock.now()).toISOString()
      const entry = {
        at,
        actor: 'vendor',
        actorName: '服务商',
        action: 'vendor.resubmit',
        noteToVendor: null,
        internalNote: null,
        reasons: [],
      }
      await transaction.put('application', {
        ...application,
        version: application.version + 1,
        status: 'submitted',
        history: [...application.history, entry],
        updatedAt: at,
      })
    })
  }

  async #changeRole(): Promise<void> {
    const { id, email } = this.#random.pick(PEOPLE)
    const role = this.#random.pick<Role>(['ops', 'ops-manager', 'ops', 'ops-manager', 'support'])
    await changeOperator(this.#platform, id, { roles: [role] })
    this.#roles.set(email, role)
  }

  /** Whoever is far behind has to start over with a snapshot. */
  async #forgetThePast(): Promise<void> {
    await this.#platform.store.write(async (transaction) => {
      const { position } = await transaction.head()
      await transaction.forgetRemovals(position)
    })
  }

  async #restartPlatform(): Promise<void> {
    await this.#network.rest()
    await this.#platform.close()
    const options = { dataDir: this.#folder, policies: this.#policies, clock: () => this.#clock.now() }
    this.#platform = await createPlatform(options)
  }

  async #reviveTheDead(): Promise<void> {
    for (const console of this.#consoles) {
      if (console.hasCrashed) await console.switchOff()
      for (let tries = 0; !console.isOn && tries < 20; tries += 1) {
        await console.switchOn()
        if (!console.isOn) await console.switchOff()
      }
      this.#auditor.foundAfterCrash(console)
      if (console.isOn && console.engine.workspace() === null && !this.#network.cut)
        await this.#signIn(console)
    }
  }

  /** Signing in waits for the network, and the network for time to pass. */
  async #signIn(console: SimulatedConsole): Promise<void> {
    let done = false
    const signing = console.signIn().finally(() => {
      done = true
    })
    while (!done) await this.#pass(GRAIN_MS)
    await signing
  }

  async #pass(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0; left -= GRAIN_MS) {
      this.#clock.advance(Math.min(left, GRAIN_MS))
      await this.#network.rest()
    }
  }

  #isQuiet(console: SimulatedConsole): boolean {
    const workspace = console.engine.workspace()
    return (
      workspace !== null &&
      workspace.outbox.waiting().length === 0 &&
      workspace.sync.status().state === 'live'
    )
  }
}
