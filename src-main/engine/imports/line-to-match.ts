import type { Proof } from '#shared/bank-statements/proof.ts'
import type { StatementLine } from '#shared/bank-statements/statement.ts'
import type { LineToMatch } from '#shared/rules/bank-matching/match-types.ts'

/** Whether the money of a line certainly went the way it says: the whole statement is proven, or its own balance. */
export function isDirectionProven({ verdict, directions }: Proof, at: number): boolean {
  return verdict === 'proven' || directions[at] === true
}

/** A line of a statement as matching looks at it. */
export function lineToMatch(line: StatementLine, directionProven: boolean): LineToMatch {
  return {
    direction: line.direction,
    isDirectionProven: directionProven,
    isReversal: line.isReversal,
    amount: line.amount,
    payer: line.counterpartyName,
    payerAccount: line.counterpartyAccount,
    remark: [...new Set([line.purpose, line.remark])].filter((text) => text !== '').join(' '),
    summary: line.summary,
  }
}
