import { addDays, addMonths, daysBetween, type PlainDate } from '#shared/calendar/plain-date.ts'
import type { MatchPart } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { AskedDeposit } from './demo-deposits.ts'
import {
  charge,
  interest,
  payment,
  payout,
  refundPayment,
  returnOf,
  reversalOf,
  sales,
  transfer,
} from './demo-lines.ts'
import type { DemoLine, LineFate } from './demo-statement.ts'
import type { SeededRandom } from './seeded-random.ts'

/** What is told of one account. `from` and `to`: first and last day of the statement. */
export interface AccountStory {
  readonly holder: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly deposits: readonly AskedDeposit[]
  /** Providers that were paid what they earned. */
  readonly payees: readonly string[]
}

const CERTAIN: MatchPart['reasons'] = ['payer-equal', 'remark-as-asked', 'amount-equal']
const WITHOUT_NAME: MatchPart['reasons'] = ['payer-equal', 'remark-without-name', 'amount-equal']
const SHORT: MatchPart['reasons'] = ['payer-equal', 'remark-names', 'amount-short']
const AGAIN: MatchPart['reasons'] = ['payer-equal', 'remark-as-asked', 'already-settled']
const IN_PART: Fen = 200_000

/** The years before: who is at home paid then, every second one; the month's interest and charges beside it. */
export function earlierLines(random: SeededRandom, { from, to, deposits }: AccountStory): DemoLine[] {
  const months = Math.round(daysBetween(from, to) / 30)
  const bank = Array.from({ length: months }, (_, at) => addMonths(from, at)).flatMap((month) => [
    interest(addDays(month, 20), random.int(800, 9000)),
    charge(addDays(month, 25), 1500),
  ])
  const paid = received(deposits).filter(({ story }, at) => story === 'left' || at % 2 === 0)
  return [
    ...bank,
    ...paid.map(({ obligation }, at) => paidLine(random, { from, to: addDays(from, 90) }, obligation, at)),
  ]
}

/** Last month: deposits, the bank's own, payouts and their returns, and what waits for a person. */
export function monthLines(
  random: SeededRandom,
  story: AccountStory,
  refunded: DepositObligation | undefined,
): DemoLine[] {
  const { from, holder, deposits, payees } = story
  const day = (at: number) => addDays(from, at)
  const late = received(deposits).filter((each, at) => each.story !== 'left' && at % 2 === 1)
  const parts = deposits.filter((each) => each.story === 'in-part' && each.obligation.amount !== null)
  const payouts = payees.map((name) => payout(day(9), name, random.int(90, 900) * 10_077))
  const returned = payout(day(10), '广州提现云服务有限公司', 12_345_678)
  const wrong = charge(day(12), 5000)
  const refund = refunded?.amount == null ? [] : [refundPayment(day(6), refunded, refunded.amount)]
  return [
    ...late.map(({ obligation }, at) => paidLine(random, story, obligation, at)),
    ...parts.map(({ obligation }) => partLine(random, story, obligation)),
    ...late.slice(0, 1).flatMap(({ obligation }) => overpaidLine(story, obligation)),
    ...refund,
    ...payouts,
    returned,
    returnOf(returned, day(11)),
    wrong,
    reversalOf(wrong, day(13)),
    ...[3, 9, 17, 24].map((at) => charge(day(at), 1500)),
    interest(day(20), random.int(2000, 30_000)),
    transfer(day(5), holder, -30_000_000),
    transfer(day(19), holder, 20_000_000),
    ...Array.from({ length: 13 }, (_, at) => 2 * at + 1).map((at) =>
      sales(day(at), random.int(40, 400) * 10_113),
    ),
    ...openLines(day, deposits),
  ]
}

/** Deposits that somebody paid in full. */
function received(deposits: readonly AskedDeposit[]): AskedDeposit[] {
  return deposits.filter(
    ({ story, obligation }) => (story === 'paid' || story === 'left') && (obligation.amount ?? 0) > 0,
  )
}

/** Mostly what was asked to be written, found by itself; every fourth says less and was matched by hand. */
function paidLine(
  random: SeededRandom,
  { from, to }: Pick<AccountStory, 'from' | 'to'>,
  obligation: DepositObligation,
  at: number,
): DemoLine {
  const day = addDays(from, random.int(0, daysBetween(from, to)))
  const byHand = at % 4 === 3
  const fate: LineFate = {
    kind: 'deposit',
    obligationId: obligation.id,
    automatic: !byHand,
    reasons: byHand ? WITHOUT_NAME : CERTAIN,
  }
  return payment(day, obligation, obligation.amount ?? 0, fate, byHand ? { remark: '保证金' } : {})
}

function partLine(random: SeededRandom, { from }: AccountStory, obligation: DepositObligation): DemoLine {
  const fate: LineFate = { kind: 'deposit', obligationId: obligation.id, automatic: false, reasons: SHORT }
  const remark = `${obligation.providerName}-保证金1`
  return payment(addDays(from, random.int(0, 20)), obligation, IN_PART, fate, { remark })
}

/** The same again on the last day, by mistake; matched by hand, and to be paid back. */
function overpaidLine({ to }: AccountStory, obligation: DepositObligation): DemoLine[] {
  const fate: LineFate = { kind: 'deposit', obligationId: obligation.id, automatic: false, reasons: AGAIN }
  return obligation.amount === null ? [] : [payment(to, obligation, obligation.amount, fate)]
}

/** Lines that wait for a person: clear ones and doubtful ones, for deposits that nobody has paid. */
function openLines(day: (at: number) => PlainDate, deposits: readonly AskedDeposit[]): DemoLine[] {
  const isOwing = ({ obligation }: AskedDeposit) =>
    obligation.entries.length === 0 && (obligation.amount ?? 0) > 0
  const owing = (story: AskedDeposit['story']) =>
    deposits.filter((each) => each.story === story && isOwing(each)).map(({ obligation }) => obligation)
  const [clear, clearToo] = owing(null)
  const [typo, third, short, one, other] = owing('overdue')
  const held = received(deposits).findLast(({ story }) => story === 'paid')?.obligation
  const lines: DemoLine[] = []
  for (const each of [clear, clearToo]) if (each) lines.push(payment(day(22), each, each.amount ?? 0))
  if (typo) {
    const name = misspelt(typo.providerName)
    lines.push(payment(day(23), typo, typo.amount ?? 0, undefined, { name, remark: `${name}-保证金` }))
  }
  if (third) {
    const said = { name: '张丽华', purpose: '', remark: `代${third.providerName}缴保证金` }
    lines.push(payment(day(23), third, third.amount ?? 0, undefined, said))
  }
  if (short) lines.push(payment(day(24), short, (short.amount ?? 0) - 1))
  if (one && other) {
    const said = { name: '联合控股集团有限公司', remark: `${one.providerName}、${other.providerName}-保证金` }
    lines.push(payment(day(25), one, (one.amount ?? 0) + (other.amount ?? 0), undefined, said))
  }
  if (held) lines.push(payment(day(26), held, held.amount ?? 0))
  return [...lines, ...twoCategories(day(25), owing(null))]
}

/** One transfer for two categories of a provider. */
function twoCategories(day: PlainDate, owed: readonly DepositObligation[]): DemoLine[] {
  const byProvider = Map.groupBy(owed, ({ providerId }) => providerId)
  return [...byProvider.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => {
      const [first] = group
      const sum = group.reduce((total, { amount }) => total + (amount ?? 0), 0)
      return first === undefined ? [] : [payment(day, first, sum)]
    })
}

/** Two letters changed places, as happens in typing. */
function misspelt(name: string): string {
  const letters = [...name]
  const [third, fourth] = [letters[2] ?? '', letters[3] ?? '']
  return [...letters.slice(0, 2), fourth, third, ...letters.slice(4)].join('')
}
