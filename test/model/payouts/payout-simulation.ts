import type { NewDecision } from '#main/engine/outbox/outbox.ts'
import { seededRandom } from '#platform/demo/seeded-random.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { payoutBatchSchema } from '#shared/contracts/console-platform/records/payout-batch.ts'
import type { ShippedPolicies } from '#shared/rules/in-force/policies.ts'
import { Auditor } from '../sync/auditor.ts'
import { FinanceDesk } from '../sync/finance-desk.ts'
import type { SimulatedConsole } from '../sync/simulated-console.ts'
import type { Weather } from '../sync/simulated-network.ts'
import { SimulatedWorld } from '../sync/simulated-world.ts'
import { DEPOSIT, fillWorld, MARKETS } from './fill-world.ts'
import { payoutAudit } from './payout-audit.ts'
import { batchFile, PayoutDesk } from './payout-desk.ts'
import { PEOPLE } from './people.ts'
import { SimulatedBank } from './simulated-bank.ts'

const BEGINS = Date.parse('2026-03-16T01:00:00.000Z')
const MONTH = '2026-03'
const LAST_DAY = 30
const NIGHT_MS = 16 * 3_600_000
const SITTING = 5
/** Much has to get through, or nothing is ever paid. */
const GUSTS: Weather = { loseRequest: 0.06, loseReply: 0.06, duplicate: 0.1, longestDelayMs: 2500 }
/** Who does what is left when the month ends: one asks and verifies, the others look. */
const CLOSES_THE_MONTH = 'liu@desk.test'
const CLOSING_ROUNDS = 12
/** What everybody does with what waits before the batches of the end. */
const LOOKING: readonly ((desk: PayoutDesk) => NewDecision | null)[] = [
  (desk) => desk.request(),
  (desk) => desk.invoice(),
  (desk) => desk.verify(),
  (desk) => desk.approve(),
]
/** How often at least there are batches to be sent. */
const PAYING_ROUNDS = 3

interface Desks {
  readonly payouts: PayoutDesk
  readonly finance: FinanceDesk
}

/** What somebody may think of doing, and how often. */
interface Work {
  readonly weight: number
  readonly choose: (desks: Desks) => NewDecision | null
}

const CHECKING: readonly Work[] = [
  { weight: 40, choose: ({ payouts }) => payouts.approve() },
  { weight: 10, choose: ({ payouts }) => payouts.ruleOnAccount() },
  { weight: 12, choose: ({ finance }) => finance.approveRefund() },
  { weight: 2, choose: ({ payouts }) => payouts.end() },
  { weight: 2, choose: ({ payouts }) => payouts.sendBack() },
]
const MAKING: readonly Work[] = [
  { weight: 10, choose: ({ payouts }) => payouts.request() },
  { weight: 14, choose: ({ payouts }) => payouts.invoice() },
  { weight: 2, choose: ({ payouts }) => payouts.withdrawInvoice() },
  { weight: 2, choose: ({ payouts }) => payouts.redLetter() },
  { weight: 2, choose: ({ payouts }) => payouts.checkInvoice() },
  { weight: 2, choose: ({ payouts }) => payouts.proposeAccount() },
  { weight: 14, choose: ({ payouts }) => payouts.verify() },
  { weight: 12, choose: ({ payouts }) => payouts.batch() },
  { weight: 10, choose: ({ payouts }) => payouts.exportBatch() },
  { weight: 10, choose: ({ payouts }) => payouts.markSent() },
  { weight: 1, choose: ({ payouts }) => payouts.dropBatch() },
  { weight: 1, choose: ({ payouts }) => payouts.end() },
  { weight: 10, choose: ({ payouts }) => payouts.match() },
  { weight: 1, choose: ({ payouts }) => payouts.unmatch() },
  { weight: 4, choose: ({ finance }) => finance.requestRefund() },
  { weight: 1, choose: ({ finance }) => finance.declineRefund() },
]

/** Some days of paying providers in which everything goes wrong, from one seed. */
export class PayoutSimulation {
  readonly #world: SimulatedWorld
  readonly #banks: readonly SimulatedBank[]

  private constructor(world: SimulatedWorld, banks: readonly SimulatedBank[]) {
    this.#world = world
    this.#banks = banks
  }

  static async start(seed: number, policies: ShippedPolicies): Promise<PayoutSimulation> {
    const random = seededRandom(seed)
    const banks = MARKETS.map(({ number }) => new SimulatedBank(random, number, MONTH))
    const auditor = new Auditor(payoutAudit(banks))
    const world = await SimulatedWorld.start(seed, {
      policies,
      random,
      auditor,
      people: PEOPLE,
      begins: BEGINS,
    })
    await fillWorld(world.platform, random, world.clock.now())
    await world.openDesks()
    await world.pass(5000)
    const simulation = new PayoutSimulation(world, banks)
    await simulation.#takeDeposits()
    return simulation
  }

  async work(steps: number): Promise<void> {
    this.#world.storm(GUSTS, 0.003)
    for (let step = 0; step < steps; step += 1) {
      await this.#event()
      await this.#world.pass(this.#world.random.int(200, 8000))
      await this.#world.reviveTheDead()
    }
  }

  quieten(): Promise<void> {
    return this.#world.quieten()
  }

  /** Every entry of the banks is imported and accounted for, and every answer is recorded. */
  async closeTheMonth(): Promise<void> {
    await this.#payOut()
    for (let round = 0; round < CLOSING_ROUNDS; round += 1) {
      const closer = this.#closer()
      for (const bank of this.#banks) this.#upload(closer, bank)
      for (const bank of this.#banks)
        this.#finance(closer, (desk) => desk.importFile(bank, bank.statement(1, LAST_DAY + 1)))
      await this.#world.pass(10_000)
      for (const bank of this.#banks) this.#payouts(closer, (desk) => desk.recordAnswer(bank, true))
      this.#payouts(closer, (desk) => desk.setRight())
      await this.#world.pass(10_000)
      const open =
        this.#deskOf(closer)?.lines.filter((line) => line.allocations.at(-1)?.undone !== null) ?? []
      for (const { id } of open)
        this.#payouts(closer, (desk) => desk.matchLine(desk.lines.find((line) => line.id === id) ?? null))
      await this.#world.pass(10_000)
    }
    await this.quieten()
  }

  /** What waits is looked at, what is approved goes to the bank, and what the bank says of it is on record before its lines are: not by chance. */
  async #payOut(): Promise<void> {
    for (let round = 0; round < PAYING_ROUNDS; round += 1) {
      for (const console of this.#world.consoles) {
        for (const choose of LOOKING) this.#payouts(console, choose)
        await this.#world.pass(10_000)
      }
      for (const choose of [
        (desk: PayoutDesk) => desk.batch(),
        (desk: PayoutDesk) => desk.exportBatch(),
        (desk: PayoutDesk) => desk.markSent(),
      ]) {
        this.#payouts(this.#closer(), choose)
        await this.#world.pass(10_000)
      }
      for (const bank of this.#banks) this.#upload(this.#closer(), bank)
      for (const bank of this.#banks) this.#payouts(this.#closer(), (desk) => desk.recordAnswer(bank))
      await this.#world.pass(10_000)
    }
  }

  complaints(): Promise<string[]> {
    return this.#world.complaints()
  }

  tally(): Promise<Record<string, number>> {
    return this.#world.tally()
  }

  end(): Promise<void> {
    return this.#world.end()
  }

  /** What may go back was paid in before, and is on record. */
  async #takeDeposits(): Promise<void> {
    for (const [at, { refunds }] of MARKETS.entries())
      for (let each = 0; each < refunds; each += 1)
        this.#banks[at]?.book(this.#today(), DEPOSIT, `left-${each}`, `left-${each}`)
    const closer = this.#closer()
    for (const bank of this.#banks)
      this.#finance(closer, (desk) => desk.importFile(bank, bank.statement(1, LAST_DAY)))
    await this.#world.pass(30_000)
    for (const { id } of this.#deskOf(closer)?.lines ?? [])
      this.#payouts(closer, (desk) => desk.matchLine(desk.lines.find((line) => line.id === id) ?? null))
    await this.#world.pass(30_000)
  }

  async #event(): Promise<void> {
    const { random, network } = this.#world
    const console = random.pick(this.#world.consoles)
    const bank = random.pick(this.#banks)
    const roll = random.int(0, 99)
    // Nobody is cut off for long, or nothing would be approved.
    if (network.cut && random.chance(0.3)) network.cut = false
    if (roll < 68) this.#work(console, bank)
    else if (roll < 75) this.#sameAtOnce()
    else if (roll < 80) this.#upload(console, bank)
    else if (roll < 82) bank.giveBack(this.#today())
    else if (roll < 86) this.#night()
    else if (roll < 88) this.#world.takeBack(console)
    else if (roll < 90) this.#world.throwOut(console)
    else if (roll < 91) network.cut = true
    else if (roll < 95) await console.switchOff()
    else if (roll < 96) console.jumpClock(random.int(-3, 3) * 3_600_000)
    else if (roll < 97) await this.#world.restartPlatform()
    else if (console.isOn) console.engine.nudge('focus')
  }

  /** Each does some of what her roles are for and what there is to do; whether it may be done is part of the test. */
  #work(console: SimulatedConsole, bank: SimulatedBank): void {
    const roles = this.#world.rolesOf(console.email)
    const work = [
      ...(roles.includes('finance') ? this.#making(bank) : []),
      ...(roles.includes('finance-approver') ? CHECKING : []),
    ]
    for (let left = this.#world.random.int(1, SITTING); left > 0 && console.isOn; left -= 1) {
      const decision = this.#chosen(console, work)
      if (decision !== null) this.#world.submit(console, decision)
    }
  }

  /** The first that there is, of choices drawn by their weights. */
  #chosen(console: SimulatedConsole, work: readonly Work[]): NewDecision | null {
    const desks = this.#desksOf(console)
    if (desks === null) return null
    // Each as often as it weighs; what there is none of is passed over.
    let left = work.flatMap((each) => Array.from({ length: each.weight }, () => each))
    while (left.length > 0) {
      const drawn = this.#world.random.pick(left)
      const decision = drawn.choose(desks)
      if (decision !== null) return decision
      left = left.filter((each) => each !== drawn)
    }
    return null
  }

  #making(bank: SimulatedBank): readonly Work[] {
    return [
      ...MAKING,
      { weight: 6, choose: ({ finance }) => finance.importFile(bank, this.#someStatement(bank)) },
      { weight: 6, choose: ({ payouts }) => payouts.recordAnswer(bank) },
    ]
  }

  /** Everybody does the same and knows nothing of the others: approves what waits, or makes a batch of what is approved. */
  #sameAtOnce(): void {
    const choose = this.#world.random.pick<(desk: PayoutDesk) => NewDecision | null>([
      (desk) => desk.approve(),
      (desk) => desk.approve(),
      (desk) => desk.batch(),
      (desk) => desk.markSent(),
      (desk) => desk.match(),
    ])
    for (const console of this.#world.consoles) this.#payouts(console, choose)
  }

  /** The files of what is sent go to the bank, from whoever sees that it is; some go twice. */
  #upload(console: SimulatedConsole, bank: SimulatedBank): void {
    const workspace = console.isOn ? console.engine.workspace() : null
    const bodies = workspace?.cache.sql.prepare('SELECT body FROM payout_batch ORDER BY id').all() ?? []
    for (const row of bodies) {
      const batch = payoutBatchSchema.parse(JSON.parse((row as { body: string }).body))
      if (batch.sent !== null && batch.payer.account === bank.number)
        bank.receive(batchFile(batch), this.#today())
    }
  }

  #night(): void {
    if (this.#today() < LAST_DAY) this.#world.clock.jump(NIGHT_MS)
  }

  #someStatement(bank: SimulatedBank) {
    const to = this.#today()
    return bank.statement(this.#world.random.int(1, to), to)
  }

  #today(): number {
    return Number(shanghaiDate(new Date(this.#world.clock.now()).toISOString()).slice(-2))
  }

  #closer(): SimulatedConsole {
    const closer = this.#world.consoles.find(({ email }) => email === CLOSES_THE_MONTH)
    if (closer === undefined) throw new Error('nobody closes the month')
    return closer
  }

  #deskOf(console: SimulatedConsole): PayoutDesk | null {
    return this.#desksOf(console)?.payouts ?? null
  }

  #desksOf(console: SimulatedConsole): Desks | null {
    const sql = console.isOn ? console.engine.workspace()?.cache.sql : undefined
    if (sql === undefined) return null
    const { random, clock } = this.#world
    return {
      payouts: new PayoutDesk(sql, random, clock.now()),
      get finance() {
        return new FinanceDesk(sql, random, clock.now())
      },
    }
  }

  #payouts(console: SimulatedConsole, choose: (desk: PayoutDesk) => NewDecision | null): void {
    const desk = this.#deskOf(console)
    const decision = desk && choose(desk)
    if (decision !== null) this.#world.submit(console, decision)
  }

  #finance(console: SimulatedConsole, choose: (desk: FinanceDesk) => NewDecision | null): void {
    const desks = this.#desksOf(console)
    const decision = desks && choose(desks.finance)
    if (decision !== null) this.#world.submit(console, decision)
  }
}
