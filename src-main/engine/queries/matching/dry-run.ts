import type { z } from 'zod'
import type { Marketplace } from '#shared/base/ids.ts'
import type {
  DryRun,
  dryRunInput,
  MatchSettingsShown,
} from '#shared/contracts/console-engine/bank-reports.ts'
import type { MatchDecision } from '#shared/rules/bank-matching/match-types.ts'
import { isWrong, type ReplayedLine, replayMatching } from '#shared/rules/bank-matching/replay-matching.ts'
import { bitByBit } from '../../time/yield-to-queries.ts'
import { plainRow } from '../bank/line-rows.ts'
import type { Desk } from '../desk.ts'
import { readRecord } from '../read-record.ts'
import { depositHistory } from './deposit-history.ts'
import { keepSettings, settingsFor, standardSettings, usable } from './match-settings-of.ts'
import { pastLines } from './past-imports.ts'

type Question = z.infer<typeof dryRunInput>

/** Most lines that are told one by one. */
const DIFFERENCES_LIMIT = 500

/** What settings would have done with every line on record, against what they do now and what became of it. */
export function dryRun(desk: Desk, { marketplace, settings }: Question): Promise<DryRun> {
  return bitByBit(replay(desk, marketplace, settings))
}

/**
 * Goes by settings from now on. They are tried again first: with one line that would have gone wrong by itself they are
 * not adopted. The standard always may come back.
 */
export async function adoptSettings(desk: Desk, { marketplace, settings }: Question): Promise<boolean> {
  const isStandard = JSON.stringify(settings) === JSON.stringify(standardSettings(desk, marketplace))
  const adopted = isStandard || (await dryRun(desk, { marketplace, settings })).changed.wrong === 0
  if (adopted) keepSettings(desk, marketplace, settings)
  return adopted
}

function* replay(
  desk: Desk,
  marketplace: Marketplace,
  settings: MatchSettingsShown,
): Generator<void, DryRun> {
  const { imports, seen, complete } = yield* pastLines(desk, marketplace)
  const { deposits, changes, nameOf } = depositHistory(desk, marketplace, seen)
  const replayed = yield* replayMatching(
    { deposits, changes, imports },
    { now: settingsFor(desk, marketplace), changed: usable(settings) },
  )
  const goesWrong = ({ changed, settledOn }: ReplayedLine) => isWrong(changed, settledOn)
  const wrong = replayed.filter(goesWrong)
  const told = [...wrong, ...replayed.filter((line) => differs(line) && !goesWrong(line))]
  return {
    lines: replayed.length,
    now: count(replayed, ({ now }) => now),
    changed: count(replayed, ({ changed }) => changed),
    differences: told.slice(0, DIFFERENCES_LIMIT).flatMap((line) => shown(desk, line, nameOf)),
    complete: complete && told.length <= DIFFERENCES_LIMIT,
  }
}

function differs({ now, changed }: ReplayedLine): boolean {
  return now.decision !== changed.decision || first(now) !== first(changed)
}

function first({ candidates }: MatchDecision): string | null {
  return candidates[0]?.provider ?? null
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
  desk: Desk,
  { id, now, changed, settledOn }: ReplayedLine,
  nameOf: ReadonlyMap<string, string>,
): DryRun['differences'] {
  const line = readRecord(desk, 'bankLine', id)
  if (line === null) return []
  const named = (deposit: string | null) => (deposit === null ? null : (nameOf.get(deposit) ?? deposit))
  const actual = (settledOn ?? []).map(named).join('、')
  return [
    {
      line: plainRow(desk, line),
      now: now.decision,
      changed: changed.decision,
      nowFirst: named(first(now)),
      changedFirst: named(first(changed)),
      actual: actual === '' ? null : actual,
      wrong: isWrong(changed, settledOn),
    },
  ]
}
