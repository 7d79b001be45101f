import type { ColumnMapping } from '#shared/bank-statements/mapping.ts'
import type { ImportPreview, ImportProgress } from '#shared/contracts/console-engine/bank-imports.ts'

export type ReadPreview = Extract<ImportPreview, { kind: 'read' }>
/** `importId` is null where the engine never saw the file. */
export type Refusal = Pick<Extract<ImportPreview, { kind: 'refused' }>, 'reason' | 'candidates'> & {
  readonly importId: string | null
}

/** Where the file at hand stands. `applied`: for each section that was submitted the number of its new lines. */
export type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly file: File; readonly progress: ImportProgress }
  | {
      readonly kind: 'read'
      readonly file: File
      readonly preview: ReadPreview
      readonly applied: ReadonlyMap<number, number>
    }
  | { readonly kind: 'refused'; readonly file: File; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly file: File; readonly error: unknown }

/** The first section that waits for a decision; -1 where none does. */
export function openSection({ preview, applied }: Extract<Stage, { kind: 'read' }>): number {
  return preview.sections.findIndex(({ index, barred }) => barred !== 'nothing-new' && !applied.has(index))
}

export interface ImportsState {
  readonly stage: Stage
  /** Files that wait for their turn. */
  readonly waiting: readonly File[]
}

export interface Reading {
  readonly signal: AbortSignal
  readonly onProgress: (progress: ImportProgress) => void
}

/** Who reads files: the engine, see read-file.ts. */
export interface FileReading {
  readonly readFile: (file: File, reading: Reading) => Promise<ImportPreview>
  readonly readMapped: (importId: string, mapping: ColumnMapping, reading: Reading) => Promise<ImportPreview>
  readonly preview: (importId: string) => Promise<ImportPreview>
  readonly giveUp: (importId: string) => void
}

/** Most files that may wait: more at once are dropped by mistake, like a whole folder. */
const WAITING_LIMIT = 50

/** Takes files one after the other; the one at hand is given up where it was not imported. */
export class FileImports {
  #state: ImportsState = { stage: { kind: 'idle' }, waiting: [] }
  #reading = new AbortController()
  readonly #reader: FileReading
  readonly #listeners = new Set<() => void>()

  constructor(reader: FileReading) {
    this.#reader = reader
  }

  get state(): ImportsState {
    return this.#state
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Files a person gave: the first is read at once unless another one waits for her decision. */
  give(files: readonly File[]): void {
    this.#set({ waiting: [...this.#state.waiting, ...files].slice(0, WAITING_LIMIT) })
    if (!this.#isBusy()) this.next()
  }

  /** Gives up the file at hand and goes on with the next one. */
  next(): void {
    this.#drop()
    const [file, ...waiting] = this.#state.waiting
    this.#set({ stage: { kind: 'idle' }, waiting })
    if (file !== undefined) void this.#read(file, (reading) => this.#reader.readFile(file, reading))
  }

  /** Reads the file at hand from its start. */
  again(): void {
    const { stage } = this.#state
    if (stage.kind === 'idle') return
    this.#drop()
    void this.#read(stage.file, (reading) => this.#reader.readFile(stage.file, reading))
  }

  /** Reads the file at hand by the columns a person named. */
  map(importId: string, mapping: ColumnMapping): void {
    const { stage } = this.#state
    if (stage.kind !== 'refused') return
    void this.#read(stage.file, (reading) => this.#reader.readMapped(importId, mapping, reading))
  }

  /** The preview changed: another account was chosen. */
  revise(preview: ImportPreview): void {
    const { stage } = this.#state
    if (stage.kind === 'read' && preview.kind === 'read') this.#set({ stage: { ...stage, preview } })
  }

  /** What the file at hand is held against has come to be since: it is held against that. It stays as it is where that fails. */
  async lookAgain(importId: string): Promise<void> {
    const preview = await this.#reader.preview(importId).catch(() => null)
    const { stage } = this.#state
    if (preview !== null && stage.kind === 'read' && stage.preview.importId === importId) this.revise(preview)
  }

  /** A section was submitted with so many new lines. */
  applied(importId: string, section: number, lines: number): void {
    const { stage } = this.#state
    if (stage.kind !== 'read' || stage.preview.importId !== importId) return
    this.#set({ stage: { ...stage, applied: new Map([...stage.applied, [section, lines]]) } })
  }

  /** Undone in time: what was submitted is to be decided anew. */
  undone(importId: string): void {
    const { stage } = this.#state
    if (stage.kind === 'read' && stage.preview.importId === importId) this.again()
  }

  /** Gives up everything: the person went elsewhere. */
  leave(): void {
    this.#drop()
    this.#set({ stage: { kind: 'idle' }, waiting: [] })
  }

  async #read(file: File, read: (reading: Reading) => Promise<ImportPreview>): Promise<void> {
    const { signal } = this.#reading
    const enter = (stage: Stage) => {
      if (!signal.aborted) this.#set({ stage })
    }
    enter({ kind: 'reading', file, progress: { step: 'receiving', share: 0 } })
    if (file.size === 0) {
      enter({ kind: 'refused', file, refusal: { reason: 'empty', candidates: [], importId: null } })
      return
    }
    try {
      const preview = await read({
        signal,
        onProgress: (progress) => enter({ kind: 'reading', file, progress }),
      })
      if (signal.aborted) this.#reader.giveUp(preview.importId)
      else if (preview.kind === 'read') enter({ kind: 'read', file, preview, applied: new Map() })
      else enter({ kind: 'refused', file, refusal: preview })
    } catch (error) {
      enter({ kind: 'failed', file, error })
    }
  }

  /** Stops reading, and lets the engine forget what it holds of the file at hand. */
  #drop(): void {
    this.#reading.abort()
    this.#reading = new AbortController()
    const { stage } = this.#state
    if (stage.kind === 'read') this.#reader.giveUp(stage.preview.importId)
    if (stage.kind === 'refused' && stage.refusal.importId !== null)
      this.#reader.giveUp(stage.refusal.importId)
  }

  #isBusy(): boolean {
    const { stage } = this.#state
    return stage.kind === 'reading' || (stage.kind === 'read' && openSection(stage) >= 0)
  }

  #set(part: Partial<ImportsState>): void {
    this.#state = { ...this.#state, ...part }
    for (const listener of this.#listeners) listener()
  }
}
