import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { Returned } from '#renderer/review/returned-banner.tsx'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import type { MakingCommand } from '#shared/contracts/console-platform/commands.ts'

interface ReturnedMakingsProps {
  readonly type: MakingCommand
  /** Opens the form with what was written. */
  readonly onAgain: (decision: ReturnedDecision) => void
}

/** Decisions that make a record and came back: there is no case of their own to say so. */
export function ReturnedMakings({ type, onAgain }: ReturnedMakingsProps) {
  const returned = useQuery(engine.sync.returned.queryOptions())
  return (returned.data ?? [])
    .filter((decision) => decision.type === type)
    .map((decision) => (
      <Returned key={decision.commandId} decision={decision} onAgain={() => onAgain(decision)} />
    ))
}
