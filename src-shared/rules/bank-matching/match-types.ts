import type { DepositRemark } from '../../policy/deposit-section.ts'
import type { OpenItemRef } from './open-item.ts'

/** The line of a statement as far as matching looks at it. */
export interface LineToMatch {
  readonly direction: 'in' | 'out'
  /** Balances of the statement prove which way the money went. */
  readonly isDirectionProven: boolean
  /** 冲正: takes another line back. */
  readonly isReversal: boolean
  /** Fen, positive. */
  readonly amount: number
  /** Who paid, or was paid. */
  readonly payer: string
  readonly payerAccount: string
  readonly remark: string
  readonly summary: string
}

/** What speaks for a candidate, or against taking it without a person. */
export const MATCH_REASONS = [
  'payer-equal',
  'payer-similar',
  'payer-missing',
  'third-party-payer',
  'account-known',
  'other-script',
  'remark-as-asked',
  'remark-agrees',
  'remark-truncated',
  'remark-short-name',
  'remark-names',
  'remark-hints',
  'remark-empty',
  'remark-without-name',
  'remark-says-otherwise',
  'summary-says-otherwise',
  'amount-equal',
  'amount-short',
  'amount-over',
  'amount-of-several',
  'already-settled',
  'several-fit',
  'several-lines',
  'direction-unproven',
] as const
export type MatchReason = (typeof MATCH_REASONS)[number]

/** Reasons against which a person takes a candidate only with a note that says why it is right all the same. */
export const ASK_FOR_NOTE = [
  'third-party-payer',
  'remark-says-otherwise',
  'summary-says-otherwise',
  'amount-short',
  'amount-over',
  'already-settled',
] as const satisfies readonly MatchReason[]

/** An open item that a line may settle. */
export interface MatchCandidate extends OpenItemRef {
  readonly reasons: readonly MatchReason[]
}

/** `auto` has exactly one candidate; `suggest` has them best first; `none` leaves the line for a person. */
export interface MatchDecision {
  readonly decision: 'auto' | 'suggest' | 'none'
  readonly candidates: readonly MatchCandidate[]
}

/** What a marketplace asks vendors to write, from its policy pack. */
export type RemarkPattern = Pick<DepositRemark, 'fixedPart' | 'depositWord'>

export interface MatchSettings {
  readonly pattern: RemarkPattern
  /** Bank words that never are a vendor's payment: interest, fees, returns, reversals. */
  readonly bankWords: readonly string[]
  /** Words of payments that are no deposits: goods, services, rent. */
  readonly otherPurposes: readonly string[]
  /** How unlike two names may be to be suggested: edits over the longer length, per mille. */
  readonly unlikePerMille: number
}
