import { useQuery } from '@tanstack/react-query'
import type { QueueCounts } from '#shared/contracts/console-engine/desk.ts'
import {
  APPLICATION_TURNS,
  countOf,
  LISTING_TURNS,
  type Turns,
} from '#shared/contracts/console-engine/queue-turns.ts'
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
  const roles = useAccount()?.roles ?? []
  const matches = mayCommand(roles, 'deposit.match')
  const paying = mayCommand(roles, 'payout.approve') || mayCommand(roles, 'payout.verify')
  const payouts = useQuery(engine.payouts.waiting.queryOptions({ enabled: paying })).data
  const toPay = paying && payouts !== undefined ? payouts.count + payouts.accounts + payouts.toVerify : 0
  const accounts = useQuery(engine.bank.accounts.queryOptions({ enabled: matches })).data
  const openLines = matches ? (accounts ?? []).reduce((sum, { openLines: open }) => sum + open, 0) : 0
  const supervises = mayCommand(roles, 'supervision.confirm')
  const supervised = useQuery(engine.supervisions.counts.queryOptions({ enabled: supervises })).data
  const [toDecide, late] = supervises && supervised ? [supervised.waiting.us, supervised.late] : [0, 0]
  return {
    ...(toDecide + late > 0 && { supervision: { waiting: toDecide + late, urgent: late > 0 } }),
    ...(openLines > 0 && { deposits: { waiting: openLines, urgent: false } }),
    ...(toPay > 0 && { payouts: { waiting: toPay, urgent: false } }),
    ...(today && {
      applications: waiting(today.applications, APPLICATION_TURNS),
      listings: waiting(today.listings, LISTING_TURNS),
    }),
    ...(sync && { sync: { waiting: sync.outboxWaiting + sync.returned, urgent: sync.returned > 0 } }),
  }
}

function waiting<Status extends string>(counts: QueueCounts, turns: Turns<Status>): RailCount {
  return { waiting: countOf(counts, turns, 'ours'), urgent: counts.overdue > 0 }
}
