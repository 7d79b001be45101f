import type { ReactElement } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { VerdictForm } from '#renderer/review/forms/verdict-form.tsx'
import { reasonsOfConditions } from '#renderer/review/reason-choice.ts'
import { VENDOR_TEXTS } from '#renderer/review/vendor-note.ts'
import type { ApplicationCase } from '#shared/contracts/console-engine/applications.ts'
import { ApprovalLead } from './approval-lead.tsx'
import { ContractForm } from './contract-form.tsx'

interface ApplicationFormProps {
  readonly opened: ApplicationCase
  readonly forms: CaseForms
}

/** The form that is open; nothing while none is. */
export function ApplicationForm({ opened, forms }: ApplicationFormProps): ReactElement | null {
  const texts = useTexts()
  const open = formAbout('application', forms.open)
  switch (open) {
    case 'application.approve':
      return (
        <VerdictForm
          forms={forms}
          command={open}
          offer={{ choices: null, opening: '', preselects: false }}
          title={texts.applications.approve.submit}
          lead={<ApprovalLead conditions={opened.conditions} />}
          submitLabel={() => texts.applications.approve.submit}
          danger={false}
        />
      )
    case 'application.request-changes':
      return (
        <VerdictForm
          forms={forms}
          command={open}
          offer={{
            choices: reasonsOfConditions(opened.conditions, opened.requestTemplates),
            opening: VENDOR_TEXTS.openingChanges,
            preselects: true,
          }}
          title={texts.commands.doing[open]}
          lead={null}
          submitLabel={(chosen) => {
            const failed = chosen.filter(({ origin }) => origin === 'fail').length
            return texts.applications.requestChanges.submit(failed, chosen.length - failed)
          }}
          danger={false}
        />
      )
    case 'application.reject':
      return (
        <VerdictForm
          forms={forms}
          command={open}
          offer={{
            choices: reasonsOfConditions(opened.conditions, opened.rejectTemplates),
            opening: VENDOR_TEXTS.openingRefusal,
            preselects: true,
          }}
          title={texts.applications.reject.title}
          lead={texts.applications.reject.lead}
          submitLabel={(chosen) => texts.review.bar.rejectWith(chosen.length)}
          danger
        />
      )
    case 'application.record-contract':
      return <ContractForm opened={opened} forms={forms} />
    case null:
      return null
  }
}
