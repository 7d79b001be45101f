import { z } from 'zod'
import { foldName, headerSignature } from '../../bank-statements/table/fold-name.ts'
import { ORDER_FIELDS, type OrderField, USUAL_HEADINGS } from './order-fields.ts'

/**
 * A person's reading of a file of orders: which column is what, and what every row has where no column says it. It is
 * used for files whose header row is exactly `header`.
 */
export const orderMappingSchema = z
  .strictObject({
    format: z.literal(1),
    name: z.string().min(1).max(80),
    header: z.array(z.string().max(200)).min(2).max(200),
    columns: z.partialRecord(z.enum(ORDER_FIELDS), z.string().min(1).max(200)),
    /** A text that stands in every row, as a column of it would. */
    constants: z.partialRecord(z.enum(ORDER_FIELDS), z.string().min(1).max(200)).default({}),
  })
  .refine(({ columns }) => columns.number !== undefined, 'the column of the order number is needed')
  .refine(({ header, columns }) => {
    const names = new Set(header.map(foldName))
    return Object.values(columns).every((name) => names.has(foldName(name ?? '')))
  }, 'every column stands in the header')
export type OrderMapping = Readonly<z.infer<typeof orderMappingSchema>>

/** Where a field is found in a row: a column of the table, or the same text in all. */
export type FieldPlaces = Readonly<Partial<Record<OrderField, number | string>>>

/** What files with this header row are found again by. */
export function orderMappingSignature({ header }: Pick<OrderMapping, 'header'>): string {
  return headerSignature(header)
}

/** Where a mapping finds its fields in the header row it was made for. */
export function mappedPlaces({ columns, constants }: OrderMapping, header: readonly string[]): FieldPlaces {
  const names = header.map(foldName)
  const found: Partial<Record<OrderField, number | string>> = { ...constants }
  for (const field of ORDER_FIELDS) {
    const column = columns[field]
    const at = column === undefined ? -1 : names.indexOf(foldName(column))
    if (at >= 0) found[field] = at
  }
  return found
}

/** What the names of the columns tell by themselves. */
export function usualPlaces(header: readonly string[]): FieldPlaces {
  const names = header.map(foldName)
  const found: Partial<Record<OrderField, number>> = {}
  const taken = new Set<number>()
  for (const field of ORDER_FIELDS) {
    for (const heading of USUAL_HEADINGS[field]) {
      const at = names.findIndex((name, place) => name === heading && !taken.has(place))
      if (at < 0) continue
      found[field] = at
      taken.add(at)
      break
    }
  }
  return found
}
