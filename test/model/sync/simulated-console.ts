import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '#main/engine/engine.ts'
import { DecisionNotAllowed, DecisionRefused } from '#main/engine/outbox/decision-refused.ts'
import { startEngine } from '#main/engine/start-engine.ts'
import type { OutboxRow } from '#main/engine/storage/journal/schema.ts'
import type { StorageStep } from '#main/engine/storage/storage-steps.ts'
import { DEMO_PASSWORD } from '#platform/demo/demo-accounts.ts'
import type { SeededRandom } from '#platform/demo/seeded-random.ts'
import type { ShippedPolicies } from '#shared/rules/in-force/policies.ts'
import type { ManualClock } from '#test/integration/engine/harness/manual-clock.ts'
import type { SimulatedNetwork } from './simulated-network.ts'

/** Milliseconds: unpacking takes a few. */
const UNPACKING_TRIES = 20_000
const PLATFORM_URL = 'http://platform.test'
/** States of its copy in which the platform answers. */
const ANSWERED: readonly string[] = ['live', 'pulling', 'snapshot']

class PowerCut extends Error {
  override readonly name = 'PowerCut'
}

/** One computer at the desk: its disk survives, its program may stop at any storage step. */
export class SimulatedConsole {
  readonly email: string
  /** Between 0 and 1: how likely each storage step is the last. */
  crashChance = 0
  /** Where it stopped last, to be told with a failing seed. */
  readonly crashes: string[] = []
  readonly #folder: string
  readonly #clock: ManualClock
  readonly #random: SeededRandom
  readonly #network: SimulatedNetwork
  readonly #policies: ShippedPolicies
  readonly #secrets = new Map<string, string>()
  #skewMs = 0
  #life = 0
  #dead = false
  #engine: Engine | null = null
  readonly unexpected: unknown[] = []
  readonly #unpacked = new Set<string>()

  private constructor(
    email: string,
    folder: string,
    clock: ManualClock,
    random: SeededRandom,
    network: SimulatedNetwork,
    policies: ShippedPolicies,
  ) {
    this.email = email
    this.#folder = folder
    this.#clock = clock
    this.#random = random
    this.#network = network
    this.#policies = policies
  }

  static async install(
    email: string,
    clock: ManualClock,
    random: SeededRandom,
    network: SimulatedNetwork,
    policies: ShippedPolicies,
  ): Promise<SimulatedConsole> {
    const folder = await mkdtemp(join(tmpdir(), 'marketdesk-model-'))
    return new SimulatedConsole(email, folder, clock, random, network, policies)
  }

  get engine(): Engine {
    if (this.#engine === null) throw new Error(`${this.email} is switched off`)
    return this.#engine
  }

  get isOn(): boolean {
    return this.#engine !== null && !this.#dead
  }

  get hasCrashed(): boolean {
    return this.#dead
  }

  jumpClock(milliseconds: number): void {
    this.#skewMs += milliseconds
  }

  async switchOn(): Promise<void> {
    const life = ++this.#life
    this.#unpacked.clear()
    this.#dead = false
    const alive = () => life === this.#life && !this.#dead
    const secrets = this.#secrets
    try {
      this.#engine = await startEngine({
        platformUrl: PLATFORM_URL,
        dataFolder: this.#folder,
        version: '0.0.0',
        device: this.email,
        policies: this.#policies,
        keys: { databaseKey: async () => new Uint8Array(32).fill(7) },
        secrets: {
          get: async (name) => secrets.get(name) ?? null,
          put: async (name, value) => void (alive() && secrets.set(name, value)),
          delete: async (name) => void (alive() && secrets.delete(name)),
        },
        report: (error) => alive() && !(error instanceof PowerCut) && this.unexpected.push(error),
        fetcher: this.#network.fetcherFor(alive),
        clock: {
          now: () => this.#clock.now() + this.#skewMs,
          after: (milliseconds, run) => this.#clock.after(milliseconds, () => void (alive() && run())),
        },
        random: this.#random.next,
        onStep: (step, when) => this.#step(alive, step, when),
      })
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error
    }
  }

  /** Pulls the plug: nothing that runs on may write any more. */
  async switchOff(): Promise<void> {
    this.#dead = true
    const engine = this.#engine
    this.#engine = null
    await engine?.close().catch(() => undefined)
  }

  async signIn(): Promise<boolean> {
    try {
      await this.engine.session.signIn(this.email, DEMO_PASSWORD)
      return true
    } catch {
      return false
    }
  }

  /** Every decision this console still knows of, in the order of deciding. */
  kept(): readonly OutboxRow[] {
    const outbox = this.#engine?.workspace()?.outbox
    return outbox ? [...outbox.waiting(), ...outbox.returned()].sort((a, b) => a.sequence - b.sequence) : []
  }

  /** Whether it knows that the platform does not answer. */
  get isCutOff(): boolean {
    const state = this.#engine?.workspace()?.sync.status().state
    return state !== undefined && !ANSWERED.includes(state)
  }

  /** Refusals are part of the work and a pulled plug is wanted; anything else is a fault. Answers why it was refused. */
  failed(error: unknown): string | null {
    if (error instanceof DecisionRefused) return error.code
    const isExpected = error instanceof PowerCut || error instanceof DecisionNotAllowed
    if (!isExpected) this.unexpected.push(error)
    return null
  }

  /** Lines of imports on their way are unpacked beside everything else: waits until they are there to be seen. */
  async pendingLinesShown(): Promise<void> {
    for (let tries = 0; this.#isUnpacking(); tries += 1) {
      if (tries === UNPACKING_TRIES) throw new Error(`${this.email} does not see the lines of her import`)
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  }

  #isUnpacking(): boolean {
    const workspace = this.isOn ? this.#engine?.workspace() : null
    if (!workspace) return false
    const { sql } = workspace.cache
    return workspace.outbox.waiting().some(({ id, type, state, recordId, arguments: said }) => {
      if (type !== 'bank.import-statement' || state === 'acknowledged' || this.#unpacked.has(id)) return false
      const { statement } = JSON.parse(said) as { statement: { id: string } }
      const has = (table: string, column: string, value: string) =>
        sql.prepare(`SELECT 1 FROM ${table} WHERE ${column} = ?`).get(value) !== undefined
      if (!has('bank_account', 'id', recordId)) return false
      const isThere = ['imported_bank_line', 'bank_line'].some((table) =>
        has(table, 'statementId', statement.id),
      )
      if (!isThere) return true
      this.#unpacked.add(id)
      return false
    })
  }

  async scrap(): Promise<void> {
    await this.switchOff()
    await rm(this.#folder, { recursive: true, force: true })
  }

  #step(alive: () => boolean, step: StorageStep, when: 'before' | 'after'): void {
    if (!alive()) throw new PowerCut(step)
    if (this.crashChance > 0 && this.#random.chance(this.crashChance)) {
      this.#dead = true
      this.crashes.push(`${when} ${step}`)
      throw new PowerCut(step)
    }
  }
}
