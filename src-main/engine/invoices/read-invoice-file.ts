import type { InvoiceReading } from '#shared/invoices/invoice.ts'
import { invoiceNumber } from '#shared/invoices/invoice.ts'
import { readInvoiceXml } from '#shared/invoices/read-invoice-xml.ts'
import { isZip, type UnzipBudget, type ZipEntry, zipEntries } from './unzip.ts'

/** A larger file is no invoice, and no month of them. */
export const MAX_INVOICE_FILE_BYTES = 64 * 1024 * 1024
const MOST_UNPACKED = 128 * 1024 * 1024
const MOST_ENTRIES = 20_000
/** An archive holds invoices, or archives of them. */
const MOST_NESTED = 2

/** What the sources of one invoice are worth: data before a page that is drawn. */
const WORTH = { xml: 2, other: 0 } as const
type Source = keyof typeof WORTH

/** One invoice of a file, or why a part of it is none. */
export interface FileInvoice {
  /** The entry of an archive; empty where the file is the invoice. */
  readonly entry: string
  readonly reading: InvoiceReading
}
type Sourced = FileInvoice & { readonly source: Source }

/** The invoices of a file, found by its content; one problem where there is none. */
export function readInvoiceFile(bytes: Uint8Array): readonly FileInvoice[] {
  if (bytes.length > MAX_INVOICE_FILE_BYTES) return [problem('')]
  const budget: UnzipBudget = { bytes: MOST_UNPACKED, entries: MOST_ENTRIES }
  const found = onceEach(readBytes(bytes, '', budget, 0))
  return found.length > 0 ? found.map(({ entry, reading }) => ({ entry, reading })) : [problem('')]
}

function readBytes(bytes: Uint8Array, entry: string, budget: UnzipBudget, depth: number): readonly Sourced[] {
  if (isZip(bytes)) return readArchive(bytes, entry, budget, depth)
  if (isMarkup(bytes)) return readInvoiceXml(bytes).map((reading) => ({ entry, reading, source: 'xml' }))
  return [{ ...problem(entry), source: 'other' }]
}

function readArchive(
  bytes: Uint8Array,
  name: string,
  budget: UnzipBudget,
  depth: number,
): readonly Sourced[] {
  if (depth > MOST_NESTED) return [{ ...problem(name), source: 'other' }]
  let entries: readonly ZipEntry[]
  try {
    entries = zipEntries(bytes, budget)
  } catch {
    return [{ ...problem(name), source: 'other' }]
  }
  return entries.flatMap((entry) => {
    if (!MAY_HOLD_INVOICES.test(entry.name)) return []
    const place = name === '' ? entry.name : `${name}/${entry.name}`
    try {
      return readBytes(entry.content(), place, budget, depth + 1)
    } catch {
      return [{ ...problem(place), source: 'other' } satisfies Sourced]
    }
  })
}

/** Archives also hold pictures, notes and what systems leave behind. */
const MAY_HOLD_INVOICES = /^(?!__MACOSX\/)(?:.*\/)?(?!\._)[^/]*\.(?:xml|zip)$/i

/** Each number once where an archive holds an invoice in several forms: the form that is worth most. */
function onceEach(found: readonly Sourced[]): readonly Sourced[] {
  const best = new Map<string, Sourced>()
  for (const each of found) {
    if (each.reading.kind === 'problem') continue
    const number = invoiceNumber(each.reading.invoice)
    const before = best.get(number)
    if (before === undefined || WORTH[each.source] > WORTH[before.source]) best.set(number, each)
  }
  return found.filter(({ reading, source }, at) => {
    if (reading.kind === 'problem') return true
    const kept = best.get(invoiceNumber(reading.invoice))
    // Two of the same form are two files of one number: a duplicate that has to be seen.
    return kept === found[at] || kept?.source === source
  })
}

/** Whether bytes begin with `<`, in UTF-8 or UTF-16, with or without a mark and blanks before it. */
function isMarkup(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64).filter((byte) => byte !== 0)
  const text = new TextDecoder('windows-1252').decode(head).replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
  return text.trimStart().startsWith('<')
}

function problem(entry: string): FileInvoice {
  return { entry, reading: { kind: 'problem', problem: 'unreadable', place: '' } }
}
