import type { z } from 'zod'
import type { Marketplace } from '#shared/base/ids.ts'
import type { DryRun, dryRunInput } from '#shared/contracts/console-engine/bank-reports.ts'
import type { MatchSettingsShown } from '#shared/contracts/console-platform/records/match-settings.ts'
import type { MatchDecision } from '#shared/rules/bank-matching/match-types.ts'
import { isWrong, type ReplayedLine, replayMatching } from '#shared/rules/bank-matching/replay-matching.ts'
import { bitByBit } from '../../time/yield-to-queries.ts'
import { plainRow } from '../bank/line-rows.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { depositHistory } from './deposit-history.ts'
import { settingsFor, usable } from './match-settings-of.ts'
import { pastLines } from './past-imports.ts'

type Question = z.infer<typeof dryRunInput>

/** Most lines that are told one by one. */
const DIFFERENCES_LIMIT = 500

/** What settings would have done with every line on record, against what they do now and what became of it. */
export function dryRun(context: QueryContext, { marketplace, settings }: Question): Promise<DryRun> {
  return bitByBit(replay(context, marketplace, settings))
}

function* replay(
  context: QueryContext,
  marketplace: Marketplace,
  settings: MatchSettingsShown,
): Generator<void, DryRun> {
  const { imports, seen, complete } = yield* pastLines(context, marketplace)
  const { items, changes, nameOf } = depositHistory(context, marketplace, seen)
  const replayed = yield* replayMatching(
    { items, changes, imports },
    { now: settingsFor(context, marketplace), changed: usable(settings) },
  )
  const goesWrong = ({ changed, settledOn }: ReplayedLine) => isWrong(changed, settledOn)
  const wrong = replayed.filter(goesWrong)
  const told = [...wrong, ...replayed.filter((line) => differs(line) && !goesWrong(line))]
  return {
    lines: replayed.length,
    now: count(replayed, ({ now }) => now),
    changed: count(replayed, ({ changed }) => changed),
    differences: told.slice(0, DIFFERENCES_LIMIT).flatMap((line) => shown(context, line, nameOf)),
    complete: complete && told.length <= DIFFERENCES_LIMIT,
  }
}

function differs({ now, changed }: ReplayedLine): boolean {
  return now.decision !== changed.decision || first(now) !== first(changed)
}

function first({ candidates }: MatchDecision): string | null {
  return candidates[0]?.id ?? null
}

function count(lines: readonly ReplayedLine[], of: (line: ReplayedLine) => MatchDecision): DryRun['now'] {
  const counts = { auto: 0, wrong: 0, suggest: 0, none: 0 }
  for (const line of lines) {
    const made = of(line)
    counts[made.decision] += 1
    if (isWrong(made, line.settledOn)) counts.wrong += 1
  }
  return counts
}

function shown(
  context: QueryContext,
  { id, now, changed, settledOn }: ReplayedLine,
  nameOf: ReadonlyMap<string, string>,
): DryRun['differences'] {
  const line = readPresent(context, 'bankLine', id)
  if (line === null) return []
  const named = (deposit: string | null) => (deposit === null ? null : (nameOf.get(deposit) ?? deposit))
  const actual = (settledOn ?? []).map(({ id }) => named(id)).join('、')
  return [
    {
      line: plainRow(context, line),
      now: now.decision,
      changed: changed.decision,
      nowFirst: named(first(now)),
      changedFirst: named(first(changed)),
      actual: actual === '' ? null : actual,
      wrong: isWrong(changed, settledOn),
    },
  ]
}
