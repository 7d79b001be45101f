import type { Marketplace } from '#shared/base/ids.ts'
import { refundProgress } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import { depositObligationSchema } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { Fen } from '#shared/money/fen.ts'
import { plainAccount } from '#shared/rules/bank-matching/line-to-match.ts'
import type { OpenItem } from '#shared/rules/bank-matching/open-item.ts'
import type { QueryContext } from '../query-context.ts'
import { presentLines } from './line-tables.ts'
import { obligationItems } from './obligation-items.ts'

/** A deposit with what is open of it, pending decisions laid over. */
export interface OwedDeposit {
  readonly id: string
  readonly providerId: string
  readonly name: string
  /** None where the source states no amount. */
  readonly items: readonly OpenItem[]
}

const COLUMNS = `r.id AS id, r.providerId AS providerId, r.name AS name, r.amount AS amount, r.balance AS balance,
  CASE WHEN instr(r.body, '"refund-approval"') > 0 THEN r.body END AS refunded`
const OWED = `SELECT ${COLUMNS} FROM deposit_obligation r WHERE r.marketplace = @marketplace
    AND NOT EXISTS (SELECT 1 FROM overlay_deposit_obligation o WHERE o.id = r.id)
  UNION ALL SELECT ${COLUMNS} FROM overlay_deposit_obligation r WHERE r.marketplace = @marketplace
  ORDER BY id`
const CONFIRMED = presentLines(
  'r.matchedTo AS matchedTo, r.counterpartyAccount AS account',
  "r.matchedTo > '' AND r.counterpartyAccount > ''",
)

interface StoredDeposit {
  readonly id: string
  readonly providerId: string
  readonly name: string
  readonly amount: Fen | null
  readonly balance: Fen
  readonly refunded: string | null
}

/** Every deposit of a marketplace, by id. */
export function owedDeposits(context: QueryContext, marketplace: Marketplace): OwedDeposit[] {
  const stored = context.statements.prepare<StoredDeposit>(OWED).all({ marketplace })
  const accounts = accountsByProvider(context, stored)
  return stored.map(({ id, providerId, name, amount, balance, refunded }) => {
    const { approved, paid } =
      refunded === null
        ? { approved: 0, paid: 0 }
        : refundProgress(depositObligationSchema.parse(JSON.parse(refunded)))
    const obligation = { id, name, amount, balance, approved, paid }
    return { id, providerId, name, items: obligationItems(obligation, accounts.get(providerId) ?? []) }
  })
}

/** Accounts from or to which money of a provider went that was matched. */
function accountsByProvider(context: QueryContext, stored: readonly StoredDeposit[]): Map<string, string[]> {
  const providerOf = new Map(stored.map(({ id, providerId }) => [id, providerId]))
  const found = new Map<string, Set<string>>()
  const rows = context.statements.prepare<{ matchedTo: string; account: string }>(CONFIRMED).all({})
  for (const { matchedTo, account } of rows) {
    for (const id of matchedTo.split(' ')) {
      const providerId = providerOf.get(id)
      if (providerId === undefined) continue
      const known = found.get(providerId) ?? new Set()
      found.set(providerId, known.add(plainAccount(account)))
    }
  }
  return new Map([...found].map(([providerId, accounts]) => [providerId, [...accounts].sort()]))
}
