import { USUAL_COLUMNS } from '#shared/bank-statements/layouts/any-bank.ts'
import { type ColumnMapping, columnMappingSchema } from '#shared/bank-statements/mapping.ts'
import { foldName } from '#shared/bank-statements/table/fold-name.ts'
import { COLUMN_ROLES, type ColumnRole } from '#shared/bank-statements/table/layout.ts'

/** How a bank writes which way the money went. */
export const AMOUNT_SHAPES = ['sides', 'signed', 'flagged'] as const
export type AmountShape = (typeof AMOUNT_SHAPES)[number]

/** What stands before the decimals. */
export const DECIMAL_SIGNS = ['.', ','] as const
export type DecimalSign = (typeof DECIMAL_SIGNS)[number]
/** The order of a date's parts. */
export const YEAR_PLACES = ['year-first', 'day-first', 'month-first'] as const
export type YearPlace = (typeof YEAR_PLACES)[number]

/** A mapping while a person draws it up; flags as typed. */
export interface MappingDraft {
  readonly header: readonly string[]
  readonly columns: Readonly<Partial<Record<ColumnRole, string>>>
  readonly shape: AmountShape
  readonly flagsIn: string
  readonly flagsOut: string
  readonly decimalSign: DecimalSign
  readonly dateOrder: YearPlace
  readonly name: string
}

/** What is still wrong with a field. */
export type Fault = 'missing' | 'same' | 'flag-both' | 'name-missing'
export type Faults = Readonly<Partial<Record<ColumnRole | 'flags' | 'name', Fault>>>

const MONEY: Readonly<Record<AmountShape, readonly ColumnRole[]>> = {
  sides: ['credit', 'debit'],
  signed: ['amount'],
  flagged: ['amount', 'flag'],
}
const MONEY_ROLES: readonly ColumnRole[] = ['debit', 'credit', 'amount', 'flag']
/** Fewest columns of a header. */
const FEWEST = 3

/** The candidate rows that can be a header. */
export function headerRows(candidates: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return candidates.filter((cells) => cells.filter((cell) => cell !== '').length >= FEWEST)
}

/** The row most likely to be the header: with the fewest digits. */
export function likelyHeader(rows: readonly (readonly string[])[]): number {
  const withDigits = rows.map((cells) => cells.filter((cell) => /\d/.test(cell)).length)
  return withDigits.indexOf(Math.min(...withDigits))
}

/** Roles that have to be named, date first. */
export function neededRoles(shape: AmountShape): readonly ColumnRole[] {
  return ['date', ...MONEY[shape]]
}

/** Roles that help where the file has them, the balance first: it proves the directions. */
export function optionalRoles(): readonly ColumnRole[] {
  const first: readonly ColumnRole[] = ['balance', 'serial', 'counterpartyName', 'counterpartyAccount']
  const rest = COLUMN_ROLES.filter(
    (role) => role !== 'date' && !MONEY_ROLES.includes(role) && !first.includes(role),
  )
  return [...first, ...rest]
}

/** A draft for a header row, with what its names tell by themselves. */
export function draftFor(header: readonly string[], name: string): MappingDraft {
  const columns: Partial<Record<ColumnRole, string>> = {}
  for (const role of COLUMN_ROLES) {
    const found = header.find((cell) => USUAL_COLUMNS[role]?.includes(foldName(cell)) === true)
    if (found !== undefined && !Object.values(columns).includes(found)) columns[role] = found
  }
  const shape =
    columns.debit !== undefined || columns.credit !== undefined
      ? 'sides'
      : columns.flag === undefined
        ? 'signed'
        : 'flagged'
  return {
    header,
    columns,
    shape,
    flagsIn: '',
    flagsOut: '',
    decimalSign: '.',
    dateOrder: 'year-first',
    name,
  }
}

/** What is missing or does not fit, field by field; empty where the draft can be kept. */
export function faultsOf({ columns, shape, flagsIn, flagsOut, name }: MappingDraft): Faults {
  const needed = neededRoles(shape)
  const faults: Partial<Record<ColumnRole | 'flags' | 'name', Fault>> = {}
  for (const [at, role] of needed.entries()) {
    const column = columns[role]
    if (column === undefined) faults[role] = 'missing'
    else if (needed.slice(0, at).some((other) => columns[other] === column)) faults[role] = 'same'
  }
  const isOneSided = (words(flagsIn).length === 0) !== (words(flagsOut).length === 0)
  if (shape === 'flagged' && isOneSided) faults.flags = 'flag-both'
  if (name.trim() === '') faults.name = 'name-missing'
  return faults
}

/** The mapping as it is kept; null while the draft is not complete. */
export function mappingOf(draft: MappingDraft): ColumnMapping | null {
  if (Object.keys(faultsOf(draft)).length > 0) return null
  const { header, shape, flagsIn, flagsOut } = draft
  const money = MONEY[shape]
  const columns = Object.fromEntries(
    Object.entries(draft.columns).filter(
      ([role]) => !MONEY_ROLES.some((each) => each === role) || money.some((each) => each === role),
    ),
  )
  const flags = shape === 'flagged' && words(flagsIn).length > 0
  const parsed = columnMappingSchema.safeParse({
    format: 1,
    name: draft.name.trim(),
    header,
    columns,
    amountSign: shape === 'flagged' ? 'unsigned' : 'signed',
    ...(draft.decimalSign === '.' ? {} : { decimalSign: draft.decimalSign }),
    ...(draft.dateOrder === 'year-first' ? {} : { dateOrder: draft.dateOrder }),
    ...(flags ? { flags: { in: words(flagsIn), out: words(flagsOut) } } : {}),
  })
  return parsed.success ? parsed.data : null
}

function words(typed: string): readonly string[] {
  return typed
    .split(/[,，、;；]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
