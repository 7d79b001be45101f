import type { Grid } from '#shared/bank-statements/table/grid.ts'
import type { InvoiceReading } from '#shared/invoices/invoice.ts'
import { invoiceNumber } from '#shared/invoices/invoice.ts'
import { readInvoiceXml } from '#shared/invoices/read-invoice-xml.ts'
import { type OfdPackage, readOfd } from '#shared/invoices/read-ofd.ts'
import { readTaxTable } from '#shared/invoices/read-tax-table.ts'
import { picturesOf, readPdf } from './read-pdf.ts'
import { isPicture, readPicture } from './read-picture.ts'
import { isZip, type UnzipBudget, type ZipEntry, zipEntries } from './unzip.ts'

/** A larger file is no invoice, and no month of them. */
export const MAX_INVOICE_FILE_BYTES = 64 * 1024 * 1024
const MOST_UNPACKED = 128 * 1024 * 1024
const MOST_ENTRIES = 20_000
/** An archive holds invoices, or archives of them. */
const MOST_NESTED = 2

/** What the sources of one invoice are worth: data before a page that is drawn, and that before its code. */
const WORTH = { xml: 4, ofd: 3, table: 2, pdf: 1, 'qr-code': 0 } as const
export type InvoiceSource = keyof typeof WORTH

/** One invoice of a file, or why a part of it is none. */
export interface FileInvoice {
  /** The entry of an archive; empty where the file is the invoice. */
  readonly entry: string
  readonly source: InvoiceSource
  readonly reading: InvoiceReading
}

/** The sheets of a workbook of unknown origin; null where it cannot be opened. */
type DecodeWorkbook = (source: Uint8Array) => Promise<readonly Grid[] | null>

interface ReadSetting {
  readonly budget: UnzipBudget
  readonly decodeWorkbook: DecodeWorkbook
}

/** The invoices of a file, found by its content; one problem where there is none. */
export async function readInvoiceFile(
  bytes: Uint8Array,
  decodeWorkbook: DecodeWorkbook,
): Promise<readonly FileInvoice[]> {
  if (bytes.length > MAX_INVOICE_FILE_BYTES) return [problem('')]
  const budget: UnzipBudget = { bytes: MOST_UNPACKED, entries: MOST_ENTRIES }
  const found = onceEach(await readBytes(bytes, '', { budget, decodeWorkbook }, 0))
  return found.length > 0 ? found : [problem('')]
}

async function readBytes(
  bytes: Uint8Array,
  entry: string,
  setting: ReadSetting,
  depth: number,
): Promise<readonly FileInvoice[]> {
  try {
    if (isZip(bytes)) return await readArchive(bytes, entry, setting, depth)
    if (isPdf(bytes)) return await readPages(bytes, entry)
    if (isPicture(bytes)) return placed(await readPicture(bytes), entry, 'qr-code')
    if (isMarkup(bytes)) return placed(readInvoiceXml(bytes), entry, 'xml')
    if (isOldWorkbook(bytes)) return await readWorkbook(bytes, entry, setting)
  } catch {
    // What is torn is told by whoever unpacks or reads it, in many words of its own.
  }
  return [problem(entry)]
}

/** The pages of a PDF as text; where they are pictures, the codes that are in them. */
async function readPages(bytes: Uint8Array, entry: string): Promise<readonly FileInvoice[]> {
  const pages = await readPdf(bytes)
  if (pages.length > 0) return placed(pages, entry, 'pdf')
  const codes: InvoiceReading[] = []
  for await (const pixels of picturesOf(bytes)) codes.push(...(await readPicture(pixels)))
  return placed(codes, entry, codes.length > 0 ? 'qr-code' : 'pdf')
}

async function readArchive(
  bytes: Uint8Array,
  name: string,
  setting: ReadSetting,
  depth: number,
): Promise<readonly FileInvoice[]> {
  if (depth > MOST_NESTED) return [problem(name)]
  const entries = zipEntries(bytes, setting.budget)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  if (byName.has('OFD.xml')) return placed([readOfd(packageOf(byName))], name, 'ofd')
  if (byName.has('xl/workbook.xml')) return readWorkbook(bytes, name, setting)
  const found: FileInvoice[] = []
  for (const entry of entries) {
    if (!MAY_HOLD_INVOICES.test(entry.name)) continue
    const place = name === '' ? entry.name : `${name}/${entry.name}`
    found.push(...(await readEntry(entry, place, setting, depth)))
  }
  return found
}

async function readEntry(
  entry: ZipEntry,
  place: string,
  setting: ReadSetting,
  depth: number,
): Promise<readonly FileInvoice[]> {
  try {
    return await readBytes(entry.content(), place, setting, depth + 1)
  } catch {
    return [problem(place)]
  }
}

async function readWorkbook(
  bytes: Uint8Array,
  entry: string,
  { decodeWorkbook }: ReadSetting,
): Promise<readonly FileInvoice[]> {
  return placed(readTaxTable((await decodeWorkbook(bytes)) ?? []), entry, 'table')
}

/** The files of an OFD, by their paths. @throws Error where one that is asked for is torn */
function packageOf(entries: ReadonlyMap<string, ZipEntry>): OfdPackage {
  return {
    paths: [...entries.keys()],
    bytes: (path) => entries.get(path)?.content() ?? new Uint8Array(),
  }
}

/** A part that holds no invoice is a problem. */
function placed(
  readings: readonly InvoiceReading[],
  entry: string,
  source: InvoiceSource,
): readonly FileInvoice[] {
  if (readings.length === 0) return [problem(entry)]
  return readings.map((reading) => ({ entry, source, reading }))
}

/** Archives also hold pictures, notes and what systems leave behind. */
const MAY_HOLD_INVOICES = /^(?!__MACOSX\/)(?:.*\/)?(?!\._)[^/]*\.(?:xml|zip|ofd|pdf|xlsx?|png|jpe?g)$/i

/** Each number once where an archive holds an invoice in several forms: the form that is worth most. */
function onceEach(found: readonly FileInvoice[]): readonly FileInvoice[] {
  const best = new Map<string, number>()
  for (const { reading, source } of found) {
    if (reading.kind === 'problem') continue
    const number = invoiceNumber(reading.invoice)
    best.set(number, Math.max(best.get(number) ?? 0, WORTH[source]))
  }
  // A page that cannot be read, and a picture without a code, are of an invoice that stands there as data.
  const hasData = found.some(
    ({ reading, source }) => reading.kind === 'invoice' && WORTH[source] >= WORTH.ofd,
  )
  return found.filter(({ reading, source, entry }) =>
    reading.kind === 'problem'
      ? !(hasData && isDrawn(source, entry))
      : WORTH[source] === best.get(invoiceNumber(reading.invoice)),
  )
}

/** A page or a picture of one; archives hold them beside the data. */
function isDrawn(source: InvoiceSource, entry: string): boolean {
  return source === 'pdf' || source === 'qr-code' || /\.(?:png|jpe?g)$/i.test(entry)
}

/** Whether bytes begin with `<`, in UTF-8 or UTF-16, with or without a mark and blanks before it. */
function isMarkup(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64).filter((byte) => byte !== 0)
  const text = new TextDecoder('windows-1252').decode(head).replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
  return text.trimStart().startsWith('<')
}

/** A PDF says so at its beginning, or soon after. */
function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024)).includes('%PDF-')
}

function isOldWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
}

function problem(entry: string): FileInvoice {
  const source = /\.pdf$/i.test(entry) ? 'pdf' : 'xml'
  return { entry, source, reading: { kind: 'problem', problem: 'unreadable', place: '' } }
}
