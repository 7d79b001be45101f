interface Entry {
  readonly number: string
  readonly payout: string | null
  readonly gross: number
  /** The number that it takes back; null where it is no red letter. */
  readonly original: string | null
  withdrawn: boolean
  check: string
}

interface Recorded {
  readonly number: string
  readonly payoutId: string | null
  readonly gross: number
  readonly redLetter: { readonly original: string | null } | null
}

/** Invoices as the decisions about them leave them: each number once, over all providers. Fen. */
export class InvoiceBook {
  readonly #invoices = new Map<string, Entry>()
  readonly #say: (what: string) => void

  constructor(say: (what: string) => void) {
    this.#say = say
  }

  record(id: string, { number, payoutId, gross, redLetter }: Recorded): void {
    for (const [other, each] of this.#invoices)
      if (each.number === number && !each.withdrawn) this.#say(`invoice ${number} is ${other} and ${id}`)
    const original = redLetter?.original ?? null
    this.#invoices.set(id, {
      number,
      payout: payoutId,
      gross,
      original,
      withdrawn: false,
      check: 'consistent',
    })
  }

  withdraw(id: string): void {
    const invoice = this.#invoices.get(id)
    if (invoice === undefined) this.#say(`invoice ${id} was withdrawn and never recorded`)
    else invoice.withdrawn = true
  }

  /** What the tax site said last. */
  check(id: string, result: string): void {
    const invoice = this.#invoices.get(id)
    if (invoice === undefined) this.#say(`invoice ${id} was looked up and never recorded`)
    else invoice.check = result
  }

  /** What still counts for a request: not withdrawn, not doubted, less what red letters take back. */
  counting(request: string): readonly { readonly number: string; readonly gross: number }[] {
    const live = [...this.#invoices.values()].filter(({ withdrawn }) => !withdrawn)
    return live
      .filter(
        ({ payout, original, check }) => payout === request && original === null && check === 'consistent',
      )
      .map(({ number, gross }) => {
        const red = live.filter(({ original }) => original === number)
        return { number, gross: red.reduce((left, each) => left + each.gross, gross) }
      })
      .filter(({ gross }) => gross > 0)
  }
}
