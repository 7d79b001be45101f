import { z } from 'zod'
import type { Marketplace } from '#shared/base/ids.ts'
import {
  type MatchSettingsShown,
  matchSettingsSchema,
} from '#shared/contracts/console-engine/bank-reports.ts'
import { matchSettings } from '#shared/rules/bank-matching/match-settings.ts'
import type { MatchSettings } from '#shared/rules/bank-matching/match-types.ts'
import type { Desk } from '../desk.ts'
import { packAt } from '../marketplaces.ts'
import { readPreference, savePreference } from '../preferences.ts'

type SettingsDesk = Pick<Desk, 'workspace' | 'packs' | 'now'>

/** Only what differs from the standard is kept, so that a new pack's wording still arrives. */
const keptSchema = z.record(z.string(), z.unknown()).catch({})

/** What everything that matches lines of a marketplace goes by: the standard, with what was adopted here. */
export function settingsFor(desk: SettingsDesk, marketplace: Marketplace): MatchSettings {
  return usable(shownSettings(desk, marketplace))
}

/** As `settingsFor`, in the shape of the form. */
export function shownSettings(desk: SettingsDesk, marketplace: Marketplace): MatchSettingsShown {
  const standard = standardSettings(desk, marketplace)
  const kept = keptSchema.parse(readPreference(desk, keyOf(marketplace)))
  return matchSettingsSchema.catch(standard).parse({ ...standard, ...kept })
}

/** As today's pack and the program have them. */
export function standardSettings(
  desk: Pick<Desk, 'packs' | 'now'>,
  marketplace: Marketplace,
): MatchSettingsShown {
  const standard = matchSettings(packAt(desk, marketplace, desk.now)?.deposit ?? null)
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
  desk: SettingsDesk,
  marketplace: Marketplace,
  settings: MatchSettingsShown,
): void {
  const standard: Readonly<Record<string, unknown>> = standardSettings(desk, marketplace)
  const changed = Object.entries(settings).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(standard[name]),
  )
  savePreference(desk, keyOf(marketplace), changed.length === 0 ? null : Object.fromEntries(changed))
}

/** Settings of the form as the rules take them. */
export function usable({ fixedPart, depositWord, ...rest }: MatchSettingsShown): MatchSettings {
  return { pattern: { fixedPart, depositWord }, ...rest }
}

function keyOf(marketplace: Marketplace): string {
  return `bank.matching.${marketplace}`
}
