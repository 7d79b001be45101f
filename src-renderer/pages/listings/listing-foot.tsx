import { useTexts } from '#renderer/i18n/language-context.ts'
import { AssignMenu } from '#renderer/review/assign-menu.tsx'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { useMissing, useWhoMay } from '#renderer/review/use-missing.ts'
import type { ListingCase } from '#shared/contracts/console-engine/listings.ts'
import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import { listingVersionAllows } from '#shared/contracts/console-platform/transitions/listing-version-transitions.ts'
import { ListingForm } from './listing-form.tsx'
import type { ShownFinding } from './merge-findings.ts'

type Blocker = ListingCase['blockers'][number]

/** Who can lift what blocks, where that is not done at this case. */
const LIFTED_BY: Readonly<Record<Blocker, readonly CommandType[]>> = {
  'provider-not-open': ['application.open'],
  'deposit-not-settled': ['deposit.match', 'deposit.waive'],
  'must-findings-open': ['listing.override-finding'],
}

interface ListingFootProps {
  readonly opened: ListingCase
  readonly findings: readonly ShownFinding[]
  readonly forms: CaseForms
}

/** What can be decided about a submission, and the form in which it is being decided. */
export function ListingFoot({ opened, findings, forms }: ListingFootProps) {
  const texts = useTexts()
  const whoMay = useWhoMay()
  const { listingVersion, allowed, assignee, blockers } = opened
  const { status } = listingVersion
  const missing = useMissing('listingVersion', allowed, (type) => listingVersionAllows(status, type))
  const wordsOf = (blocker: Blocker | undefined) =>
    blocker === undefined
      ? null
      : texts.listings.blockedBy(texts.listings.blocker[blocker], whoMay(LIFTED_BY[blocker]))
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing, {
        blocked: {
          'listing.approve': wordsOf(blockers[0]),
          'listing.publish': wordsOf(blockers.find((blocker) => blocker !== 'must-findings-open')),
        },
      })}
      openId={forms.open}
      missing={missing}
      idle={texts.listings.next[status]}
      assign={
        allowed.includes('listing.assign') ? (
          <AssignMenu
            toDo="listing.start-review"
            assignee={assignee}
            disabled={forms.deciding}
            onAssign={(to) => forms.submit('listing.assign', { assignee: to })}
          />
        ) : null
      }
    >
      <ListingForm opened={opened} findings={findings} forms={forms} />
    </CaseFoot>
  )
}
