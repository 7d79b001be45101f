import type { Texts } from '#renderer/i18n/texts.ts'
import type { CaseAction } from '#renderer/review/decision-bar.tsx'
import { COMMAND_KEYS } from '#renderer/shell/keys/command-keys.ts'
import type { ApplicationCase } from '#shared/contracts/console-engine/applications.ts'
import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { ApplicationDecisions } from './use-application-decisions.ts'

/** The buttons of the decision bar, in the engine's order: the likely next step first. */
export function applicationActions(
  opened: ApplicationCase,
  decisions: ApplicationDecisions,
  texts: Texts,
): CaseAction[] {
  const failed = opened.conditions.filter((condition) => condition.verdict === 'fail').length
  return opened.allowed.flatMap((type) => {
    const action = actionOf(type, decisions, {
      approval: failed === 0 ? null : texts.applications.approve.failed(failed),
      opening: opened.owed.length === 0 ? null : texts.applications.owed(opened.owed.length),
    })
    return action === null ? [] : [{ label: texts.commands.doing[type], ...action }]
  })
}

function actionOf(
  type: CommandType,
  { form, startReview, startRecording, open }: ApplicationDecisions,
  blocked: { readonly approval: string | null; readonly opening: string | null },
): Omit<CaseAction, 'label'> | null {
  const free = { danger: false, blocked: null }
  switch (type) {
    case 'application.start-review':
      return { ...free, id: 'start-review', means: COMMAND_KEYS[type], run: startReview }
    case 'application.request-changes':
      return {
        ...free,
        id: 'request-changes',
        means: COMMAND_KEYS[type],
        run: () => form.toggle('request-changes'),
      }
    case 'application.approve':
      return {
        id: 'approve',
        means: COMMAND_KEYS[type],
        run: () => form.toggle('approve'),
        danger: false,
        blocked: blocked.approval,
      }
    case 'application.reject':
      return {
        id: 'reject',
        means: COMMAND_KEYS[type],
        run: () => form.toggle('reject'),
        danger: true,
        blocked: null,
      }
    case 'application.record-contract':
      return { ...free, id: 'record-contract', means: COMMAND_KEYS[type], run: startRecording }
    case 'application.open':
      return { id: 'open', means: COMMAND_KEYS[type], run: open, danger: false, blocked: blocked.opening }
    default:
      return null
  }
}
