import { useTexts } from '#renderer/i18n/language-context.ts'
import { AssignMenu } from '#renderer/review/assign-menu.tsx'
import { DecisionBar } from '#renderer/review/decision-bar.tsx'
import type { ApplicationCase } from '#shared/contracts/console-engine/applications.ts'
import { applicationActions } from './application-actions.ts'
import { ApplicationForm } from './application-form.tsx'
import type { ApplicationDecisions } from './use-application-decisions.ts'

interface ApplicationFootProps {
  readonly opened: ApplicationCase
  readonly decisions: ApplicationDecisions
}

/** The open form above the decision bar. */
export function ApplicationFoot({ opened, decisions }: ApplicationFootProps) {
  const texts = useTexts()
  const actions = applicationActions(opened, decisions, texts)
  return (
    <>
      <ApplicationForm opened={opened} decisions={decisions} />
      <DecisionBar
        actions={actions}
        openId={decisions.form.form}
        deciding={decisions.deciding}
        idle={texts.review.bar.nothingToDo}
        assign={
          opened.allowed.includes('application.assign') ? (
            <AssignMenu
              toDo="application.start-review"
              assignee={opened.assignee}
              disabled={decisions.deciding}
              onAssign={decisions.assign}
            />
          ) : null
        }
      />
    </>
  )
}
