import { createHash } from 'node:crypto'
import type { RunningPlatform } from '#platform/start-platform.ts'
import type { SimulatedConsole } from './simulated-console.ts'

/** What a person did, as far as she knows: the decision is stored, taken back or thrown out of the inbox. */
export interface Intent {
  readonly commandId: string
  readonly by: string
  readonly recordId: string
  /** The version that was on her screen. */
  readonly seenVersion: number
  /** Order of deciding at that console. */
  readonly order: number
  fate: 'stored' | 'undone' | 'discarded'
}

/** Kinds a role is sent, by the specification and not by the program's table. */
const SENT_TO: Readonly<Record<string, readonly string[]>> = {
  ops: ['operator', 'provider', 'application', 'listing', 'listingVersion', 'depositObligation'],
  'ops-manager': ['operator', 'provider', 'application', 'listing', 'listingVersion', 'depositObligation'],
  support: ['operator', 'provider', 'listing', 'listingVersion'],
}
const TABLES: Readonly<Record<string, string>> = {
  operator: 'operator',
  provider: 'provider',
  application: 'application',
  listing: 'listing',
  listingVersion: 'listing_version',
  depositObligation: 'deposit_obligation',
}
const KINDS = [
  'operator',
  'provider',
  'application',
  'listing',
  'listingVersion',
  'depositObligation',
] as const
const DECIDED = new Set(['application', 'listingVersion'])
const PERSONAL = ['uscc', 'residentId', 'contact'] as const

/**
 * Knows the rules and nothing of how the engine keeps them. It remembers what people did, reads the platform's
 * record and each console's copy by itself, and says in words what is wrong.
 */
export class Auditor {
  readonly #intents = new Map<string, Intent>()
  #orders = 0

  get count(): number {
    return this.#intents.size
  }

  decided(by: string, row: { id: string; recordId: string; expectedVersion: number }): void {
    if (this.#intents.has(row.id)) return
    const { id: commandId, recordId, expectedVersion: seenVersion } = row
    this.#intents.set(commandId, {
      commandId,
      by,
      recordId,
      seenVersion,
      order: this.#orders++,
      fate: 'stored',
    })
  }

  tookBack(commandId: string): void {
    this.#fate(commandId, 'undone')
  }

  threwOut(commandId: string): void {
    this.#fate(commandId, 'discarded')
  }

  /** After a crash in the middle of deciding, the journal says whether the decision was made. */
  foundAfterCrash(console: SimulatedConsole): void {
    for (const row of console.kept()) this.decided(console.email, row)
  }

  /** Everything that is not as it must be once the network is whole and all is quiet. */
  async complaints(
    platform: RunningPlatform,
    consoles: readonly SimulatedConsole[],
    rolesOf: (email: string) => string,
  ): Promise<string[]> {
    const log = await wholeLog(platform)
    return [
      ...chainComplaints(log),
      ...this.#effectComplaints(log),
      ...(await this.#fateComplaints(platform, log, consoles)),
      ...(await copyComplaints(platform, consoles, rolesOf)),
      ...(await versionComplaints(platform, log)),
    ]
  }

  #fate(commandId: string, fate: Intent['fate']): void {
    const intent = this.#intents.get(commandId)
    if (intent) intent.fate = fate
  }

  /** Applied at most once, only what somebody decided, and in the order of deciding. */
  #effectComplaints(log: readonly LogEntry[]): string[] {
    const complaints: string[] = []
    const effects = log.filter((entry) => entry.commandId !== null && DECIDED.has(entry.recordKind ?? ''))
    const last = new Map<string, number>()
    const seen = new Set<string>()
    for (const { commandId, recordId } of effects) {
      const intent = this.#intents.get(commandId ?? '')
      if (intent === undefined) {
        complaints.push(`the platform applied ${commandId}, which nobody decided`)
        continue
      }
      if (seen.has(intent.commandId)) complaints.push(`${intent.commandId} was applied twice`)
      seen.add(intent.commandId)
      if (intent.fate !== 'stored') complaints.push(`${intent.commandId} was ${intent.fate} and yet applied`)
      const lane = `${intent.by} ${recordId}`
      if ((last.get(lane) ?? -1) > intent.order)
        complaints.push(`${intent.commandId} overtook an earlier decision`)
      last.set(lane, intent.order)
    }
    return complaints
  }

  /** No decision is dropped: it is applied, or it lies in the inbox of the one who took it. */
  async #fateComplaints(
    platform: RunningPlatform,
    log: readonly LogEntry[],
    consoles: readonly SimulatedConsole[],
  ): Promise<string[]> {
    const applied = new Set(log.map((entry) => entry.commandId))
    const returned = new Set<string>()
    const complaints: string[] = []
    for (const console of consoles) {
      for (const row of console.kept()) {
        if (row.state === 'returned') returned.add(row.id)
        else complaints.push(`${console.email} still holds ${row.id} as ${row.state} though all is quiet`)
      }
    }
    for (const intent of this.#intents.values()) {
      if (intent.fate !== 'stored') continue
      const kept = await platform.store.outcome(intent.commandId)
      if (kept?.outcome.kind === 'applied' && kept.outcome.version !== intent.seenVersion + 1) {
        complaints.push(`${intent.commandId} was applied to a version nobody had seen`)
      }
      const inPlace = applied.has(intent.commandId) || kept?.outcome.kind === 'already-applied'
      if (inPlace && returned.has(intent.commandId))
        complaints.push(`${intent.commandId} was applied and also returned`)
      if (!inPlace && !returned.has(intent.commandId))
        complaints.push(`${intent.commandId} of ${intent.by} was dropped`)
    }
    return complaints
  }
}

interface LogEntry {
  readonly sequence: number
  readonly commandId: string | null
  readonly recordKind: string | null
  readonly recordId: string | null
  readonly action: string
  readonly previousHash: string
  readonly hash: string
}

async function wholeLog(platform: RunningPlatform): Promise<LogEntry[]> {
  const log: LogEntry[] = []
  for (;;) {
    const page = await platform.store.auditAfter(log.at(-1)?.sequence ?? 0, 1000)
    log.push(...page)
    if (page.length < 1000) return log
  }
}

function chainComplaints(log: readonly LogEntry[]): string[] {
  return log.flatMap((entry, at) => {
    const before = log[at - 1]
    if (before === undefined) return []
    if (entry.sequence !== before.sequence + 1)
      return [`the audit log lacks an entry before ${entry.sequence}`]
    return entry.previousHash === before.hash
      ? []
      : [`audit entry ${entry.sequence} does not follow its predecessor`]
  })
}

/** Each record that is decided about moved by exactly one version for each entry of the log about it. */
async function versionComplaints(platform: RunningPlatform, log: readonly LogEntry[]): Promise<string[]> {
  const complaints: string[] = []
  for (const kind of ['application', 'listingVersion', 'depositObligation'] as const) {
    for (const [id, { body }] of await platformRecords(platform, kind)) {
      const moves = log.filter((entry) => entry.recordId === id && entry.commandId !== null).length
      const { version, history } = body as { version: number; history: unknown[] }
      if (version !== history.length)
        complaints.push(`${kind} ${id} has version ${version} after ${history.length} steps`)
      if (moves > history.length) complaints.push(`${kind} ${id} has more effects than steps`)
    }
  }
  return complaints
}

/** Every console equals the platform, cut to its role, row by row. */
async function copyComplaints(
  platform: RunningPlatform,
  consoles: readonly SimulatedConsole[],
  rolesOf: (email: string) => string,
): Promise<string[]> {
  const complaints: string[] = []
  for (const console of consoles) {
    const sql = console.engine.workspace()?.cache.sql
    if (sql === undefined) {
      complaints.push(`${console.email} has no cache though all is quiet`)
      continue
    }
    const role = rolesOf(console.email)
    for (const kind of KINDS) {
      const sent = SENT_TO[role]?.includes(kind) ?? false
      const theirs = sent ? await platformRecords(platform, kind) : new Map<string, { body: unknown }>()
      const rows = sql.prepare(`SELECT id, version, body FROM ${TABLES[kind]}`).all() as {
        id: string
        body: string
      }[]
      if (rows.length !== theirs.size) {
        complaints.push(`${console.email} (${role}) has ${rows.length} of ${theirs.size} ${kind} records`)
      }
      for (const row of rows) {
        const expected = theirs.get(row.id)?.body
        const cut = kind === 'provider' && role === 'support' ? withoutPersonalData(expected) : expected
        if (digest(JSON.parse(row.body)) !== digest(cut))
          complaints.push(`${console.email}: ${kind} ${row.id} differs`)
      }
    }
  }
  return complaints
}

async function platformRecords(
  platform: RunningPlatform,
  kind: (typeof KINDS)[number],
): Promise<Map<string, { body: unknown }>> {
  const records = new Map<string, { body: unknown }>()
  for (let after = ''; ; ) {
    const page = await platform.store.snapshotRows(kind, after, 1000)
    const rows = JSON.parse(`[${Buffer.from(page.json).toString('utf8')}]`) as [string, ...unknown[]][]
    for (const row of rows) records.set(row[0], { body: JSON.parse(String(row.at(-1))) })
    if (page.next === null) return records
    after = page.next
  }
}

function withoutPersonalData(record: unknown): unknown {
  return { ...(record as object), ...Object.fromEntries(PERSONAL.map((field) => [field, null])) }
}

function digest(value: unknown): string {
  return createHash('sha256').update(sorted(value)).digest('hex')
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
