import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { Returned } from '#renderer/review/returned-banner.tsx'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'

interface ReturnedRechargesProps {
  /** Opens the form with what was written. */
  readonly onAgain: (decision: ReturnedDecision) => void
}

/** Recharges that could not be recorded: they have no case of their own. */
export function ReturnedRecharges({ onAgain }: ReturnedRechargesProps) {
  const returned = useQuery(engine.sync.returned.queryOptions())
  return (returned.data ?? [])
    .filter(({ type }) => type === 'recharge.record')
    .map((decision) => (
      <Returned key={decision.commandId} decision={decision} onAgain={() => onAgain(decision)} />
    ))
}
