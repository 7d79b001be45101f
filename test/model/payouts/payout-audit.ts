import type { RunningPlatform } from '#platform/start-platform.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { AppliedDecision, Audited } from '../sync/auditor.ts'
import { completenessComplaints, moneyComplaints } from '../sync/money-auditor.ts'
import { type LogEntry, platformRecords } from '../sync/platform-books.ts'
import { payoutComplaints } from './payout-auditor.ts'
import type { Account, Batch, Invoice, Request, Statement } from './payout-records.ts'
import { PERSON_OF } from './people.ts'
import type { SimulatedBank } from './simulated-bank.ts'

const FINANCE: readonly RecordKind[] = [
  'operator',
  'provider',
  'depositObligation',
  'bankAccount',
  'bankStatement',
  'bankLine',
  'settlementStatement',
  'providerAccount',
  'payoutRequest',
  'payoutBatch',
  'invoice',
]

/** What is gone through where providers are paid. */
export function payoutAudit(banks: readonly SimulatedBank[]): Audited {
  return {
    sentTo: { finance: FINANCE, 'finance-approver': FINANCE },
    overlays: [
      'overlay_deposit_obligation',
      'overlay_bank_account',
      'overlay_bank_line',
      'imported_bank_line',
      'overlay_provider_account',
      'overlay_payout_request',
      'overlay_payout_batch',
      'overlay_invoice',
    ],
    stepwise: [],
    left: () => new Set(),
    books: async (platform, log, applied) => {
      const ledgers = banks.map(({ ledger }) => ledger)
      return [
        ...banks.flatMap(({ complaints }) => complaints),
        ...(await moneyComplaints(platform, log, applied, ledgers)),
        ...(await completenessComplaints(platform, ledgers)),
        ...(await payouts(platform, log, applied, banks)),
      ]
    },
    happened,
  }
}

async function payouts(
  platform: RunningPlatform,
  log: readonly LogEntry[],
  applied: readonly AppliedDecision[],
  banks: readonly SimulatedBank[],
): Promise<string[]> {
  const instants = new Map(log.map(({ commandId, at }) => [commandId, at]))
  const records = {
    statements: await platformRecords<Statement>(platform, 'settlementStatement'),
    accounts: await platformRecords<Account>(platform, 'providerAccount'),
    requests: await platformRecords<Request>(platform, 'payoutRequest'),
    batches: await platformRecords<Batch>(platform, 'payoutBatch'),
    invoices: await platformRecords<Invoice>(platform, 'invoice'),
  }
  return payoutComplaints(
    records,
    applied.map((each) => ({ ...each, at: instants.get(each.commandId) ?? '' })),
    banks.flatMap(({ payments }) => payments),
    (account) => PERSON_OF[account] ?? account,
  )
}

/** Payments that came back, were rejected, went out together, and were approved by two. */
function happened(applied: readonly AppliedDecision[]): string[] {
  const approvals = applied.filter(({ type }) => type === 'payout.approve').map(({ recordId }) => recordId)
  const twice = [...Map.groupBy(approvals, (id) => id).values()].filter(({ length }) => length > 1)
  return [
    ...twice.map(() => 'approved again'),
    ...applied.flatMap(({ type, arguments: said }) => [
      ...(type === 'deposit.match' && said.includes('"return"') ? ['came back'] : []),
      ...(type === 'deposit.match' && said.includes('"payout"') ? ['paid'] : []),
      ...(type === 'deposit.match' && said.includes('"refund"') ? ['refunded'] : []),
      ...(type === 'deposit.match' && said.split('"payout"').length > 2 ? ['one transfer for several'] : []),
      ...(type === 'payout.record-answer' && said.includes('"rejected"') ? ['rejected by the bank'] : []),
      ...(type === 'payout.batch' && said.includes('"refund"') ? ['refunds in a batch'] : []),
    ]),
  ]
}
