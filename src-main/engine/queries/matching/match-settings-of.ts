import { z } from 'zod'
import type { Marketplace } from '#shared/base/ids.ts'
import {
  type MatchSettingsShown,
  matchSettingsSchema,
} from '#shared/contracts/console-engine/bank-reports.ts'
import { matchSettings } from '#shared/rules/bank-matching/match-settings.ts'
import type { MatchSettings } from '#shared/rules/bank-matching/match-types.ts'
import { packAt } from '../marketplaces.ts'
import { readPreference, savePreference } from '../preferences.ts'
import type { QueryContext } from '../query-context.ts'

type SettingsContext = Pick<QueryContext, 'workspace' | 'packs' | 'now'>

/** Only what differs from the standard is kept, so that a new pack's wording still arrives. */
const keptSchema = z.record(z.string(), z.unknown()).catch({})

/** What everything that matches lines of a marketplace goes by: the standard, with what was adopted here. */
export function settingsFor(context: SettingsContext, marketplace: Marketplace): MatchSettings {
  return usable(shownSettings(context, marketplace))
}

/** As `settingsFor`, in the shape of the form. */
export function shownSettings(context: SettingsContext, marketplace: Marketplace): MatchSettingsShown {
  const standard = standardSettings(context, marketplace)
  const kept = keptSchema.parse(readPreference(context, keyOf(marketplace)))
  return matchSettingsSchema.catch(standard).parse({ ...standard, ...kept })
}

/** As today's pack and the program have them. */
export function standardSettings(
  context: Pick<QueryContext, 'packs' | 'now'>,
  marketplace: Marketplace,
): MatchSettingsShown {
  const standard = matchSettings(packAt(context, marketplace, context.now)?.deposit ?? null)
  return {
    fixedPart: standard.pattern.fixedPart,
    depositWord: standard.pattern.depositWord,
    bankWords: [...standard.bankWords],
    otherPurposes: [...standard.otherPurposes],
    unlikePerMille: standard.unlikePerMille,
  }
}

/** Keeps settings on this computer; the standard itself leaves nothing behind. */
export function keepSettings(
  context: SettingsContext,
  marketplace: Marketplace,
  settings: MatchSettingsShown,
): void {
  const standard: Readonly<Record<string, unknown>> = standardSettings(context, marketplace)
  const changed = Object.entries(settings).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(standard[name]),
  )
  savePreference(context, keyOf(marketplace), changed.length === 0 ? null : Object.fromEntries(changed))
}

/** Settings of the form as the rules take them. */
export function usable({ fixedPart, depositWord, ...rest }: MatchSettingsShown): MatchSettings {
  return { pattern: { fixedPart, depositWord }, ...rest }
}

function keyOf(marketplace: Marketplace): string {
  return `bank.matching.${marketplace}`
}
