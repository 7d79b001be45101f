import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Fen } from '../../money/fen.ts'
import { packInForce } from '../../policy/pack-in-force.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { type DepositStanding, depositStanding } from '../../rules/deposits/deposit-standing.ts'
import type { Policies } from '../../rules/in-force/policies.ts'
import { overpaid, refundProgress, topUpsDue } from './records/deposit-ledger.ts'
import {
  type DepositObligation,
  type DepositRecordFacts,
  depositBalance,
} from './records/deposit-obligation.ts'
import type { ListingVersion } from './records/listing.ts'
import type { Provider } from './records/provider.ts'
import { unclaimed } from './transitions/deposit-transitions.ts'

/** What a deposit is judged by. */
type Judging = Pick<Policies, 'packs' | 'calendar' | 'controls'>

/** How an obligation stands on a day, by the pack of that day. */
export function depositOnDay(
  { packs, calendar, controls }: Judging,
  obligation: DepositObligation,
  on: PlainDate,
): DepositStanding {
  const { facts, entries, amount } = obligation
  const { topUps, neverPaid } = topUpsDue(obligation)
  const granted = entries.flatMap((entry) => (entry.kind === 'waive' ? [entry.until] : []))
  const account = {
    amount,
    balance: depositBalance(obligation),
    // The last word counts: a later waiver may shorten an earlier one.
    grantedUntil: granted.at(-1) ?? null,
    topUpBy: neverPaid === 0 ? (topUps[0]?.by ?? null) : null,
    facts,
    refunds: refundProgress(obligation),
    refund: { ...facts, delistedOn: facts.lastDelistedOn === null ? [] : [facts.lastDelistedOn] },
  }
  const dueSoonDays = controls('deposit-due-soon-days', on)
  return depositStanding(packInForce(packs, obligation.marketplace, on), account, on, {
    calendar,
    dueSoonDays,
  })
}

/** The categories a pack asks a deposit for; `null` stands for the provider as a whole. */
export function depositScopes(pack: PolicyPack | null, categories: readonly string[]): (string | null)[] {
  if (!pack?.deposit) return []
  return pack.deposit.amount.basis === 'per-category' ? [...new Set(categories)] : [null]
}

/**
 * What publishing a version does to the facts of a deposit: the first product starts the free period, the first paid
 * one ends the exemption of who offered free ones only.
 */
export function afterPublishing(
  facts: DepositRecordFacts,
  { offer }: Pick<ListingVersion, 'offer'>,
  today: PlainDate,
): DepositRecordFacts {
  return {
    ...facts,
    firstListedOn: facts.firstListedOn ?? today,
    paidProductOn: facts.paidProductOn ?? (offer.paid ? today : null),
  }
}

/**
 * Whether every deposit a provider owes for its categories is held or waived on a day, where the pack makes
 * publishing depend on it. A further category that is not open yet asks nothing.
 */
export function mayPublish(
  policies: Judging,
  provider: Pick<Provider, 'marketplace' | 'categories'>,
  obligations: readonly DepositObligation[],
  on: PlainDate,
): boolean {
  const pack = packInForce(policies.packs, provider.marketplace, on)
  if (pack?.deposit?.unpaidBlocks?.acts.includes('publishing') !== true) return true
  return depositScopes(pack, provider.categories).every((scope) => {
    const obligation = obligations.find(({ category }) => category === scope)
    return obligation !== undefined && depositOnDay(policies, obligation, on).settled
  })
}

/** What of a deposit may be asked back on a day: all of it once it is refundable, else what was paid too much. Fen. */
export function refundableOn(policies: Judging, obligation: DepositObligation, on: PlainDate): Fen {
  const { refundableFrom } = depositOnDay(policies, obligation, on)
  const isFree = refundableFrom !== null && refundableFrom <= on
  return Math.max(0, isFree ? unclaimed(obligation) : overpaid(obligation))
}
