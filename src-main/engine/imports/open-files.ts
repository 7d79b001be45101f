import { monotonicFactory } from 'ulid'
import type { QueryContext } from '../queries/query-context.ts'
import { RecordMissing } from '../queries/record-missing.ts'
import type { Clock, Random } from '../time/clock.ts'
import { Timer } from '../time/timer.ts'
import type { Workspace } from '../workspace.ts'

/** Each is a thread with the whole file; one more gives up the one nobody asked about for longest. */
const OPEN_FILES = 4
/** Given up when nobody asks about it any more: the page was closed. */
const IDLE_MS = 30 * 60_000

export interface ImportSetting {
  readonly clock: Clock
  readonly random: Random
}

interface Kept<File> {
  readonly workspace: Workspace
  readonly opened: File
  readonly idle: Timer
}

/** The files of one person on their way in. Nothing of them is on disk before they are applied. */
export class OpenFiles<File extends { close(): Promise<void> }> {
  readonly #setting: ImportSetting
  readonly #newId: (now: number) => string
  /** Last asked about last. */
  readonly #open = new Map<string, Kept<File>>()

  constructor(setting: ImportSetting) {
    this.#setting = setting
    this.#newId = monotonicFactory(setting.random)
  }

  /** Keeps a new file; answers the id it is asked about by. */
  async keep({ workspace }: QueryContext, make: (id: string) => File): Promise<string> {
    const [eldest] = this.#open.keys()
    if (this.#open.size >= OPEN_FILES && eldest !== undefined) await this.cancel(eldest)
    const id = this.#newId(this.#setting.clock.now())
    const idle = new Timer(this.#setting.clock, () => void this.cancel(id))
    this.#open.set(id, { workspace, opened: make(id), idle })
    idle.in(IDLE_MS)
    return id
  }

  /** @throws RecordMissing where it was given up, or never begun. */
  find({ workspace }: QueryContext, id: string): File {
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
