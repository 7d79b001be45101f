import { createHash } from 'node:crypto'
import type { RunningPlatform } from '#platform/start-platform.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { type LogEntry, platformRecords, wholeLog } from './platform-books.ts'
import type { SimulatedConsole } from './simulated-console.ts'

/** A decision with what it said, in the order in which the platform applied it. */
export interface AppliedDecision {
  readonly commandId: string
  readonly type: string
  readonly recordId: string
  /** The account of who took it. */
  readonly actor: string
  readonly arguments: string
}

/** What of a world is gone through. */
export interface Audited {
  /** Kinds a role is sent, by the specification and not by the program's table. */
  readonly sentTo: Readonly<Record<string, readonly RecordKind[]>>
  /** What lies over the confirmed records while decisions are on their way. */
  readonly overlays: readonly string[]
  /** Kinds whose records move by exactly one version for each step of their history. */
  readonly stepwise: readonly RecordKind[]
  /** Records that left again: decisions about them may have come too late. */
  readonly left: (applied: readonly AppliedDecision[]) => ReadonlySet<string>
  /** What is wrong with what the decisions came to. */
  readonly books: (
    platform: RunningPlatform,
    log: readonly LogEntry[],
    applied: readonly AppliedDecision[],
  ) => Promise<string[]>
  /** What else happened, each as often as it is named. */
  readonly happened: (applied: readonly AppliedDecision[]) => readonly string[]
}

/** What a person did, as far as she knows: the decision is stored, taken back or thrown out of the inbox. */
export interface Intent {
  readonly commandId: string
  readonly by: string
  readonly actor: string
  readonly recordId: string
  readonly type: string
  readonly arguments: string
  /** The version that was on her screen. */
  readonly seenVersion: number
  /** Order of deciding at that console. */
  readonly order: number
  fate: 'stored' | 'undone' | 'discarded'
}

/** A decision as the journal of a console has it. */
interface Stored {
  readonly id: string
  readonly actor: string
  readonly recordId: string
  readonly type: string
  readonly arguments: string
  readonly expectedVersion: number
}

/** What lets money go, which nobody decides while the platform does not answer. */
const NEVER_OFFLINE = ['payout.approve', 'payout.batch', 'deposit.approve-refund']
const PERSONAL: Readonly<Record<string, readonly string[]>> = {
  provider: ['uscc', 'residentId', 'contact', 'documents'],
  subscription: ['phone', 'email'],
  contact: ['callerPhone', 'callerEmail'],
  interfaceCall: ['userName'],
  meteredBill: ['userName'],
  notice: ['recipient'],
}

/**
 * Knows the rules and nothing of how the engine keeps them. It remembers what people did, reads the platform's
 * record and each console's copy by itself, and says in words what is wrong.
 */
export class Auditor {
  readonly #intents = new Map<string, Intent>()
  readonly #audited: Audited
  readonly #refusals: string[] = []
  readonly #complaints: string[] = []
  #orders = 0

  constructor(audited: Audited) {
    this.#audited = audited
  }

  get count(): number {
    return this.#intents.size
  }

  /** `isCutOff`: the console knew that the platform did not answer. */
  decided(by: string, row: Stored, isCutOff = false): void {
    if (this.#intents.has(row.id)) return
    if (isCutOff && NEVER_OFFLINE.includes(row.type))
      this.#complaints.push(`${row.type} was taken by ${by} while the platform did not answer`)
    const { id: commandId, actor, recordId, type, arguments: said, expectedVersion: seenVersion } = row
    this.#intents.set(commandId, {
      commandId,
      by,
      actor,
      recordId,
      type,
      arguments: said,
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

  /** A decision that was not even stored, by the name of why. */
  refused(why: string | null): void {
    if (why !== null) this.#refusals.push(why)
  }

  /** After a crash in the middle of deciding, the journal says whether the decision was made. */
  foundAfterCrash(console: SimulatedConsole): void {
    for (const row of console.kept()) this.decided(console.email, row)
  }

  /** Everything that is not as it must be once the network is whole and all is quiet. */
  async complaints(
    platform: RunningPlatform,
    consoles: readonly SimulatedConsole[],
    rolesOf: (email: string) => readonly string[],
  ): Promise<string[]> {
    const log = await wholeLog(platform)
    return [
      ...this.#complaints,
      ...chainComplaints(log),
      ...this.#effectComplaints(log),
      ...(await this.#fateComplaints(platform, log, consoles)),
      ...(await copyComplaints(this.#audited, platform, consoles, rolesOf)),
      ...(await versionComplaints(this.#audited, platform, log)),
      ...(await this.#audited.books(platform, log, this.#applied(log))),
    ]
  }

  /** How often each kind of decision was applied, and each other outcome given: a quiet world proves nothing. */
  async tally(platform: RunningPlatform): Promise<Record<string, number>> {
    const counts: Record<string, number> = {}
    const count = (name: string) => {
      counts[name] = (counts[name] ?? 0) + 1
    }
    const applied = this.#applied(await wholeLog(platform))
    for (const { type } of applied) count(type)
    for (const what of this.#audited.happened(applied)) count(what)
    for (const why of this.#refusals) count(`at once ${why}`)
    for (const { commandId } of this.#intents.values()) {
      const kept = await platform.store.outcome(commandId)
      if (kept?.outcome.kind === 'rejected') count(kept.outcome.code)
      else if (kept !== null && kept.outcome.kind !== 'applied') count(kept.outcome.kind)
    }
    return counts
  }

  /** What the log says was done, in its order, with what was said when it was decided. */
  #applied(log: readonly LogEntry[]): AppliedDecision[] {
    return log.flatMap(({ commandId, recordId }) => {
      const intent = this.#intents.get(commandId ?? '')
      return intent === undefined || intent.recordId !== recordId ? [] : [intent]
    })
  }

  #fate(commandId: string, fate: Intent['fate']): void {
    const intent = this.#intents.get(commandId)
    if (intent) intent.fate = fate
  }

  /** Applied at most once, only what somebody decided, and in the order of deciding. */
  #effectComplaints(log: readonly LogEntry[]): string[] {
    const complaints: string[] = []
    const last = new Map<string, number>()
    const seen = new Set<string>()
    for (const { commandId } of log) {
      if (commandId !== null && !this.#intents.has(commandId))
        complaints.push(`the platform applied ${commandId}, which nobody decided`)
    }
    for (const { commandId } of this.#applied(log)) {
      const intent = this.#intents.get(commandId)
      if (intent === undefined) continue
      if (seen.has(intent.commandId)) complaints.push(`${intent.commandId} was applied twice`)
      seen.add(intent.commandId)
      if (intent.fate !== 'stored') complaints.push(`${intent.commandId} was ${intent.fate} and yet applied`)
      const lane = `${intent.by} ${intent.recordId}`
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
    const left = this.#audited.left(this.#applied(log))
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
      // But for what left again nothing is removed: what is not there yet is on its way from the same console.
      const isUnknown = kept?.outcome.kind === 'rejected' && kept.outcome.code === 'unknown-record'
      if (isUnknown && !left.has(intent.recordId))
        complaints.push(`${intent.commandId} (${intent.type}) was sent before what it rests on`)
      const inPlace = applied.has(intent.commandId) || kept?.outcome.kind === 'already-applied'
      if (inPlace && returned.has(intent.commandId))
        complaints.push(`${intent.commandId} was applied and also returned`)
      if (!inPlace && !returned.has(intent.commandId))
        complaints.push(`${intent.commandId} of ${intent.by} was dropped`)
    }
    return complaints
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

interface Versioned {
  readonly version: number
  readonly history: readonly unknown[]
}

/** Each record that is decided about moved by exactly one version for each entry of the log about it. */
async function versionComplaints(
  { stepwise }: Audited,
  platform: RunningPlatform,
  log: readonly LogEntry[],
): Promise<string[]> {
  const complaints: string[] = []
  for (const kind of stepwise) {
    for (const [id, { version, history }] of await platformRecords<Versioned>(platform, kind)) {
      const moves = log.filter((entry) => entry.recordId === id && entry.commandId !== null).length
      if (version !== history.length)
        complaints.push(`${kind} ${id} has version ${version} after ${history.length} steps`)
      if (moves > history.length) complaints.push(`${kind} ${id} has more effects than steps`)
    }
  }
  return complaints
}

/** Every console equals the platform, cut to its role, row by row. */
async function copyComplaints(
  { sentTo, overlays }: Audited,
  platform: RunningPlatform,
  consoles: readonly SimulatedConsole[],
  rolesOf: (email: string) => readonly string[],
): Promise<string[]> {
  const complaints: string[] = []
  const kinds = new Set(Object.values(sentTo).flat())
  for (const console of consoles) {
    const sql = console.engine.workspace()?.cache.sql
    if (sql === undefined) {
      complaints.push(`${console.email} has no cache though all is quiet`)
      continue
    }
    const roles = rolesOf(console.email)
    for (const kind of kinds) {
      const sent = roles.some((role) => sentTo[role]?.includes(kind))
      const theirs = sent ? await platformRecords(platform, kind) : new Map<string, unknown>()
      const rows = sql.prepare(`SELECT id, version, body FROM ${tableOf(kind)}`).all() as {
        id: string
        body: string
      }[]
      if (rows.length !== theirs.size) {
        complaints.push(`${console.email} (${roles}) has ${rows.length} of ${theirs.size} ${kind} records`)
      }
      const personal = roles.every((role) => role === 'support') ? (PERSONAL[kind] ?? []) : []
      for (const row of rows) {
        const expected = theirs.get(row.id)
        const untold = kind === 'notice' ? untoldTo(roles, expected, sentTo) : []
        const isOurs = digest(JSON.parse(row.body)) === digest(without(expected, [...personal, ...untold]))
        if (!isOurs) complaints.push(`${console.email}: ${kind} ${row.id} differs`)
      }
    }
    for (const table of overlays) {
      const left = sql.prepare(`SELECT count(*) AS rows FROM temp.${table}`).get() as { rows: number }
      if (left.rows > 0) complaints.push(`${console.email} still shows ${left.rows} rows of ${table}`)
    }
  }
  return complaints
}

/** What of a notice a role does not get: all that is said in one about a record that it does not receive. */
function untoldTo(roles: readonly string[], notice: unknown, sentTo: Audited['sentTo']): string[] {
  const { about } = notice as { readonly about: { readonly kind: RecordKind } }
  return roles.some((role) => sentTo[role]?.includes(about.kind)) ? [] : ['said']
}

function tableOf(kind: RecordKind): string {
  return kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function without(record: unknown, fields: readonly string[]): unknown {
  return { ...(record as object), ...Object.fromEntries(fields.map((field) => [field, null])) }
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
