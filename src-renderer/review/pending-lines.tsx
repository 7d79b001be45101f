import { beijingTime } from '#renderer/format/instant.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { DecisionStateMark } from '#renderer/shell/status/status-mark.tsx'
import type { PendingDecision } from '#shared/contracts/console-engine/pending.ts'
import classes from './pending-lines.module.css'

/** What was decided about this case and is still on its way. */
export function PendingLines({ pending }: { readonly pending: readonly PendingDecision[] }) {
  const texts = useTexts()
  const waiting = pending.filter((decision) => decision.state !== 'returned')
  if (waiting.length === 0) return null
  return (
    <ul className={classes.lines}>
      {waiting.map((decision) => {
        const what = texts.commands.done[decision.type]
        return (
          <li key={decision.commandId}>
            <DecisionStateMark state={decision.state} />
            {decision.state === 'held'
              ? texts.review.pending.held(what)
              : texts.review.pending.lead(what, beijingTime(decision.createdAt))}
          </li>
        )
      })}
    </ul>
  )
}
