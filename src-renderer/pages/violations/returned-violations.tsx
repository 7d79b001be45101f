import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { Returned } from '#renderer/review/returned-banner.tsx'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'

interface ReturnedViolationsProps {
  /** Opens the form with what was written. */
  readonly onAgain: (decision: ReturnedDecision) => void
}

/** Violations that could not be recorded: they have no case of their own. */
export function ReturnedViolations({ onAgain }: ReturnedViolationsProps) {
  const returned = useQuery(engine.sync.returned.queryOptions())
  return (returned.data ?? [])
    .filter(({ type }) => type === 'violation.record')
    .map((decision) => (
      <Returned key={decision.commandId} decision={decision} onAgain={() => onAgain(decision)} />
    ))
}
