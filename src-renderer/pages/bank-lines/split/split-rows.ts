import { rowOfPart, type SplitRow } from '#renderer/review/forms/drafts.ts'
import type { Candidate, DepositCandidate } from '#shared/contracts/console-engine/bank-lines.ts'
import type { MatchPart, OtherKind } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Fen } from '#shared/money/fen.ts'
import { formatYuan, parseYuan } from '#shared/money/yuan.ts'
import { amountReason, isAmountReason } from '#shared/rules/bank-matching/amount-reason.ts'
import { candidateKey, targetKey } from '../candidates/candidate-parts.ts'

/** `1234.50` as one types it; nothing for nothing. */
export function typedYuan(fen: Fen): string {
  return fen <= 0 ? '' : formatYuan(fen).replaceAll(/[¥,]/g, '')
}

/** A row for a deposit; it takes what is due of it, at most what remains. */
export function depositRow(candidate: DepositCandidate, remaining: Fen): SplitRow {
  const { kind, obligationId, providerName, category, due, reasons } = candidate
  return {
    target: { kind, obligationId },
    name: providerName,
    category,
    due,
    amount: typedYuan(Math.min(due, Math.max(0, remaining))),
    reasons,
  }
}

/** A row for another kind of money; it takes what remains. */
export function otherRow(what: OtherKind, remaining: Fen): SplitRow {
  const target = { kind: 'other', what } as const
  return { target, name: '', category: null, due: null, amount: typedYuan(remaining), reasons: [] }
}

/** A row with whom it is for, where it has only an id: of a part that came back, or of a proposal. */
export function namedRow(row: SplitRow, known: readonly Candidate[]): SplitRow {
  if (row.name !== '') return row
  const key = targetKey(row.target)
  const candidate = known.find((each) => candidateKey(each) === key)
  if (candidate === undefined || !('providerName' in candidate)) return row
  const category = candidate.kind === 'payout' ? null : candidate.category
  return { ...row, name: candidate.providerName, category, due: candidate.due }
}

/** What a split starts from: what would be accepted, each deposit with no more than it is owed. */
export function firstRows(
  plan: readonly MatchPart[] | null,
  deposits: readonly DepositCandidate[],
  amount: Fen,
): readonly SplitRow[] {
  if (plan !== null && plan.length > 1) return plan.map(rowOfPart)
  const named = plan?.[0] === undefined ? null : targetKey(plan[0].target)
  const first = deposits.find((candidate) => named === null || targetKey(candidate) === named)
  return first === undefined ? [] : [depositRow(first, amount)]
}

/** The amount of a row in fen; null where what is typed is none, or nothing. */
export function rowAmount({ amount }: SplitRow): Fen | null {
  const fen = parseYuan(amount)
  return fen === null || fen <= 0 ? null : fen
}

/** What of a line no row has yet; negative where they have too much. Fen. */
export function remainingOf(rows: readonly SplitRow[], amount: Fen): Fen {
  return rows.reduce((rest, row) => rest - (rowAmount(row) ?? 0), amount)
}

/** The rows, one of them with all that the others leave. */
export function withRest(rows: readonly SplitRow[], at: number, amount: Fen): readonly SplitRow[] {
  const others = rows.filter((_, index) => index !== at)
  const rest = remainingOf(others, amount)
  return rows.map((row, index) => (index === at ? { ...row, amount: typedYuan(rest) } : row))
}

export type SplitTrouble = 'several' | 'badAmount' | 'twice' | 'incomplete'

/** The parts to match, or why the rows are none yet. */
export function partsOf(rows: readonly SplitRow[], amount: Fen): MatchPart[] | SplitTrouble {
  if (rows.length === 0) return 'several'
  const deposits = rows.filter(({ target }) => target.kind !== 'other').map(({ target }) => targetKey(target))
  if (new Set(deposits).size !== deposits.length) return 'twice'
  const parts = rows.flatMap((row) => {
    const fen = rowAmount(row)
    return fen === null ? [] : [{ target: row.target, amount: fen, reasons: reasonsAt(row, fen) }]
  })
  if (parts.length !== rows.length) return 'badAmount'
  return remainingOf(rows, amount) === 0 ? parts : 'incomplete'
}

/** What speaks for a row with the amount it has now: what the whole line's amount said is not said of a part. */
function reasonsAt({ reasons, due }: SplitRow, amount: Fen): SplitRow['reasons'] {
  if (due === null) return reasons
  const others = reasons.filter((reason) => !isAmountReason(reason))
  return [...others, amountReason(due, amount)]
}
