/** What lies on record where money goes out, as it lies there: by no schema of the program's. Fen. */
export interface Statement {
  readonly id: string
  readonly marketplace: string
  readonly providerId: string
  readonly month: string
  readonly status: string
  readonly totals: { readonly net: number }
}

export interface Account {
  readonly id: string
  readonly providerId: string
  readonly accountNumber: string
  readonly ruling: { readonly outcome: string; readonly by: string } | null
  readonly proposed: { readonly by: string }
  readonly replaced: object | null
}

export interface Request {
  readonly id: string
  readonly marketplace: string
  readonly providerId: string
  readonly status: string
  readonly amount: number
  readonly months: readonly { readonly statementId: string; readonly net: number }[]
  readonly invoices: readonly { readonly id: string; readonly gross: number }[]
  readonly requested: { readonly by: string }
  readonly verified: { readonly by: string } | null
  readonly account: { readonly id: string; readonly accountNumber: string } | null
  readonly approvals: readonly { readonly by: string }[]
  readonly batchId: string | null
  readonly endToEndId: string | null
  readonly failures: readonly { readonly batchId: string; readonly endToEndId: string }[]
}

export interface Payment {
  readonly endToEndId: string
  readonly source: { readonly kind: 'payout' | 'refund'; readonly id: string }
  readonly amount: number
  readonly payee: { readonly account: string }
  readonly paidBy: { readonly lineId: string } | null
  readonly failed: object | null
}

export interface Batch {
  readonly id: string
  readonly number: string
  readonly marketplace: string
  readonly payments: readonly Payment[]
  readonly sent: object | null
  readonly dropped: object | null
}

export interface Invoice {
  readonly id: string
  readonly number: string
  readonly payoutId: string | null
  readonly gross: number
  readonly redLetter: { readonly original: string | null } | null
  readonly withdrawn: object | null
}

export interface Part {
  readonly target: {
    readonly kind: string
    readonly requestId?: string
    readonly obligationId?: string
    readonly lineId?: string
  }
  readonly amount: number
}

/** A decision that was applied, with the instant at which the platform applied it. */
export interface Applied {
  readonly commandId: string
  readonly type: string
  readonly recordId: string
  readonly actor: string
  readonly arguments: string
  readonly at: string
}

/** All that is on record, by id. */
export interface PayoutRecords {
  readonly statements: ReadonlyMap<string, Statement>
  readonly accounts: ReadonlyMap<string, Account>
  readonly requests: ReadonlyMap<string, Request>
  readonly batches: ReadonlyMap<string, Batch>
  readonly invoices: ReadonlyMap<string, Invoice>
}
