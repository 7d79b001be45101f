import { useState } from 'react'
import { reasonsOfConditions } from '#renderer/review/reason-choice.ts'
import { draftOfArguments } from '#renderer/review/returned-draft.ts'
import { type FormOffer, useCaseForm } from '#renderer/review/use-case-form.ts'
import { useGive } from '#renderer/review/use-give.ts'
import { VENDOR_TEXTS } from '#renderer/review/vendor-note.ts'
import type { VerdictForm } from '#renderer/review/verdict-draft.ts'
import type { ApplicationCase } from '#shared/contracts/console-engine/applications.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import type { SignedContract } from '#shared/contracts/console-platform/records/application.ts'
import type { CaseProps } from './case-props.ts'

interface Deciding extends Pick<CaseProps, 'nextId' | 'onShow'> {
  readonly opened: ApplicationCase
}

/** Everything that can be decided about an application, and the form in which it is being decided. */
export function useApplicationDecisions({ opened, nextId, onShow }: Deciding) {
  const { application, seenDigest } = opened
  const { give, giveAgain, deciding, redecide } = useGive({
    id: application.id,
    title: application.applicant.name,
    version: application.version,
    seenDigest,
  })
  const form = useCaseForm(application.id, (wanted) => offerOf(opened, wanted))
  const [recording, setRecording] = useState<string | null>(null)
  const unsigned = opened.agreements.find((agreement) => !agreement.signed)

  /** Gives the verdict of the open form and goes on to the next case. */
  const submit = async () => {
    if (form.draft === null) return
    const { reasons, noteToVendor, internalNote } = form.draft
    const next = nextId()
    const notes = { noteToVendor, internalNote }
    const taken =
      form.form === 'approve'
        ? await give('application.approve', notes)
        : form.form === 'request-changes'
          ? await give('application.request-changes', { reasons: [...reasons], ...notes })
          : await give('application.reject', { reasons: [...reasons], ...notes })
    if (!taken) return
    form.finish()
    onShow(next)
  }
  const recordContract = (contract: SignedContract) => void give('application.record-contract', { contract })
  return {
    deciding,
    form,
    submit: () => void submit(),
    assign: (assignee: string | null) => void give('application.assign', { assignee }),
    startReview: () => void give('application.start-review', {}),
    open: () => void give('application.open', {}),
    recordContract,
    recording,
    setRecording,
    /** Shows where the next agreement is recorded. */
    startRecording: () => setRecording(unsigned?.key ?? null),
    /** Takes up a decision that came back. */
    again: (returned: ReturnedDecision) => {
      redecide(returned)
      switch (returned.type) {
        case 'application.approve':
          return form.reopen('approve', draftOfArguments(returned.arguments))
        case 'application.request-changes':
          return form.reopen('request-changes', draftOfArguments(returned.arguments))
        case 'application.reject':
          return form.reopen('reject', draftOfArguments(returned.arguments))
        case 'application.record-contract':
          return setRecording(unsigned?.key ?? null)
        default:
          return giveAgain(returned)
      }
    },
  }
}
export type ApplicationDecisions = ReturnType<typeof useApplicationDecisions>

function offerOf(opened: ApplicationCase, form: VerdictForm): FormOffer {
  switch (form) {
    case 'request-changes':
      return {
        choices: reasonsOfConditions(opened.conditions, opened.requestTemplates),
        opening: VENDOR_TEXTS.openingChanges,
      }
    case 'reject':
      return {
        choices: reasonsOfConditions(opened.conditions, opened.rejectTemplates),
        opening: VENDOR_TEXTS.openingRefusal,
      }
    default:
      return { choices: null, opening: '' }
  }
}
