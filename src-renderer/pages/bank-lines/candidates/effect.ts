import type { Texts } from '#renderer/i18n/texts.ts'
import type { Fen } from '#shared/money/fen.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import type { OpenItemKind } from '#shared/rules/bank-matching/open-item.ts'

/** What an amount does to what is owed, or of a refund to what is approved; `by` in fen. */
export interface Effect {
  readonly kind: 'exact' | 'short' | 'over'
  readonly by: Fen
}

export function effectOf(due: Fen, amount: Fen): Effect {
  if (amount === due) return { kind: 'exact', by: 0 }
  return amount < due ? { kind: 'short', by: due - amount } : { kind: 'over', by: amount - due }
}

/** The same in words, with the difference in figures. */
export function effectWords(
  kind: OpenItemKind,
  { kind: effect, by }: Effect,
  texts: Texts['bankLines']['effect'],
): string {
  const amount = formatYuan(by)
  if (kind === 'payout') return effect === 'exact' ? texts.payoutExact : texts.payoutDiffers
  if (effect === 'exact') return kind === 'deposit' ? texts.exact : texts.refundExact
  if (effect === 'short') return kind === 'deposit' ? texts.short(amount) : texts.refundShort(amount)
  return kind === 'deposit' ? texts.over(amount) : texts.refundOver(amount)
}
