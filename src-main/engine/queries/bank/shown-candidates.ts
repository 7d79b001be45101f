import type {
  Candidate,
  DepositCandidate,
  OriginalCandidate,
} from '#shared/contracts/console-engine/bank-lines.ts'
import { depositOnDay } from '#shared/contracts/console-platform/deposit-on-day.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { OriginalFound } from '#shared/rules/bank-matching/find-original.ts'
import type { Desk } from '../desk.ts'
import { categoryName } from '../marketplaces.ts'
import { readRecord } from '../read-record.ts'
import { type DepositBook, type DepositFound, depositBook } from './deposit-book.ts'
import type { FoundForLine } from './line-candidates.ts'
import { plainRow } from './line-rows.ts'

/** What a line may be, best first: what its own words say comes before what only amount and name say. */
export function shownCandidates(desk: Desk, line: BankLine, found: FoundForLine): Candidate[] {
  const deposits = found.deposits.flatMap((each) => shownDeposit(desk, line, each) ?? [])
  const originals = found.originals.flatMap((each) => shownOriginal(desk, each) ?? [])
  const others = found.other === null ? [] : [{ kind: 'other' as const, ...found.other }]
  return found.isReturn ? [...originals, ...others, ...deposits] : [...deposits, ...others, ...originals]
}

/** A deposit, or a refund where the money went out; null where it is not here. */
export function shownDeposit(
  desk: Desk,
  { direction, marketplace }: Pick<BankLine, 'direction' | 'marketplace'>,
  { id, reasons, certain }: DepositFound,
): DepositCandidate | null {
  const obligation = readRecord(desk, 'depositObligation', id)
  if (obligation === null) return null
  const { providerId, providerName, category } = obligation
  const kind = direction === 'in' ? 'deposit' : 'refund'
  return {
    ...{ kind, obligationId: id, providerId, providerName, certain },
    category: category === null ? null : categoryName(desk, marketplace, desk.now, category),
    status: depositOnDay(desk, obligation, desk.today).status,
    due: dueOf(depositBook(desk, marketplace), { direction }, id),
    reasons: [...reasons],
  }
}

/** What is owed of a deposit, or approved of a refund where the money went out; fen, 0 where nothing is known. */
export function dueOf(
  { owed }: Pick<DepositBook, 'owed'>,
  { direction }: Pick<BankLine, 'direction'>,
  id: string,
): Fen {
  const found = owed.get(id)
  return (direction === 'in' ? found?.due : found?.refund) ?? 0
}

function shownOriginal(desk: Desk, { id, reasons, certain }: OriginalFound): OriginalCandidate | null {
  const original = readRecord(desk, 'bankLine', id)
  return original && { kind: 'return', line: plainRow(desk, original), reasons: [...reasons], certain }
}
