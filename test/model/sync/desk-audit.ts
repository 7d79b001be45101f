import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { AppliedDecision, Audited } from './auditor.ts'
import type { BankLedger } from './bank-ledger.ts'
import { withdrawnLines } from './imported-lines.ts'
import { completenessComplaints, moneyComplaints } from './money-auditor.ts'
import { noticeComplaints } from './notice-desk.ts'

/** What everybody sees. */
const OF_USERS = ['subscription', 'cluster', 'contact', 'notice', 'noticeTemplate', 'meteredBill'] as const
/** What those see who go after how production interfaces do. */
const OF_INTERFACES = ['interfaceCall'] as const
const DESK: readonly RecordKind[] = [
  'operator',
  'provider',
  'application',
  'listing',
  'listingVersion',
  'depositObligation',
  ...OF_USERS,
]
const FINANCE: readonly RecordKind[] = [
  ...DESK.filter((kind) => kind !== 'listingVersion'),
  ...(['bankAccount', 'bankStatement', 'bankLine'] as const),
]

/** What is gone through where applications are reviewed, and deposits come in by bank lines. */
export function deskAudit(ledgers: readonly BankLedger[]): Audited {
  return {
    sentTo: {
      ops: [...DESK, ...OF_INTERFACES],
      'ops-manager': [...DESK, ...OF_INTERFACES],
      finance: FINANCE,
      'finance-approver': FINANCE,
      support: ['operator', 'provider', 'listing', 'listingVersion', ...OF_USERS, ...OF_INTERFACES],
    },
    overlays: [
      'overlay_application',
      'overlay_listing_version',
      'overlay_deposit_obligation',
      'overlay_contact',
      'overlay_notice',
      'overlay_bank_account',
      'overlay_bank_line',
      'imported_bank_line',
    ],
    stepwise: ['application', 'listingVersion', 'depositObligation', 'bankAccount'],
    left: withdrawnLines,
    books: async (platform, log, applied) => [
      ...(await moneyComplaints(platform, log, applied, ledgers)),
      ...(await completenessComplaints(platform, ledgers)),
      ...(await noticeComplaints(platform, applied)),
    ],
    happened,
  }
}

function happened(applied: readonly AppliedDecision[]): string[] {
  const matches = applied.filter(({ type }) => type === 'deposit.match')
  return matches.flatMap(({ arguments: said }) => [
    ...(said.includes('"return"') ? ['taken back'] : []),
    ...(said.split('"deposit"').length > 2 ? ['split'] : []),
  ])
}
