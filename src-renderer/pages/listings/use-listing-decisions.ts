import { useState } from 'react'
import { type ReasonChoice, reasonsOfFindings } from '#renderer/review/reason-choice.ts'
import { draftOfArguments } from '#renderer/review/returned-draft.ts'
import { type FormOffer, useCaseForm } from '#renderer/review/use-case-form.ts'
import { useGive } from '#renderer/review/use-give.ts'
import { VENDOR_TEXTS } from '#renderer/review/vendor-note.ts'
import type { VerdictForm } from '#renderer/review/verdict-draft.ts'
import type { ListingCase } from '#shared/contracts/console-engine/listings.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import type { CaseProps } from './case-props.ts'
import type { ShownFinding } from './merge-findings.ts'

interface Deciding extends Pick<CaseProps, 'nextId' | 'onShow'> {
  readonly opened: ListingCase
  readonly findings: readonly ShownFinding[]
}

/** Everything that can be decided about a submission, and the form in which it is being decided. */
export function useListingDecisions({ opened, findings, nextId, onShow }: Deciding) {
  const { listingVersion, seenDigest } = opened
  const { give, giveAgain, deciding, redecide } = useGive({
    id: listingVersion.id,
    title: listingVersion.title.zh || listingVersion.listingName,
    version: listingVersion.version,
    seenDigest,
  })
  const form = useCaseForm(listingVersion.id, (wanted) => offerOf(opened, findings, wanted))
  const [confirming, setConfirming] = useState(false)

  /** Gives the verdict of the open form and goes on to the next case; a proposal leaves this one open. */
  const submit = async () => {
    setConfirming(false)
    if (form.form === null || form.draft === null) return
    const { reasons, noteToVendor, internalNote } = form.draft
    const next = nextId()
    const notes = { noteToVendor, internalNote }
    const taken =
      form.form === 'approve'
        ? await give('listing.approve', notes)
        : await give(`listing.${form.form}`, { reasons: [...reasons], ...notes })
    if (!taken) return
    form.finish()
    if (form.form !== 'propose-delisting') onShow(next)
  }
  const publish = async () => {
    const next = nextId()
    if (await give('listing.publish', {})) onShow(next)
  }
  return {
    deciding,
    form,
    /** Delisting cannot be undone: it is asked about once more. */
    submit: () => (form.form === 'delist' ? setConfirming(true) : void submit()),
    confirming,
    confirm: () => void submit(),
    cancelConfirming: () => setConfirming(false),
    assign: (assignee: string | null) => void give('listing.assign', { assignee }),
    startReview: () => void give('listing.start-review', {}),
    publish: () => void publish(),
    override: (ruleId: string, reason: string) => void give('listing.override-finding', { ruleId, reason }),
    /** Takes up a decision that came back. */
    again: (returned: ReturnedDecision) => {
      const wanted = FORM_OF[returned.type]
      if (wanted === undefined) return giveAgain(returned)
      redecide(returned)
      form.reopen(wanted, draftOfArguments(returned.arguments))
    },
  }
}
export type ListingDecisions = ReturnType<typeof useListingDecisions>

const FORM_OF: Readonly<Partial<Record<ReturnedDecision['type'], VerdictForm>>> = {
  'listing.approve': 'approve',
  'listing.request-changes': 'request-changes',
  'listing.reject': 'reject',
  'listing.propose-delisting': 'propose-delisting',
  'listing.delist': 'delist',
}

const OPENINGS: Readonly<Record<VerdictForm, string>> = {
  approve: '',
  'request-changes': VENDOR_TEXTS.openingChanges,
  reject: VENDOR_TEXTS.openingRefusal,
  'propose-delisting': '',
  delist: VENDOR_TEXTS.openingDelisting,
}

function offerOf(opened: ListingCase, findings: readonly ShownFinding[], form: VerdictForm): FormOffer {
  const opening = OPENINGS[form]
  if (form === 'approve') return { choices: null, opening }
  const overridden = new Set(opened.listingVersion.overrides.map((override) => override.ruleId))
  const templates = form === 'request-changes' ? opened.requestTemplates : opened.rejectTemplates
  const choices: ReasonChoice[] = reasonsOfFindings(
    findings.map((shown) => shown.finding),
    overridden,
    templates,
  )
  return { choices, opening }
}
