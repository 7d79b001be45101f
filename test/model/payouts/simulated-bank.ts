import type { SeededRandom } from '#platform/demo/seeded-random.ts'
import { type BankLedger, type LedgerEntry, type StatementFile, statementFile } from '../sync/bank-ledger.ts'

/** A payment as the bank was asked for it, and what it did. Fen. */
export interface BankPayment {
  readonly reference: string
  readonly amount: number
  readonly account: string
  readonly message: string
  /** The entry that paid it; null where the bank rejected it. */
  readonly paidBy: number | null
  /** The entry that gave it back. */
  returnedBy: number | null
}

export interface BankAnswer {
  readonly endToEndId: string
  readonly status: 'accepted' | 'pending' | 'rejected'
  readonly said: string
  readonly reason: string
}

/** The bank: it knows nothing but the files it is given, pays each message once, and keeps books that are true. */
export class SimulatedBank {
  readonly number: string
  readonly payments: BankPayment[] = []
  readonly complaints: string[] = []
  readonly #random: SeededRandom
  readonly #month: string
  readonly #entries: LedgerEntry[] = []
  readonly #messages = new Map<string, string>()

  constructor(random: SeededRandom, number: string, month: string) {
    this.#random = random
    this.number = number
    this.#month = month
  }

  get ledger(): BankLedger {
    const { number } = this
    return { number, opening: 100_000_000_00, isTalkative: true, entries: this.#entries, month: this.#month }
  }

  /** Messages it has. */
  get messages(): ReadonlySet<string> {
    return new Set(this.#messages.keys())
  }

  book(day: number, effect: number, payer: string, remark = ''): number {
    const row = this.#entries.length + 1
    this.#entries.push({ row, day, effect, payer, remark })
    return row
  }

  /** A file is uploaded: a message that was there before changes nothing, and has to be the same to the last letter. */
  receive(file: string, day: number): void {
    const message = between(file, 'MsgId')[0] ?? ''
    const before = this.#messages.get(message)
    if (before !== undefined) {
      if (before !== file) this.complaints.push(`${message} came in two files that differ`)
      return
    }
    this.#messages.set(message, file)
    const asked = between(file, 'CdtTrfTxInf').map((transfer) => ({
      reference: between(transfer, 'EndToEndId')[0] ?? '',
      amount: Math.round(Number(/<InstdAmt Ccy="CNY">([\d.]+)</.exec(transfer)?.[1]) * 100),
      account:
        between(between(transfer, 'CdtrAcct')[0] ?? '', 'Id')
          .at(-1)
          ?.replace(/.*>/, '') ?? '',
      payee: between(transfer, 'Nm').at(-1) ?? '',
    }))
    const said = Number(between(file, 'CtrlSum')[0]) * 100
    if (Math.round(said) !== asked.reduce((sum, { amount }) => sum + amount, 0))
      this.complaints.push(`${message} does not sum to what it says`)
    for (const payments of Map.groupBy(asked, ({ account }) => account).values()) {
      const isRejected = this.#random.chance(0.2)
      // One transfer pays all of a payee, or each is its own.
      const transfers = this.#random.chance(0.5) ? [payments] : payments.map((each) => [each])
      for (const transfer of transfers) {
        const amount = transfer.reduce((sum, each) => sum + each.amount, 0)
        const remark = transfer.map(({ reference }) => reference).join(' ')
        const paidBy = isRejected ? null : this.book(day, -amount, transfer[0]?.payee ?? '', remark)
        for (const { payee: _p, ...payment } of transfer)
          this.payments.push({ ...payment, message, paidBy, returnedBy: null })
      }
    }
  }

  /** The payee's bank knows no such account: a whole transfer comes back. */
  giveBack(day: number): void {
    const there = this.payments.filter(({ paidBy, returnedBy }) => paidBy !== null && returnedBy === null)
    if (there.length === 0) return
    const { paidBy } = this.#random.pick(there)
    const entry = this.#entries.find(({ row }) => row === paidBy)
    if (entry === undefined) return
    const row = this.book(day, -entry.effect, entry.payer, `退汇 ${entry.remark}`)
    for (const payment of this.payments) if (payment.paidBy === paidBy) payment.returnedBy = row
  }

  /** What it says of a message it has; `isFinal` where it has made up its mind about all of it. */
  answer(message: string, isFinal = true): BankAnswer[] {
    return this.payments.flatMap((payment): BankAnswer[] => {
      if (payment.message !== message) return []
      const { reference: endToEndId, paidBy } = payment
      if (paidBy === null) return [{ endToEndId, status: 'rejected', said: '失败', reason: '户名不符' }]
      const status = isFinal || this.#random.chance(0.6) ? 'accepted' : 'pending'
      return [{ endToEndId, status, said: '', reason: '' }]
    })
  }

  statement(from: number, to: number): StatementFile {
    return statementFile(this.ledger, from, to, 0)
  }
}

function between(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'gs'))].map(
    ([, text]) => text ?? '',
  )
}
