import { foldForms } from '../../base/fold-writing.ts'
import type { LineToMatch } from './match-types.ts'

/** A line as a bank's file or the register has it. */
interface KnownLine extends Pick<LineToMatch, 'direction' | 'isReversal' | 'amount' | 'summary'> {
  readonly counterpartyName: string
  readonly counterpartyAccount: string
  readonly purpose: string
  readonly remark: string
}

/** A line for matching: some banks give what the payer wrote as purpose, some as remark, some as both. */
export function lineToMatch(line: KnownLine, isDirectionProven: boolean): LineToMatch {
  const { direction, isReversal, amount, summary, purpose, remark } = line
  return {
    direction,
    isReversal,
    amount,
    summary,
    isDirectionProven,
    payer: line.counterpartyName,
    payerAccount: plainAccount(line.counterpartyAccount),
    remark: purpose === remark || purpose === '' ? remark : remark === '' ? purpose : `${purpose} ${remark}`,
  }
}

/** Written as it is compared. */
const PLAIN = /^[0-9A-Z]*$/

/** An account number as it is compared: blanks, dashes and wide digits mean nothing. */
export function plainAccount(number: string): string {
  if (PLAIN.test(number)) return number
  return foldForms(number).replaceAll(/[\s-]/g, '').toUpperCase()
}
