import type { LineRow, ShownPart } from '#shared/contracts/console-engine/bank-lines.ts'
import { narrative } from '#shared/contracts/console-platform/kinds/bank-line.ts'
import {
  type BankLine,
  bankLineSchema,
  lineStatus,
  liveAllocation,
  type MatchPart,
} from '#shared/contracts/console-platform/records/bank-line.ts'
import { categoryName } from '../marketplaces.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { booksOf } from './item-book.ts'
import { bestCandidate } from './line-candidates.ts'
import { lineConfidence } from './line-confidence.ts'

/** A line without what is suggested and what is under way. */
export type PlainLineRow = Omit<LineRow, 'suggestion' | 'confidence' | 'pending'>

const DEPOSIT =
  'SELECT providerId, name AS providerName, marketplace, category FROM deposit_obligation WHERE id = @id'

interface DepositNamed {
  readonly providerId: string
  readonly providerName: string
  readonly marketplace: string
  readonly category: string | null
}

/** Stored lines as the workbench shows them. */
export function toLineRows(context: QueryContext, stored: readonly { readonly body: string }[]): LineRow[] {
  const pendingOf = newestPending(context, 'bankLine')
  const bookOf = booksOf(context)
  return stored.map(({ body }) => {
    const line = bankLineSchema.parse(JSON.parse(body))
    return {
      ...plainRow(context, line),
      suggestion: bestCandidate(context, line, bookOf),
      confidence: lineStatus(line) === 'open' ? lineConfidence(context, line, bookOf) : null,
      pending: pendingOf(line.id),
    }
  })
}

export function plainRow(context: QueryContext, line: BankLine): PlainLineRow {
  const { id, version, accountId, marketplace, bookedOn, bookedTime, direction, amount, isReversal } = line
  const { counterpartyName, counterpartyAccount, balanceAfter } = line
  const live = liveAllocation(line)
  return {
    ...{ id, version, accountId, marketplace, bookedOn, bookedTime, direction, amount, isReversal },
    ...{ counterpartyName, counterpartyAccount, balanceAfter },
    said: narrative(line),
    status: lineStatus(line),
    parts: shownParts(context, live?.parts ?? []),
    automatic: live?.automatic ?? false,
  }
}

/** Parts with the providers of their deposits. */
export function shownParts(context: QueryContext, parts: readonly MatchPart[]): ShownPart[] {
  return parts.map((part) => ({ ...part, ...depositOf(context, part) }))
}

function depositOf(
  context: QueryContext,
  { target }: MatchPart,
): Pick<ShownPart, 'providerId' | 'providerName' | 'category'> {
  if (target.kind === 'payout') {
    const request = readPresent(context, 'payoutRequest', target.requestId)
    return {
      providerId: request?.providerId ?? null,
      providerName: request?.providerName ?? null,
      category: null,
    }
  }
  const isDeposit = target.kind === 'deposit' || target.kind === 'refund'
  const found = isDeposit
    ? context.statements.prepare<DepositNamed>(DEPOSIT).get({ id: target.obligationId })
    : undefined
  if (found === undefined) return { providerId: null, providerName: null, category: null }
  const { providerId, providerName, marketplace, category } = found
  return {
    providerId,
    providerName,
    category: category === null ? null : categoryName(context, marketplace, context.now, category),
  }
}
