/** A payment of a batch as the decisions about it leave it. Fen. */
export interface Sending {
  readonly batch: string
  readonly source: { readonly kind: 'payout' | 'refund'; readonly id: string }
  readonly amount: number
  /** The line that shows it. */
  paidBy: string | null
  hasFailed: boolean
}

interface Entry {
  readonly references: readonly string[]
  isSent: boolean
  isDropped: boolean
}

/** Batches and their payments as the decisions about them leave them: each payment in one that lives. */
export class PaymentBook {
  readonly payments = new Map<string, Sending>()
  readonly #batches = new Map<string, Entry>()
  readonly #say: (what: string) => void

  constructor(say: (what: string) => void) {
    this.#say = say
  }

  add(reference: string, { batch, source, amount }: Pick<Sending, 'batch' | 'source' | 'amount'>): void {
    if (this.payments.has(reference)) this.#say(`${reference} names two payments`)
    for (const [other, each] of this.payments)
      if (each.source.id === source.id && this.#isLive(each))
        this.#say(`${source.id} is in ${reference} and in ${other}`)
    this.payments.set(reference, { batch, source, amount, paidBy: null, hasFailed: false })
  }

  batch(id: string, references: readonly string[]): void {
    this.#batches.set(id, { references, isSent: false, isDropped: false })
  }

  send(id: string): void {
    const batch = this.#batches.get(id)
    if (batch === undefined || batch.isSent || batch.isDropped) this.#say(`${id} was sent and may not be`)
    if (batch !== undefined) batch.isSent = true
  }

  /** Answers what is free again. */
  drop(id: string): readonly Sending[] {
    const batch = this.#batches.get(id)
    if (batch === undefined || batch.isSent || batch.isDropped) {
      this.#say(`${id} was given up and may not be`)
      return []
    }
    batch.isDropped = true
    return batch.references.flatMap((reference) => this.payments.get(reference) ?? [])
  }

  /** Payments that an answer says were rejected, and that nothing showed or failed before, by their references. */
  rejected(
    id: string,
    answers: readonly { readonly endToEndId: string; readonly status: string | null }[],
  ): readonly (readonly [string, Sending])[] {
    if (this.#batches.get(id)?.isSent !== true) this.#say(`${id} was answered and never sent`)
    return answers.flatMap(({ endToEndId, status }) => {
      const payment = this.payments.get(endToEndId)
      if (payment?.batch !== id) this.#say(`${endToEndId} was answered and is not in ${id}`)
      if (payment === undefined || status !== 'rejected' || payment.paidBy !== null || payment.hasFailed)
        return []
      return [[endToEndId, payment] as const]
    })
  }

  /** A line shows the payment; null: it does not any more. */
  show(reference: string | null, line: string | null): void {
    const payment = this.payments.get(reference ?? '')
    if (payment === undefined) return
    if (line !== null && payment.paidBy !== null)
      this.#say(`${reference} was paid by ${payment.paidBy} and by ${line}`)
    payment.paidBy = line
  }

  /** The last payment of a deposit's refund that was not given up, where it is of that amount. */
  lastOf(id: string, amount: number): string | null {
    const own = [...this.payments].filter(
      ([, { source, batch }]) => source.id === id && this.#batches.get(batch)?.isDropped !== true,
    )
    const [reference, payment] = own.at(-1) ?? []
    return payment?.amount === amount ? (reference ?? null) : null
  }

  /** On its way still: it was not given up, did not fail, and of a refund no line shows it. */
  #isLive({ batch, hasFailed, paidBy, source }: Sending): boolean {
    const isDropped = this.#batches.get(batch)?.isDropped === true
    return !hasFailed && !isDropped && (source.kind === 'payout' || paidBy === null)
  }
}
