import type { Instant } from '../../base/ids.ts'
import { NEEDED_FIELDS, type NeededField } from './order-fields.ts'
import type { OrderRow, SaidOrder } from './order-row.ts'

/** An order on record, as far as files say something of it; `refundOf` is a number. */
export type KnownOrder = { readonly [K in keyof SaidOrder]-?: SaidOrder[K] | null }

/** What taking a row in would do. `incomplete`: it is new and lacks what an order must say. */
export type OrderNovelty = 'new' | 'known' | 'differs' | 'settled' | 'incomplete'
export const ORDER_NOVELTIES = [
  'new',
  'known',
  'differs',
  'settled',
  'incomplete',
] as const satisfies OrderNovelty[]

export type SaidField = keyof SaidOrder

/**
 * Fields a row says otherwise than the order on record. What the row leaves empty says nothing; an instant is as exact as
 * files write it, to the second.
 */
export function differingFields({ said }: Pick<OrderRow, 'said'>, known: KnownOrder): SaidField[] {
  const fields = Object.keys(said) as SaidField[]
  return fields.filter((field) => {
    const [one, other] = [said[field] ?? null, known[field]]
    return one !== other && !(isInstant(one) && isInstant(other) && second(one) === second(other))
  })
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/

function isInstant(value: unknown): value is Instant {
  return typeof value === 'string' && INSTANT.test(value)
}

function second(at: Instant): number {
  return Math.floor(Date.parse(at) / 1000)
}

const SAID_BY: Readonly<Record<Exclude<NeededField, 'number'>, SaidField>> = {
  provider: 'providerId',
  productName: 'productName',
  category: 'category',
  buyerId: 'buyerId',
  cash: 'cash',
  taxBasisPoints: 'taxBasisPoints',
  paidAt: 'paidAt',
}

/** What a new order must say and its row does not; of a refund also the order it takes back from. */
export function missingFields({ said }: Pick<OrderRow, 'said'>): (NeededField | 'refundOf')[] {
  const missing: (NeededField | 'refundOf')[] = NEEDED_FIELDS.filter(
    (field) => field !== 'number' && said[SAID_BY[field]] === undefined,
  )
  return said.kind === 'refund' && said.refundOf === undefined ? [...missing, 'refundOf'] : missing
}
