import type Database from 'better-sqlite3'
import {
  type SettlementStatement,
  settlementStatementSchema,
} from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { statementFilter } from '../queries/settlement/statement-filter.ts'
import { type BookQuestion, STANDARD_STATUSES } from './book-question.ts'

/** A statement as the rows of a book need it. */
export type StatementHead = Pick<
  SettlementStatement,
  | 'id'
  | 'marketplace'
  | 'month'
  | 'providerId'
  | 'providerName'
  | 'status'
  | 'totals'
  | 'lines'
  | 'committed'
  | 'replaces'
> & {
  /** By the place that lines name them by: id and pack. */
  readonly rules: readonly string[]
  readonly packs: readonly string[]
}

/** The statements of a filter as the platform has them, by month, marketplace and provider. */
export function statementsAsked(
  database: Database.Database,
  { filter }: Pick<BookQuestion, 'filter'>,
): StatementHead[] {
  const statuses = filter.statuses.length === 0 ? STANDARD_STATUSES : filter.statuses
  const { states, walk, bindings } = statementFilter({ ...filter, statuses: [...statuses] })
  const conditions = [`r.status IN (${states.map((_, at) => `@state${at}`).join(', ')})`, ...walk]
  const rows = database
    .prepare<[object], { body: string }>(
      `SELECT r.body AS body FROM settlement_statement r WHERE ${conditions.join(' AND ')}
       ORDER BY r.month, r.marketplace, r.providerId, r.id`,
    )
    .iterate(bindings)
  return Array.from(rows, ({ body }) => headOf(settlementStatementSchema.parse(JSON.parse(body))))
}

function headOf(statement: SettlementStatement): StatementHead {
  const { id, marketplace, month, providerId, providerName, status, totals, lines } = statement
  const { committed, replaces } = statement
  const packs = statement.rules.map(
    ({ pack }) => `${pack.marketplace} ${pack.effectiveFrom} v${pack.version}`,
  )
  return {
    ...{ id, marketplace, month, providerId, providerName, status, totals, lines },
    ...{ committed, replaces },
    rules: statement.rules.map(({ citation }, at) => `${citation.ruleId} (${packs[at]})`),
    packs: [...new Set(packs)],
  }
}
