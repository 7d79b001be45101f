import { readAmount } from '../bank-statements/amount.ts'
import { type Node, textAt } from '../bank-statements/international/xml-node.ts'
import { readMoment } from '../bank-statements/moment.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Fen } from '../money/fen.ts'
import type { Invoice, InvoiceLine, InvoiceProblem, InvoiceReading, RedLetter } from './invoice.ts'
import { redLetterOf } from './read-remark.ts'
import { isNoTax, readTaxRate, taxUnstated } from './tax-rate.ts'

/** An invoice in the words of its file, whatever the file calls them. Texts are trimmed; what is not there is empty. */
export interface StatedInvoice
  extends Pick<
    Invoice,
    'number' | 'code' | 'kind' | 'seller' | 'sellerTaxId' | 'buyer' | 'buyerTaxId' | 'remark' | 'capitals'
  > {
  readonly net: string
  readonly tax: string
  readonly gross: string
  readonly issuedOn: string
  readonly lines: readonly StatedLine[]
  /** Whether it says of itself that it is red; the sign of its amount says so as well. */
  readonly isRed: boolean
  /** What elements of their own name, before the remark. */
  readonly redLetter: RedLetter | null
}

export interface StatedLine {
  readonly net: string
  readonly tax: string
  readonly rate: string
}

/** What its amounts and its day are called in the file, to say where to look. */
export type PlacesOf = Readonly<Record<'net' | 'tax' | 'gross' | 'issuedOn', string>>

/** The amounts and days of an invoice as values; a problem where one that every invoice has cannot be read. */
export function readStated(stated: StatedInvoice, places: PlacesOf): InvoiceReading {
  const lines = stated.lines.map(readLine)
  const net = readAmount(stated.net)
  const gross = readAmount(stated.gross)
  const tax = taxOf(
    stated.tax,
    lines.map(({ rate }) => rate),
  )
  const issuedOn = dayOf(stated.issuedOn)
  if (net === null) return unreadable(places.net)
  if (tax === null) return unreadable(places.tax)
  if (gross === null) return unreadable(places.gross)
  if (issuedOn === null) return unreadable(places.issuedOn)
  const { isRed, redLetter, ...said } = stated
  return {
    kind: 'invoice',
    invoice: {
      ...said,
      ...{ net, tax, gross, issuedOn, lines },
      redLetter: isRed || gross < 0 ? joined(redLetter, redLetterOf(stated.remark)) : null,
    },
  }
}

function readLine({ net, tax, rate: rateText }: StatedLine): InvoiceLine {
  const rate = readTaxRate(rateText)
  return { net: readAmount(net), tax: taxOf(tax, [rate]), rate }
}

function taxOf(text: string, rates: readonly (string | null)[]): Fen | null {
  return isNoTax(text) ? taxUnstated(rates) : readAmount(text)
}

function joined(own: RedLetter | null, remarked: RedLetter): RedLetter {
  return {
    original: own?.original ?? remarked.original,
    confirmation: own?.confirmation ?? remarked.confirmation,
  }
}

function dayOf(text: string): PlainDate | null {
  return readMoment(text, '')?.date ?? null
}

export function unreadable(place: string): InvoiceProblem {
  return { kind: 'problem', problem: 'unreadable', place }
}

/** The text at a path; null where nodes of that name say different things, for an invoice says each thing once. */
export function singleText(nodes: readonly Node[], name: string): string | null {
  const texts = new Set(nodes.flatMap((node) => textsIn(node, name)))
  return texts.size > 1 ? null : ([...texts][0] ?? '')
}

function textsIn(node: Node, name: string): string[] {
  const value = Object.hasOwn(node, name) ? node[name] : undefined
  if (value === undefined) return []
  return Array.isArray(value)
    ? value.map((one: unknown) => textAt({ [name]: one }, name))
    : [textAt(node, name)]
}
