import { z } from 'zod'
import { anyBank } from './layouts/any-bank.ts'
import type { MappedLayout } from './table/find-header.ts'
import { foldName, headerSignature } from './table/fold-name.ts'
import type { ColumnNames } from './table/layout.ts'
import { COLUMN_ROLES, USUAL_FLAGS } from './table/layout.ts'

const columnName = z.string().min(1).max(200)
const flagTexts = z.array(z.string().min(1).max(40)).max(20)

/**
 * A person's reading of a file no layout knows: which column is what. It is used for files whose header row is exactly
 * `header`. Needed are `date` and either `debit` with `credit`, or `amount`.
 */
export const columnMappingSchema = z
  .strictObject({
    format: z.literal(1),
    name: z.string().min(1).max(80),
    header: z.array(z.string().max(200)).min(3).max(200),
    columns: z.partialRecord(z.enum(COLUMN_ROLES), columnName),
    /** `signed`: a minus means out. `unsigned`: the flag says which way. */
    amountSign: z.enum(['signed', 'unsigned']).default('signed'),
    flags: z.strictObject({ in: flagTexts, out: flagTexts }).optional(),
    /** `,`: amounts are written `1.234,56`. */
    decimalSign: z.enum(['.', ',']).optional(),
    /** For dates with the year at the end: `21.03.2026`, `03/21/2026`. */
    dateOrder: z.enum(['day-first', 'month-first']).optional(),
  })
  .refine(
    ({ columns: { date, debit, credit, amount } }) => date && ((debit && credit) || amount),
    'date and either debit and credit, or amount, are needed',
  )
  .refine(
    ({ columns, amountSign }) => columns.debit || amountSign === 'signed' || columns.flag,
    'an unsigned amount needs a flag column',
  )
  .refine(({ header, columns }) => {
    const names = new Set(header.map(foldName))
    return Object.values(columns).every((name) => names.has(foldName(name ?? '')))
  }, 'every column stands in the header')
export type ColumnMapping = Readonly<z.infer<typeof columnMappingSchema>>

/** A mapping as a layout, found by the signature of its header row. */
export function mappedLayout(mapping: ColumnMapping): MappedLayout {
  const columns: ColumnNames = Object.fromEntries(
    Object.entries(mapping.columns).map(([role, name]) => [role, [foldName(name ?? '')]]),
  )
  const flags = mapping.flags && { credit: foldAll(mapping.flags.in), debit: foldAll(mapping.flags.out) }
  return {
    signature: headerSignature(mapping.header),
    layout: {
      ...anyBank,
      id: 'mapping',
      name: { zh: mapping.name, en: mapping.name },
      columns,
      amountSign: mapping.amountSign,
      flags: flags ?? USUAL_FLAGS,
      ...(mapping.decimalSign && { decimalSign: mapping.decimalSign }),
      ...(mapping.dateOrder && { dateOrder: mapping.dateOrder }),
    },
  }
}

function foldAll(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase())
}
