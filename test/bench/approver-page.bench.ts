// The approver's page of 5,000 waiting requests among 25,000: its first window with the total of what waits for who asks,
// against the first window of the queue of as many applications with its counts.
import { countApplications, listApplications } from '#main/engine/queries/applications/list-applications.ts'
import { listPayouts, payoutsWaiting } from '#main/engine/queries/payouts/list-payouts.ts'
import { applicationListInput } from '#shared/contracts/console-engine/applications.ts'
import { payoutListInput } from '#shared/contracts/console-engine/payouts.ts'
import type {
  PayoutRequest,
  PayoutStatus,
} from '#shared/contracts/console-platform/records/payout-request.ts'
import { samplePayout } from '#test/integration/platform/sample-payouts.ts'
import { ACCOUNT, deskUnderTest } from '#test/unit/engine/queries/desk-under-test.ts'
import { manyApplication, manyProvider } from './harness/many-records.ts'
import { scaled } from './harness/scale.ts'

const ROWS = scaled(25_000)
const PROVIDERS = scaled(5000)
const RUNS = scaled(300)
const WARM_UP = 20
/** Two of ten wait, one of them approved by somebody already. */
const STATES: readonly PayoutStatus[] = [
  'verified',
  'approved_once',
  'paid',
  'paid',
  'paid',
  'paid',
  'paid',
  'invoice_pending',
  'rejected',
  'paid',
]

const desk = deskUnderTest({ ...ACCOUNT, roles: ['finance-approver', 'ops'] })
desk.put(
  'payoutRequest',
  Array.from({ length: ROWS }, (_, index) => payout(index)),
)
desk.put(
  'application',
  Array.from({ length: ROWS }, (_, index) => manyApplication(index, PROVIDERS)),
)
desk.index()

function payout(index: number): PayoutRequest {
  const provider = manyProvider(index % PROVIDERS)
  const said = (by: string) => ({ at: '2026-11-20T02:00:00.000Z', by, byName: by })
  const status = STATES[index % STATES.length] ?? 'paid'
  const day = String(1 + (index % 28)).padStart(2, '0')
  const sample = samplePayout()
  return {
    ...sample,
    ...{ providerId: provider.id, providerName: provider.name, marketplace: provider.marketplace, status },
    ...{ amount: 1_000_000 + index, verified: { ...said('liu'), reason: '' } },
    // One of eight is of who asks.
    requested: { ...sample.requested, ...(index % 8 === 0 ? said(ACCOUNT.id) : {}), on: `2026-10-${day}` },
    approvals: status === 'approved_once' ? [said('wang')] : [],
    history: Array.from({ length: 4 }, () => ({
      ...{ at: '2026-11-20T02:00:00.000Z', actor: 'liu', actorName: 'liu', action: 'payout.verify' },
      ...{ noteToVendor: null, internalNote: null, reasons: [] },
    })),
  }
}

/** Milliseconds of processor time, which other programs disturb less than the clock. */
function measure(run: () => unknown): number {
  for (let round = 0; round < Math.min(WARM_UP, RUNS); round += 1) run()
  const from = process.cpuUsage()
  for (let round = 0; round < RUNS; round += 1) run()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000 / RUNS
}

const queue = applicationListInput.parse({
  filter: { statuses: ['submitted', 'in_review'] },
  sort: { column: 'dueOn', descending: false },
  ...{ after: null, limit: 50 },
})
const waiting = payoutListInput.parse({
  filter: { statuses: ['verified', 'approved_once'] },
  sort: { column: 'requestedOn', descending: false },
  ...{ after: null, limit: 50 },
})

const { rows } = listPayouts(desk.desk(), waiting)
const mine = payoutsWaiting(desk.desk())
const due = Array.from({ length: ROWS }, (_, index) => index).filter(
  (index) => index % 10 < 2 && index % 8 !== 0,
)
const total = due.reduce((sum, index) => sum + 1_000_000 + index, 0)
if (rows.length !== Math.min(50, Math.ceil(ROWS / 5))) throw new Error('the window is full')
if (mine.count !== due.length || mine.total !== total) throw new Error('what waits is what others asked for')

const window = measure(() => {
  listApplications(desk.desk(), queue)
  countApplications(desk.desk())
})
const list = measure(() => listPayouts(desk.desk(), waiting))
const sums = measure(() => payoutsWaiting(desk.desk()))
console.log(`a window of the queue with its counts: CPU ${window.toFixed(2)} ms`)
console.log(
  `a window of what waits for approval: CPU ${list.toFixed(2)} ms, ratio ${(window / list).toFixed(2)}`,
)
console.log(`its total: CPU ${sums.toFixed(2)} ms, ratio ${(window / sums).toFixed(2)}`)
console.log(
  `the whole page: CPU ${(list + sums).toFixed(2)} ms, ratio ${(window / (list + sums)).toFixed(2)}`,
)
desk.close()
