import type { Texts } from '#renderer/i18n/texts.ts'
import type { CaseAction } from '#renderer/review/decision-bar.tsx'
import type { ListingCase } from '#shared/contracts/console-engine/listings.ts'
import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { ListingDecisions } from './use-listing-decisions.ts'

type Blocker = ListingCase['blockers'][number]

/** The buttons of the decision bar, in the engine's order: the likely next step first. */
export function listingActions(opened: ListingCase, decisions: ListingDecisions, texts: Texts): CaseAction[] {
  const wordsOf = (blocker: Blocker | undefined) =>
    blocker === undefined ? null : texts.listings.blocker[blocker]
  const approval = wordsOf(opened.blockers[0])
  const publishing = wordsOf(opened.blockers.find((blocker) => blocker !== 'must-findings-open'))
  return opened.allowed.flatMap((type) => {
    const action = actionOf(type, decisions, type === 'listing.publish' ? publishing : approval)
    return action === null ? [] : [{ label: texts.commands.doing[type], ...action }]
  })
}

function actionOf(
  type: CommandType,
  { form, startReview, publish }: ListingDecisions,
  blocked: string | null,
): Omit<CaseAction, 'label'> | null {
  const free = { danger: false, blocked: null }
  const apart = { danger: true, blocked: null }
  switch (type) {
    case 'listing.start-review':
      return { ...free, id: 'start-review', keys: 's', run: startReview }
    case 'listing.request-changes':
      return { ...free, id: 'request-changes', keys: 'r', run: () => form.toggle('request-changes') }
    case 'listing.approve':
      return {
        id: 'approve',
        keys: 'a',
        run: () => form.toggle('approve'),
        danger: false,
        blocked,
      }
    case 'listing.publish':
      return { id: 'publish', keys: 'p', run: publish, danger: false, blocked }
    case 'listing.reject':
      return { ...apart, id: 'reject', keys: 'x', run: () => form.toggle('reject') }
    case 'listing.propose-delisting':
      return { ...apart, id: 'propose-delisting', keys: 'd', run: () => form.toggle('propose-delisting') }
    case 'listing.delist':
      return { ...apart, id: 'delist', keys: 'D', run: () => form.toggle('delist') }
    default:
      return null
  }
}
