import { preselected, type ReasonChoice } from './reason-choice.ts'
import { composeVendorNote } from './vendor-note.ts'
import type { VerdictDraft, VerdictForm } from './verdict-draft.ts'

/** What a form starts from when nothing was written yet: what blocks is chosen and said with its remedies. */
export function initialDraft(
  form: VerdictForm,
  choices: readonly ReasonChoice[],
  opening: string,
): VerdictDraft {
  const reasons = form === 'request-changes' || form === 'reject' ? preselected(choices) : []
  return {
    reasons,
    noteToVendor: composeVendorNote(opening, choices, reasons),
    internalNote: '',
    noteByHand: false,
  }
}
