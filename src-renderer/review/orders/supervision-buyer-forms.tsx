import { AttachEvidence } from '#renderer/files/attach-evidence.tsx'
import { instantTyped } from '#renderer/format/typed-instant.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { CommandDraft } from '#renderer/review/forms/command-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { HappenedField, Placed, type SupervisionFormProps, useJustNow } from './supervision-form-frame.tsx'

/** That the buyer confirmed the delivery on the marketplace. */
export function ConfirmationForm(props: SupervisionFormProps) {
  const texts = useTexts().supervision
  const justNow = useJustNow()
  const type = 'supervision.confirm'
  const draft: CommandDraft<typeof type> = props.forms.drafts[type] ?? {
    ...{ happened: justNow, evidence: '', attachments: [] },
  }
  const write = (part: Partial<typeof draft>) => props.forms.write(type, { ...draft, ...part })
  const { happened, ...said } = draft
  const given = { ...said, confirmedAt: instantTyped(happened) }
  return (
    <Placed {...props} type={type} lead={texts.confirmLead} given={given} happened={happened}>
      <HappenedField
        label={texts.fields.confirmedAt}
        value={happened}
        onChange={(typed) => write({ happened: typed })}
      />
      <ReasonField
        label={texts.fields.evidence}
        value={draft.evidence}
        onChange={(evidence) => write({ evidence })}
      />
      <AttachEvidence attachments={draft.attachments} onChange={(attachments) => write({ attachments })} />
    </Placed>
  )
}

/** That the buyer rejected it, and why. */
export function RejectionForm(props: SupervisionFormProps) {
  const texts = useTexts().supervision
  const justNow = useJustNow()
  const type = 'supervision.reject'
  const draft: CommandDraft<typeof type> = props.forms.drafts[type] ?? {
    ...{ happened: justNow, reason: '', evidence: '', attachments: [] },
  }
  const write = (part: Partial<typeof draft>) => props.forms.write(type, { ...draft, ...part })
  const { happened, ...said } = draft
  const given = { ...said, rejectedAt: instantTyped(happened) }
  return (
    <Placed {...props} type={type} lead={texts.rejectLead} given={given} happened={happened} danger>
      <HappenedField
        label={texts.fields.rejectedAt}
        value={happened}
        onChange={(typed) => write({ happened: typed })}
      />
      <ReasonField
        label={texts.fields.reason}
        value={draft.reason}
        onChange={(reason) => write({ reason })}
      />
      <ReasonField
        label={texts.fields.evidence}
        value={draft.evidence}
        onChange={(evidence) => write({ evidence })}
      />
      <AttachEvidence attachments={draft.attachments} onChange={(attachments) => write({ attachments })} />
    </Placed>
  )
}

/** What the buyer appeals with after several rejections. */
export function AppealForm(props: SupervisionFormProps) {
  const texts = useTexts().supervision
  const justNow = useJustNow()
  const type = 'supervision.appeal'
  const draft: CommandDraft<typeof type> = props.forms.drafts[type] ?? {
    ...{ happened: justNow, statement: '', evidence: '', attachments: [] },
  }
  const write = (part: Partial<typeof draft>) => props.forms.write(type, { ...draft, ...part })
  const { happened, ...said } = draft
  const given = { ...said, appealedAt: instantTyped(happened) }
  return (
    <Placed {...props} type={type} lead={texts.appealLead} given={given} happened={happened}>
      <HappenedField
        label={texts.fields.appealedAt}
        value={happened}
        onChange={(typed) => write({ happened: typed })}
      />
      <ReasonField
        label={texts.fields.statement}
        value={draft.statement}
        onChange={(statement) => write({ statement })}
      />
      <ReasonField
        label={texts.fields.evidence}
        value={draft.evidence}
        onChange={(evidence) => write({ evidence })}
      />
      <AttachEvidence attachments={draft.attachments} onChange={(attachments) => write({ attachments })} />
    </Placed>
  )
}
