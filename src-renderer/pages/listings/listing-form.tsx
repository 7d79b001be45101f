import { type ReactElement, useState } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { VerdictForm, type VerdictOffer } from '#renderer/review/forms/verdict-form.tsx'
import { type ReasonChoice, reasonsOfFindings } from '#renderer/review/reason-choice.ts'
import { VENDOR_TEXTS } from '#renderer/review/vendor-note.ts'
import type { ListingCase } from '#shared/contracts/console-engine/listings.ts'
import { DelistConfirmation } from './delist-confirmation.tsx'
import type { ShownFinding } from './merge-findings.ts'
import { OverrideForm } from './override-form.tsx'

interface ListingFormProps {
  readonly opened: ListingCase
  readonly findings: readonly ShownFinding[]
  readonly forms: CaseForms
}

/** The form that is open; nothing while none is. */
export function ListingForm({ opened, findings, forms }: ListingFormProps): ReactElement | null {
  const all = useTexts()
  const texts = all.listings
  const [asked, setAsked] = useState<(() => void) | null>(null)
  const offer = (
    opening: string,
    templates: ListingCase['rejectTemplates'],
    preselects: boolean,
  ): VerdictOffer => ({
    opening,
    preselects,
    choices: reasonsOfFindings(
      findings.map(({ finding }) => finding),
      new Set(opened.listingVersion.overrides.map(({ ruleId }) => ruleId)),
      templates,
    ),
  })
  const rejecting = opened.rejectTemplates
  const open = formAbout('listingVersion', forms.open)
  switch (open) {
    case 'listing.approve':
      return (
        <VerdictForm
          forms={forms}
          command={open}
          offer={{ choices: null, opening: '', preselects: false }}
          title={texts.approve.submit}
          lead={texts.approve.lead}
          submitLabel={() => texts.approve.submit}
          danger={false}
        />
      )
    case 'listing.request-changes':
      return (
        <VerdictForm
          forms={forms}
          command={open}
          offer={offer(VENDOR_TEXTS.openingChanges, opened.requestTemplates, true)}
          title={all.commands.doing[open]}
          lead={null}
          submitLabel={(chosen) => texts.requestChanges.submit(musts(chosen), chosen.length - musts(chosen))}
          danger={false}
        />
      )
    case 'listing.reject':
      return (
        <VerdictForm
          forms={forms}
          command={open}
          offer={offer(VENDOR_TEXTS.openingRefusal, rejecting, true)}
          title={texts.reject.title}
          lead={texts.reject.lead}
          submitLabel={(chosen) => all.review.bar.rejectWith(chosen.length)}
          danger
        />
      )
    case 'listing.propose-delisting':
      return (
        <VerdictForm
          forms={forms}
          command={open}
          offer={offer('', rejecting, false)}
          title={texts.propose.title}
          lead={texts.propose.lead}
          submitLabel={(chosen) => texts.propose.submit(chosen.length)}
          danger={false}
        />
      )
    case 'listing.delist':
      return (
        <>
          <VerdictForm
            forms={forms}
            command={open}
            offer={offer(VENDOR_TEXTS.openingDelisting, rejecting, false)}
            title={texts.delist.title}
            lead={texts.delist.lead}
            submitLabel={(chosen) => texts.delist.submit(chosen.length)}
            danger
            asksFirst={(submit) => setAsked(() => submit)}
          />
          <DelistConfirmation
            opened={opened}
            asked={asked !== null}
            deciding={forms.deciding}
            onYes={() => {
              setAsked(null)
              asked?.()
            }}
            onNo={() => setAsked(null)}
          />
        </>
      )
    case 'listing.override-finding':
      return <OverrideForm findings={findings} forms={forms} />
    case null:
      return null
  }
}

function musts(chosen: readonly ReasonChoice[]): number {
  return chosen.filter(({ origin }) => origin === 'must').length
}
