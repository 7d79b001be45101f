import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import { canonicalJson } from '#shared/base/canonical-json.ts'
import { EXPORT_LIMIT } from '#shared/contracts/console-engine/exports.ts'
import type { ExportedFile } from '#shared/contracts/console-engine/files.ts'
import type { evidenceInput, PayoutRow, WholeEvidence } from '#shared/contracts/console-engine/payouts.ts'
import { WINDOW_LIMIT } from '#shared/contracts/console-engine/protocol.ts'
import { attachmentsIn } from '#shared/contracts/console-platform/records/attachment.ts'
import type { ProviderInvoice } from '#shared/contracts/console-platform/records/invoice.ts'
import type { PayoutRequest } from '#shared/contracts/console-platform/records/payout-request.ts'
import { invoiceNumber } from '#shared/invoices/invoice.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import type { ZipEntry } from '../book/zip-stream.ts'
import type { Engine } from '../engine.ts'
import { csvPieces } from '../exports/csv-text.ts'
import { tableOf } from '../exports/table-document.ts'
import { readPaymentList } from '../queries/payout-batches/payment-list.ts'
import { payoutColumns } from '../queries/payouts/export-payouts.ts'
import { listPayouts } from '../queries/payouts/list-payouts.ts'
import { readPayoutCase } from '../queries/payouts/payout-case.ts'
import { readApprovalSheet } from '../queries/payouts/read-approval-sheet.ts'
import type { QueryContext } from '../queries/query-context.ts'
import { readPresent } from '../queries/read-present.ts'
import { type AllRows, readAllRows } from '../queries/window/all-rows.ts'
import { BYTE_ORDER_MARK, bytesOf, entryName, UNNAMED } from './attachment-entry.ts'
import { forgetWithSession, OpenArchive, OpenArchives } from './open-archive.ts'

type Asked = z.infer<typeof evidenceInput>

/**
 * `count` of the rows, drawn by the SHA-256 of the seed and each id: whoever draws again with the same seed from the same
 * rows has the same sample, and nobody picks.
 */
export function sampleOf<Row extends { readonly id: string }>(
  rows: readonly Row[],
  count: number,
  seed: string,
): readonly Row[] {
  const drawn = (id: string) => createHash('sha256').update(`${seed}\n${id}`).digest('hex')
  return rows
    .map((row) => ({ row, by: drawn(row.id) }))
    .sort((one, other) => (one.by < other.by ? -1 : 1))
    .slice(0, count)
    .map(({ row }) => row)
}

/** The records behind one payout that this copy has, by the name of their file: nothing of them is left out. */
function recordsBehind(context: QueryContext, id: string): [name: string, record: object][] {
  const { payout, account, line } = readPayoutCase(context, id)
  const named = (name: string, record: object | null): [string, object][] =>
    record === null ? [] : [[name, record]]
  return [
    ['request', payout],
    ...named('account', account),
    ...payout.months.flatMap(({ month, statementId }) =>
      named(`statement-${month}`, readPresent(context, 'settlementStatement', statementId)),
    ),
    ...invoicesFor(context, payout).map((invoice): [string, object] => [nameOf(invoice), invoice]),
    ...named('batch', payout.batchId === null ? null : readPresent(context, 'payoutBatch', payout.batchId)),
    ...named('bank-line', line === null ? null : readPresent(context, 'bankLine', line.id)),
    ...payout.failures.flatMap(({ batchId, lineId }, at) => [
      ...named(`failed-${at + 1}-batch`, readPresent(context, 'payoutBatch', batchId)),
      ...named(
        `failed-${at + 1}-bank-line`,
        lineId === null ? null : readPresent(context, 'bankLine', lineId),
      ),
    ]),
  ]
}

const RECORDED_FOR = 'SELECT id FROM invoice WHERE payoutId = @id ORDER BY id'

/** The invoices of a request: those that count, those that were recorded for it and do not any more, and their red letters. */
function invoicesFor(context: QueryContext, { id, invoices }: PayoutRequest): ProviderInvoice[] {
  const recorded = context.statements.prepare<{ id: string }>(RECORDED_FOR).all({ id })
  const blue = new Set([...invoices, ...recorded].map((each) => each.id))
  const read = (each: string) => readPresent(context, 'invoice', each) ?? []
  const all = [...blue]
    .flatMap(read)
    .flatMap((each) => [each, ...each.reversals.flatMap((red) => read(red.id))])
  return [...new Map(all.map((each) => [each.id, each])).values()]
}

/** A number that was withdrawn may be there once more. */
function nameOf(invoice: ProviderInvoice): string {
  const name = `${invoice.redLetter === null ? 'invoice' : 'red-letter'}-${invoiceNumber(invoice)}`
  return invoice.withdrawn === null ? name : `${name}-withdrawn-${invoice.id}`
}

/** All that speaks for one payout: its sheets, its records and every file they name. */
async function* evidenceOf(
  context: QueryContext,
  { id, name }: PayoutRow,
  place: number,
  language: keyof Bilingual,
): AsyncGenerator<ZipEntry> {
  const folder = `${String(place).padStart(3, '0')} ${name.replaceAll(UNNAMED, '_')} ${id}`
  const sheet = ({ fileName, base64 }: ExportedFile): ZipEntry => ({
    name: `${folder}/${fileName}`,
    text: [Buffer.from(base64, 'base64')],
  })
  yield sheet(await readApprovalSheet(context, { id, language }))
  const { batchId } = readPayoutCase(context, id).payout
  if (batchId !== null) yield sheet(await readPaymentList(context, batchId))
  const records = recordsBehind(context, id)
  for (const [what, record] of records) {
    yield { name: `${folder}/records/${what}.json`, text: [JSON.stringify(record, null, 2)] }
  }
  const files = records.flatMap(([, record]) => attachmentsIn(record))
  for (const file of new Map(files.map((each) => [each.sha256, each])).values()) {
    yield { name: `${folder}/files/${entryName(file)}`, text: [await bytesOf(context, file)] }
  }
}

/** What the sample was drawn from and how, so that it can be drawn again. */
async function drawnFrom(
  context: QueryContext,
  asked: Asked,
  { rows: population, complete }: AllRows<PayoutRow>,
): Promise<object> {
  const ids = population.map(({ id }) => id).sort()
  return {
    drawnAt: context.now,
    drawnBy: context.workspace.account.name,
    seed: asked.seed,
    rule: 'the first by SHA-256 of seed, line feed and id',
    filter: asked.filter,
    population: ids.length,
    // Of more than can be read at once the rest was not drawn from.
    wholePopulation: complete,
    populationHash: createHash('sha256').update(canonicalJson(ids)).digest('hex'),
    auditHead: await context.workspace.auditHead(),
  }
}

async function* entriesOf(
  context: QueryContext,
  asked: Asked,
  population: AllRows<PayoutRow>,
  sample: readonly PayoutRow[],
): AsyncGenerator<ZipEntry> {
  const drawn = await drawnFrom(context, asked, population)
  yield { name: 'sample.json', text: [JSON.stringify(drawn, null, 2)] }
  const table = tableOf(RECORD_KIND_WORDS.payoutRequest, payoutColumns(context, asked.language), sample)
  yield { name: 'index.csv', text: [BYTE_ORDER_MARK, ...csvPieces(table, asked.language)] }
  for (const [at, payout] of sample.entries()) yield* evidenceOf(context, payout, at + 1, asked.language)
}

/** Files of one payout that are counted on while it is not known how many there are. */
const FILES_EACH = 7

/** Samples of payouts with all that speaks for each, on their way out. */
export class PayoutEvidence extends OpenArchives<WholeEvidence> {
  async begin(context: QueryContext, asked: Asked) {
    const sort = { column: 'requestedOn', descending: false } as const
    const population = await readAllRows(
      context,
      (after) => listPayouts(context, { filter: asked.filter, sort, after, limit: WINDOW_LIMIT }),
      EXPORT_LIMIT,
    )
    const { rows } = population
    const sample = sampleOf(rows, asked.count, asked.seed)
    const whole = { payouts: sample.length, of: rows.length }
    const exportId = await this.keep(
      context,
      () =>
        new OpenArchive(entriesOf(context, asked, population, sample), sample.length * FILES_EACH + 2, whole),
    )
    return { exportId, fileName: `payout-evidence-${context.today}.zip`, mediaType: 'application/zip' }
  }
}

/** The samples of an engine; those of somebody who signs out are given up. */
export function openPayoutEvidence(
  engine: Pick<Engine, 'clock' | 'events' | 'workspace'>,
  random = Math.random,
): PayoutEvidence {
  const evidence = new PayoutEvidence({ clock: engine.clock, random })
  forgetWithSession(engine, evidence)
  return evidence
}
