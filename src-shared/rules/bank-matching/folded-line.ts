import { type FoldedText, foldAll } from '../../base/fold-name.ts'
import type { LineToMatch } from './match-types.ts'

/** A line with its texts folded, each once. */
export interface FoldedLine extends Pick<LineToMatch, 'amount' | 'payerAccount' | 'isDirectionProven'> {
  readonly payer: FoldedText
  readonly remark: FoldedText
  /** As `foldName`. */
  readonly summary: string
}

export function foldLine(line: LineToMatch): FoldedLine {
  return {
    amount: line.amount,
    payerAccount: line.payerAccount,
    isDirectionProven: line.isDirectionProven,
    payer: foldAll(line.payer),
    remark: foldAll(line.remark),
    summary: foldAll(line.summary).name,
  }
}
