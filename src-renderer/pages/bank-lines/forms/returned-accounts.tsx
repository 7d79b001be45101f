import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { Returned } from '#renderer/review/returned-banner.tsx'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'

interface ReturnedAccountsProps {
  /** Opens the form of an account that was to be made known, with what was written. */
  readonly onAgain: (decision: ReturnedDecision) => void
}

/** Decisions about accounts that came back: they have no case of their own. A statement is read anew from its file. */
export function ReturnedAccounts({ onAgain }: ReturnedAccountsProps) {
  const navigate = useNavigate()
  const returned = useQuery(engine.sync.returned.queryOptions())
  return (returned.data ?? [])
    .filter(({ type }) => type === 'bank.open-account' || type === 'bank.import-statement')
    .map((decision) => (
      <Returned
        key={decision.commandId}
        decision={decision}
        onAgain={() =>
          decision.type === 'bank.open-account' ? onAgain(decision) : void navigate({ to: '/bank/import' })
        }
      />
    ))
}
