import { useTexts } from '#renderer/i18n/language-context.ts'
import type { Texts } from '#renderer/i18n/texts.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import type { Outcome } from '#shared/contracts/console-platform/commands.ts'
import { ChangedFields } from './changed-fields.tsx'
import classes from './values.module.css'

type Compared = Pick<ReturnedDecision, 'changedFields' | 'changedBeside' | 'shown' | 'lastOutcome'>

/** How much differs since the decision was made: of its record, and of what stood beside it. */
export function changeCount({ changedFields, changedBeside }: Compared): number {
  return changedFields.length + changedBeside.length
}

/** What differs since the decision was made; where nothing is known to differ and the platform says so, why. */
export function DecisionChanges({ decision }: { readonly decision: Compared }) {
  const texts = useTexts().sync
  if (changeCount(decision) > 0) {
    const { changedFields, changedBeside } = decision
    return (
      <ChangedFields changes={[...changedFields.map((each) => ({ ...each, of: null })), ...changedBeside]} />
    )
  }
  const why = isOverWhatWasSeen(decision.lastOutcome) ? withoutChanges(decision.shown, texts) : null
  return why === null ? null : <p className={classes.note}>{why}</p>
}

/** Whether the platform refused because of what was seen: it differs, or nothing was said of it. */
function isOverWhatWasSeen(outcome: Outcome | null): boolean {
  if (outcome?.kind !== 'rejected') return false
  return (
    outcome.code === 'seen-differs' ||
    (outcome.code === 'bad-arguments' && outcome.detail.startsWith('seenDigest'))
  )
}

function withoutChanges(shown: Compared['shown'], texts: Texts['sync']): string | null {
  switch (shown) {
    case 'older':
      return texts.shownOlder
    case 'too-large':
      return texts.shownTooLarge
    case 'kept':
      return texts.shownSame
    case 'not-compared':
      return null
  }
}
