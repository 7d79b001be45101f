import type { Fen } from '../../money/fen.ts'

/** What a kind of open item states for matching. */
interface OpenItemTraits {
  /** The way its money goes. */
  readonly direction: 'in' | 'out'
  /** Words people write when they pay it: they speak neither for the bank's own entries nor for another purpose. */
  readonly paidAs: readonly string[]
  /** Whether an import may settle it without a person. */
  readonly isSettledByImport: boolean
}

export const OPEN_ITEM_KINDS = {
  deposit: { direction: 'in', paidAs: [], isSettledByImport: true },
  refund: { direction: 'out', paidAs: ['退款', '退回'], isSettledByImport: false },
  payout: { direction: 'out', paidAs: [], isSettledByImport: false },
} as const satisfies Record<string, OpenItemTraits>

export type OpenItemKind = keyof typeof OPEN_ITEM_KINDS

/** Names an open item: ids are unique within a kind. */
export interface OpenItemRef {
  readonly kind: OpenItemKind
  readonly id: string
}

/** What a counterparty owes, or is owed, and a bank line may settle. */
export interface OpenItem extends OpenItemRef {
  /** Name of who owes it or is owed. */
  readonly counterparty: string
  /** What is still to be paid, fen; 0 once it is settled. */
  readonly due: Fen
  /** Known accounts of the counterparty: a person matched their money before. */
  readonly accounts: readonly string[]
}

export function itemKey({ kind, id }: OpenItemRef): string {
  return `${kind} ${id}`
}

/** The way the money of an item goes. */
export function directionOf({ kind }: Pick<OpenItemRef, 'kind'>): 'in' | 'out' {
  return OPEN_ITEM_KINDS[kind].direction
}

export function isSettledByImport({ kind }: Pick<OpenItemRef, 'kind'>): boolean {
  return OPEN_ITEM_KINDS[kind].isSettledByImport
}
