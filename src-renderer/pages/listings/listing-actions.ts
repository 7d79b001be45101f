import type { Texts } from '#renderer/i18n/texts.ts'
import type { CaseAction } from '#renderer/review/decision-bar.tsx'
import { COMMAND_KEYS } from '#renderer/shell/keys/command-keys.ts'
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
      return { ...free, id: 'start-review', means: COMMAND_KEYS[type], run: startReview }
    case 'listing.request-changes':
      return {
        ...free,
        id: 'request-changes',
        means: COMMAND_KEYS[type],
        run: () => form.toggle('request-changes'),
      }
    case 'listing.approve':
      return {
        id: 'approve',
        means: COMMAND_KEYS[type],
        run: () => form.toggle('approve'),
        danger: false,
        blocked,
      }
    case 'listing.publish':
      return { id: 'publish', means: COMMAND_KEYS[type], run: publish, danger: false, blocked }
    case 'listing.reject':
      return { ...apart, id: 'reject', means: COMMAND_KEYS[type], run: () => form.toggle('reject') }
    case 'listing.propose-delisting':
      return {
        ...apart,
        id: 'propose-delisting',
        means: COMMAND_KEYS[type],
        run: () => form.toggle('propose-delisting'),
      }
    case 'listing.delist':
      return { ...apart, id: 'delist', means: COMMAND_KEYS[type], run: () => form.toggle('delist') }
    default:
      return null
  }
}
