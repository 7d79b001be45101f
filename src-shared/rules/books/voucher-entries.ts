import type { Fen } from '../../money/fen.ts'
import { splitTax } from '../fees/tax-split.ts'
import type { AdjustmentKind } from '../settlement/statement-line.ts'
import type { StatementTotals } from '../settlement/statement-totals.ts'

/** What an account of the books stands for in vouchers of a settlement. */
export const ACCOUNT_ROLES = [
  /** What buyers paid, to be had from the marketplace's collection. */
  'collected',
  /** What providers are owed. */
  'payable',
  'income',
  'output-tax',
  /** 佣金返还 that is paid back apart. */
  'rebate-payable',
  'penalty',
  'deposit',
  'adjustment',
] as const
export type AccountRole = (typeof ACCOUNT_ROLES)[number]

/** What an entry books: the summary of a voucher's row. */
export const ENTRY_SUBJECTS = ['sales', 'refunds', 'fee', 'rebate', 'adjustment'] as const
export type EntrySubject = (typeof ENTRY_SUBJECTS)[number]

/** A row of a voucher. One of the two amounts is 0; a negative one is written in red 红字. Fen. */
export interface VoucherEntry {
  readonly subject: EntrySubject
  readonly account: AccountRole
  readonly debit: Fen
  readonly credit: Fen
}

/** What a voucher is made from: the header of a committed statement, and its adjustments by kind. Fen. */
export interface ToBook extends Pick<StatementTotals, 'gross' | 'refunded' | 'fee' | 'rebate' | 'setOff'> {
  readonly adjustments: readonly { readonly kind: AdjustmentKind; readonly amount: Fen }[]
  /** Of tax in what the market keeps, in hundredths of a per cent. */
  readonly taxBasisPoints: number
}

/** The account that stands against what an adjustment moves. */
const AGAINST: Readonly<Record<AdjustmentKind, AccountRole>> = {
  correction: 'adjustment',
  refund: 'collected',
  penalty: 'penalty',
  'deposit-set-off': 'deposit',
  manual: 'adjustment',
}

/**
 * The rows of a statement's voucher. Debit and credit are equal in each movement, so in the voucher; what `payable` is
 * credited less debited is the net of the statement without what was carried, which stays in the account. What takes back is
 * written in red on the side it takes from. The tax in the fee is split as on its invoice (四舍五入到分).
 */
export function voucherEntries(booked: ToBook): VoucherEntry[] {
  const { gross, refunded, fee, rebate, setOff, adjustments, taxBasisPoints } = booked
  const feeParts = splitTax({ gross: fee, basisPoints: taxBasisPoints })
  const rebateParts = splitTax({ gross: rebate, basisPoints: taxBasisPoints })
  const entries = [
    debit('sales', 'collected', gross),
    credit('sales', 'payable', gross),
    debit('refunds', 'collected', -refunded),
    credit('refunds', 'payable', -refunded),
    debit('fee', 'payable', fee),
    credit('fee', 'income', feeParts.net),
    credit('fee', 'output-tax', feeParts.tax),
    debit('rebate', 'payable', -setOff),
    debit('rebate', 'rebate-payable', setOff - rebate),
    credit('rebate', 'income', -rebateParts.net),
    credit('rebate', 'output-tax', -rebateParts.tax),
    ...adjustments.flatMap(({ kind, amount }) =>
      amount < 0
        ? [debit('adjustment', 'payable', -amount), credit('adjustment', AGAINST[kind], -amount)]
        : [debit('adjustment', AGAINST[kind], amount), credit('adjustment', 'payable', amount)],
    ),
  ]
  return entries.filter((entry) => entry.debit !== 0 || entry.credit !== 0)
}

/** The rows that take a voucher back: the same in red 红字冲销. */
export function reversed(entries: readonly VoucherEntry[]): VoucherEntry[] {
  return entries.map((entry) => ({ ...entry, debit: 0 - entry.debit, credit: 0 - entry.credit }))
}

function debit(subject: EntrySubject, account: AccountRole, amount: Fen): VoucherEntry {
  return { subject, account, debit: 0 + amount, credit: 0 }
}

function credit(subject: EntrySubject, account: AccountRole, amount: Fen): VoucherEntry {
  return { subject, account, debit: 0, credit: 0 + amount }
}
