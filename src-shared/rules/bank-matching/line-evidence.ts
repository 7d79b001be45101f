import type { IndexedItem } from './item-index.ts'
import type { MatchReason } from './match-types.ts'
import { type ReasonSet, reasonSet } from './reason-set.ts'

/** What speaks for the items of one line. One serves many lines, one after the other: most speak for dozens of items. */
export class LineEvidence {
  readonly #found: IndexedItem[] = []
  /** By the place of an item; empty where nothing speaks of it. */
  readonly #reasons: Uint32Array

  /** `items`: how many there are. */
  constructor(items: number) {
    this.#reasons = new Uint32Array(items)
  }

  /** Items that anything speaks of, each once. */
  get found(): readonly IndexedItem[] {
    return this.#found
  }

  of({ at }: IndexedItem): ReasonSet {
    return this.#reasons[at] ?? 0
  }

  note(items: readonly IndexedItem[], reason: MatchReason): void {
    if (items.length === 0) return
    const reasons = reasonSet(reason)
    for (const indexed of items) {
      if (this.of(indexed) === 0) this.#found.push(indexed)
      this.add(indexed, reasons)
    }
  }

  /** Adds to what speaks of an item that was found. */
  add({ at }: IndexedItem, reasons: ReasonSet): void {
    this.#reasons[at] = (this.#reasons[at] ?? 0) | reasons
  }

  /** Ready for the next line. */
  clear(): void {
    for (const { at } of this.#found) this.#reasons[at] = 0
    this.#found.length = 0
  }
}
