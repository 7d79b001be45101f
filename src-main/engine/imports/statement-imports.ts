import { monotonicFactory } from 'ulid'
import type { ColumnMapping } from '#shared/bank-statements/mapping.ts'
import { MAX_STATEMENT_BYTES } from '#shared/bank-statements/read-statement.ts'
import type { ImportProgress } from '#shared/contracts/console-engine/bank-imports.ts'
import type { Acceptable } from '#shared/contracts/console-platform/records/bank-statement.ts'
import type { Engine } from '../engine.ts'
import type { QueryContext } from '../queries/query-context.ts'
import { RecordMissing } from '../queries/record-missing.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { instantAfter } from '../time/instant.ts'
import { Timer } from '../time/timer.ts'
import type { Workspace } from '../workspace.ts'
import { keepMapping, listMappings } from './column-mappings.ts'
import { ImportRefused } from './import-refused.ts'
import { type ImportSetting, OpenImport } from './open-import.ts'

/** Each is a thread with the whole file; one more gives up the one nobody asked about for longest. */
const OPEN_IMPORTS = 4
/** Given up when nobody asks about it any more: the page was closed. */
const IDLE_MS = 30 * 60_000

interface Kept {
  readonly workspace: Workspace
  readonly opened: OpenImport
  readonly idle: Timer
}

/** The files of one person on their way in. Nothing of them is on disk before they are applied. */
export class StatementImports {
  readonly #setting: ImportSetting
  readonly #newId: (now: number) => string
  /** Last asked about last. */
  readonly #open = new Map<string, Kept>()

  constructor(setting: ImportSetting) {
    this.#setting = setting
    this.#newId = monotonicFactory(setting.random)
  }

  /** Begins a file of so many bytes; its pieces follow. @throws ImportRefused `too-large` */
  async begin({ workspace }: QueryContext, fileName: string, bytes: number): Promise<string> {
    if (bytes > MAX_STATEMENT_BYTES) {
      const most = MAX_STATEMENT_BYTES / 1024 / 1024
      throw new ImportRefused('too-large', `more than ${most} MiB: ask the bank for a shorter period`)
    }
    const [eldest] = this.#open.keys()
    if (this.#open.size >= OPEN_IMPORTS && eldest !== undefined) await this.cancel(eldest)
    const id = this.#newId(this.#setting.clock.now())
    const idle = new Timer(this.#setting.clock, () => void this.cancel(id))
    this.#open.set(id, { workspace, opened: new OpenImport(id, fileName, bytes, this.#setting), idle })
    idle.in(IDLE_MS)
    return id
  }

  add(context: QueryContext, id: string, base64: string): ImportProgress {
    // A copy of its own: small buffers share their memory, and this one moves to the thread.
    return this.find(context, id).add(new Uint8Array(Buffer.from(base64, 'base64')))
  }

  read(context: QueryContext, id: string): AsyncGenerator<ImportProgress, void> {
    return this.find(context, id).read(context, mappingsOf(context))
  }

  /** Keeps a mapping and reads the file again with it; answers the signature it is found by. */
  map(context: QueryContext, id: string, mapping: ColumnMapping): string {
    const opened = this.find(context, id)
    const signature = keepMapping(context.workspace.journal, mapping, instantAfter(this.#setting.clock))
    opened.readAgain(context, mappingsOf(context))
    return signature
  }

  /** Applies a section; when nothing is left of the file it is closed. */
  async apply(
    context: QueryContext,
    id: string,
    section: number,
    accepted: readonly Acceptable[],
    matchAutomatically: boolean,
  ): Promise<OutboxRow> {
    const opened = this.find(context, id)
    const row = await opened.apply(context, section, accepted, matchAutomatically)
    if (opened.isDone()) await this.cancel(id)
    return row
  }

  /** @throws RecordMissing where it was given up, or never begun. */
  find({ workspace }: QueryContext, id: string): OpenImport {
    const kept = this.#open.get(id)
    if (kept?.workspace !== workspace) throw new RecordMissing('import', id)
    this.#open.delete(id)
    this.#open.set(id, kept)
    kept.idle.in(IDLE_MS)
    return kept.opened
  }

  /** Forgets a file; false where it is forgotten already. */
  async cancel(id: string): Promise<boolean> {
    const kept = this.#open.get(id)
    this.#open.delete(id)
    kept?.idle.cancel()
    await kept?.opened.close()
    return kept !== undefined
  }

  /** Gives up what is not of this workspace: somebody signed out. */
  async keepOnly(workspace: Workspace | null): Promise<void> {
    const others = [...this.#open].filter(([, kept]) => kept.workspace !== workspace)
    await Promise.all(others.map(([id]) => this.cancel(id)))
  }
}

function mappingsOf({ workspace }: QueryContext): ColumnMapping[] {
  return listMappings(workspace.journal).map(({ mapping }) => mapping)
}

/** The imports of an engine; those of somebody who signs out are given up. */
export function openImports(engine: Pick<Engine, 'clock' | 'events' | 'workspace'>, random = Math.random) {
  const imports = new StatementImports({ clock: engine.clock, random })
  engine.events.subscribe(({ kind }) => {
    if (kind === 'session') void imports.keepOnly(engine.workspace())
  })
  return imports
}
