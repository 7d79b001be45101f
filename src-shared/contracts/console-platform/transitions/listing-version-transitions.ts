import type { Instant } from '../../../base/ids.ts'
import type { CommandAbout } from '../commands.ts'
import type { ListingVersion, ListingVersionStatus } from '../records/listing.ts'
import { type Actor, type DecisionAbout, historyOf } from './decision.ts'

type ListingCommand = CommandAbout<'listingVersion'>

const FROM: Readonly<Record<ListingCommand, readonly ListingVersionStatus[]>> = {
  'listing.assign': ['submitted', 'in_review', 'changes_requested', 'approved'],
  'listing.start-review': ['submitted'],
  'listing.request-changes': ['in_review'],
  'listing.approve': ['in_review'],
  'listing.reject': ['submitted', 'in_review'],
  'listing.override-finding': ['submitted', 'in_review'],
  'listing.publish': ['approved'],
  'listing.propose-delisting': ['live'],
  'listing.delist': ['live'],
}

export function listingVersionAllows(status: ListingVersionStatus, type: ListingCommand): boolean {
  return FROM[type].includes(status)
}

/**
 * The listing version after a decision, one version further; null where its state does not allow it.
 * Pure, as decideApplication. Guards that look at other records (provider open, deposit) are the platform's.
 */
export function decideListingVersion(
  before: ListingVersion,
  decision: DecisionAbout<'listingVersion'>,
  actor: Actor,
  at: Instant,
): ListingVersion | null {
  if (!listingVersionAllows(before.status, decision.type)) return null
  const after = {
    ...before,
    version: before.version + 1,
    history: [...before.history, historyOf(decision, actor, at)],
    updatedAt: at,
  }
  switch (decision.type) {
    case 'listing.assign':
      return { ...after, assignee: decision.arguments.assignee }
    case 'listing.start-review':
      return { ...after, status: 'in_review', assignee: before.assignee ?? actor.id }
    case 'listing.request-changes':
      return { ...after, status: 'changes_requested' }
    case 'listing.approve':
      return { ...after, status: 'approved', decidedAt: at }
    case 'listing.reject':
      return { ...after, status: 'rejected', decidedAt: at }
    case 'listing.override-finding': {
      const { ruleId, reason } = decision.arguments
      const others = before.overrides.filter((override) => override.ruleId !== ruleId)
      return {
        ...after,
        overrides: [...others, { ruleId, reason, by: actor.id, byName: actor.name, at }],
      }
    }
    case 'listing.publish':
      return { ...after, status: 'live' }
    case 'listing.propose-delisting':
      return after
    case 'listing.delist':
      return { ...after, status: 'delisted' }
  }
}
