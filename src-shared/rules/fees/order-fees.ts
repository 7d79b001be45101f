import { assert } from '../../base/assert.ts'
import type { Instant } from '../../base/ids.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import { shanghaiDate } from '../../calendar/shanghai.ts'
import type { Fen } from '../../money/fen.ts'
import { multiplyHalfAwayFromZero } from '../../money/rounding.ts'
import type { FeeExemption, OrderChannel, PerOrderFees } from '../../policy/fee-section.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { day, money, rate, term, text } from '../../values/value.ts'
import { type Step, stepBy } from '../step.ts'
import { type ChargedProvider, exemptionOf, freeTurnoverEnd } from './fee-exemptions.ts'
import type { PackWithFees } from './fees-on.ts'
import { componentFee, fenOf } from './order-component.ts'
import { CHANNEL_WORDS } from './order-words.ts'

/** An order as far as its fee depends on it. */
export interface ChargedOrder {
  readonly id: string
  readonly paidAt: Instant
  readonly channel: OrderChannel
  /** Fen; of a refund what went back, negative. */
  readonly amount: Fen
  /** The order a refund takes back from; null where it is none. */
  readonly refundOf: string | null
  /** A share of the contract agreed for this order, in hundredths of a per cent; null where none was. */
  readonly agreedBasisPoints: number | null
}

export interface OrderFee {
  readonly outcome: 'ok'
  readonly id: string
  /** Of the amount, fen: what bears no fee, and what the fee is reckoned from. */
  readonly exempt: Fen
  readonly base: Fen
  readonly fee: Fen
  /** What is left of the free turnover after this order; 0 where the provider has none. */
  readonly allowanceLeft: Fen
  readonly steps: readonly Step[]
}

/** Why the fee of an order cannot be told. */
export interface NoOrderFee {
  readonly outcome: 'outside-policy-period' | 'refund-of-unknown-order' | 'refund-exceeds-order'
  readonly id: string
}

/** What is kept of an order, for refunds that take back from it. */
interface Kept {
  readonly order: ChargedOrder
  readonly fee: OrderFee
  /** How much of the allowance it used. */
  readonly used: Fen
  /** What refunds took back already: positive. */
  refunded: Fen
}

/**
 * The fees of one provider's orders, in the order of payment (at one instant, of ids), whatever order they come in. A
 * refund takes back its order's own fee in proportion, in parts that sum to it, and gives the free turnover back to
 * the orders after it; what was charged before is not charged anew.
 *
 * @param feesOn the pack whose fees hold on a day, and whose rules go by single orders.
 */
export function orderFees(
  feesOn: (on: PlainDate) => PackWithFees | null,
  provider: ChargedProvider,
  orders: readonly ChargedOrder[],
): readonly (OrderFee | NoOrderFee)[] {
  return [...eachOrderFee(feesOn, provider, orders)]
}

/** As `orderFees`, one after the other: a provider may have more orders than are reckoned at once. */
export function* eachOrderFee(
  feesOn: (on: PlainDate) => PackWithFees | null,
  provider: ChargedProvider,
  orders: readonly ChargedOrder[],
): Generator<OrderFee | NoOrderFee> {
  const ledger = openFeeLedger(feesOn, provider)
  for (const order of orders.toSorted(byPayment)) yield ledger.charge(order)
}

/** The orders of one provider as they are charged one after the other. */
export interface FeeLedger {
  /** The fee of the next order in the order of payment. */
  charge(order: ChargedOrder): OrderFee | NoOrderFee
  /** What of an order's amount the free turnover took, before refunds; 0 of one that was not charged here. */
  takenBy(id: string): Fen
  /** Whether nothing is left of an exemption's free turnover. */
  isUsedUp(exemption: FreeTurnover): boolean
}

/** A free turnover that a pack grants. */
export type FreeTurnover = Extract<FeeExemption, { readonly kind: 'free-turnover' }>

/** @param feesOn as of `orderFees` */
export function openFeeLedger(
  feesOn: (on: PlainDate) => PackWithFees | null,
  provider: ChargedProvider,
): FeeLedger {
  const used = new Map<string, Fen>()
  const kept = new Map<string, Kept>()
  return {
    charge: (order) => {
      const found = feesOn(shanghaiDate(order.paidAt))
      if (found === null || found.fees.rules.model !== 'per-order') {
        return { outcome: 'outside-policy-period', id: order.id }
      }
      const { pack, fees } = found
      const charging = {
        pack,
        rules: found.fees.rules,
        feeFrom: fees.from,
        before: fees.before,
        provider,
        used,
      }
      return order.refundOf === null
        ? chargeOrder(charging, order, kept)
        : takeBack(charging, order, kept.get(order.refundOf))
    },
    takenBy: (id) => kept.get(id)?.used ?? 0,
    isUsedUp: ({ id, yuan }) => (used.get(id) ?? 0) >= fenOf(yuan),
  }
}

interface Charging {
  readonly pack: PolicyPack
  readonly rules: PerOrderFees
  readonly feeFrom: PlainDate
  readonly before: PackWithFees['fees']['before']
  readonly provider: ChargedProvider
  /** What of each free turnover is used up, by its id. */
  readonly used: Map<string, Fen>
}

function chargeOrder(charging: Charging, order: ChargedOrder, kept: Map<string, Kept>): OrderFee {
  const { pack, rules, feeFrom, before, used } = charging
  const on = shanghaiDate(order.paidAt)
  const exemption = exemptionOf(charging, order.channel, on)
  const isBefore = on < feeFrom
  const steps: Step[] = []
  let taken: Fen = 0
  let exempt: Fen = 0
  if (exemption?.kind === 'free-turnover') {
    // Newer rules may grant less than is used up.
    const left = Math.max(0, fenOf(exemption.yuan) - (used.get(exemption.id) ?? 0))
    if (!isBefore || exemption.usedBeforeFee.is) {
      taken = Math.min(order.amount, left)
      used.set(exemption.id, (used.get(exemption.id) ?? 0) + taken)
      const inputs = {
        joinedOn: day(charging.provider.joinedOn),
        paidOn: day(on),
        channel: term(order.channel, CHANNEL_WORDS[order.channel]),
        amount: money(order.amount),
        allowance: money(left),
      }
      const gives = { exempt: money(taken), allowanceLeft: money(left - taken) }
      steps.push(stepBy(pack, `fees.${exemption.id}`, exemption, inputs, gives))
      exempt = taken
    }
  } else if (exemption !== null) {
    exempt = order.amount
    const inputs = {
      approvedOn: day(charging.provider.approvedOn),
      paidOn: day(on),
      amount: money(order.amount),
    }
    steps.push(stepBy(pack, `fees.${exemption.id}`, exemption, inputs, { exempt: money(exempt) }))
  }
  if (isBefore) {
    exempt = order.amount
    const inputs = { paidOn: day(on), amount: money(order.amount) }
    steps.push(stepBy(pack, 'fees.before', before, inputs, { exempt: money(exempt) }))
  }
  const base = order.amount - exempt
  const { fee, steps: charged } = feeOfBase(pack, rules, order, base)
  const result: OrderFee = {
    outcome: 'ok',
    id: order.id,
    exempt,
    base,
    fee,
    allowanceLeft: allowanceLeft(charging),
    steps: [...steps, ...charged],
  }
  kept.set(order.id, { order, fee: result, used: taken, refunded: 0 })
  return result
}

/** An agreed share of the contract goes before the rates of the market. */
function feeOfBase(
  pack: PolicyPack,
  { agreedShare, components }: PerOrderFees,
  order: ChargedOrder,
  base: Fen,
): { readonly fee: Fen; readonly steps: readonly Step[] } {
  if (base === 0) return { fee: 0, steps: [] }
  const agreed = order.agreedBasisPoints
  if (agreed !== null && agreedShare?.channels.includes(order.channel) === true) {
    const fee = multiplyHalfAwayFromZero(base, agreed, 10_000)
    const inputs = { base: money(base), rate: rate(agreed) }
    const gives = { fee: money(fee) }
    return {
      fee,
      steps: [stepBy(pack, 'fees.agreed-share', agreedShare, inputs, gives, 'half-away-from-zero')],
    }
  }
  const parts = components.map((component) => componentFee(pack, component, base))
  return { fee: parts.reduce((sum, part) => sum + part.fee, 0), steps: parts.map(({ step }) => step) }
}

function takeBack(charging: Charging, refund: ChargedOrder, from: Kept | undefined): OrderFee | NoOrderFee {
  if (from === undefined) return { outcome: 'refund-of-unknown-order', id: refund.id }
  assert(refund.amount <= 0, 'a refund is what went back, negative')
  const before = from.refunded
  const after = before - refund.amount
  if (after > from.order.amount) return { outcome: 'refund-exceeds-order', id: refund.id }
  from.refunded = after
  const part = (whole: Fen): Fen =>
    share(whole, before, from.order.amount) - share(whole, after, from.order.amount)
  const { exemptions } = charging.rules
  for (const { id, kind } of exemptions) {
    if (kind === 'free-turnover') charging.used.set(id, (charging.used.get(id) ?? 0) + part(from.used))
  }
  const fee = part(from.fee.fee)
  const exempt = part(from.fee.exempt)
  const rule = charging.rules.components[0]
  assert(rule !== undefined, 'fees have a component')
  const step = stepBy(
    charging.pack,
    `fees.${rule.id}.refund`,
    { ...rule, reading: true },
    { order: text(from.order.id), amount: money(refund.amount), charged: money(from.fee.fee) },
    { exempt: money(exempt), fee: money(fee), allowanceLeft: money(allowanceLeft(charging)) },
    'half-away-from-zero',
  )
  return {
    outcome: 'ok',
    id: refund.id,
    exempt,
    base: refund.amount - exempt,
    fee,
    allowanceLeft: allowanceLeft(charging),
    steps: [step],
  }
}

/** How much of a whole the first `done` of `all` are: parts taken one after the other sum to the whole. */
function share(whole: Fen, done: Fen, all: Fen): Fen {
  return all === 0 ? 0 : multiplyHalfAwayFromZero(whole, done, all)
}

/** What is left of the provider's free turnover, whether or not its time is over. */
function allowanceLeft({ rules, provider, used }: Charging): Fen {
  if (freeTurnoverEnd(rules, provider) === null) return 0
  const exemption = rules.exemptions.find((each) => each.kind === 'free-turnover')
  return exemption?.kind === 'free-turnover'
    ? Math.max(0, fenOf(exemption.yuan) - (used.get(exemption.id) ?? 0))
    : 0
}

/** The order of payment; at one instant, of ids. */
export function byPayment(one: ChargedOrder, other: ChargedOrder): number {
  const [first, second] = [Date.parse(one.paidAt), Date.parse(other.paidAt)]
  return first - second || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
}
