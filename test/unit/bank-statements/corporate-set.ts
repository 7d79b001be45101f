import { z } from 'zod'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import type { StatementLine } from '#shared/bank-statements/statement.ts'
import { fixture } from './statement-files.ts'

/** The 24 transactions that all corporate samples hold. */
export const CORPORATE = z
  .object({
    own_account: z.string(),
    opening_balance: z.string(),
    closing_balance: z.string(),
    transactions: z.array(
      z.object({
        serial: z.string(),
        date: z.string(),
        time: z.string(),
        direction: z.enum(['in', 'out']),
        amount: z.string(),
        counterparty_name: z.string(),
        counterparty_account: z.string(),
        summary: z.string(),
        purpose: z.string(),
        remark: z.string(),
        balance_after: z.string(),
      }),
    ),
  })
  .parse(JSON.parse(new TextDecoder().decode(fixture('corporate/expected.json'))))

/** A line in the words of the expectation. */
export function asExpected(line: StatementLine) {
  return {
    serial: line.serial,
    date: line.bookedOn,
    time: line.bookedTime,
    direction: line.direction,
    amount: decimalAmount(line.amount),
    counterparty_name: line.counterpartyName,
    counterparty_account: line.counterpartyAccount,
    summary: line.summary,
    purpose: line.purpose,
    remark: line.remark,
    balance_after: line.balanceAfter === null ? null : decimalAmount(line.balanceAfter),
  }
}
