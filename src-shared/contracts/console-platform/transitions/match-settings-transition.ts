import type { Instant } from '../../../base/ids.ts'
import type { MatchSettingsRecord } from '../records/match-settings.ts'
import { type Actor, type DecisionAbout, historyOf } from './decision.ts'

/** Settings as they are set; null where they are there already. Which number is next is the platform's to ask. Pure. */
export function decideMatchSettings(
  before: MatchSettingsRecord | null,
  id: string,
  decision: DecisionAbout<'matchSettings'>,
  actor: Actor,
  at: Instant,
): MatchSettingsRecord | null {
  if (before !== null) return null
  const { marketplace, number, settings: changed, reason } = decision.arguments
  return {
    ...{ id, version: 1, marketplace, number, changed, reason },
    set: { at, by: actor.id, byName: actor.name },
    history: [historyOf(decision, actor, at)],
    updatedAt: at,
  }
}
