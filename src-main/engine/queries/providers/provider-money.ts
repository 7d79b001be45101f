import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { ProviderCase } from '#shared/contracts/console-engine/providers.ts'
import { invoiceStatus } from '#shared/contracts/console-platform/records/invoice.ts'
import { orderSchema, orderStatus } from '#shared/contracts/console-platform/records/order.ts'
import { providerAccountStatus } from '#shared/contracts/console-platform/records/provider-account.ts'
import {
  type SettlementStatement,
  settlementStatementSchema,
} from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { invoiceNumber } from '#shared/invoices/invoice.ts'
import { ofProvider } from '../of-provider.ts'
import { SETTLED_IN, withSettledIn } from '../orders/settled-in.ts'
import { requestsByStatement } from '../payouts/paid-by.ts'
import type { QueryContext } from '../query-context.ts'
import { IS_PRESENT } from '../settlement/statement-filter.ts'

/** Most orders shown of one provider: the newest. */
const MAX_ORDERS = 10

/** The newest orders of a provider, and how many there are. */
export function ordersOf(context: QueryContext, providerId: string): ProviderCase['orders'] {
  const rows = context.statements
    .prepare<{ body: string; settledIn: string | null }>(
      `SELECT r.body AS body, ${SETTLED_IN} AS settledIn FROM market_order r
       WHERE r.providerId = @providerId ORDER BY r.paidAt DESC, r.id DESC LIMIT ${MAX_ORDERS}`,
    )
    .all({ providerId })
    .map(({ body, settledIn }) => withSettledIn(orderSchema.parse(JSON.parse(body)), settledIn))
  const counted = context.statements
    .prepare<{ total: number }>('SELECT count(*) AS total FROM market_order WHERE providerId = @providerId')
    .get({ providerId })
  return {
    rows: rows.map((order) => {
      const { id, number, productName, paidAt, cash } = order
      return { id, number, productName, paidOn: shanghaiDate(paidAt), cash, status: orderStatus(order) }
    }),
    total: counted?.total ?? 0,
  }
}

/** Statements of a provider that are not drafts of long ago, pending decisions laid over; the newest month first. */
export function statementsOf(context: QueryContext, providerId: string): SettlementStatement[] {
  return context.statements
    .prepare<{ body: string }>(
      `SELECT r.body AS body, r.month AS month, r.id AS id FROM settlement_statement r
       WHERE r.providerId = @providerId AND ${IS_PRESENT}
         AND NOT EXISTS (SELECT 1 FROM overlay_settlement_statement o WHERE o.id = r.id)
       UNION ALL SELECT r.body, r.month, r.id FROM overlay_settlement_statement r
       WHERE r.providerId = @providerId AND ${IS_PRESENT} ORDER BY month DESC, id DESC`,
    )
    .all({ providerId })
    .map(({ body }) => settlementStatementSchema.parse(JSON.parse(body)))
}

/** What is owed and paid to a provider: statements, requests, invoices and accounts, the newest first. */
export function moneyOf(
  context: QueryContext,
  providerId: string,
  statements: readonly SettlementStatement[],
): Pick<ProviderCase, 'statements' | 'payouts' | 'invoices' | 'accounts'> {
  const payouts = ofProvider(context, 'payoutRequest', providerId)
  const paidBy = requestsByStatement(payouts)
  return {
    statements: statements.map(({ id, month, status, totals }) => ({
      ...{ id, month, status },
      net: totals.net,
      payout: paidBy.get(id) ?? null,
    })),
    payouts: payouts.toReversed().map(({ id, status, months, amount, requested }) => ({
      ...{ id, status, amount },
      months: months.map(({ month }) => month),
      requestedOn: requested.on,
    })),
    invoices: ofProvider(context, 'invoice', providerId)
      .toReversed()
      .map((invoice) => ({
        id: invoice.id,
        number: invoiceNumber(invoice),
        status: invoiceStatus(invoice),
        gross: invoice.gross,
        issuedOn: invoice.issuedOn,
      })),
    accounts: ofProvider(context, 'providerAccount', providerId)
      .toReversed()
      .map((account) => {
        const { id, accountName, accountNumber, bankName } = account
        return { id, status: providerAccountStatus(account), accountName, accountNumber, bankName }
      }),
  }
}
