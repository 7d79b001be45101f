import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { Returned } from '#renderer/review/returned-banner.tsx'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { commandsAbout } from '#shared/contracts/console-platform/commands.ts'

const ABOUT_ACCOUNTS: ReadonlySet<string> = new Set(commandsAbout('bankAccount'))

interface ReturnedAccountsProps {
  /** Opens the form of an account that was to be made known, with what was written. */
  readonly onAgain: (decision: ReturnedDecision) => void
}

/** Decisions about accounts that came back: they have no case of their own. A statement is read anew from its file. */
export function ReturnedAccounts({ onAgain }: ReturnedAccountsProps) {
  const navigate = useNavigate()
  const returned = useQuery(engine.sync.returned.queryOptions())
  return (returned.data ?? [])
    .filter(({ type }) => ABOUT_ACCOUNTS.has(type))
    .map((decision) => (
      <Returned
        key={decision.commandId}
        decision={decision}
        onAgain={() =>
          decision.type === 'bank.open-account'
            ? onAgain(decision)
            : void navigate(
                decision.type === 'bank.withdraw-statement'
                  ? { to: '/bank/reports', search: { account: decision.recordId } }
                  : { to: '/bank/import' },
              )
        }
      />
    ))
}
