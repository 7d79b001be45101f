import type { Bilingual } from '#shared/base/bilingual.ts'
import { EXPORT_LIMIT } from '#shared/contracts/console-engine/exports.ts'
import type { InvoiceFilter, InvoiceRow, WholeArchive } from '#shared/contracts/console-engine/invoices.ts'
import { WINDOW_LIMIT } from '#shared/contracts/console-engine/protocol.ts'
import type { Attachment } from '#shared/contracts/console-platform/records/attachment.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { type ZipEntry, zipOf } from '../book/zip-stream.ts'
import type { Engine } from '../engine.ts'
import { csvPieces } from '../exports/csv-text.ts'
import { tableOf } from '../exports/table-document.ts'
import { OpenFiles } from '../imports/open-files.ts'
import { invoiceColumns } from '../queries/invoices/export-invoices.ts'
import { listInvoices } from '../queries/invoices/list-invoices.ts'
import type { QueryContext } from '../queries/query-context.ts'
import { readAllRows } from '../queries/window/all-rows.ts'

/** Bytes of one piece at least, so that small originals do not take a message each. */
const PIECE_BYTES = 256 * 1024
const BYTE_ORDER_MARK = '\u{FEFF}'
const FILE_HEADINGS = {
  file: { zh: '原件', en: 'Original' },
  hash: { zh: '原件 SHA-256', en: 'SHA-256 of the original' },
} as const

interface ArchiveAsked {
  readonly filter: InvoiceFilter
  readonly language: keyof Bilingual
}

interface ArchivePiece {
  readonly bytes: Buffer
  /** How far it is, of 1000. */
  readonly share: number
  readonly whole: WholeArchive | null
}

/** An archive of originals that is made as fast as it is taken; an original is in it once, whatever it holds. */
class OpenArchive {
  readonly #pieces: AsyncGenerator<Buffer, void>
  readonly #whole: WholeArchive
  #done = 0

  constructor(context: QueryContext, rows: readonly InvoiceRow[], language: keyof Bilingual) {
    const files = new Map(rows.flatMap(({ file }) => (file === null ? [] : [[file.sha256, file] as const])))
    this.#whole = { invoices: rows.length, files: files.size }
    this.#pieces = zipOf(this.#entries(context, rows, [...files.values()], language))
  }

  /** @throws PlatformFailure where an original is neither here nor to be had */
  async next(): Promise<ArchivePiece> {
    const some: Buffer[] = []
    for (let bytes = 0; bytes < PIECE_BYTES; ) {
      const { value, done } = await this.#pieces.next()
      if (done === true) return { bytes: Buffer.concat(some), share: 1000, whole: this.#whole }
      some.push(value)
      bytes += value.length
    }
    const share = Math.floor((1000 * this.#done) / (this.#whole.files + 1))
    return { bytes: Buffer.concat(some), share, whole: null }
  }

  async close(): Promise<void> {
    await this.#pieces.return()
  }

  async *#entries(
    context: QueryContext,
    rows: readonly InvoiceRow[],
    files: readonly Attachment[],
    language: keyof Bilingual,
  ): AsyncGenerator<ZipEntry> {
    yield { name: 'index.csv', text: indexOf(context, rows, language) }
    for (const file of files) {
      const bytes = await context.workspace.files.read(file.sha256)
      yield { name: entryName(file), text: [Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)] }
      this.#done += 1
    }
  }
}

/** Two originals may have one name, and never one hash. */
function entryName({ sha256, name }: Attachment): string {
  return `${sha256.slice(0, 12)}-${name}`
}

function* indexOf(
  context: QueryContext,
  rows: readonly InvoiceRow[],
  language: keyof Bilingual,
): Generator<string> {
  const table = tableOf<InvoiceRow>(
    RECORD_KIND_WORDS.invoice,
    [
      ...invoiceColumns(context, language),
      {
        header: FILE_HEADINGS.file,
        kind: 'text',
        value: ({ file }) => (file === null ? null : entryName(file)),
      },
      { header: FILE_HEADINGS.hash, kind: 'text', value: ({ file }) => file?.sha256 ?? null },
    ],
    rows,
  )
  yield BYTE_ORDER_MARK
  yield* csvPieces(table, language)
}

/** The archives of one person on their way out. Nothing of them is on disk. */
export class InvoiceArchives extends OpenFiles<OpenArchive> {
  async begin(context: QueryContext, { filter, language }: ArchiveAsked) {
    const sort = { column: 'issuedOn', descending: false } as const
    const { rows } = await readAllRows(
      context,
      (after) => listInvoices(context, { filter, sort, after, limit: WINDOW_LIMIT }),
      EXPORT_LIMIT,
    )
    const exportId = await this.keep(context, () => new OpenArchive(context, rows, language))
    return { exportId, fileName: `invoices-${context.today}.zip`, mediaType: 'application/zip' }
  }

  /** The next piece; with the last one the archive is forgotten. */
  async next(context: QueryContext, exportId: string): Promise<ArchivePiece> {
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

/** The archives of an engine; those of somebody who signs out are given up. */
export function openInvoiceArchives(
  engine: Pick<Engine, 'clock' | 'events' | 'workspace'>,
  random = Math.random,
): InvoiceArchives {
  const archives = new InvoiceArchives({ clock: engine.clock, random })
  engine.events.subscribe(({ kind }) => {
    if (kind === 'session') void archives.keepOnly(engine.workspace())
  })
  return archives
}
