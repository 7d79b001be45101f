import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Fen } from '../../money/fen.ts'
import { packInForce } from '../../policy/pack-in-force.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { cite } from '../../rules/cite.ts'
import { requiredAmount } from '../../rules/deposits/required-amount.ts'
import type { Step } from '../../rules/step.ts'
import type { Citation } from '../../rules/verdict.ts'
import type { DepositEntry, DepositObligation } from './records/deposit-obligation.ts'

/** A decision whether a deposit from before owes the difference to a new amount. */
type Decided = Extract<DepositEntry, { kind: 'new-amount' }>

/** What the pack of a day asks beyond what a deposit was asked when it came to be, fen, and what was decided about that. */
export interface NewAmount {
  /** The first day of the pack, which names the change. */
  readonly effectiveFrom: PlainDate
  readonly was: Fen
  readonly becomes: Fen
  readonly why: Citation
  readonly steps: readonly Step[]
  /** What the source says of those that are there already; null where it says nothing. */
  readonly stated: Citation | null
  /** Null while nobody has decided. */
  readonly decided: Decided | null
}

type Known = Pick<DepositObligation, 'marketplace' | 'amount' | 'facts' | 'entries'>

/**
 * The higher amount of the pack of a day, for a deposit that was asked less; null where it asks no more, and nothing was
 * decided under it. An amount on record never changes by itself.
 */
export function newAmountOn(
  packs: readonly PolicyPack[],
  { marketplace, amount, facts, entries }: Known,
  on: PlainDate,
): NewAmount | null {
  const pack = packInForce(packs, marketplace, on)
  const stated = pack?.deposit?.amount
  if (pack?.deposit == null || stated === undefined || amount === null) return null
  const { effectiveFrom } = pack
  const required = requiredAmount(pack, stated, facts.categories)
  if (required.outcome !== 'ok') return null
  const decided = entries.find(
    (entry): entry is Decided => entry.kind === 'new-amount' && entry.effectiveFrom === effectiveFrom,
  )
  const was = decided?.was ?? amount
  if (required.required <= was) return null
  const { adjustment } = pack.deposit
  const [first] = required.steps
  return {
    effectiveFrom,
    was,
    becomes: required.required,
    why: first?.citation ?? cite(pack, 'deposit.amount', stated),
    steps: required.steps,
    stated: adjustment === null ? null : cite(pack, 'deposit.adjustment', adjustment),
    decided: decided ?? null,
  }
}
