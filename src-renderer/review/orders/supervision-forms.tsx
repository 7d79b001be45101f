import { Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { AttachEvidence } from '#renderer/files/attach-evidence.tsx'
import { instantTyped } from '#renderer/format/typed-instant.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CitationLine } from '#renderer/review/citation-line.tsx'
import { type CommandDraft, formAbout } from '#renderer/review/forms/command-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import {
  openingSaidSchema,
  reviewSaidSchema,
  supervisionRulingSchema,
} from '#shared/contracts/console-platform/records/supervision.ts'
import { FileHashField } from './file-hash-field.tsx'
import classes from './supervision.module.css'
import { AppealForm, ConfirmationForm, RejectionForm } from './supervision-buyer-forms.tsx'
import { HappenedField, Placed, type SupervisionFormProps, useJustNow } from './supervision-form-frame.tsx'

/** The open form of a supervision; null while none is open. */
export function SupervisionForm(props: SupervisionFormProps): ReactElement | null {
  switch (formAbout('supervision', props.forms.open)) {
    case 'supervision.open':
      return <OpeningForm {...props} />
    case 'supervision.record-delivery':
      return <DeliveryForm {...props} />
    case 'supervision.confirm':
      return <ConfirmationForm {...props} />
    case 'supervision.reject':
      return <RejectionForm {...props} />
    case 'supervision.record-review':
      return <ReviewForm {...props} />
    case 'supervision.appeal':
      return <AppealForm {...props} />
    case 'supervision.decide':
      return <RulingForm {...props} />
    case null:
      return null
  }
}

function OpeningForm(props: SupervisionFormProps) {
  const texts = useTexts().supervision
  const type = 'supervision.open'
  const draft: CommandDraft<typeof type> = props.forms.drafts[type] ?? { delivery: null, reason: '' }
  const write = (part: Partial<typeof draft>) => props.forms.write(type, { ...draft, ...part })
  return (
    <Placed {...props} type={type} lead={texts.openLead} given={draft}>
      <SegmentedControl
        aria-label={texts.fields.delivery}
        data={openingSaidSchema.shape.delivery.options.map((value) => ({
          value,
          label: texts.delivery[value],
        }))}
        value={draft.delivery ?? ''}
        onChange={(delivery) => write({ delivery: openingSaidSchema.shape.delivery.parse(delivery) })}
      />
      <ReasonField
        label={texts.fields.reason}
        value={draft.reason}
        onChange={(reason) => write({ reason })}
      />
    </Placed>
  )
}

function DeliveryForm(props: SupervisionFormProps) {
  const texts = useTexts().supervision
  const { fields } = texts
  const justNow = useJustNow()
  const { deliverable: rule, asksVoucher } = props.supervision
  const type = 'supervision.record-delivery'
  const draft: CommandDraft<typeof type> = props.forms.drafts[type] ?? {
    ...{ happened: justNow, deliverable: '', filedAt: '', sha256: '', attachments: [] },
    governmentVoucher: false,
  }
  const write = (part: Partial<typeof draft>) => props.forms.write(type, { ...draft, ...part })
  const { happened, sha256, ...said } = draft
  const hash = sha256.trim().toLowerCase()
  const given = { ...said, deliveredAt: instantTyped(happened), sha256: hash === '' ? null : hash }
  return (
    <Placed {...props} type={type} lead={texts.deliveryLead} given={given} happened={happened}>
      {rule === null ? null : <CitationLine citation={rule} />}
      <div className={classes.fields}>
        <HappenedField
          label={fields.deliveredAt}
          value={happened}
          onChange={(typed) => write({ happened: typed })}
        />
        <TextInput
          label={fields.filedAt}
          placeholder={texts.filedHint}
          maxLength={400}
          value={draft.filedAt}
          onChange={(event) => write({ filedAt: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={fields.deliverable}
        placeholder={texts.deliverableHint}
        maxLength={4000}
        value={draft.deliverable}
        onChange={(event) => write({ deliverable: event.currentTarget.value })}
      />
      <AttachEvidence attachments={draft.attachments} onChange={(attachments) => write({ attachments })} />
      <FileHashField label={fields.sha256} value={sha256} onChange={(typed) => write({ sha256: typed })} />
      {asksVoucher ? (
        <Checkbox
          label={fields.governmentVoucher}
          checked={draft.governmentVoucher}
          onChange={(event) => write({ governmentVoucher: event.currentTarget.checked })}
        />
      ) : null}
    </Placed>
  )
}

function ReviewForm(props: SupervisionFormProps) {
  const texts = useTexts().supervision
  const say = useBilingual()
  const { review } = props.supervision
  const type = 'supervision.record-review'
  const draft: CommandDraft<typeof type> = props.forms.drafts[type] ?? {
    ...{ outcome: null, evidence: '', attachments: [] },
  }
  const write = (part: Partial<typeof draft>) => props.forms.write(type, { ...draft, ...part })
  const step = review?.steps.find(({ id }) => id === review.next)
  const lead = texts.reviewLead(step === undefined ? '' : say(step.name))
  return (
    <Placed {...props} type={type} lead={lead} given={{ ...draft, step: step?.id }}>
      <SegmentedControl
        aria-label={texts.fields.reviewOutcome}
        data={reviewSaidSchema.shape.outcome.options.map((value) => ({
          value,
          label: texts.reviewed[value],
        }))}
        value={draft.outcome ?? ''}
        onChange={(outcome) => write({ outcome: reviewSaidSchema.shape.outcome.parse(outcome) })}
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

function RulingForm(props: SupervisionFormProps) {
  const texts = useTexts().supervision
  const type = 'supervision.decide'
  const draft: CommandDraft<typeof type> = props.forms.drafts[type] ?? { outcome: null, reason: '' }
  const write = (part: Partial<typeof draft>) => props.forms.write(type, { ...draft, ...part })
  return (
    <Placed {...props} type={type} lead={texts.decideLead} given={draft}>
      <SegmentedControl
        aria-label={texts.fields.ruling}
        data={supervisionRulingSchema.shape.outcome.options.map((value) => ({
          value,
          label: texts.ruling[value],
        }))}
        value={draft.outcome ?? ''}
        onChange={(outcome) => write({ outcome: supervisionRulingSchema.shape.outcome.parse(outcome) })}
      />
      <ReasonField
        label={texts.fields.reason}
        value={draft.reason}
        onChange={(reason) => write({ reason })}
      />
    </Placed>
  )
}
