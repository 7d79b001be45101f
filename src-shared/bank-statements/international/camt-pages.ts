import type { SkippedRow, StatementSection } from '../statement.ts'
import { NO_TOTALS, skippedRow } from '../statement.ts'
import type { Node } from './xml-node.ts'
import { child, textAt } from './xml-node.ts'

/** One `Stmt`, and which page of its statement it is; null where it says of none. */
export interface StatementPage {
  /** Account and numbers of the statement: the same on all its pages. */
  readonly statement: string
  readonly page: PageNumber | null
  readonly section: StatementSection
}

interface PageNumber {
  readonly number: number
  readonly isLast: boolean
}

/** `MsgPgntn` or `StmtPgntn`. */
export function pageNumber(pagination: Node | null): PageNumber | null {
  const number = textAt(pagination, 'PgNb')
  if (!/^\d{1,5}$/.test(number)) return null
  return { number: Number(number), isLast: /^(true|1)$/.test(textAt(pagination, 'LastPgInd')) }
}

/** What is the same on all pages of a statement. */
export function statementKey(statement: Node, account: string): string {
  const numbers = ['Id', 'ElctrncSeqNb', 'LglSeqNb'].map((name) => textAt(statement, name))
  return JSON.stringify([account, textAt(child(statement, 'Acct'), 'Ccy'), ...numbers])
}

/**
 * Pages of one statement as one, in the order of their numbers. Where not all of them are here, neither balances nor
 * sums say anything of the lines, and the missing pages are left-out rows that matter.
 */
export function joinPages(pages: readonly StatementPage[], skipped: SkippedRow[]): StatementSection[] {
  const statements = Map.groupBy(pages, ({ statement, page }, at) => (page === null ? at : statement))
  return [...statements.values()].flatMap((some) => {
    const inOrder = some.toSorted((one, other) => (one.page?.number ?? 0) - (other.page?.number ?? 0))
    const [first] = inOrder
    const last = inOrder.at(-1)
    if (first === undefined || last === undefined) return []
    if (first.page === null) return [first.section]
    const joined = { ...first.section, lines: inOrder.flatMap(({ section }) => section.lines) }
    if (last.page?.isLast === true && inOrder.every(({ page }, at) => page?.number === at + 1)) {
      const totals = inOrder.length === 1 ? joined.totals : NO_TOTALS
      return [{ ...joined, closing: last.section.closing, totals }]
    }
    const there = inOrder.map(({ page }) => page?.number).join(', ')
    const place = { page: String(pages.indexOf(first) + 1), row: 1 }
    skipped.push(skippedRow(place, 'page-missing', `PgNb ${there}`))
    return [{ ...joined, opening: null, closing: null, totals: NO_TOTALS }]
  })
}
