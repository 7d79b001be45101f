import type { Bilingual } from '../../base/bilingual.ts'
import type { DateOrder } from '../moment.ts'
import type { Side } from '../statement.ts'

/** What a column can hold. `counterparty` is an account and a name in one cell. Payer and payee are turned into the counterparty by the side of the entry. */
export const COLUMN_ROLES = [
  'serial',
  'date',
  'time',
  'debit',
  'credit',
  'amount',
  'flag',
  'balance',
  'currency',
  'ownAccount',
  'ownName',
  'counterparty',
  'counterpartyName',
  'counterpartyAccount',
  'payerName',
  'payerAccount',
  'payeeName',
  'payeeAccount',
  'summary',
  'purpose',
  'remark',
] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/**
 * For each role the names of its columns. Of several that are there, the first that is not empty counts; texts that only
 * a later one has are added to summary, purpose and remark.
 */
export type ColumnNames = Readonly<Partial<Record<ColumnRole, readonly string[]>>>

/** The columns and quirks of one export of one bank, as data. */
export interface Layout {
  readonly id: string
  readonly name: Bilingual
  /** Column names that together tell this layout from others: every one must be there. */
  readonly signature: readonly string[]
  /** What has to stand above the table, where other banks have the same columns; nothing where it is left out. */
  readonly heading?: RegExp
  readonly columns: ColumnNames
  /**
   * What the sign of a single amount column says. `signed`: the sign is the direction, and the flag only the side.
   * `unsigned`: the flag is the direction, and a minus a reversal. `by-data`: signed where every debit is negative.
   */
  readonly amountSign: 'signed' | 'unsigned' | 'by-data'
  /** What stands before the decimals; a point where it is left out. */
  readonly decimalSign?: '.' | ','
  /** The order of day and month where the year does not come first. */
  readonly dateOrder?: DateOrder
  /** Flags of this bank alone; the usual ones where it is left out. */
  readonly flags?: Flags
}
export type Flags = Readonly<Record<Side, readonly string[]>>

/** Flags as banks write them, folded. `1` for in and `2` for out is what PSBC, Zheshang and others write. */
export const USUAL_FLAGS: Flags = {
  debit: [
    '借',
    '借方',
    '借dr',
    'd',
    'dr',
    'dbit',
    'debit',
    '支',
    '支出',
    '付',
    '付款',
    '往账',
    '转出',
    '出账',
    '2',
  ],
  credit: [
    '贷',
    '贷方',
    '贷cr',
    'c',
    'cr',
    'crdt',
    'credit',
    '收',
    '收入',
    '收款',
    '来账',
    '转入',
    '入账',
    '1',
  ],
}
