import type { ReactNode } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { NoteFields } from '../note-fields.tsx'
import { preselected, type ReasonChoice } from '../reason-choice.ts'
import { ReasonPicker } from '../reason-picker.tsx'
import { composeVendorNote } from '../vendor-note.ts'
import { CommandForm } from './command-form.tsx'
import type { FormCommand } from './command-forms.ts'
import type { VerdictDraft } from './drafts.ts'
import type { CaseForms } from './use-case-forms.ts'

/** The commands that are given with a verdict: reasons where it has any, and the two notes. */
export type VerdictCommand = Extract<
  FormCommand,
  `${'application' | 'listing'}.${'approve' | 'request-changes' | 'reject' | 'propose-delisting' | 'delist'}`
>

/** What a verdict offers: its reasons, null where it takes none, and the first line of the note to the vendor. */
export interface VerdictOffer {
  readonly choices: readonly ReasonChoice[] | null
  readonly opening: string
  /** What blocks is chosen and said with its remedies before anything was written. */
  readonly preselects: boolean
}

interface VerdictFormProps {
  readonly forms: CaseForms
  readonly command: VerdictCommand
  readonly offer: VerdictOffer
  readonly title: string
  readonly lead: ReactNode
  /** Says what it does, with numbers, of what is chosen. */
  readonly submitLabel: (chosen: readonly ReasonChoice[]) => string
  readonly danger: boolean
  /** Asks once more before it is submitted. */
  readonly asksFirst?: (submit: () => void) => void
}

/** The form of a verdict: reasons, the two notes, one button that says what it does. */
export function VerdictForm(props: VerdictFormProps) {
  const { forms, command, offer, title, lead, danger, asksFirst } = props
  const texts = useTexts().review
  const { opening } = offer
  const choices = offer.choices ?? []
  const draft = forms.drafts[command] ?? firstVerdict(offer)
  const compose = (reasons: readonly string[]) => composeVendorNote(opening, choices, reasons)
  const write = (part: Partial<VerdictDraft>) => forms.write(command, { ...draft, ...part })
  const submit = () => {
    const notes = { noteToVendor: draft.noteToVendor, internalNote: draft.internalNote }
    forms.submit(command, offer.choices === null ? notes : { reasons: [...draft.reasons], ...notes })
  }
  return (
    <CommandForm
      place={forms}
      title={title}
      lead={lead}
      submitLabel={props.submitLabel(choices.filter(({ id }) => draft.reasons.includes(id)))}
      danger={danger}
      blocked={offer.choices !== null && draft.reasons.length === 0 ? texts.form.choose : null}
      onSubmit={() => (asksFirst === undefined ? submit() : asksFirst(submit))}
    >
      {offer.choices === null ? null : (
        <ReasonPicker
          choices={choices}
          chosen={draft.reasons}
          onChange={(reasons) =>
            write({ reasons, ...(draft.noteByHand ? {} : { noteToVendor: compose(reasons) }) })
          }
        />
      )}
      <NoteFields
        noteToVendor={draft.noteToVendor}
        internalNote={draft.internalNote}
        onNoteToVendor={(noteToVendor) => write({ noteToVendor, noteByHand: true })}
        onInternalNote={(internalNote) => write({ internalNote })}
        onRewrite={
          offer.choices !== null && draft.noteByHand
            ? () => write({ noteToVendor: compose(draft.reasons), noteByHand: false })
            : null
        }
      />
    </CommandForm>
  )
}

/** What a form starts from when nothing was written yet. */
export function firstVerdict({ choices, opening, preselects }: VerdictOffer): VerdictDraft {
  const reasons = preselects ? preselected(choices ?? []) : []
  return {
    reasons,
    noteToVendor: composeVendorNote(opening, choices ?? [], reasons),
    internalNote: '',
    noteByHand: false,
  }
}
