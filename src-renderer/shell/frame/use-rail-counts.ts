import { useQuery } from '@tanstack/react-query'
import type { QueueCounts } from '#shared/contracts/console-engine/desk.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { engine } from '../../engine-client/engine.ts'
import type { Screen } from '../screens.ts'
import { useAccount } from '../use-session.ts'

interface RailCount {
  readonly waiting: number
  /** Something is overdue or came back. */
  readonly urgent: boolean
}

/** What waits for the desk on each screen; a screen without a count has nothing waiting by nature. */
export function useRailCounts(): Partial<Record<Screen['id'], RailCount>> {
  const today = useQuery(engine.today.queryOptions()).data
  const sync = useQuery(engine.sync.status.queryOptions()).data
  // Open bank lines wait for who may match them.
  const matches = mayCommand(useAccount()?.roles ?? [], 'deposit.match')
  const accounts = useQuery(engine.bank.accounts.queryOptions({ enabled: matches })).data
  const openLines = matches ? (accounts ?? []).reduce((sum, { openLines: open }) => sum + open, 0) : 0
  return {
    ...(openLines > 0 && { deposits: { waiting: openLines, urgent: false } }),
    ...(today && { applications: countOf(today.applications), listings: countOf(today.listings) }),
    ...(sync && { sync: { waiting: sync.outboxWaiting + sync.returned, urgent: sync.returned > 0 } }),
  }
}

function countOf(counts: QueueCounts): RailCount {
  return { waiting: waitingForUs(counts), urgent: counts.overdue > 0 }
}

/** How many of a queue wait for the desk and not for the vendor. */
export function waitingForUs(counts: QueueCounts): number {
  return (counts.byStatus.submitted ?? 0) + (counts.byStatus.in_review ?? 0)
}
