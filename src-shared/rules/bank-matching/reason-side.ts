import type { MatchReason } from './match-types.ts'
import type { OriginalReason } from './original-types.ts'

type LineReason = MatchReason | OriginalReason

/** Whether a reason speaks for a candidate, only half for it, or against taking it without a second look. */
export type ReasonSide = 'for' | 'partly' | 'against'

const SIDES: Readonly<Record<LineReason, ReasonSide>> = {
  'payer-equal': 'for',
  'account-known': 'for',
  'remark-as-asked': 'for',
  'remark-agrees': 'for',
  'amount-equal': 'for',
  'opposite-amount': 'for',
  'same-counterparty-account': 'for',
  'same-counterparty-name': 'for',
  'reversal-entry': 'for',
  'says-return': 'for',
  'serial-named': 'for',
  'same-day': 'for',
  'payer-similar': 'partly',
  'other-script': 'partly',
  'remark-truncated': 'partly',
  'remark-short-name': 'partly',
  'remark-names': 'partly',
  'remark-hints': 'partly',
  'amount-of-several': 'partly',
  'days-later': 'partly',
  'payer-missing': 'against',
  'third-party-payer': 'against',
  'remark-empty': 'against',
  'remark-without-name': 'against',
  'remark-says-otherwise': 'against',
  'summary-says-otherwise': 'against',
  'amount-short': 'against',
  'amount-over': 'against',
  'already-settled': 'against',
  'several-fit': 'against',
  'several-lines': 'against',
  'direction-unproven': 'against',
  'several-originals': 'against',
}
const ORDER: readonly ReasonSide[] = ['for', 'partly', 'against']

/** Reasons with their side: what speaks for it first, then what half does, then what speaks against. */
export function sidedReasons(reasons: readonly LineReason[]): { reason: LineReason; side: ReasonSide }[] {
  return ORDER.flatMap((side) =>
    reasons.filter((reason) => SIDES[reason] === side).map((reason) => ({ reason, side })),
  )
}

/** Whether any of these reasons speaks against. */
export function speakAgainst(reasons: readonly LineReason[]): boolean {
  return reasons.some((reason) => SIDES[reason] === 'against')
}
