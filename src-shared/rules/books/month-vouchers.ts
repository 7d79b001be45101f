import type { Instant } from '../../base/ids.ts'
import { lastOfMonth, type PlainDate, type PlainMonth } from '../../calendar/plain-date.ts'
import { reversed, type ToBook, type VoucherEntry, voucherEntries } from './voucher-entries.ts'

/** A statement that was committed, and voided or not. */
export interface CommittedStatement {
  readonly id: string
  readonly month: PlainMonth
  readonly providerId: string
  readonly providerName: string
  readonly committedAt: Instant
  readonly voidedAt: Instant | null
  readonly booked: ToBook
}

/** 记账凭证 of a statement; `takesBack` where it takes that of a voided one back. */
export interface Voucher {
  /** From 1 in the month of the marketplace. */
  readonly number: number
  readonly date: PlainDate
  readonly statementId: string
  readonly providerId: string
  readonly providerName: string
  readonly takesBack: boolean
  readonly entries: readonly VoucherEntry[]
}

/**
 * The vouchers of a marketplace's month, one for each commit and each void in the order they happened: what happens
 * later takes later numbers, so that a voucher that was handed on keeps its number and content.
 */
export function monthVouchers(statements: readonly CommittedStatement[]): Voucher[] {
  const events = statements.flatMap((statement) => {
    const entries = voucherEntries(statement.booked)
    if (entries.length === 0) return []
    const committed = { at: statement.committedAt, statement, entries, takesBack: false }
    const voided = { at: statement.voidedAt ?? '', statement, entries: reversed(entries), takesBack: true }
    return statement.voidedAt === null ? [committed] : [committed, voided]
  })
  events.sort(
    (one, other) =>
      compare(one.at, other.at) ||
      compare(one.statement.id, other.statement.id) ||
      Number(one.takesBack) - Number(other.takesBack),
  )
  return events.map(({ statement: { id, month, providerId, providerName }, entries, takesBack }, at) => ({
    number: at + 1,
    date: lastOfMonth(month),
    ...{ statementId: id, providerId, providerName, takesBack, entries },
  }))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
