import { useTexts } from '#renderer/i18n/language-context.ts'
import { VerdictPanel } from '#renderer/review/verdict-panel.tsx'
import type { ApplicationCase } from '#shared/contracts/console-engine/applications.ts'
import { ApprovalLead } from './approval-lead.tsx'
import type { ApplicationDecisions } from './use-application-decisions.ts'

interface ApplicationFormProps {
  readonly opened: ApplicationCase
  readonly decisions: ApplicationDecisions
}

/** The form of the verdict that is being given; nothing while none is. */
export function ApplicationForm({ opened, decisions }: ApplicationFormProps) {
  const texts = useTexts()
  const { form, deciding, submit } = decisions
  const { offer, draft } = form
  if (form.form === null || offer === null || draft === null) return null
  const common = {
    ...offer,
    draft,
    deciding,
    onDraft: form.write,
    onSubmit: submit,
    onCancel: form.close,
    blocked: null,
  }
  switch (form.form) {
    case 'approve':
      return (
        <VerdictPanel
          {...common}
          title={texts.applications.approve.submit}
          lead={<ApprovalLead conditions={opened.conditions} />}
          submitLabel={texts.applications.approve.submit}
          danger={false}
        />
      )
    case 'request-changes': {
      const failed = (offer.choices ?? []).filter(
        (choice) => choice.origin === 'fail' && draft.reasons.includes(choice.id),
      ).length
      return (
        <VerdictPanel
          {...common}
          title={texts.commands.doing['application.request-changes']}
          lead={null}
          submitLabel={texts.applications.requestChanges.submit(failed, draft.reasons.length - failed)}
          danger={false}
        />
      )
    }
    default:
      return (
        <VerdictPanel
          {...common}
          title={texts.applications.reject.title}
          lead={texts.applications.reject.lead}
          submitLabel={texts.review.bar.rejectWith(draft.reasons.length)}
          danger
        />
      )
  }
}
