import { notifications } from '@mantine/notifications'
import type { PendingDecision } from '#shared/contracts/console-engine/pending.ts'
import { DecisionNotice } from './decision-notice.tsx'

/** How long a notice stays where nothing can be undone. */
const NOTICE_MS = 5_000

/** Tells a person of a decision that was submitted, with an undo for as long as the engine holds it. */
export function tellDecision(decision: PendingDecision, recordTitle: string, onUndone?: () => void): void {
  const stays = decision.undoUntil === null ? NOTICE_MS : Date.parse(decision.undoUntil) - Date.now()
  notifications.show({
    id: decision.commandId,
    withCloseButton: true,
    autoClose: Math.max(stays, NOTICE_MS),
    message: (
      <DecisionNotice
        decision={decision}
        recordTitle={recordTitle}
        {...(onUndone === undefined ? {} : { onUndone })}
      />
    ),
  })
}
