import { addMonths, firstOfMonth } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import {
  type BookException,
  type BookMonth,
  EXCEPTION_KINDS,
  type ExceptionKind,
  SHOWN_LIMIT,
  type ShownExceptions,
} from '#shared/contracts/console-engine/books.ts'
import { acceptableSchema } from '#shared/contracts/console-platform/records/bank-statement.ts'
import type { QueryContext } from '../query-context.ts'

interface Found {
  readonly id: string
  readonly within: string | null
  readonly title: string
  readonly check: BookException['check']
  readonly accepted: string | null
  readonly reason: string
  readonly byName: string
  readonly at: string
}

/**
 * What was let be, by kind. Months of checks are those of the settlement; the rest goes by when it was decided, and
 * payers by the day their money was booked. Both ends of the month are Beijing's.
 */
const FIND: Readonly<
  Record<ExceptionKind, { readonly record: BookException['record']['kind']; readonly sql: string }>
> = {
  'skipped-check': {
    record: 'settlementMonth',
    sql: `SELECT r.id AS id, NULL AS within, r.month AS title, e.value ->> 'check' AS "check", NULL AS accepted,
        e.value ->> 'reason' AS reason, e.value ->> 'byName' AS byName, e.value ->> 'at' AS at
      FROM settlement_month r, json_each(r.body, '$.skipped') e
      WHERE r.marketplace = @marketplace AND r.month = @month`,
  },
  waiver: {
    record: 'depositObligation',
    sql: `SELECT r.id AS id, NULL AS within, r.name AS title, NULL AS "check", NULL AS accepted,
        e.value ->> 'reason' AS reason, e.value ->> 'byName' AS byName, e.value ->> 'at' AS at
      FROM deposit_obligation r, json_each(r.body, '$.entries') e
      WHERE r.marketplace = @marketplace AND e.value ->> 'kind' = 'waive'
        AND e.value ->> 'at' >= @from AND e.value ->> 'at' < @before`,
  },
  override: {
    record: 'listingVersion',
    sql: `SELECT r.id AS id, NULL AS within, r.titleZh || ' ' || (e.value ->> 'ruleId') AS title, NULL AS "check",
        NULL AS accepted, e.value ->> 'reason' AS reason, e.value ->> 'byName' AS byName, e.value ->> 'at' AS at
      FROM listing_version r, json_each(r.body, '$.overrides') e
      WHERE r.marketplace = @marketplace AND e.value ->> 'at' >= @from AND e.value ->> 'at' < @before`,
  },
  'unproven-import': {
    record: 'bankStatement',
    sql: `SELECT r.id AS id, r.accountId AS within, r.body ->> 'fileName' AS title, NULL AS "check",
        r.body -> 'accepted' AS accepted, '' AS reason, r.body ->> 'byName' AS byName, r.importedAt AS at
      FROM bank_statement r
      WHERE r.marketplace = @marketplace AND r.importedAt >= @from AND r.importedAt < @before
        AND r.body ->> 'proof' <> 'proven'`,
  },
  'third-party-payer': {
    record: 'bankLine',
    sql: `SELECT r.id AS id, NULL AS within, r.counterpartyName AS title, NULL AS "check", NULL AS accepted,
        a.value ->> 'note' AS reason, a.value ->> 'byName' AS byName, a.value ->> 'at' AS at
      FROM bank_line r, json_each(r.body, '$.allocations') a
      WHERE r.accountId IN (SELECT id FROM bank_account WHERE marketplace = @marketplace)
        AND r.bookedOn >= @firstDay AND r.bookedOn < @lastDay AND r.status = 'matched'
        AND a.value ->> 'undone' IS NULL AND instr(a.value, '"third-party-payer"') > 0`,
  },
}

/** What of a month was let be, newest first; the first of each kind, and how many there are. */
export function readExceptions(context: QueryContext, of: BookMonth): ShownExceptions {
  const all = exceptionsOf(context, of)
  return {
    exceptions: all.slice(0, SHOWN_LIMIT),
    counts: EXCEPTION_KINDS.map((kind) => ({
      kind,
      count: all.filter((each) => each.kind === kind).length,
    })),
  }
}

/** All of them. */
export function exceptionsOf(
  { statements }: QueryContext,
  { marketplace, month }: BookMonth,
): BookException[] {
  const firstDay = firstOfMonth(month)
  const lastDay = addMonths(firstDay, 1)
  const bound = { marketplace, month, firstDay, lastDay }
  const instants = { from: startOfShanghaiDay(firstDay), before: startOfShanghaiDay(lastDay) }
  return EXCEPTION_KINDS.flatMap((kind) => {
    const { record, sql } = FIND[kind]
    const bindings = Object.fromEntries(
      Object.entries({ ...bound, ...instants }).filter(([name]) => sql.includes(`@${name}`)),
    )
    return statements
      .prepare<Found>(`${sql} ORDER BY at DESC`)
      .all(bindings)
      .map(
        ({ id, within, accepted, ...told }): BookException => ({
          ...told,
          kind,
          record: { kind: record, id, within },
          accepted: accepted === null ? [] : acceptableSchema.array().parse(JSON.parse(accepted)),
        }),
      )
  })
}
