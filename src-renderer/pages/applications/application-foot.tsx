import { useTexts } from '#renderer/i18n/language-context.ts'
import { AssignMenu } from '#renderer/review/assign-menu.tsx'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { useMissing, useWhoMay } from '#renderer/review/use-missing.ts'
import type { ApplicationCase } from '#shared/contracts/console-engine/applications.ts'
import { applicationAllows } from '#shared/contracts/console-platform/transitions/application-transitions.ts'
import { ApplicationForm } from './application-form.tsx'

interface ApplicationFootProps {
  readonly opened: ApplicationCase
  readonly forms: CaseForms
}

/** What can be decided about an application, and the form in which it is being decided. */
export function ApplicationFoot({ opened, forms }: ApplicationFootProps) {
  const texts = useTexts()
  const whoMay = useWhoMay()
  const { application, allowed, assignee, owed } = opened
  const { status } = application
  const missing = useMissing('application', allowed, (type) => applicationAllows(status, type))
  const failed = opened.conditions.filter(({ verdict }) => verdict === 'fail').length
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing, {
        blocked: {
          'application.approve': failed === 0 ? null : texts.applications.approve.failed(failed),
          'application.open':
            owed.length === 0
              ? null
              : texts.applications.owed(owed.length, whoMay(['deposit.match', 'deposit.waive'])),
        },
      })}
      openId={forms.open}
      missing={missing}
      idle={texts.applications.next[status]}
      assign={
        allowed.includes('application.assign') ? (
          <AssignMenu
            toDo="application.start-review"
            assignee={assignee}
            disabled={forms.deciding}
            onAssign={(to) => forms.submit('application.assign', { assignee: to })}
          />
        ) : null
      }
    >
      <ApplicationForm opened={opened} forms={forms} />
    </CaseFoot>
  )
}
