import type { Bilingual } from '#shared/base/bilingual.ts'
import {
  type BookExport,
  type BookMonth,
  type ProviderBalance,
  SHOWN_LIMIT,
  type ShownBalances,
} from '#shared/contracts/console-engine/books.ts'
import type { ExportedFile } from '#shared/contracts/console-engine/files.ts'
import { BOOK_HEADINGS as HEADINGS } from '#shared/words/books.ts'
import { type TableColumn, tableOf, textCell } from '../../exports/table-document.ts'
import { writeTable } from '../../exports/write-table.ts'
import { exportOrigin } from '../export-origin.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { paidToProviders } from './paid-to-providers.ts'

const TITLE: Bilingual = { zh: '服务商往来余额表', en: 'Balances with providers' }

/** What providers are owed over a month, the first of them by name. */
export function readBalances(context: QueryContext, of: BookMonth): ShownBalances {
  const balances = balancesOf(context, of)
  const sum = (key: 'opening' | 'due' | 'paid' | 'closing') =>
    balances.reduce((total, each) => total + each[key], 0)
  return {
    balances: balances.slice(0, SHOWN_LIMIT),
    count: balances.length,
    total: { opening: sum('opening'), due: sum('due'), paid: sum('paid'), closing: sum('closing') },
  }
}

/** The same as a file, all of them. */
export function writeBalances(
  context: QueryContext,
  { language, format, ...of }: BookExport,
): Promise<ExportedFile> {
  const document = {
    fileStem: `balances-${of.marketplace}-${of.month}`,
    tables: [tableOf(TITLE, COLUMNS, balancesOf(context, of))] as const,
    control: [
      [textCell(TITLE[language])],
      [textCell(marketplaceName(context, of.marketplace)[language]), textCell(of.month)],
      ...exportOrigin(context, language),
    ],
  }
  return writeTable(format, document, language)
}

/**
 * What statements that hold came to up to a month and in it, less what bank lines paid. What is carried stays owed, so it is
 * no movement.
 */
function balancesOf(context: QueryContext, of: BookMonth): ProviderBalance[] {
  const owed = context.statements
    .prepare<Pick<ProviderBalance, 'providerId' | 'providerName' | 'opening' | 'due'>>(
      `SELECT providerId, max(name) AS providerName,
         sum(CASE WHEN month < @month THEN net - carried ELSE 0 END) AS opening,
         sum(CASE WHEN month = @month THEN net - carried ELSE 0 END) AS due
       FROM settlement_statement
       WHERE marketplace = @marketplace AND month <= @month AND status = 'committed' GROUP BY providerId
       ORDER BY providerName, providerId`,
    )
    .all({ marketplace: of.marketplace, month: of.month })
  const paid = paidToProviders(context, of)
  const known = new Set(owed.map(({ providerId }) => providerId))
  const others = [...paid].flatMap(([providerId, { providerName }]) =>
    known.has(providerId) ? [] : [{ providerId, providerName, opening: 0, due: 0 }],
  )
  return [...owed, ...others].flatMap(({ opening, due, ...provider }) => {
    const { before, within } = paid.get(provider.providerId) ?? { before: 0, within: 0 }
    const row = { opening: opening - before, due, paid: within }
    if (Object.values(row).every((each) => each === 0)) return []
    return [{ ...provider, ...row, closing: row.opening + row.due - row.paid }]
  })
}

const amount = (key: 'opening' | 'due' | 'paid' | 'closing'): TableColumn<ProviderBalance> => ({
  header: HEADINGS[key],
  kind: 'money',
  total: true,
  value: (row) => row[key],
})
const COLUMNS: readonly TableColumn<ProviderBalance>[] = [
  { header: HEADINGS.name, kind: 'text', width: 36, value: ({ providerName }) => providerName },
  amount('opening'),
  amount('due'),
  amount('paid'),
  amount('closing'),
]
