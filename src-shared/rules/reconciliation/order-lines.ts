import type { Fen } from '../../money/fen.ts'
import type { LedgerLine } from './ledger.ts'

/**
 * Lines as they were booked. Where two statements share a day, the places in their files do not tell the order; then
 * the running balance does: each line begins where another ended. `opening` is the balance before all of them, where
 * it is known.
 */
export function orderLines<L extends LedgerLine>(lines: readonly L[], opening: Fen | null): readonly L[] {
  const days = Map.groupBy(lines.toSorted(byChronology), ({ bookedOn }) => bookedOn)
  let balance = opening
  const ordered: L[] = []
  for (const day of days.values()) {
    const chained: readonly L[] = chain(day, balance)
    for (const line of chained) ordered.push(line)
    balance = chained.at(-1)?.balanceAfter ?? null
  }
  return ordered
}

function byChronology(one: LedgerLine, other: LedgerLine): number {
  return one.chronology < other.chronology ? -1 : one.chronology > other.chronology ? 1 : 0
}

/** The lines of a day as given, unless another order breaks the balance at fewer steps. */
function chain<L extends LedgerLine>(day: readonly L[], before: Fen | null): readonly L[] {
  const isOneFile = day.every(({ statement }) => statement === day[0]?.statement)
  if (isOneFile || day.some(({ balanceAfter }) => balanceAfter === null)) return day
  const given = breaks(day, before)
  if (given === 0) return day
  const chained = new BalancePaths(day).walk(before)
  return breaks(chained, before) < given ? chained : day
}

function breaks(day: readonly LedgerLine[], before: Fen | null): number {
  let balance = before
  let count = 0
  for (const line of day) {
    if (balance !== null && startOf(line) !== balance) count += 1
    balance = line.balanceAfter
  }
  return count
}

/** The balance a line begins from. */
function startOf({ balanceAfter, effect }: LedgerLine): Fen {
  return (balanceAfter ?? 0) - effect
}

/** Lines as ways from one balance to another: a complete day is one path that takes each of them once (Hierholzer). */
class BalancePaths<L extends LedgerLine> {
  readonly #lines: readonly L[]
  /** Ways not taken yet by the balance they begin from, the earliest last. */
  readonly #ways: Map<Fen, L[]>
  /** Ways from a balance less ways to it: a path begins where it is positive. */
  readonly #surplus = new Map<Fen, number>()
  readonly #taken = new Set<L>()

  constructor(lines: readonly L[]) {
    this.#lines = lines
    this.#ways = Map.groupBy(lines.toReversed(), startOf)
    for (const line of lines) {
      this.#count(startOf(line), 1)
      this.#count(line.balanceAfter ?? 0, -1)
    }
  }

  walk(before: Fen | null): readonly L[] {
    const walked: L[] = before === null ? [] : this.#pathFrom(before)
    const beginnings = this.#lines.filter((line) => (this.#surplus.get(startOf(line)) ?? 0) > 0)
    for (const line of [...beginnings, ...this.#lines]) {
      if (!this.#taken.has(line)) walked.push(...this.#pathFrom(startOf(line)))
    }
    return walked
  }

  /** Takes all ways that can be reached; where the path gets stuck, the rest is put in where it branched off. */
  #pathFrom(start: Fen): L[] {
    const path: L[] = []
    const trail: L[] = []
    for (let at = start; ; ) {
      const next = this.#ways.get(at)?.pop()
      if (next !== undefined) {
        this.#taken.add(next)
        trail.push(next)
        at = next.balanceAfter ?? 0
        continue
      }
      const stuck = trail.pop()
      if (stuck === undefined) return path.reverse()
      path.push(stuck)
      at = startOf(stuck)
    }
  }

  #count(balance: Fen, change: number): void {
    this.#surplus.set(balance, (this.#surplus.get(balance) ?? 0) + change)
  }
}
