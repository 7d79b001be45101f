import { AccountBook } from './account-book.ts'
import { InvoiceBook } from './invoice-book.ts'
import { PaymentBook, type Sending } from './payment-book.ts'
import type { Applied, Part, PayoutRecords } from './payout-records.ts'
import { RefundBook } from './refund-book.ts'

/** Above this two people approve: the company's standard. Fen. */
const SECOND_APPROVER_ABOVE = 5_000_000
/** Where what is paid is invoiced to the fen, by the marketplace's own rules. */
const INVOICED_EXACTLY = ['kubesphere']

type State = 'open' | 'verified' | 'approved' | 'in-batch' | 'paid' | 'ended'

/** A request as the decisions about it leave it. Fen. */
export interface Paying {
  readonly provider: string
  readonly marketplace: string
  readonly statements: readonly string[]
  readonly amount: number
  readonly asker: string
  state: State
  verifier: string | null
  account: string | null
  approvals: readonly string[]
  /** Of the payment that failed last. */
  approvedBefore: readonly string[]
  /** The reference of the payment that is on its way, or was made. */
  payment: string | null
  failures: readonly string[]
}

interface Source {
  readonly kind: 'payout' | 'refund'
  readonly id: string
}
/** What decisions say, each of its kind. */
interface Said {
  readonly providerId: string
  readonly months: readonly string[]
  readonly amount: number
  readonly number: string
  readonly payoutId: string | null
  readonly gross: number
  readonly redLetter: { readonly original: string | null } | null
  readonly result: string
  readonly payments: readonly { readonly source: Source; readonly amount: number }[]
  readonly answers: readonly { readonly endToEndId: string; readonly status: string | null }[]
  readonly parts: readonly Part[]
}

/**
 * All applied decisions about money that goes out once more, in their order, by the rules as they are written down: two
 * people, each payment once, nothing without its invoice. It shares nothing with the program that kept the record.
 */
export class PayoutReplay {
  readonly complaints: string[] = []
  readonly requests = new Map<string, Paying>()
  readonly #accounts: AccountBook
  readonly #invoices: InvoiceBook
  readonly #refunds: RefundBook
  readonly #payments: PaymentBook
  readonly #lines = new Map<string, readonly Part[]>()
  readonly #takenBack = new Map<string, { readonly taker: string; readonly parts: readonly Part[] }>()
  readonly #records: PayoutRecords
  readonly #personOf: (account: string) => string

  constructor(records: PayoutRecords, personOf: (account: string) => string, applied: readonly Applied[]) {
    const say = (what: string) => this.#say(what)
    const proposals = applied.filter(({ type }) => type === 'provider.propose-bank-account')
    const proposed = new Set(proposals.map(({ recordId }) => recordId))
    this.#records = records
    this.#personOf = personOf
    this.#accounts = new AccountBook(records.accounts.values(), proposed, personOf, say)
    this.#invoices = new InvoiceBook(say)
    this.#refunds = new RefundBook(personOf, say)
    this.#payments = new PaymentBook(say)
    for (const each of applied) this.#apply(each, JSON.parse(each.arguments) as Said)
  }

  get payments(): ReadonlyMap<string, Sending> {
    return this.#payments.payments
  }

  #apply(decision: Applied, said: Said): void {
    const { recordId: id, actor } = decision
    const apply: Readonly<Record<string, () => void>> = {
      'payout.request': () => this.#requested(id, said, actor),
      'payout.verify': () => this.#verified(id, decision),
      'payout.approve': () => this.#approved(id, said.amount, decision),
      'payout.send-back': () => this.#sentBack(id),
      'payout.reject': () => this.#ended(id),
      'payout.cancel': () => this.#ended(id),
      'payout.batch': () => this.#batched(id, said, actor),
      'payout.mark-sent': () => this.#payments.send(id),
      'payout.drop-batch': () => this.#dropped(id),
      'payout.record-answer': () => this.#answered(id, said),
      'provider.propose-bank-account': () => this.#accounts.propose(id, said.providerId, actor),
      'provider.approve-bank-account': () => this.#accounts.approve(id, decision),
      'provider.refuse-bank-account': () => this.#accounts.refuse(id),
      'deposit.request-refund': () => this.#refunds.ask(id, said.amount, actor),
      'deposit.approve-refund': () => this.#refunds.approve(id, said.amount, actor),
      'deposit.decline-refund': () => this.#refunds.decline(id),
      'invoice.record': () => this.#invoiced(() => this.#invoices.record(id, said)),
      'invoice.withdraw': () => this.#invoiced(() => this.#invoices.withdraw(id)),
      'invoice.verify-result': () => this.#invoiced(() => this.#invoices.check(id, said.result)),
      'deposit.match': () => this.#lineMatched(id, said.parts),
      'deposit.unmatch': () => this.#lineUnmatched(id),
    }
    apply[decision.type]?.()
  }

  #requested(id: string, { providerId, months }: Said, asker: string): void {
    const statements = [...this.#records.statements.values()].filter(
      (each) => each.providerId === providerId && months.includes(each.month) && each.status === 'committed',
    )
    for (const [other, { statements: theirs, state }] of this.requests)
      if (state !== 'ended' && statements.some((each) => theirs.includes(each.id)))
        this.#say(`${id} asks for a month that ${other} asks for`)
    this.requests.set(id, {
      ...{ provider: providerId, marketplace: statements[0]?.marketplace ?? '', asker, state: 'open' },
      statements: statements.map((each) => each.id),
      amount: statements.reduce((sum, { totals }) => sum + totals.net, 0),
      ...{ verifier: null, account: null, approvals: [], payment: null, failures: [] },
      approvedBefore: [],
    })
  }

  #verified(id: string, { actor, at }: Applied): void {
    const request = this.#request(id)
    if (request === null) return
    if (request.state !== 'open') this.#say(`${id} was verified while it was ${request.state}`)
    this.#checkInvoices(id, request)
    const account = this.#accounts.inForce(request.provider)
    this.#accounts.check(id, request.provider, account, at)
    Object.assign(request, { state: 'verified', verifier: actor, approvals: [], account })
  }

  #approved(id: string, amount: number, { actor, at }: Applied): void {
    const request = this.#request(id)
    if (request === null) return
    if (request.state !== 'verified') this.#say(`${id} was approved while it was ${request.state}`)
    if (amount !== request.amount) this.#say(`${actor} saw ${amount} of ${id}, which is ${request.amount}`)
    const hands = [request.asker, request.verifier ?? 'nobody', ...request.approvals]
    if (hands.some((hand) => this.#personOf(hand) === this.#personOf(actor)))
      this.#say(`${actor} approved ${id}, in which ${hands.join(', ')} had a hand`)
    this.#checkInvoices(id, request)
    this.#accounts.check(id, request.provider, request.account, at)
    request.approvals = [...request.approvals, actor]
    const needed = request.amount > SECOND_APPROVER_ABOVE ? 2 : 1
    if (request.approvals.length >= needed) request.state = 'approved'
  }

  #ended(id: string): void {
    const request = this.#request(id)
    if (request === null) return
    if (['in-batch', 'paid'].includes(request.state)) this.#say(`${id} ended while it was ${request.state}`)
    request.state = 'ended'
  }

  #sentBack(id: string): void {
    const request = this.#request(id)
    if (request === null) return
    if (!['verified', 'approved'].includes(request.state))
      this.#say(`${id} was sent back while it was ${request.state}`)
    Object.assign(request, { state: 'open', verifier: null, account: null, approvals: [] })
  }

  /** Who verified or approved a request before it is in a batch saw other invoices: it is open again. */
  #invoiced(change: () => void): void {
    const counting = () => [...this.requests.keys()].map((id) => JSON.stringify(this.#invoices.counting(id)))
    const before = counting()
    change()
    const after = counting()
    for (const [at, request] of [...this.requests.values()].entries()) {
      if (before[at] === after[at] || !['open', 'verified', 'approved'].includes(request.state)) continue
      Object.assign(request, { state: 'open', verifier: null, account: null, approvals: [] })
    }
  }

  #batched(id: string, { payments }: Said, actor: string): void {
    const written = this.#records.batches.get(id)
    const references = payments.map(({ source, amount }, at) => {
      const reference = written?.payments[at]?.endToEndId ?? `${id} ${at}`
      this.#payments.add(reference, { batch: id, source, amount })
      const approvers =
        source.kind === 'payout'
          ? this.#batchedRequest(source.id, reference, amount)
          : this.#refunds.batch(source.id, amount)
      if (approvers.some((each) => this.#personOf(each) === this.#personOf(actor)))
        this.#say(`${actor} made ${id} of what ${approvers.join(', ')} approved`)
      return reference
    })
    this.#payments.batch(id, references)
    if (written?.payments.length !== payments.length)
      this.#say(`${id} pays other payments than were asked for`)
  }

  #batchedRequest(id: string, reference: string, amount: number): readonly string[] {
    const request = this.#request(id)
    if (request === null) return []
    if (request.state !== 'approved') this.#say(`${reference} pays ${id}, which is ${request.state}`)
    if (request.amount !== amount)
      this.#say(`${reference} pays ${amount} of ${id}, which is ${request.amount}`)
    Object.assign(request, { state: 'in-batch', payment: reference })
    return request.approvals
  }

  #dropped(id: string): void {
    for (const { source } of this.#payments.drop(id)) {
      const request = this.requests.get(source.id)
      if (request !== undefined) Object.assign(request, { state: 'approved', payment: null })
    }
  }

  #answered(id: string, { answers }: Said): void {
    for (const [reference, payment] of this.#payments.rejected(id, answers)) {
      this.#fails(reference, payment)
      if (payment.source.kind === 'refund') this.#refunds.fail(payment.source.id)
    }
  }

  #lineMatched(id: string, parts: readonly Part[]): void {
    this.#lines.set(id, parts)
    const original = originalOf(parts)
    if (original === undefined) {
      for (const part of parts) this.#pays(part, id)
      return
    }
    const taken = this.#lines.get(original) ?? []
    this.#takenBack.set(original, { taker: id, parts: taken })
    this.#lines.delete(original)
    for (const part of taken) this.#returned(part)
  }

  #lineUnmatched(id: string): void {
    const parts = this.#lines.get(id) ?? []
    this.#lines.delete(id)
    const original = originalOf(parts)
    if (original === undefined) {
      for (const part of parts) this.#undone(part)
      return
    }
    const taken = this.#takenBack.get(original)
    if (taken?.taker !== id) this.#say(`${id} did not take ${original} back`)
    this.#takenBack.delete(original)
    if (taken === undefined || taken.parts.length === 0) return
    this.#lines.set(original, taken.parts)
    for (const part of taken.parts) this.#stands(original, part)
  }

  #pays({ target, amount }: Part, line: string): void {
    if (target.kind === 'payout') {
      const request = this.#request(target.requestId ?? '')
      if (request === null) return
      if (request.state !== 'in-batch')
        this.#say(`${line} pays ${target.requestId}, which is ${request.state}`)
      if (request.amount !== amount) this.#say(`${line} pays ${amount} for ${target.requestId}`)
      request.state = 'paid'
      this.#payments.show(request.payment, line)
    }
    if (target.kind === 'refund') {
      this.#refunds.pay(target.obligationId ?? '', amount, line)
      this.#payments.show(this.#refundOf(target, amount), line)
    }
  }

  #undone({ target, amount }: Part): void {
    if (target.kind === 'payout') {
      const request = this.#request(target.requestId ?? '')
      if (request?.state === 'paid') request.state = 'in-batch'
      this.#payments.show(request?.payment ?? null, null)
    }
    if (target.kind === 'refund') {
      this.#refunds.giveBack(target.obligationId ?? '', amount)
      this.#payments.show(this.#refundOf(target, amount), null)
    }
  }

  #returned({ target, amount }: Part): void {
    if (target.kind === 'payout') {
      const reference = this.requests.get(target.requestId ?? '')?.payment ?? ''
      const payment = this.payments.get(reference)
      if (payment !== undefined) this.#fails(reference, payment)
    }
    if (target.kind === 'refund') {
      this.#refunds.giveBack(target.obligationId ?? '', amount)
      const payment = this.payments.get(this.#refundOf(target, amount) ?? '')
      if (payment !== undefined) payment.hasFailed = true
    }
  }

  #stands(line: string, { target, amount }: Part): void {
    if (target.kind === 'payout') {
      const request = this.#request(target.requestId ?? '')
      if (request?.state !== 'verified' || request.approvals.length > 0)
        this.#say(`${line} stands for what moved on`)
      const reference = request?.failures.at(-1) ?? ''
      const payment = this.payments.get(reference)
      if (request === null || payment === undefined) return
      payment.hasFailed = false
      const stood = { approvals: request.approvedBefore, failures: request.failures.slice(0, -1) }
      Object.assign(request, { state: 'paid', payment: reference, ...stood })
    }
    if (target.kind === 'refund') {
      this.#refunds.pay(target.obligationId ?? '', amount, line)
      const payment = this.payments.get(this.#refundOf(target, amount) ?? '')
      if (payment !== undefined) payment.hasFailed = false
    }
  }

  /** Opened again, once: verified still, to be approved anew. */
  #fails(reference: string, payment: Sending): void {
    if (payment.hasFailed) this.#say(`${reference} failed twice`)
    payment.hasFailed = true
    const request = this.requests.get(payment.source.id)
    if (request === undefined) return
    if (request.payment !== reference)
      this.#say(`${reference} failed and is not what pays ${payment.source.id}`)
    const failures = [...request.failures, reference]
    const approvedBefore = request.approvals
    Object.assign(request, { state: 'verified', approvals: [], approvedBefore, payment: null, failures })
  }

  #refundOf({ obligationId }: Part['target'], amount: number): string | null {
    return this.#payments.lastOf(obligationId ?? '', amount)
  }

  #checkInvoices(id: string, { marketplace, amount }: Paying): void {
    if (!INVOICED_EXACTLY.includes(marketplace)) return
    const sum = this.#invoices.counting(id).reduce((total, { gross }) => total + gross, 0)
    if (sum !== amount) this.#say(`${id} over ${amount} went on with invoices over ${sum}`)
  }

  #request(id: string): Paying | null {
    const request = this.requests.get(id)
    if (request === undefined) this.#say(`${id} was decided about and nobody asked for it`)
    return request ?? null
  }

  #say(what: string): void {
    this.complaints.push(what)
  }
}

/** The line that parts take back. */
function originalOf(parts: readonly Part[]): string | undefined {
  return parts.find(({ target }) => target.kind === 'return')?.target.lineId
}
