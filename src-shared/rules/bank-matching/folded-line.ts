import { type FoldedText, foldAll } from '../../base/fold-name.ts'
import type { LineToMatch } from './match-types.ts'

/** A line with its texts folded, each once. */
export interface FoldedLine extends Pick<LineToMatch, 'amount' | 'payerAccount' | 'isDirectionProven'> {
  readonly payer: FoldedText
  readonly remark: FoldedText
  /** As `foldName`. */
  readonly summary: string
}

export function foldLine({ payer, remark, summary, ...line }: LineToMatch): FoldedLine {
  const { amount, payerAccount, isDirectionProven } = line
  return {
    ...{ amount, payerAccount, isDirectionProven },
    payer: foldAll(payer),
    remark: foldAll(remark),
    summary: foldAll(summary).name,
  }
}
