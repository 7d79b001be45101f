import type { Marketplace } from '#shared/base/ids.ts'
import { refundProgress } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import {
  type DepositObligation,
  depositBalance,
  depositObligationSchema,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { OpenItem } from '#shared/rules/bank-matching/open-item.ts'
import type { ItemChange } from '#shared/rules/bank-matching/replay-matching.ts'
import { obligationItems } from '../bank/obligation-items.ts'
import type { QueryContext } from '../query-context.ts'

const OBLIGATIONS = `SELECT body FROM deposit_obligation r WHERE r.marketplace = @marketplace
    AND NOT EXISTS (SELECT 1 FROM overlay_deposit_obligation o WHERE o.id = r.id)
  UNION ALL SELECT body FROM overlay_deposit_obligation r WHERE r.marketplace = @marketplace`

/** An account that was matched to a deposit, and when. */
export interface AccountSeen {
  readonly at: string
  readonly obligationId: string
  readonly account: string
}

/** The deposits of a marketplace before anything was posted on them, and every change since, oldest first. */
export interface DepositHistory {
  readonly items: readonly OpenItem[]
  readonly changes: readonly ItemChange[]
  readonly nameOf: ReadonlyMap<string, string>
}

export function depositHistory(
  context: QueryContext,
  marketplace: Marketplace,
  seen: readonly AccountSeen[],
): DepositHistory {
  const obligations = context.statements
    .prepare<{ body: string }>(OBLIGATIONS)
    .all({ marketplace })
    .map(({ body }) => depositObligationSchema.parse(JSON.parse(body)))
  const owed = obligations.filter(({ amount }) => amount !== null)
  const accountsOf = seenByProvider(obligations, seen)
  return {
    items: owed.flatMap((obligation) => depositAt(obligation, 0, [])),
    changes: owed
      .flatMap((obligation) => changesOf(obligation, accountsOf.get(obligation.providerId) ?? []))
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    nameOf: new Map(obligations.map(({ id, providerName }) => [id, providerName])),
  }
}

function seenByProvider(
  obligations: readonly DepositObligation[],
  seen: readonly AccountSeen[],
): Map<string, AccountSeen[]> {
  const providerOf = new Map(obligations.map(({ id, providerId }) => [id, providerId]))
  const found = new Map<string, AccountSeen[]>()
  for (const each of seen) {
    const providerId = providerOf.get(each.obligationId)
    if (providerId === undefined) continue
    const known = found.get(providerId) ?? []
    found.set(providerId, known)
    known.push(each)
  }
  return found
}

/** How the deposit stood after each moment at which something was posted or an account became known. */
function changesOf(obligation: DepositObligation, seen: readonly AccountSeen[]): ItemChange[] {
  const moments = new Set([...obligation.entries, ...seen].map(({ at }) => at))
  return [...moments].flatMap((at) => {
    const posted = obligation.entries.filter((entry) => entry.at <= at).length
    const accounts = seen.filter((each) => each.at <= at).map(({ account }) => account)
    return depositAt(obligation, posted, [...new Set(accounts)]).map((item) => ({ at, item }))
  })
}

/** The deposit after the first `posted` postings. */
function depositAt(obligation: DepositObligation, posted: number, accounts: string[]): OpenItem[] {
  const { id, providerName: name, amount } = obligation
  const entries = obligation.entries.slice(0, posted)
  const stood = { id, name, amount, balance: depositBalance({ entries }), ...refundProgress({ entries }) }
  return obligationItems(stood, accounts).filter(({ kind }) => kind === 'deposit')
}
