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
import { Auditor } from './auditor.ts'
import {
  type BankLedger,
  LEDGER_DAYS,
  randomLedger,
  type StatementFile,
  statementFile,
  wholeStatement,
} from './bank-ledger.ts'
import { APPLICATIONS, fillWorld } from './fill-world.ts'
import { FinanceDesk } from './finance-desk.ts'
import { PEOPLE } from './people.ts'
import { reviewDecision } from './review-desk.ts'
import { SimulatedConsole } from './simulated-console.ts'
import { CALM, SimulatedNetwork, STORM } from './simulated-network.ts'

const CLOSES_THE_MONTH = 'd@desk.test'
/** Time passes in bits of this, and everything comes to rest in between; in calm weather little happens in one. */
const GRAIN_MS = 1000
const CALM_GRAIN_MS = 5000
/** Most decisions somebody takes at one sitting. */
const SITTING = 4
/** Long enough for every retry to have come and gone. */
const QUIET_ROUNDS = 400

/** One run of a world that lasts some hours and in which everything goes wrong, from one seed. */
export class Simulation {
  readonly #random: SeededRandom
  readonly #clock = new ManualClock()
  readonly #policies: ShippedPolicies
  readonly #folder: string
  readonly #auditor = new Auditor()
  readonly #roles = new Map<string, readonly Role[]>(PEOPLE.map(({ email, roles }) => [email, roles]))
  readonly #consoles: SimulatedConsole[] = []
  readonly #network: SimulatedNetwork
  readonly #ledgers: readonly BankLedger[]
  #platform: RunningPlatform

  private constructor(
    seed: number,
    folder: string,
    policies: ShippedPolicies,
    platform: RunningPlatform,
    clock: ManualClock,
  ) {
    this.#random = seededRandom(seed)
    this.#ledgers = [
      randomLedger(this.#random, '0200-0011-0902', true),
      randomLedger(this.#random, '6222-0033-0001', false),
    ]
    this.#folder = folder
    this.#policies = policies
    this.#platform = platform
    this.#clock = clock
    this.#network = new SimulatedNetwork(clock, this.#random, (request) => this.#platform.fetch(request))
  }

  static async start(seed: number, policies: ShippedPolicies): Promise<Simulation> {
    const clock = new ManualClock()
    const folder = await mkdtemp(join(tmpdir(), 'marketdesk-world-'))
    const randomBytes = bytesFrom(seededRandom(seed + 1))
    const platform = await createPlatform({
      dataDir: folder,
      policies,
      randomBytes,
      clock: () => clock.now(),
    })
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

  /** What nobody has imported by the end is imported, so that the books can be held against the bank's. */
  async closeTheMonth(): Promise<void> {
    const console = this.#consoles.find(({ email }) => email === CLOSES_THE_MONTH)
    for (const ledger of this.#ledgers) {
      if (console !== undefined) this.#act(console, (desk) => desk.importFile(ledger, wholeStatement(ledger)))
    }
    await this.quieten()
  }

  async complaints(): Promise<string[]> {
    const told = await this.#auditor.complaints(
      this.#platform,
      this.#consoles,
      (email) => this.#roles.get(email) ?? [],
      this.#ledgers,
    )
    const unexpected = this.#consoles.flatMap((console) =>
      console.unexpected.map((error) => `${console.email}: ${error}`),
    )
    return [...told, ...unexpected]
  }

  /** What happened, in numbers: a simulation in which nothing happens proves nothing. */
  async tally(): Promise<Record<string, number>> {
    return {
      decided: this.#auditor.count,
      returned: this.#consoles.flatMap((console) => console.kept()).length,
      crashes: this.#consoles.flatMap((console) => console.crashes).length,
      ...(await this.#auditor.tally(this.#platform)),
    }
  }

  async end(): Promise<void> {
    for (const console of this.#consoles) await console.scrap()
    await this.#platform.close()
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #settle(): Promise<void> {
    for (const { id, email, roles } of PEOPLE) {
      await createOperator(this.#platform, { id, name: id, email, password: DEMO_PASSWORD, roles })
    }
    await fillWorld(this.#platform, this.#random, this.#clock.now())
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
    const approver = this.#consoles.at(-1)
    for (const ledger of this.#ledgers) {
      if (approver !== undefined) this.#act(approver, (desk) => desk.openAccount(ledger))
    }
    await this.#pass(30_000)
  }

  async #event(): Promise<void> {
    const console = this.#random.pick(this.#consoles)
    const roll = this.#random.int(0, 99)
    if (roll < 55) this.#work(console)
    else if (roll < 57) this.#importTwice()
    else if (roll < 62) await this.#refundDay()
    else if (roll < 64) await this.#withdrawal()
    else if (roll < 66) this.#takeBack(console)
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

  /** Each does what her roles are for, and now and then what they are not. */
  #work(console: SimulatedConsole): void {
    const roles = this.#roles.get(console.email) ?? []
    const isFinance = roles.some((role) => role === 'finance' || role === 'finance-approver')
    for (let left = this.#random.int(1, SITTING); left > 0 && console.isOn; left -= 1) {
      if (isFinance) this.#act(console, (desk) => this.#financeWork(desk, roles))
      else this.#review(console)
    }
  }

  #review(console: SimulatedConsole): void {
    const workspace = console.isOn ? console.engine.workspace() : null
    const decision = workspace && reviewDecision(workspace.cache.sql, this.#random)
    if (decision !== null) this.#submit(console, decision)
  }

  #financeWork(desk: FinanceDesk, roles: readonly Role[]): NewDecision | null {
    const ledger = this.#random.pick(this.#ledgers)
    const roll = this.#random.int(0, 99)
    if (roles.includes('finance-approver') && roll < 45) {
      if (roll < 2) return desk.openAccount(ledger)
      if (roll < 6) return desk.withdraw()
      return roll < 43 ? desk.approveRefund() : desk.declineRefund()
    }
    if (roll < 2) return desk.importAllAsNew(ledger, this.#someFile(ledger))
    if (roll < 18) return desk.importFile(ledger, this.#someFile(ledger))
    if (roll < 45) return desk.match()
    if (roll < 53) return desk.takeBack()
    if (roll < 63) return desk.unmatch()
    if (roll < 75) return desk.receipt()
    if (roll < 92) return desk.requestRefund()
    if (roll < 94) return desk.holdRefund()
    return roll < 95 ? desk.declineRefund() : desk.waive()
  }

  /** Two people have the same file from the bank and do not know of each other. */
  #importTwice(): void {
    const ledger = this.#random.pick(this.#ledgers)
    const file = this.#someFile(ledger)
    for (const console of this.#consoles) this.#act(console, (desk) => desk.importFile(ledger, file))
  }

  /** One asks for money back, and all look at what was asked before the day is over. */
  async #refundDay(): Promise<void> {
    const [first] = this.#consoles.filter(({ email }) => email === CLOSES_THE_MONTH)
    if (first !== undefined) this.#act(first, (desk) => desk.requestRefund())
    for (let tries = 0; tries < 3; tries += 1) {
      await this.#pass(15_000)
      for (const console of this.#consoles) this.#act(console, (desk) => desk.approveRefund())
    }
  }

  /** A file went to the wrong account: whoever may takes it back before its lines are matched. */
  async #withdrawal(): Promise<void> {
    const ledger = this.#random.pick(this.#ledgers)
    const file = this.#someFile(ledger)
    for (const console of this.#consoles) {
      this.#act(console, (desk) => desk.importFile(ledger, file))
      await this.#pass(15_000)
      for (const each of this.#consoles) this.#act(each, (desk) => desk.withdraw())
      await this.#pass(15_000)
    }
  }

  #someFile(ledger: BankLedger): StatementFile {
    const from = this.#random.int(1, LEDGER_DAYS)
    const to = this.#random.int(from, Math.min(LEDGER_DAYS, from + 4))
    return statementFile(ledger, from, to, this.#random.chance(0.3) ? this.#random.int(1, 3) : 0)
  }

  #act(console: SimulatedConsole, choose: (desk: FinanceDesk) => NewDecision | null): void {
    const workspace = console.isOn ? console.engine.workspace() : null
    if (workspace === null) return
    const decision = choose(new FinanceDesk(workspace.cache.sql, this.#random, this.#clock.now()))
    if (decision !== null) this.#submit(console, decision)
  }

  /** What came back about the same record is decided again, or left in the inbox for later. */
  #submit(console: SimulatedConsole, decision: NewDecision): void {
    const outbox = console.engine.workspace()?.outbox
    if (outbox === undefined) return
    const returned = outbox.returned().find(({ recordId }) => recordId === decision.recordId)
    const replaces = returned !== undefined && this.#random.chance(0.5) ? returned.id : null
    try {
      const row = outbox.enqueue({
        ...decision,
        seenDigest: outbox.seenDigest(COMMANDS[decision.type].about, decision.recordId),
        replaces,
      })
      if (replaces !== null) this.#auditor.threwOut(replaces)
      this.#auditor.decided(console.email, row)
    } catch (error) {
      // Refused on the spot, or the plug was pulled: the journal will tell.
      const isGone = replaces !== null && !outbox.returned().some(({ id }) => id === replaces)
      if (isGone) this.#auditor.threwOut(replaces)
      console.failed(error)
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
    const { id, email, becomes } = this.#random.pick(PEOPLE)
    const roles = this.#random.pick(becomes)
    await changeOperator(this.#platform, id, { roles })
    this.#roles.set(email, roles)
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
    this.#platform = await createPlatform({
      dataDir: this.#folder,
      policies: this.#policies,
      randomBytes: bytesFrom(this.#random),
      clock: () => this.#clock.now(),
    })
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
    const grain = this.#network.weather === CALM ? CALM_GRAIN_MS : GRAIN_MS
    for (let left = milliseconds; left > 0; left -= grain) {
      this.#clock.advance(Math.min(left, grain))
      await this.#network.rest()
      for (const console of this.#consoles) await console.pendingLinesShown()
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
