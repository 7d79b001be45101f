/** What lies on record where months are closed, as it lies there: by no schema of the program's. Fen. */
export interface Statement {
  readonly id: string
  readonly marketplace: string
  readonly providerId: string
  readonly month: string
  readonly status: 'draft' | 'committed' | 'voided'
  readonly carriedFrom: { readonly id: string } | null
  readonly carriedIn: readonly Carried[]
  readonly carriedOut: readonly Carried[]
  readonly totals: {
    readonly orders: number
    readonly refunds: number
    readonly gross: number
    readonly refunded: number
    readonly fee: number
    readonly adjustments: number
    readonly carried: number
    readonly net: number
  }
  readonly lines: number
}

interface Carried {
  readonly amount: number
}

export interface Line {
  readonly id: string
  readonly statementId: string
  readonly kind: string
  readonly orderId: string | null
  readonly adjustmentId: string | null
  readonly gross: number
  readonly fee: number
  readonly amount: number
}

export interface Adjustment {
  readonly id: string
  readonly providerId: string
  readonly month: string
  readonly amount: number
}

export interface Order {
  readonly id: string
  readonly providerId: string
  readonly kind: string
  readonly paidAt: string
}

export interface Request {
  readonly status: string
  readonly months: readonly { readonly statementId: string }[]
}

/** A statement as it was when its commit was answered, with its lines. */
export interface Committed {
  readonly statement: Statement
  readonly lines: readonly Line[]
}

/** A decision about a statement that was applied, in the order in which the platform applied them. */
export interface Applied {
  readonly type: 'settlement.commit' | 'settlement.void' | 'payout.request' | 'payout.cancel'
  readonly recordId: string
  /** The statements that a request is to pay. */
  readonly statements: readonly string[]
}

export interface MonthRecords {
  readonly statements: ReadonlyMap<string, Statement>
  readonly lines: ReadonlyMap<string, Line>
  readonly adjustments: ReadonlyMap<string, Adjustment>
  readonly orders: ReadonlyMap<string, Order>
}
