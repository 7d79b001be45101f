import { z } from 'zod'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import { type PlainDate, type PlainMonth, plainMonthSchema } from '#shared/calendar/plain-date.ts'
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts'
import type { PayoutSection } from '#shared/policy/payout-section.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { judgeMonths, type MonthsRuling } from '#shared/rules/payouts/judge-months.ts'
import {
  minimumOf,
  oldestReaching,
  type PayableMonth,
  sum,
  unpaidMonths,
} from '#shared/rules/payouts/payout-months.ts'
import { type PayoutWindow, payoutWindow } from '#shared/rules/payouts/payout-window.ts'
import { type Step, stepBy } from '#shared/rules/step.ts'
import { day, money, yesNo } from '#shared/values/value.ts'
import {
  amountTextSchema,
  dayInputSchema,
  type Evaluated,
  type Evaluator,
  explanationSchema,
  yuanInputSchema,
} from './evaluator.ts'

const inputSchema = z.strictObject({
  today: dayInputSchema,
  /** What each month of the provider came to. */
  monthly_income: z.record(plainMonthSchema, yuanInputSchema),
  /** Months that are paid, or being paid. */
  withdrawn_months: z.array(plainMonthSchema).max(2_000),
  /** Choices of months that are to be judged. */
  selections: z.array(z.array(plainMonthSchema).max(2_000)).max(1_000).default([]),
})

const RULINGS = {
  'empty-selection': 'empty_selection',
  'no-such-month': 'no_such_month',
  'already-withdrawn': 'already_withdrawn',
  'month-not-finished': 'month_not_finished',
  'calendar-unknown': 'calendar_unknown',
  'window-not-open': 'window_not_open',
  'gap-in-range': 'gap_in_range',
  'below-minimum': 'below_minimum',
  allowed: 'allowed',
} as const satisfies Record<MonthsRuling, string>

const okSchema = z.strictObject({
  status: z.literal('ok'),
  tenth_working_day: z.iso.date(),
  opens_on: z.iso.date(),
  window_open: z.boolean(),
  unpaid_finished_months: z.array(plainMonthSchema),
  unpaid_total: amountTextSchema,
  can_withdraw_everything: z.boolean(),
  single_months_reaching_minimum: z.array(plainMonthSchema),
  /** The oldest unpaid months, as few as reach the minimum together. */
  shortest_oldest_first: z.array(plainMonthSchema).nullable(),
  selections: z.array(
    z.strictObject({ months: z.array(plainMonthSchema), result: z.enum(Object.values(RULINGS)) }),
  ),
  explanation: explanationSchema,
})
const resultSchema = z.union([
  okSchema,
  z.strictObject({
    /** No table of holidays of the day's year: nothing opens. No rule: a person decides. */
    status: z.enum(['calendar_unknown', 'no_rule_stated']),
    explanation: explanationSchema,
  }),
])

type PayoutInput = z.infer<typeof inputSchema>

export const payoutEvaluator: Evaluator<PayoutInput | Record<string, unknown>> = {
  inputSchema: ({ pack: { payout } }) => (payout === null ? z.looseObject({}) : inputSchema),
  anyInputSchema: z.union([inputSchema, z.looseObject({})]),
  resultSchema,
  evaluate: (given, { pack, calendar }) => {
    const { payout } = pack
    if (payout === null) return { result: { status: 'no_rule_stated' }, steps: [] }
    // What a pack with rules is asked was read by that schema.
    const input = given as PayoutInput
    const window = payoutWindow(payout, calendar, input.today)
    if (window === null) return { result: { status: 'calendar_unknown' }, steps: [] }
    return {
      result: resultOf(payout, calendar, window, input),
      steps: stepsOf(pack, payout, window, input.today),
    } satisfies Evaluated
  },
}

function resultOf(
  section: PayoutSection,
  calendar: WorkingCalendar,
  window: PayoutWindow,
  { today, monthly_income, withdrawn_months, selections }: PayoutInput,
): z.infer<typeof okSchema> {
  const months = payableMonths(monthly_income, withdrawn_months)
  const unpaid = unpaidMonths(months, today)
  const all = unpaid.map(({ month }) => month)
  const ruling = (chosen: readonly PlainMonth[]) => judgeMonths(section, months, chosen, calendar, today)
  return {
    status: 'ok',
    tenth_working_day: window.lastWorkingDay,
    opens_on: window.opensOn,
    window_open: window.isOpen,
    unpaid_finished_months: all,
    unpaid_total: decimalAmount(sum(unpaid)),
    can_withdraw_everything: ruling(all) === 'allowed',
    single_months_reaching_minimum: unpaid
      .filter(({ net }) => net >= minimumOf(section))
      .map(({ month }) => month),
    shortest_oldest_first: oldestReaching(section, unpaid),
    selections: selections.map((chosen) => ({ months: chosen, result: RULINGS[ruling(chosen)] })),
  }
}

/** A month that is paid counts as one even where its income is not said. */
function payableMonths(
  income: Readonly<Record<PlainMonth, number>>,
  withdrawn: readonly PlainMonth[],
): PayableMonth[] {
  const taken = new Set(withdrawn)
  return [...new Set([...Object.keys(income), ...withdrawn])].map((month) => ({
    month,
    net: income[month] ?? 0,
    taken: taken.has(month),
  }))
}

function stepsOf(pack: PolicyPack, section: PayoutSection, window: PayoutWindow, on: PlainDate): Step[] {
  return [
    stepBy(
      pack,
      'payout.window',
      section.window,
      { on: day(on) },
      {
        lastWorkingDay: day(window.lastWorkingDay),
        opensOn: day(window.opensOn),
        windowOpen: yesNo(window.isOpen),
      },
    ),
    stepBy(pack, 'payout.months', section.months, {}, {}),
    stepBy(pack, 'payout.minimum', section.minimum, {}, { least: money(minimumOf(section)) }),
    stepBy(pack, 'payout.run', section.run, {}, {}),
    ...(section.invoice === null ? [] : [stepBy(pack, 'payout.invoice', section.invoice, {}, {})]),
  ]
}
