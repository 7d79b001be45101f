import type { TouchedProviders } from '#shared/contracts/console-engine/rules.ts'
import { depositOnDay } from '#shared/contracts/console-platform/deposit-on-day.ts'
import {
  type DepositObligation,
  depositObligationSchema,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { PackDifference } from '#shared/policy/pack-difference.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { requiredAmount } from '#shared/rules/deposits/required-amount.ts'
import type { QueryContext } from '../query-context.ts'

/** Most providers that are named. */
const NAMED_LIMIT = 200

const OBLIGATIONS = 'SELECT body FROM deposit_obligation WHERE marketplace = @marketplace ORDER BY name, id'
const ACTIVE = `SELECT count(*) AS count FROM provider WHERE marketplace = @marketplace AND status = 'active'`

/**
 * Who of today's providers a pack touches on its first day: whose deposit would stand otherwise or be asked for in
 * another amount, and how many sell where fees differ. Conditions and checks touch what is submitted from that day on.
 * Null where this person's role sees no deposits.
 */
export function touchedProviders(
  context: QueryContext,
  before: PolicyPack | null,
  after: PolicyPack,
  differences: readonly PackDifference[],
): TouchedProviders | null {
  if (!maySee(context.workspace.account.roles, 'depositObligation')) return null
  const { marketplace } = after
  const isIn = (section: string) =>
    differences.some(({ place }) => place === section || place.startsWith(`${section}.`))
  const deposits = isIn('deposit')
    ? context.statements
        .prepare<{ body: string }>(OBLIGATIONS)
        .all({ marketplace })
        .map(({ body }) => depositObligationSchema.parse(JSON.parse(body)))
        .flatMap((obligation) => touchedDeposit(context, obligation, before, after))
    : []
  const selling = isIn('fees')
    ? context.statements.prepare<{ count: number }>(ACTIVE).get({ marketplace })
    : null
  return {
    deposits: deposits.slice(0, NAMED_LIMIT),
    more: Math.max(0, deposits.length - NAMED_LIMIT),
    selling: selling?.count ?? null,
  }
}

function touchedDeposit(
  { calendar, controls }: QueryContext,
  obligation: DepositObligation,
  before: PolicyPack | null,
  after: PolicyPack,
): TouchedProviders['deposits'] {
  const on = after.effectiveFrom
  const under = (pack: PolicyPack | null) => {
    const packs = pack === null ? [] : [{ ...pack, effectiveFrom: on, effectiveTo: null }]
    const { status, dueOn, waivedUntil, refundableFrom } = depositOnDay(
      { packs, calendar, controls },
      obligation,
      on,
    )
    return { status, dueOn, waivedUntil, refundableFrom, asked: askedUnder(pack, obligation) }
  }
  const [now, then] = [under(before), under(after)]
  if (JSON.stringify(now) === JSON.stringify(then)) return []
  const { id, providerName } = obligation
  return [{ id, name: providerName, before: now, after: then }]
}

/** What a newcomer of the same categories would be asked for, fen; null where the pack states nothing. */
function askedUnder(pack: PolicyPack | null, { facts }: DepositObligation): Fen | null {
  if (pack?.deposit == null) return null
  const amount = requiredAmount(pack, pack.deposit.amount, facts.categories)
  return amount.outcome === 'ok' ? amount.required : null
}
