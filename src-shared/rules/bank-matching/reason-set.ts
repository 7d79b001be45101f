import type { MatchReason } from './match-types.ts'

/** Match reasons as bits: what speaks for one of many items is seldom anything new. */
export type ReasonSet = number

/** What each reason weighs, in the order in which they are told. */
const WEIGHT: Readonly<Record<MatchReason, number>> = {
  'payer-equal': 50,
  'account-known': 35,
  'payer-similar': 15,
  'remark-as-asked': 40,
  'remark-agrees': 38,
  'remark-truncated': 34,
  'remark-names': 34,
  'remark-short-name': 30,
  'remark-hints': 12,
  'already-settled': -10,
  'amount-equal': 20,
  'amount-of-several': 10,
  'amount-short': 0,
  'amount-over': 0,
  'payer-missing': 0,
  'third-party-payer': 0,
  'remark-empty': 0,
  'remark-without-name': 0,
  'remark-says-otherwise': -10,
  'summary-says-otherwise': -10,
  'direction-unproven': 0,
  'other-script': 0,
  'several-fit': 0,
  'several-lines': 0,
}
// The keys of a record of all reasons are the reasons.
const AS_TOLD = Object.keys(WEIGHT) as MatchReason[]
const BIT = new Map(AS_TOLD.map((reason, at) => [reason, 2 ** at]))

export function reasonSet(...reasons: readonly MatchReason[]): ReasonSet {
  return reasons.reduce((set, reason) => set | (BIT.get(reason) ?? 0), 0)
}

const told = new Map<ReasonSet, readonly MatchReason[]>()
const weighed = new Map<ReasonSet, number>()

/** The reasons of a set, always in the same order. */
export function reasonsOf(set: ReasonSet): readonly MatchReason[] {
  const known = told.get(set)
  if (known !== undefined) return known
  const reasons = AS_TOLD.filter((reason) => (set & (BIT.get(reason) ?? 0)) !== 0)
  told.set(set, reasons)
  return reasons
}

export function weightOf(set: ReasonSet): number {
  const known = weighed.get(set)
  if (known !== undefined) return known
  const weight = reasonsOf(set).reduce((sum, reason) => sum + WEIGHT[reason], 0)
  weighed.set(set, weight)
  return weight
}
