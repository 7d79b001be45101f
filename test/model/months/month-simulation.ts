import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { ulid } from 'ulid'
import { executeCommand } from '#platform/commands/execute-command.ts'
import { seenOnRecord } from '#platform/commands/seen-on-record.ts'
import { type SeededRandom, seededRandom } from '#platform/demo/seeded-random.ts'
import { createPlatform, type RunningPlatform } from '#platform/start-platform.ts'
import {
  COMMANDS,
  type Command,
  type CommandType,
  type Outcome,
} from '#shared/contracts/console-platform/commands.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { SettlementMonth } from '#shared/contracts/console-platform/records/settlement-month.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import type { ShippedPolicies } from '#shared/rules/in-force/policies.ts'
import { sampleOrder, sampleProvider } from '#test/integration/platform/sample-records.ts'
import { platformRecords, wholeLog } from '../sync/platform-books.ts'
import { monthComplaints } from './month-auditor.ts'
import type {
  Adjustment,
  Applied,
  Committed,
  Line,
  MonthRecords,
  Request,
  Statement,
} from './month-records.ts'

const NOW = Date.parse('2026-11-20T02:00:00.000Z')
const MARKETS = ['kubesphere', 'ksyun'] as const
const MONTHS = ['2026-07', '2026-08', '2026-09', '2026-10'] as const
const PROVIDERS = 3
/** Who does what at the platform; the last two may take months back. */
const PEOPLE: readonly Account[] = [
  { id: 'liu', name: 'liu', email: 'liu@desk.test', roles: ['finance'] },
  { id: 'zhou', name: 'zhou', email: 'zhou@desk.test', roles: ['finance', 'finance-approver'] },
  { id: 'wang', name: 'wang', email: 'wang@desk.test', roles: ['finance-approver'] },
]
/** Most decisions that arrive at once. */
const AT_ONCE = 4

type About = Readonly<{ id: string; version: number }>

/** Months of some marketplaces, closed by several people who know nothing of each other, from one seed. */
export class MonthSimulation {
  readonly #random: SeededRandom
  readonly #policies: ShippedPolicies
  readonly #folder: string
  #platform: RunningPlatform
  #now = NOW
  readonly #committed: Committed[] = []
  readonly #given = new Map<string, Command>()
  readonly #unexpected: string[] = []
  readonly #counts: Record<string, number> = {}

  private constructor(
    random: SeededRandom,
    policies: ShippedPolicies,
    folder: string,
    platform: RunningPlatform,
  ) {
    this.#random = random
    this.#policies = policies
    this.#folder = folder
    this.#platform = platform
  }

  static async start(seed: number, policies: ShippedPolicies): Promise<MonthSimulation> {
    const folder = await mkdtemp(join(tmpdir(), 'marketdesk-months-'))
    const platform = await createPlatform({ dataDir: folder, policies, clock: () => NOW })
    const simulation = new MonthSimulation(seededRandom(seed), policies, folder, platform)
    await simulation.#settle()
    return simulation
  }

  async work(steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) {
      this.#now += this.#random.int(1000, 60_000)
      if (this.#random.chance(0.35)) await this.#marketActs()
      const commands: (readonly [Account, Command])[] = []
      for (let left = this.#random.int(1, AT_ONCE); left > 0; left -= 1)
        commands.push(...(await this.#choose()))
      await this.#arrive(commands)
    }
  }

  async complaints(): Promise<string[]> {
    const records = await this.#records()
    const requests = await platformRecords<Request>(this.#platform, 'payoutRequest')
    const applied: Applied[] = []
    const times = new Map<string, number>()
    for (const { commandId, recordId } of await wholeLog(this.#platform)) {
      const command = this.#given.get(commandId ?? '')
      if (command === undefined || command.recordId !== recordId) continue
      times.set(command.id, (times.get(command.id) ?? 0) + 1)
      const statements = (requests.get(recordId)?.months ?? []).map(({ statementId }) => statementId)
      if (isAudited(command.type)) applied.push({ type: command.type, recordId, statements })
    }
    const doubled = [...times].flatMap(([id, count]) =>
      count > 1 ? [`${id} was applied ${count} times`] : [],
    )
    const staged = await this.#platform.store.stagedBatches()
    return [
      ...this.#unexpected,
      ...doubled,
      ...staged.map((batch) => `${batch} was staged and nobody waits for it`),
      ...monthComplaints(records, applied, this.#committed),
    ]
  }

  tally(): Record<string, number> {
    return this.#counts
  }

  async end(): Promise<void> {
    await this.#platform.close()
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #settle(): Promise<void> {
    await this.#platform.store.write(async (transaction) => {
      for (const marketplace of MARKETS)
        for (let at = 0; at < PROVIDERS; at += 1) {
          const provider = {
            id: `${marketplace}-${at}`,
            name: `provider ${at}`,
            marketplace,
            joinedOn: '2025-02-01',
          }
          await transaction.put('provider', sampleProvider(provider))
        }
    })
    for (let each = 0; each < 20; each += 1) await this.#marketActs()
  }

  /** The marketplace sends an order, a refund of one, or an order otherwise than before. */
  async #marketActs(): Promise<void> {
    const marketplace = this.#random.pick(MARKETS)
    const provider = `${marketplace}-${this.#random.int(0, PROVIDERS - 1)}`
    await this.#platform.store.write(async (transaction) => {
      const orders = (await transaction.ofProvider('order', marketplace, provider)).filter(
        ({ kind }) => kind === 'new',
      )
      const known = orders.length === 0 ? null : this.#random.pick(orders)
      const roll = this.#random.int(0, 9)
      if (known === null || roll < 6) return transaction.put('order', this.#order(marketplace, provider))
      if (roll < 8) return transaction.put('order', this.#refund(known))
      const corrected = { ...known, version: known.version + 1, cash: known.cash + 100 }
      return transaction.put('order', corrected)
    })
  }

  #order(marketplace: string, providerId: string): Order {
    const id = this.#newId()
    const month = this.#random.pick(MONTHS)
    const day = String(this.#random.int(1, 28)).padStart(2, '0')
    return sampleOrder({
      ...{ id, marketplace, providerId, number: `N-${id}`, cash: this.#random.int(1, 500) * 1000 },
      paidAt: `${month}-${day}T02:00:00.000Z`,
      ...(marketplace === 'ksyun'
        ? { category: 'cloud-product', activatedAt: `${month}-${day}T02:00:00.000Z` }
        : {}),
    })
  }

  #refund(order: Order): Order {
    const id = this.#newId()
    const later = MONTHS.filter((month) => month >= order.paidAt.slice(0, 7))
    const paidAt = `${this.#random.pick(later)}-28T10:00:00.000Z`
    return {
      ...order,
      id,
      version: 1,
      number: `R-${id}`,
      kind: 'refund',
      refundOf: order.id,
      cash: -Math.max(1, Math.floor(order.cash / 3)),
      paidAt,
    }
  }

  /** What somebody may think of, by what lies there now; by the time it arrives it may lie otherwise. */
  async #choose(): Promise<(readonly [Account, Command])[]> {
    const { store } = this.#platform
    const marketplace = this.#random.pick(MARKETS)
    const month = this.#random.pick(MONTHS)
    const found = await store.named('settlementMonth', marketplace, month)
    const provider = `${marketplace}-${this.#random.int(0, PROVIDERS - 1)}`
    const statements = await store.ofProvider('settlementStatement', marketplace, provider)
    const roll = this.#random.int(0, 99)
    const one = async (type: CommandType, about: About, said: object) => [
      [this.#whoFor(type), await this.#command(type, about, said)] as const,
    ]
    if (roll < 25) return one('settlement.draft', found ?? this.#new(), { marketplace, month })
    if (roll < 40) {
      const said = {
        marketplace,
        month,
        providerId: provider,
        kind: 'penalty',
        amount: -this.#random.int(1, 900) * 100,
      }
      return one('settlement.adjust', this.#new(), { ...said, taxBasisPoints: null, reason: 'late again' })
    }
    if (roll < 80) return this.#commits(marketplace)
    const committed = statements.filter(({ status }) => status === 'committed')
    if (roll < 90) {
      const last = committed.toSorted((a, b) => (a.month < b.month ? 1 : -1))[
        this.#random.chance(0.8) ? 0 : 1
      ]
      return last === undefined ? [] : one('settlement.void', last, { reason: 'an order is missing' })
    }
    const requests = await store.ofProvider('payoutRequest', marketplace, provider)
    const open = requests.find(({ status }) => status !== 'cancelled' && this.#random.chance(0.6))
    if (open !== undefined) return one('payout.cancel', open, { reason: 'not this month' })
    const payable = committed.filter(() => this.#random.chance(0.6)).map((each) => each.month)
    const said = { providerId: provider, months: payable, reason: 'as agreed in the contract' }
    return payable.length === 0 ? [] : one('payout.request', this.#new(), said)
  }

  /** Somebody skips what is open of a month, mostly the first that is, and commits what she sees of its draft. */
  async #commits(marketplace: string): Promise<(readonly [Account, Command])[]> {
    const { store } = this.#platform
    const who = this.#whoFor('settlement.commit')
    const all = await store.namedBetween('settlementStatement', marketplace, { after: '', before: '~' }, 1000)
    const months = new Map<string, SettlementMonth>()
    for (const month of MONTHS) {
      const found = await store.named('settlementMonth', marketplace, month)
      if (found !== null) months.set(month, found)
    }
    const drafts = all
      .filter(({ status, month, draftId }) => status === 'draft' && months.get(month)?.draft?.id === draftId)
      .toSorted((one, other) => (one.month < other.month ? -1 : 1))
    const statement = this.#random.chance(0.7) ? drafts[0] : drafts.at(-1)
    const month = months.get(statement?.month ?? '')
    if (statement === undefined || month === undefined) return []
    const open = (month.draft?.checks ?? []).filter(({ count }) => count > 0).map(({ check }) => check)
    const check = open.length === 0 ? 'newer-orders' : this.#random.pick(open)
    if (this.#random.chance(0.5)) {
      const said = { check, reason: 'next month' }
      await this.#give(who, await this.#command('settlement.skip-check', month, said))
    }
    return [[who, await this.#command('settlement.commit', statement, { net: statement.totals.net })]]
  }

  /** Mostly somebody who may. */
  #whoFor(type: CommandType): Account {
    const may = PEOPLE.filter(({ roles }) => COMMANDS[type].roles.some((role) => roles.includes(role)))
    return this.#random.pick(this.#random.chance(0.95) ? may : PEOPLE)
  }

  /** Decisions arrive together, some twice; now and then the platform stops while they are on their way, and starts again. */
  async #arrive(commands: readonly (readonly [Account, Command])[]): Promise<void> {
    const doubled = commands.flatMap((each) => (this.#random.chance(0.2) ? [each, each] : [each]))
    const answers = doubled.map(([who, command]) => this.#give(who, command).catch(() => null))
    if (this.#random.chance(0.1)) {
      for (let left = this.#random.int(0, 40); left > 0; left -= 1) await setImmediate()
      await this.#restart()
      this.#count('stopped')
    }
    await Promise.all(answers)
    // Whoever got no answer asks again, with the same id.
    for (const [at, [who, command]] of doubled.entries()) {
      const [first, again] = [await answers[at], await this.#give(who, command)]
      if (
        first !== null &&
        first !== undefined &&
        first.kind !== 'later' &&
        JSON.stringify(first) !== JSON.stringify(again)
      )
        this.#unexpected.push(
          `${command.type} ${command.id} was answered ${first.kind} and then ${again.kind}`,
        )
      await this.#answered(command, again)
    }
  }

  async #answered(command: Command, outcome: Outcome): Promise<void> {
    this.#count(
      outcome.kind === 'rejected' ? outcome.code : outcome.kind === 'applied' ? command.type : outcome.kind,
    )
    const isNew = this.#committed.every(({ statement }) => statement.id !== command.recordId)
    if (command.type !== 'settlement.commit' || outcome.kind !== 'applied' || !isNew) return
    const { statements, lines } = await this.#records()
    const statement = statements.get(command.recordId)
    if (statement === undefined)
      return void this.#unexpected.push(`${command.recordId} was committed and is not there`)
    const own = [...lines.values()].filter(({ statementId }) => statementId === statement.id)
    this.#committed.push({ statement, lines: own })
  }

  async #give(who: Account, command: Command): Promise<Outcome> {
    this.#given.set(command.id, command)
    return executeCommand(this.#platform, who, command)
  }

  async #command(type: CommandType, { id, version }: About, said: object): Promise<Command> {
    const { about, seen } = COMMANDS[type]
    const record = seen === 'compared' ? await this.#platform.store.get(about, id) : null
    const on = { platform: this.#platform, transaction: this.#platform.store, at: this.#instant() }
    const seenDigest = record === null ? null : await seenOnRecord(on, about, record)
    return { id: this.#newId(), type, recordId: id, expectedVersion: version, seenDigest, arguments: said }
  }

  async #restart(): Promise<void> {
    await this.#platform.close()
    this.#platform = await createPlatform({
      dataDir: this.#folder,
      policies: this.#policies,
      clock: () => this.#now,
    })
  }

  async #records(): Promise<MonthRecords> {
    return {
      statements: await platformRecords<Statement>(this.#platform, 'settlementStatement'),
      lines: await platformRecords<Line>(this.#platform, 'settlementLine'),
      adjustments: await platformRecords<Adjustment>(this.#platform, 'settlementAdjustment'),
      orders: await platformRecords(this.#platform, 'order'),
    }
  }

  #new(): About {
    return { id: this.#newId(), version: 0 }
  }

  #newId(): string {
    return ulid(this.#now, this.#random.next)
  }

  #instant(): string {
    return new Date(this.#now).toISOString()
  }

  #count(what: string): void {
    this.#counts[what] = (this.#counts[what] ?? 0) + 1
  }
}

function isAudited(type: CommandType): type is Applied['type'] {
  return ['settlement.commit', 'settlement.void', 'payout.request', 'payout.cancel'].includes(type)
}
