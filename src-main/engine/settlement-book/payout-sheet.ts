import type Database from 'better-sqlite3'
import {
  isLivePayout,
  type PayoutRequest,
  payoutRequestSchema,
} from '#shared/contracts/console-platform/records/payout-request.ts'
import { BOOK_SHEETS } from '#shared/words/settlement-book.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import type { BookColumn, BookSheet, BookValue } from '../book/book.ts'
import { column, OF_STATEMENT, summed } from './book-columns.ts'
import type { BookQuestion } from './book-question.ts'
import { ofStatement } from './statement-sheets.ts'
import type { StatementHead } from './statements-asked.ts'

const COLUMNS: readonly BookColumn[] = [
  ...OF_STATEMENT,
  column('payoutStatus', 'payoutStatus', 'text', 14),
  column('requestedOn', 'requestedOn', 'date'),
  summed('asked', 'asked'),
  summed('paid', 'paid'),
  column('paidAt', 'paidAt', 'moment'),
  column('payee', 'payee', 'text', 34),
  column('payeeAccount', 'payeeAccount', 'text', 26),
  column('invoices', 'invoices', 'text', 30),
  column('reference', 'reference', 'text', 26),
  column('payoutId', 'payoutId', 'text', 30),
  column('id', 'id', 'text', 30),
]

/** 提现: a row for each statement that a request to be paid has, what of it is paid, to whom and by which reference. */
export function payoutSheet(
  database: Database.Database,
  question: BookQuestion,
  statements: readonly StatementHead[],
): BookSheet {
  const read = database.prepare<[string, string], { body: string }>(
    'SELECT body FROM payout_request WHERE marketplace = ? AND providerId = ? ORDER BY id',
  )
  const known = new Map<string, ReadonlyMap<string, PayoutRequest>>()
  /** The live request of each statement of a provider: there is one at most. */
  const requestsOf = ({ marketplace, providerId }: StatementHead) => {
    const key = `${marketplace} ${providerId}`
    const found = known.get(key)
    if (found !== undefined) return found
    const requests = read
      .all(marketplace, providerId)
      .map(({ body }) => payoutRequestSchema.parse(JSON.parse(body)))
    const made = new Map(
      requests
        .filter(isLivePayout)
        .flatMap((request) => request.months.map(({ statementId }) => [statementId, request] as const)),
    )
    known.set(key, made)
    return made
  }
  function* rows(): Generator<BookValue[]> {
    for (const statement of statements) {
      const request = requestsOf(statement).get(statement.id)
      const month = request?.months.find(({ statementId }) => statementId === statement.id)
      if (request === undefined || month === undefined) continue
      const { status, requested, paidAt, account, invoices, endToEndId } = request
      yield [
        ...ofStatement(question, statement),
        STATUS_WORDS.payoutRequest[status][question.language],
        requested.on,
        month.net,
        status === 'paid' ? month.net : 0,
        paidAt,
        account?.accountName ?? null,
        account?.accountNumber ?? null,
        invoices.length === 0 ? null : invoices.map(({ number }) => number).join('、'),
        endToEndId,
        request.id,
        statement.id,
      ]
    }
  }
  return { name: BOOK_SHEETS.payouts, columns: COLUMNS, rows: rows() }
}
