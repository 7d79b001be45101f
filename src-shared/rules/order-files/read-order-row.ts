import { readCurrency } from '../../bank-statements/currency.ts'
import { readMoment } from '../../bank-statements/moment.ts'
import type { AmountReader } from '../../bank-statements/table/amount-reader.ts'
import { cellValue, type GridRow } from '../../bank-statements/table/grid.ts'
import { foldWriting } from '../../base/fold-writing.ts'
import type { Instant } from '../../base/ids.ts'
import { startOfShanghaiDay } from '../../calendar/shanghai.ts'
import { fenSchema } from '../../money/fen.ts'
import type { OrderField } from './order-fields.ts'
import type { FieldPlaces } from './order-mapping.ts'
import type { OrderSkip, SaidOrder } from './order-row.ts'
import { channelMeant, kindMeant, stateMeant, supervisionMeant, yesNoMeant } from './order-terms.ts'

/** What names of a file stand for, by their folded writing: an id; several where they stand for more than one. */
export interface OrderNames {
  readonly providers: ReadonlyMap<string, readonly string[]>
  readonly categories: ReadonlyMap<string, readonly string[]>
  readonly modes: ReadonlyMap<string, readonly string[]>
  /** What the marketplace itself is called, folded. */
  readonly marketplace: ReadonlySet<string>
}

/** Why a row cannot be taken in, and the cell that says so. */
export class RowTrouble extends Error {
  override readonly name = 'RowTrouble'
  readonly reason: OrderSkip
  readonly excerpt: string | null
  constructor(reason: OrderSkip, excerpt: string | null = null) {
    super(reason)
    this.reason = reason
    this.excerpt = excerpt
  }
}

export interface RowReader {
  readonly places: FieldPlaces
  readonly names: OrderNames
  readonly amountOf: AmountReader
  /** When the file is read: nothing in it has happened later. */
  readonly now: Instant
}

/** The text of a field in a row; empty where there is none. */
export function fieldText(
  { places }: Pick<RowReader, 'places'>,
  { cells }: GridRow,
  field: OrderField,
): string {
  const place = places[field]
  return typeof place === 'number' ? cellValue(cells[place]) : (place ?? '')
}

/** What a row says of its order. @throws RowTrouble, which stays inside this room */
export function readOrderRow(reader: RowReader, row: GridRow): { number: string; said: SaidOrder } {
  const cell = (field: OrderField) => fieldText(reader, row, field)
  const number = cell('number')
  if (number === '') throw new RowTrouble('number-missing')
  // A workbook that held it as a number has lost its last digits.
  if (number.length > 64 || /^\d(?:\.\d+)?e\+\d+$/i.test(number))
    throw new RowTrouble('number-unusable', number)
  const currency = cell('currency')
  if (currency !== '' && readCurrency(currency) !== 'CNY') throw new RowTrouble('other-currency', currency)
  const marketplace = cell('marketplace')
  if (marketplace !== '' && !reader.names.marketplace.has(foldWriting(marketplace))) {
    throw new RowTrouble('other-marketplace', marketplace)
  }
  const state = cell('status') === '' ? 'paid' : meant(cell('status'), stateMeant, 'unknown-status')
  if (state === 'not-paid') throw new RowTrouble('not-paid', cell('status'))
  const amount = (field: OrderField) => amountIn(reader, cell(field))
  const moment = (field: OrderField) => momentIn(cell(field))
  const happened = (field: OrderField) => {
    const at = moment(field)
    if (at !== undefined && at > reader.now) throw new RowTrouble('day-to-come', cell(field))
    return at
  }
  const word = <T>(field: OrderField, of: (text: string) => T | null, reason: OrderSkip) =>
    cell(field) === '' ? undefined : meant(cell(field), of, reason)
  const cash = amount('cash')
  const kind =
    word('kind', kindMeant, 'unknown-kind') ??
    (state === 'refunded' || (cash ?? 0) < 0 ? 'refund' : undefined)
  if (state === 'refunded' && kind !== 'refund') throw new RowTrouble('state-contradicts', cell('status'))
  const distributed = word('distributed', yesNoMeant, 'unknown-yes-no')
  return {
    number,
    said: {
      ...said('providerId', named(cell('provider'), reader.names.providers, 'unknown-provider')),
      ...said('productName', text(cell('productName'), 200)),
      ...said('listingId', text(cell('listingId'), 64)),
      ...said('category', named(cell('category'), reader.names.categories, 'unknown-category')),
      ...said('mode', named(cell('mode'), reader.names.modes, 'unknown-mode')),
      ...said('kind', kind),
      ...said('refundOf', text(cell('refundOf'), 64)),
      ...said('channel', word('channel', channelMeant, 'unknown-channel')),
      ...said('buyerId', text(cell('buyerId'), 64)),
      ...said('buyerName', text(cell('buyerName'), 200)),
      ...said('distributed', distributed === undefined ? undefined : distributed === 'yes'),
      ...said('listPrice', amount('listPrice')),
      ...said('cash', cash === undefined ? undefined : signed(cash, kind, cell('cash'))),
      ...said('voucher', amount('voucher')),
      ...said('taxBasisPoints', rateIn(cell('taxBasisPoints'))),
      ...said('agreedBasisPoints', rateIn(cell('agreedBasisPoints'))),
      ...said('paidAt', happened('paidAt')),
      ...said('activatedAt', happened('activatedAt')),
      ...said('startsAt', moment('startsAt')),
      ...said('completedAt', happened('completedAt')),
      ...said('repaidAt', happened('repaidAt')),
      ...said('supervision', word('supervision', supervisionMeant, 'unknown-supervision')),
    },
  }
}

function said<K extends keyof SaidOrder>(
  key: K,
  value: SaidOrder[K] | undefined,
): Pick<SaidOrder, K> | object {
  return value === undefined ? {} : { [key]: value }
}

function meant<T>(word: string, of: (text: string) => T | null, reason: OrderSkip): T {
  const found = of(word)
  if (found === null) throw new RowTrouble(reason, word)
  return found
}

function text(value: string, most: number): string | undefined {
  if (value === '') return undefined
  if (value.length > most) throw new RowTrouble('text-too-long', value)
  return value
}

function named(
  value: string,
  names: ReadonlyMap<string, readonly string[]>,
  unknown: 'unknown-provider' | 'unknown-category' | 'unknown-mode',
): string | undefined {
  if (value === '') return undefined
  const found = names.get(value) ?? names.get(foldWriting(value)) ?? []
  const [only] = found
  if (only === undefined) throw new RowTrouble(unknown, value)
  if (found.length > 1)
    throw new RowTrouble(unknown === 'unknown-provider' ? 'ambiguous-provider' : unknown, value)
  return only
}

function amountIn({ amountOf }: RowReader, value: string): number | undefined {
  if (value === '') return undefined
  const amount = amountOf(value)
  if (amount === 'amount-ambiguous') throw new RowTrouble('amount-ambiguous', value)
  if (amount === null || !fenSchema.safeParse(amount).success)
    throw new RowTrouble('amount-unreadable', value)
  return amount
}

/** What goes back is negative, however the file writes it. */
function signed(cash: number, kind: SaidOrder['kind'], written: string): number {
  if (kind === 'refund') return cash === 0 ? 0 : -Math.abs(cash)
  if (cash < 0) throw new RowTrouble('sign-contradicts', written)
  return cash
}

/** `6%`, `0.06`, `6`: a share up to one is a fraction, above it a percentage. `1` alone may be either. */
function rateIn(value: string): number | undefined {
  if (value === '') return undefined
  const match = /^(\d{1,3})(?:\.(\d{1,6}))?\s*(%)?$/.exec(value.normalize('NFKC'))
  if (match === null) throw new RowTrouble('rate-unreadable', value)
  const [, whole = '', decimals = '', percent] = match
  const isFraction =
    percent === undefined && (Number(whole) === 0 || (Number(whole) === 1 && decimals !== ''))
  if (percent === undefined && Number(whole) === 1) throw new RowTrouble('rate-unreadable', value)
  const places = isFraction ? 4 : 2
  const digits = decimals.replace(/0+$/, '')
  const points = Number(whole + digits.padEnd(places, '0'))
  if (digits.length > places || points > 10_000) throw new RowTrouble('rate-unreadable', value)
  return points
}

const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})$/

/** An instant; what names no zone is Beijing's. */
function momentIn(value: string): Instant | undefined {
  if (value === '') return undefined
  if (ZONED.test(value)) {
    const at = Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
    if (Number.isNaN(at)) throw new RowTrouble('day-unreadable', value)
    return new Date(at).toISOString()
  }
  const moment = readMoment(value, '')
  if (moment === null) throw new RowTrouble('day-unreadable', value)
  const start = Date.parse(startOfShanghaiDay(moment.date))
  const [hours = 0, minutes = 0, seconds = 0] = (moment.time ?? '').split(':').map(Number)
  return new Date(start + ((hours * 60 + minutes) * 60 + seconds) * 1000).toISOString()
}
