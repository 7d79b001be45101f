import type { NewDecision } from '#main/engine/outbox/outbox.ts'
import { seededRandom } from '#platform/demo/seeded-random.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import type { ShippedPolicies } from '#shared/rules/in-force/policies.ts'
import { Auditor } from './auditor.ts'
import {
  type BankLedger,
  LEDGER_DAYS,
  randomLedger,
  type StatementFile,
  statementFile,
  wholeStatement,
} from './bank-ledger.ts'
import { boardComplaints, usersAct } from './bought.ts'
import { contactDecision } from './contact-desk.ts'
import { deskAudit } from './desk-audit.ts'
import { APPLICATIONS, fillWorld } from './fill-world.ts'
import { FinanceDesk } from './finance-desk.ts'
import { noticeDecision } from './notice-desk.ts'
import { PEOPLE } from './people.ts'
import { reviewDecision } from './review-desk.ts'
import type { SimulatedConsole } from './simulated-console.ts'
import { SimulatedWorld } from './simulated-world.ts'

const CLOSES_THE_MONTH = 'd@desk.test'
/** Most decisions somebody takes at one sitting. */
const SITTING = 4

/** One run of a world that lasts some hours and in which everything goes wrong, from one seed. */
export class Simulation {
  readonly #world: SimulatedWorld
  readonly #ledgers: readonly BankLedger[]
  #turns = 0

  private constructor(world: SimulatedWorld, ledgers: readonly BankLedger[]) {
    this.#world = world
    this.#ledgers = ledgers
  }

  static async start(seed: number, policies: ShippedPolicies): Promise<Simulation> {
    const random = seededRandom(seed)
    const ledgers = [
      randomLedger(random, '0200-0011-0902', true),
      randomLedger(random, '6222-0033-0001', false),
    ]
    const auditor = new Auditor(deskAudit(ledgers))
    const world = await SimulatedWorld.start(seed, { policies, random, auditor, people: PEOPLE })
    const simulation = new Simulation(world, ledgers)
    await simulation.#settle()
    return simulation
  }

  /** Hours of work in bad weather. */
  async work(steps: number): Promise<void> {
    this.#world.storm()
    for (let step = 0; step < steps; step += 1) {
      await this.#event()
      await this.#world.pass(this.#world.random.int(200, 10_000))
      await this.#world.reviveTheDead()
    }
  }

  quieten(): Promise<void> {
    return this.#world.quieten()
  }

  /** What nobody has imported by the end is imported, so that the books can be held against the bank's. */
  async closeTheMonth(): Promise<void> {
    const console = this.#world.consoles.find(({ email }) => email === CLOSES_THE_MONTH)
    // An import that crosses another comes back, and is given again.
    for (let tries = 0; tries < 2; tries += 1) {
      for (const ledger of this.#ledgers) {
        if (console !== undefined)
          this.#act(console, (desk) => desk.importFile(ledger, wholeStatement(ledger)))
      }
      await this.quieten()
    }
  }

  async complaints(): Promise<string[]> {
    const { platform, consoles } = this.#world
    return [...(await this.#world.complaints()), ...(await boardComplaints(platform, consoles))]
  }

  tally(): Promise<Record<string, number>> {
    return this.#world.tally()
  }

  end(): Promise<void> {
    return this.#world.end()
  }

  async #settle(): Promise<void> {
    await fillWorld(this.#world.platform, this.#world.random, this.#world.clock.now())
    await this.#world.openDesks()
    await this.#world.pass(5000)
    const approver = this.#world.consoles.at(-1)
    for (const ledger of this.#ledgers) {
      if (approver !== undefined) this.#act(approver, (desk) => desk.openAccount(ledger))
    }
    await this.#world.pass(30_000)
  }

  async #event(): Promise<void> {
    const console = this.#world.random.pick(this.#world.consoles)
    const roll = this.#world.random.int(0, 99)
    if (roll < 55) this.#work(console)
    else if (roll < 57) this.#importTwice()
    else if (roll < 62) await this.#refundDay()
    else if (roll < 64) await this.#withdrawal()
    else if (roll < 66) this.#world.takeBack(console)
    else if (roll < 68) this.#world.throwOut(console)
    else if (roll < 73) await this.#vendorActs()
    else if (roll < 78) this.#world.network.cut = !this.#world.network.cut
    else if (roll < 82) await console.switchOff()
    else if (roll < 86) console.jumpClock(this.#world.random.int(-3, 3) * 3_600_000)
    else if (roll < 88) await this.#world.changeRole()
    else if (roll < 93) await this.#world.restartPlatform()
    else if (roll < 95) await this.#world.forgetThePast()
    else if (console.isOn) console.engine.nudge('focus')
  }

  /** Each does what her roles are for, and now and then what they are not. */
  #work(console: SimulatedConsole): void {
    const roles = this.#world.rolesOf(console.email)
    const isFinance = roles.some((role) => role === 'finance' || role === 'finance-approver')
    for (let left = this.#world.random.int(1, SITTING); left > 0 && console.isOn; left -= 1) {
      if (isFinance) this.#act(console, (desk) => this.#financeWork(desk, roles))
      else if (roles.every((role) => role === 'support')) this.#answerCallers(console)
      else this.#review(console)
    }
  }

  #answerCallers(console: SimulatedConsole): void {
    const workspace = console.isOn ? console.engine.workspace() : null
    const { clock } = this.#world
    // A chance of its own: what others do does not hang on how many callers there are.
    const random = seededRandom(this.#turns)
    const decision = workspace && contactDecision(workspace.cache.sql, random, clock.now())
    if (decision !== null) this.#world.submit(console, decision)
  }

  /** Now and then a notice of the desk, by a chance of its own. */
  #tellProviders(console: SimulatedConsole): void {
    const workspace = console.isOn ? console.engine.workspace() : null
    const random = seededRandom(this.#turns * 31)
    if (!workspace || !random.chance(0.2)) return
    const decision = noticeDecision(workspace.cache.sql, random)
    if (decision !== null) this.#world.submit(console, decision)
  }

  #review(console: SimulatedConsole): void {
    this.#tellProviders(console)
    const workspace = console.isOn ? console.engine.workspace() : null
    const decision = workspace && reviewDecision(workspace.cache.sql, this.#world.random)
    if (decision !== null) this.#world.submit(console, decision)
  }

  #financeWork(desk: FinanceDesk, roles: readonly Role[]): NewDecision | null {
    const ledger = this.#world.random.pick(this.#ledgers)
    const roll = this.#world.random.int(0, 99)
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
    const ledger = this.#world.random.pick(this.#ledgers)
    const file = this.#someFile(ledger)
    for (const console of this.#world.consoles) this.#act(console, (desk) => desk.importFile(ledger, file))
  }

  /** One asks for money back, more than once, and all look at what was asked while the platform can be reached. */
  async #refundDay(): Promise<void> {
    this.#world.network.cut = false
    const [first] = this.#world.consoles.filter(({ email }) => email === CLOSES_THE_MONTH)
    for (let tries = 0; tries < 4; tries += 1) {
      if (first !== undefined) this.#act(first, (desk) => desk.requestRefund())
      // Whoever waits before she tries again would look too late.
      for (const console of this.#world.consoles) {
        if (console.isOn) void console.engine.workspace()?.sync.now()
      }
      await this.#world.pass(15_000)
      for (const console of this.#world.consoles) this.#act(console, (desk) => desk.approveRefund())
    }
  }

  /** A file went to the wrong account: whoever may takes it back before its lines are matched. */
  async #withdrawal(): Promise<void> {
    const ledger = this.#world.random.pick(this.#ledgers)
    const file = this.#someFile(ledger)
    for (const console of this.#world.consoles) {
      this.#act(console, (desk) => desk.importFile(ledger, file))
      await this.#world.pass(15_000)
      for (const each of this.#world.consoles) this.#act(each, (desk) => desk.withdraw())
      await this.#world.pass(15_000)
    }
  }

  #someFile(ledger: BankLedger): StatementFile {
    const from = this.#world.random.int(1, LEDGER_DAYS)
    const to = this.#world.random.int(from, Math.min(LEDGER_DAYS, from + 4))
    return statementFile(ledger, from, to, this.#world.random.chance(0.3) ? this.#world.random.int(1, 3) : 0)
  }

  #act(console: SimulatedConsole, choose: (desk: FinanceDesk) => NewDecision | null): void {
    const workspace = console.isOn ? console.engine.workspace() : null
    if (workspace === null) return
    const decision = choose(new FinanceDesk(workspace.cache.sql, this.#world.random, this.#world.clock.now()))
    if (decision !== null) this.#world.submit(console, decision)
  }

  /** The vendor answers while somebody decides on what it had said before: the record moves. */
  async #vendorActs(): Promise<void> {
    this.#turns += 1
    await this.#world.platform.store.write(async (transaction) => {
      await usersAct(transaction, this.#turns, this.#world.clock.now())
      const provider = `p-${this.#world.random.int(0, APPLICATIONS - 1)}`
      const [application] = await transaction.ofProvider('application', 'kubesphere', provider)
      if (
        application === undefined ||
        !['submitted', 'changes_requested', 'rejected'].includes(application.status)
      )
        return
      const at = new Date(this.#world.clock.now()).toISOString()
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
}
