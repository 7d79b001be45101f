/** What speaks for a line being the one that another takes back (退汇, 冲正). */
export const ORIGINAL_REASONS = [
  'opposite-amount',
  'same-counterparty-account',
  'same-counterparty-name',
  'reversal-entry',
  'says-return',
  'serial-named',
  'same-day',
  'days-later',
  'several-originals',
] as const
export type OriginalReason = (typeof ORIGINAL_REASONS)[number]
