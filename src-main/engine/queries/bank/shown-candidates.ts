import type {
  Candidate,
  DepositCandidate,
  OriginalCandidate,
  PayoutCandidate,
} from '#shared/contracts/console-engine/bank-lines.ts'
import { depositOnDay } from '#shared/contracts/console-platform/deposit-on-day.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { OriginalFound } from '#shared/rules/bank-matching/find-original.ts'
import { categoryName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { type ItemFound, itemBook } from './item-book.ts'
import type { FoundForLine } from './line-candidates.ts'
import { plainRow } from './line-rows.ts'

/** What a line may be, best first: what its own words say comes before what only amount and name say. */
export function shownCandidates(context: QueryContext, line: BankLine, found: FoundForLine): Candidate[] {
  const items = found.items.flatMap(
    (each) => shownDeposit(context, line, each) ?? shownPayout(context, line, each) ?? [],
  )
  const originals = found.originals.flatMap((each) => shownOriginal(context, each) ?? [])
  const others = found.other === null ? [] : [{ kind: 'other' as const, ...found.other }]
  return found.isReturn ? [...originals, ...others, ...items] : [...items, ...others, ...originals]
}

/** A deposit, or its refund; null where it is none, or not here. */
export function shownDeposit(
  context: QueryContext,
  { marketplace }: Pick<BankLine, 'marketplace'>,
  { kind, id, reasons, certain }: ItemFound,
): DepositCandidate | null {
  if (kind === 'payout') return null
  const obligation = readPresent(context, 'depositObligation', id)
  if (obligation === null) return null
  const { providerId, providerName, category } = obligation
  return {
    ...{ kind, obligationId: id, providerId, providerName, certain },
    category: category === null ? null : categoryName(context, marketplace, context.now, category),
    status: depositOnDay(context, obligation, context.today).status,
    due: itemBook(context, marketplace).due({ kind, id }),
    reasons: [...reasons],
  }
}

/** A payout that is with the bank; null where it is none. */
export function shownPayout(
  context: QueryContext,
  { marketplace }: Pick<BankLine, 'marketplace'>,
  { id, reasons, certain }: ItemFound,
): PayoutCandidate | null {
  const sent = itemBook(context, marketplace).sent.get(id)
  if (sent === undefined) return null
  const { batch, payment } = sent
  const { providerId, providerName, amount: due } = payment
  return {
    kind: 'payout',
    requestId: id,
    providerId,
    providerName,
    batch,
    due,
    reasons: [...reasons],
    certain,
  }
}

function shownOriginal(
  context: QueryContext,
  { id, reasons, certain }: OriginalFound,
): OriginalCandidate | null {
  const original = readPresent(context, 'bankLine', id)
  return original && { kind: 'return', line: plainRow(context, original), reasons: [...reasons], certain }
}
