import type { z } from 'zod'
import type { LineKind } from '#shared/contracts/console-engine/bank-lines.ts'
import type {
  Reconciliation,
  reportInput,
  reportMonthSchema,
} from '#shared/contracts/console-engine/bank-reports.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import { OTHER_KINDS } from '#shared/contracts/console-platform/records/bank-line.ts'
import { monthsWithLines, reconcileMonth } from '#shared/rules/reconciliation/reconcile.ts'
import { toAccountRow } from '../bank/bank-accounts.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { accountLedger } from './account-ledger.ts'

type ReportQuestion = z.infer<typeof reportInput>

/** Kinds of parts as a report lists them. */
const LINE_KINDS: readonly LineKind[] = ['deposit', 'refund', 'payout', 'return', ...OTHER_KINDS]

/** 收支核对 of an account and month. @throws RecordMissing */
export function readReconciliation(
  context: QueryContext,
  { accountId, month }: ReportQuestion,
): Reconciliation {
  const account = accountOf(context, accountId)
  const report = reconcileMonth(accountLedger(context, accountId), month)
  return {
    ...report,
    account: toAccountRow(context, account),
    matched: LINE_KINDS.flatMap((kind) => {
      const sums = report.matched.get(kind)
      return sums === undefined ? [] : [{ kind, ...sums }]
    }),
    gaps: [...report.gaps],
    covered: [...report.covered],
  }
}

/** The months in which an account has lines, with how they stand; newest first. @throws RecordMissing */
export function listReportMonths(
  context: QueryContext,
  accountId: string,
): z.infer<typeof reportMonthSchema>[] {
  accountOf(context, accountId)
  const ledger = accountLedger(context, accountId)
  return monthsWithLines(ledger).map((month) => {
    const { all, open, difference, reconciled } = reconcileMonth(ledger, month)
    return { month, lines: all.count, open: open.count, difference, reconciled }
  })
}

function accountOf(context: QueryContext, accountId: string): BankAccount {
  const account = readPresent(context, 'bankAccount', accountId)
  if (account === null) throw new RecordMissing('bank account', accountId)
  return account
}
