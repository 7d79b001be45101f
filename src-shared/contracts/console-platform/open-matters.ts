import type { Fen } from '../../money/fen.ts'
import { depositBalance } from './records/deposit-obligation.ts'
import { invoiceStatus } from './records/invoice.ts'
import { isLivePayout } from './records/payout-request.ts'
import { providerAccountStatus } from './records/provider-account.ts'
import type { RecordOf } from './records/record-kinds.ts'
import { isViolationOpen } from './records/violation.ts'

/** What may be open with a vendor, in the order in which it is settled. */
export const OPEN_MATTERS = [
  'products-in-store',
  'unfinished-supervision',
  'violations-open',
  'months-not-committed',
  'payouts-under-way',
  'applications-under-way',
  'versions-under-way',
  'accounts-proposed',
  'red-letters-open',
  'months-not-paid',
  'deposit-held',
] as const
export type OpenMatterId = (typeof OPEN_MATTERS)[number]

/** Something that is open with a vendor: how much of it, and what it comes to. */
export interface OpenMatter {
  readonly matter: OpenMatterId
  readonly count: number
  /** Fen; null where it is not money. */
  readonly amount: Fen | null
}

/** What has to be settled before a vendor is closed; the rest goes on afterwards, or falls away. */
const SETTLED_FIRST: Readonly<Record<OpenMatterId, boolean>> = {
  'products-in-store': true,
  'unfinished-supervision': true,
  'violations-open': true,
  'months-not-committed': true,
  'payouts-under-way': true,
  'applications-under-way': false,
  'versions-under-way': false,
  'accounts-proposed': false,
  'red-letters-open': false,
  'months-not-paid': false,
  'deposit-held': false,
}

/** Whether a vendor is closed only once this is settled. */
export function isSettledFirst(matter: OpenMatterId): boolean {
  return SETTLED_FIRST[matter]
}

/** The kinds of record that say what is open with a vendor. */
export const MATTER_KINDS = [
  'application',
  'listing',
  'listingVersion',
  'violation',
  'settlementStatement',
  'payoutRequest',
  'providerAccount',
  'invoice',
  'depositObligation',
] as const
export type MatterKind = (typeof MATTER_KINDS)[number]

/** All records of a vendor of those kinds, and its orders whose supervision is not over; null: not to be seen here. */
export type OpenWith = { readonly [K in MatterKind]: readonly RecordOf[K][] | null } & {
  readonly unfinishedSupervision: number | null
}

const APPLICATION_UNDER_WAY: ReadonlySet<string> = new Set([
  'submitted',
  'in_review',
  'changes_requested',
  'approved',
  'contract_pending',
  'deposit_pending',
] satisfies RecordOf['application']['status'][])
const VERSION_UNDER_WAY: ReadonlySet<string> = new Set([
  'submitted',
  'in_review',
  'changes_requested',
  'approved',
] satisfies RecordOf['listingVersion']['status'][])

/** What is open with a vendor, what is not to be seen left out. Pure. */
export function openMatters(open: OpenWith): OpenMatter[] {
  const months = monthsOf(open.settlementStatement ?? [])
  const payouts = (open.payoutRequest ?? []).filter(isLivePayout)
  const live = payouts.filter(({ status }) => status !== 'paid')
  const asked = new Set(payouts.flatMap((each) => each.months.map(({ statementId }) => statementId)))
  const unpaid = months.committed.filter(({ id, totals }) => totals.net > 0 && !asked.has(id))
  const deposits = (open.depositObligation ?? []).filter((each) => depositBalance(each) > 0)
  const found: Readonly<Record<OpenMatterId, readonly [number, Fen | null]>> = {
    'products-in-store': [(open.listing ?? []).filter(({ status }) => status === 'live').length, null],
    'unfinished-supervision': [open.unfinishedSupervision ?? 0, null],
    'violations-open': [(open.violation ?? []).filter(isViolationOpen).length, null],
    'months-not-committed': [months.open.length, null],
    'payouts-under-way': [live.length, sum(live.map(({ amount }) => amount))],
    'applications-under-way': [
      (open.application ?? []).filter(({ status }) => APPLICATION_UNDER_WAY.has(status)).length,
      null,
    ],
    'versions-under-way': [
      (open.listingVersion ?? []).filter(({ status }) => VERSION_UNDER_WAY.has(status)).length,
      null,
    ],
    'accounts-proposed': [
      (open.providerAccount ?? []).filter((each) => providerAccountStatus(each) === 'proposed').length,
      null,
    ],
    'red-letters-open': [
      (open.invoice ?? []).filter((each) => invoiceStatus(each) === 'red-pending').length,
      null,
    ],
    'months-not-paid': [unpaid.length, sum(unpaid.map(({ totals }) => totals.net))],
    'deposit-held': [deposits.length, sum(deposits.map(depositBalance))],
  }
  return OPEN_MATTERS.map((matter) => {
    const [count, amount] = found[matter]
    return { matter, count, amount }
  }).filter(({ count }) => count > 0)
}

/** Committed statements, and the months that have a draft and no committed one. */
function monthsOf(statements: readonly RecordOf['settlementStatement'][]) {
  const committed = statements.filter(({ status }) => status === 'committed')
  const closed = new Set(committed.map(({ month }) => month))
  const drafted = statements.filter(
    ({ status, month, lines }) => status === 'draft' && lines > 0 && !closed.has(month),
  )
  return { committed, open: [...new Set(drafted.map(({ month }) => month))] }
}

function sum(amounts: readonly Fen[]): Fen {
  return amounts.reduce((all, each) => all + each, 0)
}
