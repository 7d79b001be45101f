import type {
  Candidate,
  DepositCandidate,
  OriginalCandidate,
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
  const deposits = found.items.flatMap((each) => shownDeposit(context, line, each) ?? [])
  const originals = found.originals.flatMap((each) => shownOriginal(context, each) ?? [])
  const others = found.other === null ? [] : [{ kind: 'other' as const, ...found.other }]
  return found.isReturn ? [...originals, ...others, ...deposits] : [...deposits, ...others, ...originals]
}

/** A deposit, or its refund; null where it is not here. */
export function shownDeposit(
  context: QueryContext,
  { marketplace }: Pick<BankLine, 'marketplace'>,
  { kind, id, reasons, certain }: ItemFound,
): DepositCandidate | null {
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

function shownOriginal(
  context: QueryContext,
  { id, reasons, certain }: OriginalFound,
): OriginalCandidate | null {
  const original = readPresent(context, 'bankLine', id)
  return original && { kind: 'return', line: plainRow(context, original), reasons: [...reasons], certain }
}
