import { type ZipEntry, zipOf } from '../book/zip-stream.ts'
import type { Engine } from '../engine.ts'
import { OpenFiles } from '../imports/open-files.ts'
import type { QueryContext } from '../queries/query-context.ts'

/** Bytes of one piece at least, so that small files do not take a message each. */
const PIECE_BYTES = 256 * 1024

interface ArchivePiece<Whole> {
  readonly bytes: Buffer
  /** How far it is, of 1000. */
  readonly share: number
  /** What the archive holds; null until the last piece. */
  readonly whole: Whole | null
}

/** A ZIP that is made as fast as it is taken: `entries` of them, which are made one after the other. */
export class OpenArchive<Whole> {
  readonly #pieces: AsyncGenerator<Buffer, void>
  readonly #entries: number
  readonly #whole: Whole
  #done = 0

  constructor(made: AsyncIterable<ZipEntry>, entries: number, whole: Whole) {
    this.#pieces = zipOf(this.#counted(made))
    this.#entries = entries
    this.#whole = whole
  }

  /** @throws what making an entry throws */
  async next(): Promise<ArchivePiece<Whole>> {
    const some: Buffer[] = []
    for (let bytes = 0; bytes < PIECE_BYTES; ) {
      const { value, done } = await this.#pieces.next()
      if (done === true) return { bytes: Buffer.concat(some), share: 1000, whole: this.#whole }
      some.push(value)
      bytes += value.length
    }
    const share = Math.min(999, Math.floor((1000 * this.#done) / this.#entries))
    return { bytes: Buffer.concat(some), share, whole: null }
  }

  async close(): Promise<void> {
    await this.#pieces.return()
  }

  async *#counted(made: AsyncIterable<ZipEntry>): AsyncGenerator<ZipEntry> {
    for await (const entry of made) {
      yield entry
      this.#done += 1
    }
  }
}

/** The archives of one person on their way out. Nothing of them is on disk. */
export class OpenArchives<Whole> extends OpenFiles<OpenArchive<Whole>> {
  /** The next piece; with the last one the archive is forgotten. */
  async next(context: QueryContext, exportId: string): Promise<ArchivePiece<Whole>> {
    try {
      const piece = await this.find(context, exportId).next()
      if (piece.whole !== null) await this.cancel(exportId)
      return piece
    } catch (error) {
      await this.cancel(exportId)
      throw error
    }
  }
}

/** Gives up the archives of somebody who signs out. */
export function forgetWithSession(
  { events, workspace }: Pick<Engine, 'events' | 'workspace'>,
  archives: OpenArchives<unknown>,
): void {
  events.subscribe(({ kind }) => {
    if (kind === 'session') void archives.keepOnly(workspace())
  })
}
