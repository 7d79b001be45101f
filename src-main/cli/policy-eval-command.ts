import type { Command } from 'commander'
import { Argument } from 'commander'
import { z } from 'zod'
import { loadHolidays } from '#node/resources/load-holidays.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { createWorkingCalendar } from '#shared/calendar/working-calendar.ts'
import { choosePack, readPacks } from './choose-pack.ts'
import type { CliIo } from './cli-io.ts'
import { parseDateArgument } from './parse-arguments.ts'
import { depositEvaluator } from './policy-eval/deposit.ts'
import { depositRefundEvaluator } from './policy-eval/deposit-refund.ts'
import type { Evaluator, Setting } from './policy-eval/evaluator.ts'
import { explain } from './policy-eval/evaluator.ts'
import { checkInput, parseJson } from './read-json.ts'
import { UsageError } from './usage-error.ts'

const EXAMPLES = `
Examples:
  $ echo '[{"categories":["api"]}]' | marketdesk policy eval deposit --marketplace aliyun
  [{"status":"ok","required":"30000.00"}]
  $ marketdesk policy eval deposit --marketplace kubesphere --explain < providers.json
  $ marketdesk policy eval deposit-refund --marketplace kubesphere < refunds.json
  $ marketdesk policy eval deposit --schema

Input: an array. deposit takes { joined, listed, headcount, free_or_open_source, as_of } where one amount is asked of a
provider (paid_product_on: the day a paid product is to be published), { categories } where one is asked for each.
deposit-refund takes { delistings, still_listed, violation, as_of } (cooperation_ended_on: null while it goes on).
Output: an array of as many results, amounts as decimals in strings. --explain adds to each the rules with quote and
pack, inputs and what they gave (amounts there in fen), and the same in words. Without --on the newest pack of the marketplace is used.
Exit codes: 0 fine, 2 the input or the arguments are bad.`

const EVALUATORS = { deposit: depositEvaluator, 'deposit-refund': depositRefundEvaluator } as const
/** More inputs are several runs. */
const MAX_INPUTS = 100_000

interface EvalOptions {
  readonly marketplace?: string
  readonly on?: PlainDate
  readonly explain?: true
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
    .option('--explain', 'add the rules that led to each result')
    .option('--schema', 'print the JSON schemas of an input and a result, and end')
    .addHelpText('after', EXAMPLES)
    .action(async (matter: keyof typeof EVALUATORS, options: EvalOptions) => {
      if (options.schema) return io.print(JSON.stringify(schemasOf(matter), null, 2))
      if (options.marketplace === undefined) throw new UsageError('--marketplace is needed')
      const pack = choosePack(await readPacks(io), options.marketplace, options.on)
      const calendar = createWorkingCalendar(await loadHolidays(new URL('holidays/', io.resources)))
      const json = parseJson(await io.readInput(), 'standard input')
      const setting = { pack, calendar }
      const results =
        matter === 'deposit'
          ? evaluateAll(EVALUATORS.deposit, json, setting, options)
          : evaluateAll(EVALUATORS['deposit-refund'], json, setting, options)
      io.print(JSON.stringify(results))
    })
}

function evaluateAll<Input>(
  evaluator: Evaluator<Input>,
  json: unknown,
  setting: Setting,
  options: EvalOptions,
): readonly unknown[] {
  const schema = z.array(evaluator.inputSchema(setting.pack)).max(MAX_INPUTS)
  const inputs = checkInput(json, schema, 'standard input is no array of inputs (see --schema)')
  return inputs.map((input) => {
    const { result, steps } = evaluator.evaluate(input, setting)
    return options.explain ? { ...result, explanation: explain(steps) } : result
  })
}

function schemasOf(matter: keyof typeof EVALUATORS) {
  const { anyInputSchema, resultSchema } = EVALUATORS[matter]
  return { input: z.toJSONSchema(z.array(anyInputSchema)), result: z.toJSONSchema(z.array(resultSchema)) }
}
