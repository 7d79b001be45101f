import type { LineCase, LineRow } from '#shared/contracts/console-engine/bank-lines.ts'
import { type BankLine, lineStatus } from '#shared/contracts/console-platform/records/bank-line.ts'
import { allowedForLine } from '../allowed-commands.ts'
import type { Desk } from '../desk.ts'
import { decisionsAbout, newestPending } from '../pending.ts'
import { readRecord } from '../read-record.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigest } from '../seen-digest.ts'
import { toAccountRow } from './bank-accounts.ts'
import { depositBook } from './deposit-book.ts'
import { findForLine } from './line-candidates.ts'
import { proposedParts } from './line-proposal.ts'
import { plainRow, shownParts } from './line-rows.ts'
import { dueOf, shownCandidates } from './shown-candidates.ts'

/** One line with everything it may be. @throws RecordMissing */
export function readLineCase(desk: Desk, id: string): LineCase {
  const line = readRecord(desk, 'bankLine', id)
  if (line === null) throw new RecordMissing('bank line', id)
  const account = readRecord(desk, 'bankAccount', line.accountId)
  if (account === null) throw new RecordMissing('bank account', line.accountId)
  const found = findForLine(desk, line)
  const book = depositBook(desk, line.marketplace)
  return {
    line,
    account: toAccountRow(desk, account),
    status: lineStatus(line),
    allocations: line.allocations.map(({ parts }) => ({ parts: shownParts(desk, parts) })),
    takenBackBy: takenBackBy(desk, line),
    candidates: shownCandidates(desk, line, found),
    proposal: proposedParts(line, found, (deposit) => dueOf(book, line, deposit)),
    allowed: allowedForLine(desk.workspace.account.roles, line),
    ...decisionsAbout(desk, 'bankLine', id),
    seenDigest: seenDigest({ line }),
  }
}

function takenBackBy(desk: Desk, line: BankLine): LineRow | null {
  if (line.takenBackBy === null) return null
  const returning = readRecord(desk, 'bankLine', line.takenBackBy)
  if (returning === null) return null
  return {
    ...plainRow(desk, returning),
    suggestion: null,
    pending: newestPending(desk, 'bankLine')(returning.id),
  }
}
