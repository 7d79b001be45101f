import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { feesOn, type PackWithFees } from '#shared/rules/fees/fees-on.ts'
import type { RecountQuery } from '../store/store.ts'

/** From when on a provider's orders are read, and what is asked of them. */
export type MonthRecount = (provider: Pick<Provider, 'joinedOn'>) => {
  readonly since: string
  readonly query: RecountQuery
}

/** Before every instant, and after. */
export const [EVER, NEVER] = ['', '9']

/** Nonnegative `amount * part / whole` to the fen, a half up: whole numbers throughout. */
export const rounded = (amount: string, part: string, whole: string) =>
  `(2 * (${amount}) * (${part}) + (${whole})) / (2 * (${whole}))`

/** As `rounded`, of any sign, a half away from zero. */
export const roundedBoth = (amount: string, part: string, whole: string) =>
  `CASE WHEN ${amount} < 0 THEN -(${rounded(`-(${amount})`, part, whole)}) ELSE ${rounded(amount, part, whole)} END`

/** A text of a pack as SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** What stands in an IN list; nothing is equal to the empty one. */
export function among(texts: readonly string[]): string {
  return texts.length === 0 ? 'NULL' : texts.map(quoted).join(', ')
}

/** Days over which the same pack's fees hold. */
export interface FeeSpan {
  /** The instant it begins with; the first begins before every one. */
  readonly begins: string
  /** Null where no fees are known. */
  readonly found: PackWithFees | null
}

/** The spans of a marketplace's fees one after the other. Which pack holds on a day is no reckoning: `feesOn` says it. */
export function feeSpans(packs: readonly PolicyPack[]): FeeSpan[] {
  const edges = packs.flatMap(({ effectiveFrom, fees }): PlainDate[] =>
    fees === null ? [] : [effectiveFrom, fees.from, ...(fees.to === null ? [] : [addDays(fees.to, 1)])],
  )
  const days = [...new Set(edges)].sort()
  const [first] = days
  if (first === undefined) return []
  return [
    { begins: EVER, found: feesOn(packs, addDays(first, -1)) },
    ...days.map((day) => ({ begins: startOfShanghaiDay(day), found: feesOn(packs, day) })),
  ]
}

/** What SQL says of each span, chosen by the instant in a column. */
export function bySpan<Span extends Pick<FeeSpan, 'begins'>>(
  instant: string,
  spans: readonly Span[],
  say: (span: Span, at: number) => string,
): string {
  const cases = spans.map((span, at) => `WHEN ${instant} >= ${quoted(span.begins)} THEN ${say(span, at)}`)
  return cases.length === 0 ? 'NULL' : `CASE ${cases.reverse().join(' ')} END`
}
