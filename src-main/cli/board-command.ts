import { type Command, Option } from 'commander'
import type { BoardReading } from '#main/engine/queries/boards/board-reading.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import {
  type BoardScope,
  boardScopeSchema,
  CLUSTER_GROUPS,
  type ClusterBoard,
  type ClusterFigures,
  type ClusterGroup,
  SUBSCRIPTION_GROUPS,
  type SubscriptionBoard,
  type SubscriptionFigures,
  type SubscriptionGroup,
} from '#shared/contracts/console-engine/boards.ts'
import { MOST_DAYS } from '#shared/rules/boards/board-period.ts'
import type { CliIo } from './cli-io.ts'
import { type CopyOptions, withCopyOptions, withLocalCopy } from './local-copy.ts'
import { parseDateArgument } from './parse-arguments.ts'
import { textTable } from './text-table.ts'
import { UsageError } from './usage-error.ts'
import { harmless } from './write-report.ts'

const EXAMPLES = `
Examples:
  $ marketdesk board subscriptions --from 2026-01-01 --to 2026-12-31 --by month
  $ marketdesk board clusters --from 2026-11-01 --to 2026-11-30 --by extension --json --platform URL

Days in Beijing, both included. Answered from the copy on this computer, without the platform, an e-mail or a password: asOf
says when it was last confirmed. --platform is needed only where copies of several accounts or platforms lie there.
subscriptions counts every subscription by the day it began, whatever became of it (a renewal is an order); users are
different ones, so those of groups do not add up; revenue is what was paid in cash by the day of payment, refunds apart. An
order names no plan and no state: by those two revenue and refunds are null, as they are for who sees no orders.
Exit codes: 0 fine, 1 nothing in these days, 2 usage, or no copy here.
JSON: { from, to, asOf, totals, groups: [{ key, name, ...figures }] }; figures of subscriptions: { subscriptions, users, revenue,
        refunds }, amounts in yuan as text; of clusters: { users, clusters }.`

interface BoardOptions<By> extends CopyOptions {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly by?: By
  readonly json?: true
}
type Figures = SubscriptionFigures | ClusterFigures

/** `board subscriptions` and `board clusters`: the boards without a screen. */
export function registerBoardCommand(program: Command, io: CliIo): void {
  const board = program.command('board').description('运营看板 figures of subscriptions and clusters')
  const subscriptions = board.command('subscriptions').description('订阅看板 subscriptions, users, revenue')
  boardOptions(subscriptions, SUBSCRIPTION_GROUPS).action((options: BoardOptions<SubscriptionGroup>) =>
    show(io, options, async (copy, scope) => {
      const { subscriptionBoard } = await import('#main/engine/queries/boards/subscription-board.ts')
      return subscriptionBoard(copy, { ...scope, by: options.by ?? null })
    }),
  )
  const clusters = board.command('clusters').description('集群看板 users and clusters with products on them')
  boardOptions(clusters, CLUSTER_GROUPS).action((options: BoardOptions<ClusterGroup>) =>
    show(io, options, async (copy, scope) => {
      const { clusterBoard } = await import('#main/engine/queries/boards/cluster-board.ts')
      return clusterBoard(copy, { ...scope, by: options.by ?? null })
    }),
  )
}

function boardOptions(command: Command, groups: readonly string[]): Command {
  command
    .requiredOption('--from <day>', 'the first day', parseDateArgument)
    .requiredOption('--to <day>', 'the last day', parseDateArgument)
    .addOption(new Option('--by <group>', 'told apart by').choices(groups))
  return withCopyOptions(command)
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', EXAMPLES)
}

async function show<By extends string>(
  io: CliIo,
  options: BoardOptions<By>,
  ask: (copy: BoardReading, scope: BoardScope) => Promise<SubscriptionBoard | ClusterBoard | null>,
): Promise<void> {
  const { from, to } = options
  const scope = boardScopeSchema.safeParse({ period: { from, to } })
  if (!scope.success) {
    throw new UsageError(
      `--from ${from} --to ${to} is no period: up to ${MOST_DAYS} days, the first one first`,
    )
  }
  await withLocalCopy(io, options, async (copy) => {
    const board = await ask(copy, scope.data)
    if (board === null) throw new UsageError('the copy here is not complete yet: run marketdesk sync first')
    const report = {
      ...{ from, to, asOf: board.asOf, totals: written(board.totals) },
      groups: board.groups.map(({ key, name, figures }) => ({ key, name, ...written(figures) })),
    }
    io.print(options.json ? JSON.stringify(report, null, 2) : harmless(inWords(report, io.columns)))
    if (Object.values(board.totals).every((figure) => figure === 0 || figure === null)) io.setExitCode(1)
  })
}

/** Figures with their amounts in yuan as text: no reader makes a float of them. */
function written(figures: Figures): Record<string, number | string | null> {
  return 'clusters' in figures
    ? { ...figures }
    : { ...figures, revenue: yuan(figures.revenue), refunds: yuan(figures.refunds) }
}

function yuan(fen: number | null): string | null {
  if (fen === null) return null
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

interface Report {
  readonly from: string
  readonly to: string
  readonly asOf: string
  readonly totals: Record<string, number | string | null>
  readonly groups: readonly ({ readonly key: string; readonly name: string } & Record<string, unknown>)[]
}

function inWords({ from, to, asOf, totals, groups }: Report, columns: number): string {
  const headings = Object.keys(totals)
  const rows = groups.map(({ key, name, ...figures }) => [
    ...headings.map((heading) => String(figures[heading] ?? '-')),
    name === key ? key : `${name} (${key})`,
  ])
  const all = [...headings.map((heading) => String(totals[heading] ?? '-')), `${from} – ${to}`]
  return `${textTable([...headings, ''], [all, ...rows], columns)}\nas of ${asOf}`
}
