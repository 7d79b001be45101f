import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NewDecision } from '#main/engine/outbox/outbox.ts'
import { changeOperator, createOperator } from '#platform/auth/operators.ts'
import { DEMO_PASSWORD } from '#platform/demo/demo-accounts.ts'
import { type SeededRandom, seededRandom } from '#platform/demo/seeded-random.ts'
import { createPlatform, type RunningPlatform } from '#platform/start-platform.ts'
import { COMMANDS } from '#shared/contracts/console-platform/commands.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import type { ShippedPolicies } from '#shared/rules/in-force/policies.ts'
import { ManualClock } from '#test/integration/engine/harness/manual-clock.ts'
import type { Auditor } from './auditor.ts'
import type { Person } from './people.ts'
import { SimulatedConsole } from './simulated-console.ts'
import { CALM, SimulatedNetwork, STORM, type Weather } from './simulated-network.ts'

/** Time passes in bits of this, and everything comes to rest in between; in calm weather little happens in one. */
const GRAIN_MS = 1000
const CALM_GRAIN_MS = 5000
/** Long enough for every retry to have come and gone. */
const QUIET_ROUNDS = 400

interface Setting {
  readonly policies: ShippedPolicies
  readonly random: SeededRandom
  readonly auditor: Auditor
  readonly people: readonly Person[]
  /** Milliseconds since 1970; without it the clock's own start. */
  readonly begins?: number
}

/** A platform, a network in which everything goes wrong, and people at consoles that may stop at any storage step. */
export class SimulatedWorld {
  readonly clock: ManualClock
  readonly random: SeededRandom
  readonly auditor: Auditor
  readonly consoles: SimulatedConsole[] = []
  readonly network: SimulatedNetwork
  readonly #people: readonly Person[]
  readonly #roles: Map<string, readonly Role[]>
  readonly #policies: ShippedPolicies
  readonly #folder: string
  #platform: RunningPlatform

  private constructor(setting: Setting, clock: ManualClock, folder: string, platform: RunningPlatform) {
    this.clock = clock
    this.random = setting.random
    this.auditor = setting.auditor
    this.#people = setting.people
    this.#roles = new Map(setting.people.map(({ email, roles }) => [email, roles]))
    this.#policies = setting.policies
    this.#folder = folder
    this.#platform = platform
    this.network = new SimulatedNetwork(clock, this.random, (request) => this.#platform.fetch(request))
  }

  /** A platform with accounts for its people, who sit at no console yet. */
  static async start(seed: number, setting: Setting): Promise<SimulatedWorld> {
    const clock = new ManualClock(setting.begins)
    const folder = await mkdtemp(join(tmpdir(), 'marketdesk-world-'))
    const platform = await createPlatform({
      dataDir: folder,
      policies: setting.policies,
      randomBytes: bytesFrom(seededRandom(seed + 1)),
      clock: () => clock.now(),
      secondFactorFor: [],
    })
    for (const { id, email, roles, staffNumber } of setting.people) {
      const number = staffNumber === undefined ? {} : { staffNumber }
      await createOperator(platform, { id, name: id, email, password: DEMO_PASSWORD, roles, ...number })
    }
    return new SimulatedWorld(setting, clock, folder, platform)
  }

  get platform(): RunningPlatform {
    return this.#platform
  }

  rolesOf(email: string): readonly Role[] {
    return this.#roles.get(email) ?? []
  }

  /** Everybody gets a console and signs in, in calm weather. */
  async openDesks(): Promise<void> {
    this.network.weather = CALM
    for (const { email } of this.#people) {
      const console = await SimulatedConsole.install(
        email,
        this.clock,
        this.random,
        this.network,
        this.#policies,
      )
      this.consoles.push(console)
      await console.switchOn()
      await this.signIn(console)
    }
  }

  /** From now on messages are lost, late and doubled, and every storage step may be a console's last. */
  storm(weather: Weather = STORM, crashChance = 0.01): void {
    this.network.weather = weather
    for (const console of this.consoles) console.crashChance = crashChance
  }

  /** The weather clears; afterwards nothing may be on its way any more. */
  async quieten(): Promise<void> {
    this.network.weather = CALM
    this.network.cut = false
    for (const console of this.consoles) console.crashChance = 0
    await this.reviveTheDead()
    for (let round = 0; round < QUIET_ROUNDS; round += 1) {
      await this.pass(20_000)
      for (const console of this.consoles) if (console.engine.workspace() === null) await this.signIn(console)
      if (round > 30 && this.consoles.every((console) => this.#isQuiet(console))) return
    }
  }

  async complaints(): Promise<string[]> {
    const told = await this.auditor.complaints(this.#platform, this.consoles, (email) => this.rolesOf(email))
    const unexpected = this.consoles.flatMap((console) =>
      console.unexpected.map((error) => `${console.email}: ${error}`),
    )
    return [...told, ...unexpected]
  }

  /** What happened, in numbers: a simulation in which nothing happens proves nothing. */
  async tally(): Promise<Record<string, number>> {
    return {
      decided: this.auditor.count,
      returned: this.consoles.flatMap((console) => console.kept()).length,
      crashes: this.consoles.flatMap((console) => console.crashes).length,
      ...(await this.auditor.tally(this.#platform)),
    }
  }

  async end(): Promise<void> {
    for (const console of this.consoles) await console.scrap()
    await this.#platform.close()
    await rm(this.#folder, { recursive: true, force: true })
  }

  /** What came back about the same record is decided again, or left in the inbox for later. */
  submit(console: SimulatedConsole, decision: NewDecision): void {
    const outbox = console.engine.workspace()?.outbox
    if (outbox === undefined) return
    const returned = outbox.returned().find(({ recordId }) => recordId === decision.recordId)
    const replaces = returned !== undefined && this.random.chance(0.5) ? returned.id : null
    const isCutOff = console.isCutOff
    try {
      const row = outbox.enqueue({
        ...decision,
        seenDigest: outbox.seenDigest(COMMANDS[decision.type].about, decision.recordId),
        replaces,
      })
      if (replaces !== null) this.auditor.threwOut(replaces)
      this.auditor.decided(console.email, row, isCutOff)
    } catch (error) {
      // Refused on the spot, or the plug was pulled: the journal will tell.
      const isGone = replaces !== null && !outbox.returned().some(({ id }) => id === replaces)
      if (isGone) this.auditor.threwOut(replaces)
      this.auditor.refused(console.failed(error))
    }
  }

  takeBack(console: SimulatedConsole): void {
    const outbox = console.isOn ? console.engine.workspace()?.outbox : undefined
    const waiting = outbox?.waiting() ?? []
    if (outbox === undefined || waiting.length === 0) return
    const { id } = this.random.pick(waiting)
    if (outbox.undo(id)) this.auditor.tookBack(id)
  }

  throwOut(console: SimulatedConsole): void {
    const outbox = console.isOn ? console.engine.workspace()?.outbox : undefined
    const returned = outbox?.returned() ?? []
    if (outbox === undefined || returned.length === 0) return
    const { id } = this.random.pick(returned)
    if (outbox.discard(id)) this.auditor.threwOut(id)
  }

  async changeRole(): Promise<void> {
    const { id, email, becomes } = this.random.pick(this.#people)
    const roles = this.random.pick(becomes)
    await changeOperator(this.#platform, id, { roles })
    this.#roles.set(email, roles)
  }

  /** Whoever is far behind has to start over with a snapshot. */
  async forgetThePast(): Promise<void> {
    await this.#platform.store.write(async (transaction) => {
      const { position } = await transaction.head()
      await transaction.forgetRemovals(position)
    })
  }

  async restartPlatform(): Promise<void> {
    await this.network.rest()
    await this.#platform.close()
    this.#platform = await createPlatform({
      dataDir: this.#folder,
      policies: this.#policies,
      randomBytes: bytesFrom(this.random),
      clock: () => this.clock.now(),
      secondFactorFor: [],
    })
  }

  async reviveTheDead(): Promise<void> {
    for (const console of this.consoles) {
      if (console.hasCrashed) await console.switchOff()
      for (let tries = 0; !console.isOn && tries < 20; tries += 1) {
        await console.switchOn()
        if (!console.isOn) await console.switchOff()
      }
      this.auditor.foundAfterCrash(console)
      if (console.isOn && console.engine.workspace() === null && !this.network.cut) await this.signIn(console)
    }
  }

  /** Signing in waits for the network, and the network for time to pass. */
  async signIn(console: SimulatedConsole): Promise<void> {
    let done = false
    const signing = console.signIn().finally(() => {
      done = true
    })
    while (!done) await this.pass(GRAIN_MS)
    await signing
  }

  async pass(milliseconds: number): Promise<void> {
    const grain = this.network.weather === CALM ? CALM_GRAIN_MS : GRAIN_MS
    for (let left = milliseconds; left > 0; left -= grain) {
      this.clock.advance(Math.min(left, grain))
      await this.network.rest()
      for (const console of this.consoles) await console.pendingLinesShown()
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

/** The platform's chance, from the seed too. */
function bytesFrom(random: SeededRandom): (count: number) => Uint8Array {
  return (count) => Uint8Array.from({ length: count }, () => random.int(0, 255))
}
