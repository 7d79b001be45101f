import { useState } from 'react'
import { initialDraft } from './initial-draft.ts'
import type { ReasonChoice } from './reason-choice.ts'
import { useDrafts } from './use-drafts.ts'
import type { VerdictDraft, VerdictForm } from './verdict-draft.ts'

/** What a form offers: its reasons and the first line of its note. */
export interface FormOffer {
  readonly choices: readonly ReasonChoice[] | null
  readonly opening: string
}

/** Which form of a case is open, and what stands in it. Use it under a `key` of the record's id. */
export function useCaseForm(recordId: string, offerOf: (form: VerdictForm) => FormOffer) {
  const [form, setForm] = useState<VerdictForm | null>(null)
  const { known, drafts, save, forget } = useDrafts(recordId)
  const offer = form === null ? null : offerOf(form)
  const draft =
    form === null || offer === null
      ? null
      : (drafts[form] ?? initialDraft(form, offer.choices ?? [], offer.opening))
  return {
    form,
    offer,
    /** Null until the kept draft is known. */
    draft: known ? draft : null,
    toggle: (wanted: VerdictForm) => setForm((open) => (open === wanted ? null : wanted)),
    /** Opens a form with what was written for a decision that came back. */
    reopen: (wanted: VerdictForm, written: VerdictDraft) => {
      save(wanted, written)
      setForm(wanted)
    },
    write: (next: VerdictDraft) => {
      if (form !== null) save(form, next)
    },
    close: () => setForm(null),
    /** After the decision was given. */
    finish: () => {
      if (form !== null) forget(form)
      setForm(null)
    },
  }
}
