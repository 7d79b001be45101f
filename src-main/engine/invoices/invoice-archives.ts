import type { Bilingual } from '#shared/base/bilingual.ts'
import { EXPORT_LIMIT } from '#shared/contracts/console-engine/exports.ts'
import type { InvoiceFilter, InvoiceRow, WholeArchive } from '#shared/contracts/console-engine/invoices.ts'
import { WINDOW_LIMIT } from '#shared/contracts/console-engine/protocol.ts'
import type { Attachment } from '#shared/contracts/console-platform/records/attachment.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { BYTE_ORDER_MARK, bytesOf, entryName } from '../archives/attachment-entry.ts'
import { forgetWithSession, OpenArchive, OpenArchives } from '../archives/open-archive.ts'
import type { ZipEntry } from '../book/zip-stream.ts'
import type { Engine } from '../engine.ts'
import { csvPieces } from '../exports/csv-text.ts'
import { tableOf } from '../exports/table-document.ts'
import { invoiceColumns } from '../queries/invoices/export-invoices.ts'
import { listInvoices } from '../queries/invoices/list-invoices.ts'
import type { QueryContext } from '../queries/query-context.ts'
import { readAllRows } from '../queries/window/all-rows.ts'

const FILE_HEADINGS = {
  file: { zh: '原件', en: 'Original' },
  hash: { zh: '原件 SHA-256', en: 'SHA-256 of the original' },
} as const

interface ArchiveAsked {
  readonly filter: InvoiceFilter
  readonly language: keyof Bilingual
}

async function* entriesOf(
  context: QueryContext,
  rows: readonly InvoiceRow[],
  files: readonly Attachment[],
  language: keyof Bilingual,
): AsyncGenerator<ZipEntry> {
  yield { name: 'index.csv', text: indexOf(context, rows, language) }
  for (const file of files) {
    yield { name: entryName(file), text: [await bytesOf(context, file)] }
  }
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

/** The archives of originals of one person; an original is in one once, whatever it holds. */
export class InvoiceArchives extends OpenArchives<WholeArchive> {
  async begin(context: QueryContext, { filter, language }: ArchiveAsked) {
    const sort = { column: 'issuedOn', descending: false } as const
    const { rows } = await readAllRows(
      context,
      (after) => listInvoices(context, { filter, sort, after, limit: WINDOW_LIMIT }),
      EXPORT_LIMIT,
    )
    const files = new Map(rows.flatMap(({ file }) => (file === null ? [] : [[file.sha256, file] as const])))
    const whole = { invoices: rows.length, files: files.size }
    const exportId = await this.keep(
      context,
      () => new OpenArchive(entriesOf(context, rows, [...files.values()], language), files.size + 1, whole),
    )
    return { exportId, fileName: `invoices-${context.today}.zip`, mediaType: 'application/zip' }
  }
}

/** The archives of an engine; those of somebody who signs out are given up. */
export function openInvoiceArchives(
  engine: Pick<Engine, 'clock' | 'events' | 'workspace'>,
  random = Math.random,
): InvoiceArchives {
  const archives = new InvoiceArchives({ clock: engine.clock, random })
  forgetWithSession(engine, archives)
  return archives
}
