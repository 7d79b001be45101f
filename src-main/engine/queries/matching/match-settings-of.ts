import type { z } from 'zod'
import type { Marketplace } from '#shared/base/ids.ts'
import { type matchSettingsHereSchema, SETTINGS_TOLD } from '#shared/contracts/console-engine/bank-reports.ts'
import {
  type MatchSettingsRecord,
  type MatchSettingsShown,
  matchSettingsRecordSchema,
  withChanges,
} from '#shared/contracts/console-platform/records/match-settings.ts'
import { CHANGED_SETTINGS } from '#shared/descriptions/match-settings.ts'
import { matchSettings } from '#shared/rules/bank-matching/match-settings.ts'
import type { MatchSettings } from '#shared/rules/bank-matching/match-types.ts'
import { tell } from '#shared/values/description.ts'
import { isNothing } from '#shared/values/value-text.ts'
import { packAt } from '../marketplaces.ts'
import { namesHere } from '../names-here.ts'
import type { QueryContext } from '../query-context.ts'

type SettingsContext = Pick<QueryContext, 'statements' | 'packs' | 'now'>

/** What was set in a marketplace, the newest first; what is on its way counts. */
const SET = `SELECT body, number FROM match_settings WHERE marketplace = @marketplace
    AND id NOT IN (SELECT id FROM overlay_match_settings)
  UNION ALL SELECT body, number FROM overlay_match_settings WHERE marketplace = @marketplace
  ORDER BY number DESC LIMIT @limit`

/** What everything that matches lines of a marketplace goes by: the standard, with what was set last. */
export function settingsFor(context: SettingsContext, marketplace: Marketplace): MatchSettings {
  return usable(shownSettings(context, marketplace))
}

/** As `settingsFor`, in the shape of the form. */
export function shownSettings(context: SettingsContext, marketplace: Marketplace): MatchSettingsShown {
  const standard = standardSettings(context, marketplace)
  const changed = settingsSet(context, marketplace, 1)[0]?.changed
  return changed === undefined ? standard : withChanges(standard, changed)
}

/** Settings with what they go back to, and who set what. */
export function readMatchSettings(
  context: QueryContext,
  marketplace: Marketplace,
): z.infer<typeof matchSettingsHereSchema> {
  const names = namesHere(context, marketplace)
  const pending = context.workspace.outbox.pendingFor('matchSettings')
  return {
    settings: shownSettings(context, marketplace),
    standard: standardSettings(context, marketplace),
    history: settingsSet(context, marketplace, SETTINGS_TOLD).map(({ id, number, changed, reason, set }) => ({
      ...{ id, number, reason, byName: set.byName, at: set.at },
      changed: tell(CHANGED_SETTINGS, changed, names).filter(({ value }) => !isNothing(value)),
      pending: pending.has(id),
    })),
  }
}

function settingsSet(
  { statements }: Pick<QueryContext, 'statements'>,
  marketplace: Marketplace,
  limit: number,
): MatchSettingsRecord[] {
  return statements
    .prepare<{ body: string }>(SET)
    .all({ marketplace, limit })
    .map(({ body }) => matchSettingsRecordSchema.parse(JSON.parse(body)))
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

/** Settings of the form as the rules take them. */
export function usable({ fixedPart, depositWord, ...rest }: MatchSettingsShown): MatchSettings {
  return { pattern: { fixedPart, depositWord }, ...rest }
}
