import type { Command } from 'commander'
import { Argument } from 'commander'
import { z } from 'zod'
import { loadHolidays } from '#node/resources/load-holidays.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { createWorkingCalendar } from '#shared/calendar/working-calendar.ts'
import { choosePack, readPacks } from './choose-pack.ts'
import type { CliIo } from './cli-io.ts'
import { parseDateArgument } from './parse-arguments.ts'
import { commissionEvaluator } from './policy-eval/commission.ts'
import { depositEvaluator } from './policy-eval/deposit.ts'
import { depositRefundEvaluator } from './policy-eval/deposit-refund.ts'
import type { Evaluator } from './policy-eval/evaluator.ts'
import { explain } from './policy-eval/evaluator.ts'
import { feeEvaluator } from './policy-eval/fee.ts'
import { meteringEvaluator } from './policy-eval/metering.ts'
import { payoutEvaluator } from './policy-eval/payout.ts'
import { taxSplitEvaluator } from './policy-eval/tax-split.ts'
import { checkInput, parseJson } from './read-json.ts'
import { UsageError } from './usage-error.ts'

const EXAMPLES = `
Examples:
  $ echo '[{"categories":["api"]}]' | marketdesk policy eval deposit --marketplace aliyun
  [{"status":"ok","required":"30000.00"}]
  $ marketdesk policy eval deposit --marketplace kubesphere --explain < providers.json
  $ marketdesk policy eval deposit-refund --marketplace kubesphere < refunds.json
  $ marketdesk policy eval deposit --schema
  $ marketdesk policy eval fee --marketplace kubesphere --explain < orders-of-providers.json
  $ echo '[{"month":"2020-10","category":"网站建设","orders":[{"amount":"400000.00","commissionable":false},
      {"amount":"600000.00","commissionable":true}]}]' | marketdesk policy eval commission --marketplace aliyun
  $ echo '[{"today":"2024-02-20","monthly_income":{"2024-01":"12000.00"},"withdrawn_months":[],
      "selections":[["2024-01"]]}]' | marketdesk policy eval payout --marketplace kubesphere
  $ echo '[{"price":{"mode":"step","bands":[{"up_to":"3","unit_price":"0.3"},{"unit_price":"0.2"}]},
      "usage":[{"quantity":"8"}],"billed":"2.40"}]' | marketdesk policy eval metering --marketplace huawei
  $ echo '[{"lines":[{"amount":"106.00","rate":6}]}]' | marketdesk policy eval tax-split

Input: an array. deposit takes { joined, listed, headcount, free_or_open_source, as_of } where one amount is asked of a
provider (paid_product_on: the day a paid product is to be published), { categories } where one is asked for each.
deposit-refund takes { delistings, still_listed, violation, as_of } (cooperation_ended_on: null while it goes on).
fee takes one provider each: { joined_at, approved_at, orders: [{ id, paid_at, channel, amount, refund_of }] }; where the
provider's share of the cash is settled { month, orders: [{ id, product_type, mode, cash, paid_at, repaid_at, ... }] }.
commission takes { month, category, orders: [{ amount, commissionable }] }, the category as the rate table calls it.
payout takes { today, monthly_income: { "2024-01": "12000.00" }, withdrawn_months, selections: [[months]] }.
metering takes a bill: { price: { mode: fixed|step|tier, bands: [{ up_to, unit_price }] }, usage: [{ quantity, from, to,
recorded_at }], packages: [{ id, left }], accumulated, billed }; quantities and unit prices are decimals in strings.
tax-split takes { lines: [{ amount, rate }] } and needs no marketplace. A case the rules cannot answer is a status.
Output: an array of as many results, amounts as decimals in strings. --explain adds to each the rules with quote and
pack, inputs and what they gave (amounts there in fen), and the same in words. Without --on the newest
pack of the marketplace is used; fees and commissions go by the pack of each order's own day.
Exit codes: 0 fine, 2 the input or the arguments are bad.`

/** What is calculated by the packs of a marketplace, and what by arithmetic alone. */
const EVALUATORS = {
  deposit: depositEvaluator,
  'deposit-refund': depositRefundEvaluator,
  fee: feeEvaluator,
  commission: commissionEvaluator,
  payout: payoutEvaluator,
  metering: meteringEvaluator,
  'tax-split': taxSplitEvaluator,
} as const
/** More inputs are several runs. */
const MAX_INPUTS = 100_000

interface EvalOptions {
  readonly marketplace?: string
  readonly on?: PlainDate
  readonly explain?: true
  readonly json?: true
  readonly schema?: true
}

/** `policy eval MATTER`: what the rules of a pack give for inputs from standard input. */
export function registerPolicyEvalCommand(policy: Command, io: CliIo): void {
  policy
    .command('eval')
    .description('calculate by the rules of a marketplace: JSON in, JSON out')
    .addArgument(new Argument('<matter>', 'what to calculate').choices(Object.keys(EVALUATORS)))
    .option('--marketplace <key>', 'its key, as policy list shows it')
    .option('--on <date>', 'the day whose pack is used', parseDateArgument)
    .option('--json', 'print JSON, as is done without it too')
    .option('--explain', 'add the rules that led to each result')
    .option('--schema', 'print the JSON schemas of an input and a result, and end')
    .addHelpText('after', EXAMPLES)
    .action(async (matter: keyof typeof EVALUATORS, options: EvalOptions) => {
      if (options.schema) return io.print(JSON.stringify(schemasOf(matter), null, 2))
      const results = await resultsOf(io, matter, options)
      io.print(JSON.stringify(results))
    })
}

async function resultsOf(
  io: CliIo,
  matter: keyof typeof EVALUATORS,
  options: EvalOptions,
): Promise<readonly unknown[]> {
  const input = async () => parseJson(await io.readInput(), 'standard input')
  if (matter === 'tax-split') return evaluateAll(EVALUATORS[matter], await input(), null, options)
  if (options.marketplace === undefined) throw new UsageError('--marketplace is needed')
  const all = await readPacks(io)
  const pack = choosePack(all, options.marketplace, options.on)
  const own = all.filter(({ marketplace }) => marketplace === pack.marketplace)
  const calendar = createWorkingCalendar(await loadHolidays(new URL('holidays/', io.resources)))
  const setting = { pack, packs: options.on === undefined ? own : [pack], calendar }
  switch (matter) {
    case 'deposit':
      return evaluateAll(EVALUATORS[matter], await input(), setting, options)
    case 'deposit-refund':
      return evaluateAll(EVALUATORS[matter], await input(), setting, options)
    case 'fee':
      return evaluateAll(EVALUATORS[matter], await input(), setting, options)
    case 'commission':
      return evaluateAll(EVALUATORS[matter], await input(), setting, options)
    case 'payout':
      return evaluateAll(EVALUATORS[matter], await input(), setting, options)
    case 'metering':
      return evaluateAll(EVALUATORS[matter], await input(), setting, options)
  }
}

function evaluateAll<Input, Given>(
  evaluator: Evaluator<Input, Given>,
  json: unknown,
  setting: Given,
  options: EvalOptions,
): readonly unknown[] {
  const schema = z.array(evaluator.inputSchema(setting)).max(MAX_INPUTS)
  const inputs = checkInput(json, schema, 'standard input is no array of inputs (see --schema)')
  return inputs.map((input) => {
    const { result, steps } = evaluator.evaluate(input, setting)
    return options.explain ? { ...result, explanation: explain(steps) } : result
  })
}

function schemasOf(matter: keyof typeof EVALUATORS) {
  const { anyInputSchema, resultSchema } = EVALUATORS[matter]
  return {
    input: z.toJSONSchema(z.array(anyInputSchema), { io: 'input' }),
    result: z.toJSONSchema(z.array(resultSchema)),
  }
}
