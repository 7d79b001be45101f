interface Entry {
  asked: { readonly amount: number; readonly by: string } | null
  /** Approved and not paid. Fen. */
  approved: number
  approvers: readonly string[]
}

/** Refunds of deposits as the decisions about them leave them: asked for by one person, approved by another. */
export class RefundBook {
  readonly #refunds = new Map<string, Entry>()
  readonly #say: (what: string) => void
  readonly #personOf: (account: string) => string

  constructor(personOf: (account: string) => string, say: (what: string) => void) {
    this.#personOf = personOf
    this.#say = say
  }

  ask(id: string, amount: number, by: string): void {
    this.#of(id).asked = { amount, by }
  }

  approve(id: string, amount: number, actor: string): void {
    const refund = this.#of(id)
    const { asked } = refund
    if (asked === null || asked.amount !== amount)
      this.#say(`a refund of ${amount} of ${id} was not asked for`)
    if (asked !== null && this.#personOf(asked.by) === this.#personOf(actor))
      this.#say(`${actor} approved the refund of ${id} that ${asked.by} asked for`)
    refund.approved += amount
    refund.approvers = [...refund.approvers, actor]
    refund.asked = null
  }

  /** What is asked for; or else what is approved and not paid. */
  decline(id: string): void {
    const refund = this.#of(id)
    if (refund.asked === null) this.fail(id)
    refund.asked = null
  }

  /** It goes out in a batch; answers who approved it. */
  batch(id: string, amount: number): readonly string[] {
    const { approved, approvers } = this.#of(id)
    if (approved !== amount) this.#say(`${amount} of deposit ${id} go out, ${approved} are approved`)
    return approvers
  }

  /** A line shows that so much was paid. */
  pay(id: string, amount: number, line: string): void {
    const refund = this.#of(id)
    refund.approved -= amount
    if (refund.approved < 0) this.#say(`${line} pays more of ${id} than is approved`)
  }

  /** It was not paid, or the bank gave it back: it is approved still. */
  giveBack(id: string, amount: number): void {
    this.#of(id).approved += amount
  }

  /** The bank rejected it: its payee was frozen into what was asked for, so that all of it is asked for anew. */
  fail(id: string): void {
    Object.assign(this.#of(id), { approved: 0, approvers: [], asked: null })
  }

  #of(id: string): Entry {
    const refund = this.#refunds.get(id) ?? { asked: null, approved: 0, approvers: [] }
    this.#refunds.set(id, refund)
    return refund
  }
}
