import { assert } from '../../base/assert.ts'
import type { Instant } from '../../base/ids.ts'
import type { PlainDate, PlainMonth } from '../../calendar/plain-date.ts'
import { addMonths, firstOfMonth, monthOfDate } from '../../calendar/plain-date.ts'
import { shanghaiDate } from '../../calendar/shanghai.ts'
import type { Fen } from '../../money/fen.ts'
import { multiplyHalfAwayFromZero } from '../../money/rounding.ts'
import type { OrderMoment, ProviderShare, ShareRule } from '../../policy/fee-section.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import {
  count,
  day,
  instant,
  money,
  NOTHING,
  type PlainValue,
  rate,
  term,
  text,
  yesNo,
} from '../../values/value.ts'
import { type Step, stepBy } from '../step.ts'
import type { PackWithFees } from './fees-on.ts'
import { fenOf } from './order-component.ts'

/** An order whose cash is shared between provider and market. */
export interface SharedOrder {
  readonly id: string
  readonly productType: string
  /** The mode of business it was sold by. */
  readonly mode: string
  /** Cash paid, fen; vouchers are no part of it. Negative for a refund. */
  readonly cash: Fen
  readonly moments: Readonly<Record<OrderMoment, Instant | null>>
  readonly supervised: boolean
  readonly renewal: boolean
  /** When the buyer had repaid the credit; null while it is open. */
  readonly repaidAt: Instant | null
  /** The provider's share agreed for the product, in hundredths of a per cent; null where none is on record. */
  readonly agreedBasisPoints: number | null
}

/** What is the provider's and what the market's: together the cash. Fen. */
export interface Shared {
  readonly outcome: 'ok'
  readonly id: string
  readonly productType: string
  readonly effectiveOn: PlainDate
  /** The month whose bill it belongs to. */
  readonly billedIn: PlainMonth
  readonly share: Fen
  readonly fee: Fen
  readonly steps: readonly Step[]
}

export interface NotShared {
  readonly outcome:
    | 'outside-policy-period'
    | 'unknown-product-type'
    | 'traded-outside'
    | 'not-in-effect'
    | 'not-repaid'
    | 'unknown-mode'
    | 'share-not-agreed'
    | 'bands-not-configured'
  readonly id: string
  readonly productType: string
  readonly steps: readonly Step[]
}

/**
 * How one order is shared: by the moment that puts its type of product into effect, the mode's rule on that day, and
 * once the buyer has repaid. The provider's share is rounded to the fen, the market keeps the rest.
 *
 * @param feesOn the pack whose fees hold on a day, and whose rules share the cash.
 */
export function shareOrder(
  feesOn: (on: PlainDate) => PackWithFees | null,
  order: SharedOrder,
): Shared | NotShared {
  const { id, productType } = order
  const not = (outcome: NotShared['outcome'], ...steps: readonly Step[]): NotShared => ({
    outcome,
    id,
    productType,
    steps,
  })
  const paidAt = order.moments.payment
  assert(paidAt !== null, 'an order was paid at some moment')
  const atPayment = rulesOf(feesOn(shanghaiDate(paidAt)))
  if (atPayment === null) return not('outside-policy-period')
  const { effective, supervised, renewals } = atPayment.rules
  const type = effective.types.find((each) => each.type === productType)
  if (type === undefined) return not('unknown-product-type')
  const inputs = {
    productType: typeSaid(atPayment.pack, productType),
    paidOn: day(shanghaiDate(paidAt)),
    supervised: yesNo(order.supervised),
  }
  if (type.moment === null) {
    return not('traded-outside', stepBy(atPayment.pack, 'fees.effective', effective, inputs, {}))
  }
  const [ruleId, rule, by] = order.renewal
    ? (['renewals', renewals, renewals.effective] as const)
    : order.supervised
      ? (['supervised', supervised, supervised.effective] as const)
      : (['effective', effective, type.moment] as const)
  const moment = order.moments[by]
  const effectiveOn = moment === null ? null : shanghaiDate(moment)
  const since = stepBy(atPayment.pack, `fees.${ruleId}`, rule, inputs, { effectiveOn: day(effectiveOn) })
  if (effectiveOn === null) return not('not-in-effect', since)
  const found = rulesOf(feesOn(effectiveOn))
  if (found === null) return not('outside-policy-period', since)
  const repaid = stepBy(
    found.pack,
    'fees.repaid',
    found.rules.repaid,
    { repaidAt: instant(order.repaidAt) },
    {},
  )
  if (order.repaidAt === null) return not('not-repaid', since, repaid)
  const shares = found.rules.shares.find((each) => isOf(each, order.mode, effectiveOn))
  if (shares === undefined) return not('unknown-mode', since, repaid)
  const basisPoints = shareOf(shares, order)
  if (typeof basisPoints === 'string') {
    const step = stepBy(
      found.pack,
      `fees.share.${shares.mode}`,
      shares,
      { mode: term(shares.mode, shares.name) },
      { rate: NOTHING },
    )
    return not(basisPoints, since, repaid, step)
  }
  const share = multiplyHalfAwayFromZero(order.cash, basisPoints, 10_000)
  const later = order.supervised && !order.renewal ? found.rules.supervised.billedMonthsAfter : 0
  const billable = laterOf(effectiveOn, shanghaiDate(order.repaidAt))
  const billedIn = monthOfDate(addMonths(firstOfMonth(monthOfDate(billable)), later))
  return {
    outcome: 'ok',
    id,
    productType,
    effectiveOn,
    billedIn,
    share,
    fee: order.cash - share,
    steps: [
      since,
      repaid,
      stepBy(
        found.pack,
        `fees.share.${shares.mode}`,
        shares,
        { mode: term(shares.mode, shares.name), amount: money(order.cash), rate: rate(basisPoints) },
        { share: money(share), fee: money(order.cash - share), billedIn: text(billedIn) },
        'half-away-from-zero',
      ),
    ],
  }
}

/** The orders of one type of product in a month's bill. */
export interface TypeBill {
  readonly productType: string
  readonly share: Fen
  /** Whether it reached the type's threshold with what was carried; else it is carried on. */
  readonly billed: boolean
  readonly steps: readonly Step[]
}

/** What a month's bill has of each type of product, with what earlier months carried, in the order of the pack. */
export function billTypes(
  { pack, rules }: { readonly pack: PolicyPack; readonly rules: ProviderShare },
  shared: readonly Shared[],
  carried: Readonly<Record<string, Fen>>,
): TypeBill[] {
  const least = fenOf(rules.threshold.yuan)
  return rules.effective.types.flatMap(({ type }) => {
    const own = shared.filter(({ productType }) => productType === type)
    const before = carried[type] ?? 0
    if (own.length === 0 && before === 0) return []
    const share = own.reduce((sum, each) => sum + each.share, before)
    const billed = share >= least
    const step = stepBy(
      pack,
      'fees.threshold',
      rules.threshold,
      { productType: typeSaid(pack, type), orders: count(own.length), least: money(least) },
      { share: money(share), billed: yesNo(billed) },
    )
    return [{ productType: type, share, billed, steps: [step] }]
  })
}

/** The pack's rules where they share the cash of orders. */
export function rulesOf(
  found: PackWithFees | null,
): { readonly pack: PolicyPack; readonly rules: ProviderShare } | null {
  if (found === null || found.fees.rules.model !== 'provider-share') return null
  return { pack: found.pack, rules: found.fees.rules }
}

/** A type of product as the pack calls it. */
function typeSaid({ admission }: PolicyPack, type: string): PlainValue {
  const category = admission.categories.find(({ id }) => id === type)
  return category === undefined ? text(type) : term(type, category.name)
}

function isOf({ mode, from, to }: ShareRule, asked: string, on: PlainDate): boolean {
  return mode === asked && (from === null || from <= on) && (to === null || on <= to)
}

function shareOf(
  { share }: ShareRule,
  order: SharedOrder,
): number | 'share-not-agreed' | 'bands-not-configured' {
  switch (share.by) {
    case 'agreement':
      return order.agreedBasisPoints ?? 'share-not-agreed'
    case 'rate':
      return share.basisPoints
    case 'bands':
      return 'bands-not-configured'
  }
}

function laterOf(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other
}
