/** What lies on record about money, as it lies there: by no schema of the program's. Fen. */
export interface Part {
  readonly target: {
    readonly kind: string
    readonly obligationId?: string
    readonly requestId?: string
    readonly lineId?: string
  }
  readonly amount: number
}
export interface Line {
  readonly id: string
  readonly version: number
  readonly accountId: string
  readonly statementId: string
  readonly direction: 'in' | 'out'
  readonly amount: number
  readonly counterpartyAccount: string
  readonly place: { readonly row: number }
  readonly allocations: readonly { readonly parts: readonly Part[]; readonly undone: object | null }[]
  readonly takenBackBy: string | null
  readonly history: readonly unknown[]
}
export interface Entry {
  readonly kind: string
  readonly amount: number
  readonly by: string
  readonly line?: string
  readonly lines?: readonly string[]
  readonly number?: string | null
  readonly received?: number
  readonly wanted?: number
  readonly approved?: number
  readonly reason?: string
  readonly payee?: { readonly route: string; readonly account: string } | null
  readonly batch?: string
  readonly paying?: number
}
export interface Obligation {
  readonly id: string
  readonly entries: readonly Entry[]
}
export interface Account {
  readonly id: string
  readonly number: string
  readonly imported: { readonly lines: number } | null
}
export interface Statement {
  readonly id: string
  readonly accountId: string
  readonly opening: number
  readonly closing: number
  readonly lines: number
  readonly added: number
  readonly withdrawn: object | null
}

/** The parts that hold of a line. */
export function liveParts({ allocations }: Line): readonly Part[] {
  return allocations.filter(({ undone }) => undone === null).flatMap(({ parts }) => parts)
}

/** What a line does to its account. */
export function effectOf({ direction, amount }: Pick<Line, 'direction' | 'amount'>): number {
  return direction === 'in' ? amount : -amount
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
