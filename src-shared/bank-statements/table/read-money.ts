import type { Fen } from '../../money/fen.ts'
import type { Side, SkipReason } from '../statement.ts'
import type { AmountReader } from './amount-reader.ts'
import { foldName } from './fold-name.ts'
import type { Flags, Layout } from './layout.ts'
import { USUAL_FLAGS } from './layout.ts'

/** What the money cells of a row say: how the balance changes and on which side it is booked. */
export type Money = { readonly effect: Fen; readonly side: Side } | SkipReason

/** Money in a column for each side; the flag, where there is one, must not contradict. */
export function moneyOfSides(
  amountOf: AmountReader,
  debit: string,
  credit: string,
  flag: Side | null,
): Money {
  const out = debit === '' ? 0 : amountOf(debit)
  const into = credit === '' ? 0 : amountOf(credit)
  if (out === 'amount-ambiguous' || into === 'amount-ambiguous') return 'amount-ambiguous'
  if (out === null || into === null) return 'amount-unreadable'
  if (out !== 0 && into !== 0) return 'both-sides'
  if (out === 0 && into === 0) return debit === '' && credit === '' ? 'amount-missing' : 'zero-amount'
  const side = out === 0 ? 'credit' : 'debit'
  if (flag !== null && flag !== side) return 'flag-contradicts'
  return { side, effect: side === 'credit' ? into : -out }
}

/** Money in one column with a flag or a sign. */
export function moneyOfAmount(
  amountOf: AmountReader,
  text: string,
  flag: string,
  isSigned: boolean,
  flags: Flags,
): Money {
  if (text === '') return 'amount-missing'
  const amount = amountOf(text)
  if (amount === 'amount-ambiguous') return amount
  if (amount === null) return 'amount-unreadable'
  if (amount === 0) return 'zero-amount'
  const side = readFlag(flag, flags)
  if (isSigned) return { side: side ?? (amount < 0 ? 'debit' : 'credit'), effect: amount }
  return side === null ? 'flag-unknown' : { side, effect: side === 'credit' ? amount : -amount }
}

/** The side a flag names; null where it is empty or unknown. */
export function readFlag(text: string, flags: Flags): Side | null {
  if (text === '') return null
  const exact = sideOf(text, flags)
  if (exact !== null) return exact
  const folded = text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  // `贷 Cr` of a bilingual bank, cut like the name of a column.
  return sideOf(folded, flags) ?? sideOf(foldName(text), flags)
}

function sideOf(flag: string, flags: Flags): Side | null {
  return flags.credit.includes(flag) ? 'credit' : flags.debit.includes(flag) ? 'debit' : null
}

/**
 * Whether the sign of the amount column is the direction. By data: where there are debits and none is positive; an
 * unsigned column has at least one that is.
 */
export function hasSignedAmounts(
  layout: Layout,
  amountOf: AmountReader,
  rowsOf: () => readonly { readonly amount: string; readonly flag: string }[],
): boolean {
  if (layout.amountSign !== 'by-data') return layout.amountSign === 'signed'
  let hasDebit = false
  let hasFlag = false
  for (const { amount, flag } of rowsOf()) {
    if (flag !== '') hasFlag = true
    const fen = amountOf(amount)
    if (
      fen === null ||
      fen === 'amount-ambiguous' ||
      fen === 0 ||
      readFlag(flag, layout.flags ?? USUAL_FLAGS) !== 'debit'
    )
      continue
    if (fen > 0) return false
    hasDebit = true
  }
  return hasDebit || !hasFlag
}
