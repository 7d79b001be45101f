import type { LineCase, LineRow } from '#shared/contracts/console-engine/bank-lines.ts'
import { type BankLine, lineStatus } from '#shared/contracts/console-platform/records/bank-line.ts'
import { allowedForLine } from '../allowed-commands.ts'
import { decisionsAbout, newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'
import { toAccountRow } from './bank-accounts.ts'
import { batchItems } from './batch-items.ts'
import { itemBook } from './item-book.ts'
import { findForLine } from './line-candidates.ts'
import { proposedParts, wholeParts } from './line-proposal.ts'
import { plainRow, shownParts } from './line-rows.ts'
import { shownCandidates } from './shown-candidates.ts'

/** One line with everything it may be. @throws RecordMissing */
export function readLineCase(context: QueryContext, id: string): LineCase {
  const line = readPresent(context, 'bankLine', id)
  if (line === null) throw new RecordMissing('bank line', id)
  const account = readPresent(context, 'bankAccount', line.accountId)
  if (account === null) throw new RecordMissing('bank account', line.accountId)
  const found = findForLine(context, line)
  const book = itemBook(context, line.marketplace)
  // Whom a line names goes before what a batch comes to.
  const whole = found.items.length > 0 || lineStatus(line) !== 'open' ? [] : batchItems(context, line)
  return {
    line,
    account: toAccountRow(context, account),
    status: lineStatus(line),
    allocations: line.allocations.map(({ parts }) => ({ parts: shownParts(context, parts) })),
    takenBackBy: takenBackBy(context, line),
    candidates: shownCandidates(context, line, { ...found, items: [...whole, ...found.items] }),
    proposal: whole.length > 0 ? wholeParts(whole, book.due) : proposedParts(line, found, book.due),
    allowed: allowedForLine(context.workspace.account.roles, line),
    ...decisionsAbout(context, 'bankLine', id),
    seenDigest: seenDigestOf(context, 'bankLine', id),
  }
}

function takenBackBy(context: QueryContext, line: BankLine): LineRow | null {
  if (line.takenBackBy === null) return null
  const returning = readPresent(context, 'bankLine', line.takenBackBy)
  if (returning === null) return null
  return {
    ...plainRow(context, returning),
    suggestion: null,
    confidence: null,
    pending: newestPending(context, 'bankLine')(returning.id),
  }
}
