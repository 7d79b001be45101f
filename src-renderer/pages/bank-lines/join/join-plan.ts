import type { DepositCandidate, LineRow, SharedTarget } from '#shared/contracts/console-engine/bank-lines.ts'
import type { MatchPart, OtherKind } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Fen } from '#shared/money/fen.ts'

/** What several lines are said to be together. */
export type JoinTarget =
  | { readonly kind: 'deposit'; readonly candidate: DepositCandidate }
  | { readonly kind: 'other'; readonly what: OtherKind }

/** One step of a join: a line, and what is owed before and after it; null where nothing is owed. Fen. */
export interface JoinStep {
  readonly row: LineRow
  readonly part: MatchPart
  readonly before: Fen | null
  readonly after: Fen | null
}

/** Whether lines may go to one deposit: all of one marketplace, and all in or all out. */
export function mayShareDeposit(rows: readonly LineRow[]): boolean {
  const [first] = rows
  return rows.every((row) => row.marketplace === first?.marketplace && row.direction === first.direction)
}

/** What each line does, oldest first. Each becomes a decision of its own. */
export function joinSteps(
  rows: readonly LineRow[],
  target: JoinTarget,
  reasons: SharedTarget['reasons'],
): JoinStep[] {
  let due = target.kind === 'deposit' ? target.candidate.due : null
  return rows
    .toSorted((one, other) => (one.bookedOn < other.bookedOn ? -1 : one.bookedOn > other.bookedOn ? 1 : 0))
    .map((row) => {
      const before = due
      if (due !== null) due -= row.amount
      return { row, part: partOf(row, target, reasons[row.id] ?? []), before, after: due }
    })
}

function partOf(row: LineRow, target: JoinTarget, reasons: MatchPart['reasons']): MatchPart {
  if (target.kind === 'other')
    return { target: { kind: 'other', what: target.what }, amount: row.amount, reasons: [] }
  const { kind, obligationId } = target.candidate
  return { target: { kind, obligationId }, amount: row.amount, reasons }
}

/** What lines are by themselves; null where they have nothing in common. */
export function knownTarget({ deposit, other }: SharedTarget): JoinTarget | null {
  if (deposit !== null) return { kind: 'deposit', candidate: deposit }
  return other === null ? null : { kind: 'other', what: other }
}

/** What speaks for each line's going to the target; of another deposit than the lines share, only what is said of it. */
export function reasonsFor(
  target: JoinTarget | null,
  known: SharedTarget | undefined,
): SharedTarget['reasons'] {
  const isShared =
    target?.kind === 'deposit' && known?.deposit?.obligationId === target.candidate.obligationId
  return isShared ? known.reasons : {}
}
