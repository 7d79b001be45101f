import { useTexts } from '#renderer/i18n/language-context.ts'
import { AssignMenu } from '#renderer/review/assign-menu.tsx'
import { DecisionBar } from '#renderer/review/decision-bar.tsx'
import type { ListingCase } from '#shared/contracts/console-engine/listings.ts'
import { listingActions } from './listing-actions.ts'
import { ListingForm } from './listing-form.tsx'
import type { ListingDecisions } from './use-listing-decisions.ts'

interface ListingFootProps {
  readonly opened: ListingCase
  readonly decisions: ListingDecisions
}

/** The open form above the decision bar. */
export function ListingFoot({ opened, decisions }: ListingFootProps) {
  const texts = useTexts()
  return (
    <>
      <ListingForm decisions={decisions} />
      <DecisionBar
        actions={listingActions(opened, decisions, texts)}
        openId={decisions.form.form}
        deciding={decisions.deciding}
        idle={texts.review.bar.nothingToDo}
        assign={
          opened.allowed.includes('listing.assign') ? (
            <AssignMenu
              toDo="listing.start-review"
              assignee={opened.assignee}
              disabled={decisions.deciding}
              onAssign={decisions.assign}
            />
          ) : null
        }
      />
    </>
  )
}
