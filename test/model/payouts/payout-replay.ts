import type { Applied, Part, PayoutRecords } from './payout-records.ts'

/** Above this two people approve: the company's standard. Fen. */
const SECOND_APPROVER_ABOVE = 5_000_000
/** Where what is paid is invoiced to the fen, by the marketplace's own rules. */
const INVOICED_EXACTLY = ['kubesphere']
/** Whole working days between the approval of an account and the first payment to it. */
const HOLD_DAYS = 3
const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000

type State = 'open' | 'verified' | 'approved' | 'in-batch' | 'paid' | 'ended'

/** A request as the decisions about it leave it. */
export interface Paying {
  readonly provider: string
  readonly marketplace: string
  readonly statements: readonly string[]
  readonly amount: number
  state: State
  asker: string
  verifier: string | null
  account: string | null
  approvals: string[]
  payment: string | null
  failures: string[]
}

/** A refund of a deposit as the decisions about it leave it. */
interface Refunding {
  asked: { readonly amount: number; readonly by: string } | null
  approved: number
  approvers: string[]
}

/** A payment of a batch as the decisions about it leave it. */
export interface Sending {
  readonly batch: string
  readonly source: { readonly kind: 'payout' | 'refund'; readonly id: string }
  readonly amount: number
  paidBy: string | null
  hasFailed: boolean
}

interface Invoicing {
  readonly number: string
  readonly payout: string | null
  readonly gross: number
  readonly original: string | null
  withdrawn: boolean
  check: string
}

interface Matched {
  readonly parts: readonly Part[]
}

/**
 * All applied decisions about money that goes out once more, in their order, by the rules as they are written down: two
 * people, each payment once, nothing without its invoice. It shares nothing with the program that kept the record.
 */
export class PayoutReplay {
  readonly complaints: string[] = []
  readonly requests = new Map<string, Paying>()
  readonly payments = new Map<string, Sending>()
  readonly #batches = new Map<
    string,
    { readonly references: string[]; isSent: boolean; isDropped: boolean }
  >()
  readonly #refunds = new Map<string, Refunding>()
  readonly #invoices = new Map<string, Invoicing>()
  readonly #accounts = new Map<
    string,
    { provider: string; by: string; approvedAt: string | null; isOver: boolean }
  >()
  readonly #lines = new Map<string, Matched>()
  readonly #takenBack = new Map<string, { readonly taker: string; readonly parts: readonly Part[] }>()
  readonly #records: PayoutRecords
  readonly #personOf: (account: string) => string

  constructor(records: PayoutRecords, personOf: (account: string) => string, applied: readonly Applied[]) {
    this.#records = records
    this.#personOf = personOf
    const proposed = new Set(
      applied.filter(({ type }) => type === 'provider.propose-bank-account').map(({ recordId }) => recordId),
    )
    // What nobody proposed here was there before, and its hold is long over.
    for (const { id, providerId, proposed: by } of records.accounts.values())
      if (!proposed.has(id))
        this.#accounts.set(id, {
          provider: providerId,
          by: by.by,
          approvedAt: '2026-01-01T00:00:00.000Z',
          isOver: false,
        })
    for (const each of applied) this.#apply(each)
  }

  #apply(decision: Applied): void {
    const { type, recordId: id, actor } = decision
    const said = JSON.parse(decision.arguments) as Record<string, unknown>
    switch (type) {
      case 'payout.request':
        this.#requested(id, said as { providerId: string; months: string[] }, actor)
        return
      case 'payout.verify':
        this.#verified(id, decision)
        return
      case 'payout.approve':
        this.#approved(id, said as { amount: number }, decision)
        return
      case 'payout.reject':
      case 'payout.cancel':
        this.#ended(id)
        return
      case 'provider.propose-bank-account':
        this.#accounts.set(id, {
          provider: said.providerId as string,
          by: actor,
          approvedAt: null,
          isOver: false,
        })
        return
      case 'provider.approve-bank-account':
        this.#accountApproved(id, decision)
        return
      case 'provider.refuse-bank-account':
        this.#accounts.delete(id)
        return
      case 'deposit.request-refund':
        this.#refund(id).asked = { amount: said.amount as number, by: actor }
        return
      case 'deposit.approve-refund':
        this.#refundApproved(id, said as { amount: number }, actor)
        return
      case 'deposit.decline-refund':
        this.#refundDeclined(id)
        return
      case 'invoice.record':
      case 'invoice.withdraw':
      case 'invoice.verify-result':
        this.#invoiced(id, type, said)
        return
      case 'payout.batch':
        this.#batched(id, said as unknown as BatchSaid, decision)
        return
      case 'payout.export-batch':
        return
      case 'payout.mark-sent':
        this.#sent(id)
        return
      case 'payout.drop-batch':
        this.#dropped(id)
        return
      case 'payout.record-answer':
        this.#answered(id, said as unknown as AnswerSaid)
        return
      case 'deposit.match':
        this.#lineMatched(id, (said as unknown as { parts: Part[] }).parts)
        return
      case 'deposit.unmatch':
        this.#lineUnmatched(id)
        return
    }
  }

  #requested(
    id: string,
    { providerId, months }: { providerId: string; months: string[] },
    asker: string,
  ): void {
    const statements = [...this.#records.statements.values()].filter(
      (each) => each.providerId === providerId && months.includes(each.month) && each.status === 'committed',
    )
    for (const [other, { statements: theirs, state }] of this.requests)
      if (state !== 'ended' && statements.some((each) => theirs.includes(each.id)))
        this.#say(`${id} asks for a month that ${other} asks for`)
    this.requests.set(id, {
      ...{ provider: providerId, marketplace: statements[0]?.marketplace ?? '' },
      statements: statements.map((each) => each.id),
      amount: statements.reduce((sum, { totals }) => sum + totals.net, 0),
      ...{ state: 'open', asker, verifier: null, account: null, approvals: [], payment: null, failures: [] },
    })
  }

  #verified(id: string, { actor, at }: Applied): void {
    const request = this.#request(id)
    if (request === null) return
    if (request.state !== 'open') this.#say(`${id} was verified while it was ${request.state}`)
    this.#checkInvoices(id, request)
    request.account = this.#accountOf(request.provider)
    this.#checkAccount(id, request, at)
    Object.assign(request, { state: 'verified', verifier: actor, approvals: [] })
  }

  #approved(id: string, { amount }: { amount: number }, { actor, at }: Applied): void {
    const request = this.#request(id)
    if (request === null) return
    if (request.state !== 'verified') this.#say(`${id} was approved while it was ${request.state}`)
    if (amount !== request.amount) this.#say(`${actor} saw ${amount} of ${id}, which is ${request.amount}`)
    const hands = [request.asker, request.verifier ?? 'nobody', ...request.approvals]
    if (hands.some((hand) => this.#personOf(hand) === this.#personOf(actor)))
      this.#say(`${actor} approved ${id}, in which ${hands.join(', ')} had a hand`)
    this.#checkInvoices(id, request)
    this.#checkAccount(id, request, at)
    request.approvals.push(actor)
    const needed = request.amount > SECOND_APPROVER_ABOVE ? 2 : 1
    if (request.approvals.length >= needed) request.state = 'approved'
  }

  #ended(id: string): void {
    const request = this.#request(id)
    if (request === null) return
    if (request.state === 'in-batch' || request.state === 'paid')
      this.#say(`${id} ended while it was ${request.state}`)
    request.state = 'ended'
  }

  #accountApproved(id: string, { actor, at }: Applied): void {
    const account = this.#accounts.get(id)
    if (account === undefined) {
      this.#say(`account ${id} was approved and not proposed`)
      return
    }
    if (this.#personOf(account.by) === this.#personOf(actor))
      this.#say(`${actor} approved its own account ${id}`)
    for (const each of this.#accounts.values())
      if (each.provider === account.provider && each.approvedAt !== null) each.isOver = true
    account.approvedAt = at
  }

  #refundApproved(id: string, { amount }: { amount: number }, actor: string): void {
    const refund = this.#refund(id)
    const { asked } = refund
    if (asked === null || asked.amount !== amount)
      this.#say(`a refund of ${amount} of ${id} was not asked for`)
    if (asked !== null && this.#personOf(asked.by) === this.#personOf(actor))
      this.#say(`${actor} approved the refund of ${id} that ${asked.by} asked for`)
    refund.approved += amount
    refund.approvers.push(actor)
    refund.asked = null
  }

  #refundDeclined(id: string): void {
    const refund = this.#refund(id)
    if (refund.asked === null) Object.assign(refund, { approved: 0, approvers: [] })
    refund.asked = null
  }

  #invoiced(id: string, type: string, said: Record<string, unknown>): void {
    const before = new Map([...this.requests.keys()].map((request) => [request, this.#countingFor(request)]))
    const invoice = this.#invoices.get(id)
    if (type === 'invoice.withdraw' && invoice !== undefined) invoice.withdrawn = true
    if (type === 'invoice.verify-result' && invoice !== undefined) invoice.check = said.result as string
    if (type === 'invoice.record') {
      const { number, payoutId, gross, redLetter } = said as {
        number: string
        payoutId: string | null
        gross: number
        redLetter: { original: string | null } | null
      }
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
    for (const [request, paying] of this.requests) {
      const isEarly = ['open', 'verified', 'approved'].includes(paying.state)
      if (isEarly && this.#countingFor(request) !== before.get(request))
        Object.assign(paying, { state: 'open', verifier: null, account: null, approvals: [] })
    }
  }

  #batched(id: string, { payments, accountId }: BatchSaid, { actor }: Applied): void {
    const references: string[] = []
    const written = this.#records.batches.get(id)
    for (const [at, { source, amount }] of payments.entries()) {
      const reference = written?.payments[at]?.endToEndId ?? `${id} ${at}`
      if (this.payments.has(reference)) this.#say(`${reference} names two payments`)
      for (const [other, each] of this.payments)
        if (each.source.id === source.id && this.#isLive(each))
          this.#say(`${source.id} is in ${reference} and in ${other}`)
      const approvers =
        source.kind === 'payout'
          ? this.#batchedRequest(source.id, reference, amount)
          : this.#batchedRefund(source.id, amount)
      if (approvers.some((each) => this.#personOf(each) === this.#personOf(actor)))
        this.#say(`${actor} made ${id} of what ${approvers.join(', ')} approved`)
      this.payments.set(reference, { batch: id, source, amount, paidBy: null, hasFailed: false })
      references.push(reference)
    }
    if (written?.payments.length !== payments.length)
      this.#say(`${id} pays other payments than were asked for`)
    if (accountId === '') this.#say(`${id} is paid from nowhere`)
    this.#batches.set(id, { references, isSent: false, isDropped: false })
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

  #batchedRefund(id: string, amount: number): readonly string[] {
    const refund = this.#refund(id)
    if (refund.approved !== amount)
      this.#say(`${amount} of deposit ${id} go out, ${refund.approved} are approved`)
    return refund.approvers
  }

  #sent(id: string): void {
    const batch = this.#batches.get(id)
    if (batch === undefined || batch.isSent || batch.isDropped) this.#say(`${id} was sent and may not be`)
    if (batch !== undefined) batch.isSent = true
  }

  #dropped(id: string): void {
    const batch = this.#batches.get(id)
    if (batch === undefined || batch.isSent || batch.isDropped) {
      this.#say(`${id} was given up and may not be`)
      return
    }
    batch.isDropped = true
    for (const reference of batch.references) {
      const request = this.requests.get(this.payments.get(reference)?.source.id ?? '')
      if (request !== undefined) Object.assign(request, { state: 'approved', payment: null })
    }
  }

  #answered(id: string, { answers }: AnswerSaid): void {
    const batch = this.#batches.get(id)
    if (batch?.isSent !== true) this.#say(`${id} was answered and never sent`)
    for (const { endToEndId, status } of answers) {
      const payment = this.payments.get(endToEndId)
      if (payment?.batch !== id) this.#say(`${endToEndId} was answered and is not in ${id}`)
      if (payment === undefined || status !== 'rejected' || payment.paidBy !== null || payment.hasFailed)
        continue
      this.#fails(endToEndId, payment)
      // Its payee was frozen into what was asked for.
      if (payment.source.kind === 'refund')
        Object.assign(this.#refund(payment.source.id), { approved: 0, approvers: [], asked: null })
    }
  }

  #lineMatched(id: string, parts: readonly Part[]): void {
    this.#lines.set(id, { parts })
    const original = parts.find(({ target }) => target.kind === 'return')?.target.lineId
    if (original === undefined) {
      this.#post(id, parts)
      return
    }
    const taken = this.#lines.get(original)?.parts ?? []
    this.#takenBack.set(original, { taker: id, parts: taken })
    this.#lines.delete(original)
    for (const part of taken) this.#returned(part)
  }

  #lineUnmatched(id: string): void {
    const parts = this.#lines.get(id)?.parts ?? []
    this.#lines.delete(id)
    const original = parts.find(({ target }) => target.kind === 'return')?.target.lineId
    for (const part of parts) this.#undone(part)
    if (original === undefined) return
    const taken = this.#takenBack.get(original)
    if (taken === undefined || taken.taker !== id) {
      this.#say(`${id} did not take ${original} back`)
      return
    }
    this.#takenBack.delete(original)
    if (taken.parts.length > 0) this.#lines.set(original, { parts: taken.parts })
    for (const part of taken.parts) this.#stands(original, part)
  }

  #post(line: string, parts: readonly Part[]): void {
    for (const { target, amount } of parts) {
      if (target.kind === 'payout') {
        const request = this.#request(target.requestId ?? '')
        if (request === null) continue
        if (request.state !== 'in-batch')
          this.#say(`${line} pays ${target.requestId}, which is ${request.state}`)
        if (request.amount !== amount) this.#say(`${line} pays ${amount} for ${target.requestId}`)
        request.state = 'paid'
        this.#pays(request.payment, line)
      }
      if (target.kind === 'refund') {
        const refund = this.#refund(target.obligationId ?? '')
        refund.approved -= amount
        if (refund.approved < 0) this.#say(`${line} pays more of ${target.obligationId} than is approved`)
        this.#pays(this.#lastRefund(target.obligationId, amount), line)
      }
    }
  }

  #undone({ target, amount }: Part): void {
    if (target.kind === 'payout') {
      const request = this.#request(target.requestId ?? '')
      if (request?.state === 'paid') request.state = 'in-batch'
      this.#pays(request?.payment ?? null, null)
    }
    if (target.kind === 'refund') {
      this.#refund(target.obligationId ?? '').approved += amount
      this.#pays(this.#lastRefund(target.obligationId, amount), null)
    }
  }

  #returned({ target, amount }: Part): void {
    if (target.kind === 'payout') {
      const reference = this.requests.get(target.requestId ?? '')?.payment ?? ''
      const payment = this.payments.get(reference)
      if (payment !== undefined) this.#fails(reference, payment)
    }
    if (target.kind === 'refund') {
      this.#refund(target.obligationId ?? '').approved += amount
      const payment = this.payments.get(this.#lastRefund(target.obligationId, amount) ?? '')
      if (payment !== undefined) payment.hasFailed = true
    }
  }

  #stands(line: string, { target, amount }: Part): void {
    if (target.kind === 'payout') {
      const request = this.#request(target.requestId ?? '')
      if (request?.state !== 'verified' || request.approvals.length > 0)
        this.#say(`${line} stands for what moved on`)
      const reference = request?.failures.pop()
      const payment = this.payments.get(reference ?? '')
      if (request === null || payment === undefined) return
      payment.hasFailed = false
      Object.assign(request, { state: 'paid', payment: reference })
    }
    if (target.kind === 'refund') {
      const refund = this.#refund(target.obligationId ?? '')
      refund.approved -= amount
      if (refund.approved < 0)
        this.#say(`${line} stands for a refund of ${target.obligationId} that is not approved`)
      const payment = this.payments.get(this.#lastRefund(target.obligationId, amount) ?? '')
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
    request.failures.push(reference)
    Object.assign(request, { state: 'verified', approvals: [], payment: null })
  }

  #pays(reference: string | null, line: string | null): void {
    const payment = this.payments.get(reference ?? '')
    if (payment === undefined) return
    if (line !== null && payment.paidBy !== null)
      this.#say(`${reference} was paid by ${payment.paidBy} and by ${line}`)
    payment.paidBy = line
  }

  #lastRefund(id: string | undefined, amount: number): string | null {
    const own = [...this.payments].filter(
      ([, { source, batch }]) => source.id === id && !this.#isDropped(batch),
    )
    const [reference, payment] = own.at(-1) ?? []
    return payment?.amount === amount ? (reference ?? null) : null
  }

  #isDropped(batch: string): boolean {
    return this.#batches.get(batch)?.isDropped ?? false
  }

  /** On its way still: it was not given up, did not fail and was not shown to be paid. */
  #isLive({ batch, hasFailed, paidBy, source }: Sending): boolean {
    return !hasFailed && !this.#isDropped(batch) && (source.kind === 'payout' || paidBy === null)
  }

  #checkInvoices(id: string, request: Paying): void {
    if (!INVOICED_EXACTLY.includes(request.marketplace)) return
    const sum = this.#counting(id).reduce((total, { gross }) => total + gross, 0)
    if (sum !== request.amount) this.#say(`${id} over ${request.amount} went on with invoices over ${sum}`)
  }

  #countingFor(id: string): string {
    return JSON.stringify(this.#counting(id))
  }

  /** What invoices still count for a request: not withdrawn, not doubted, less their red letters. */
  #counting(id: string): { readonly number: string; readonly gross: number }[] {
    const all = [...this.#invoices.values()].filter(({ withdrawn }) => !withdrawn)
    return all
      .filter(({ payout, original, check }) => payout === id && original === null && check === 'consistent')
      .map(({ number, gross }) => {
        const red = all.filter(({ original }) => original === number)
        return {
          number,
          gross: Math.max(
            0,
            red.reduce((left, each) => left + each.gross, gross),
          ),
        }
      })
      .filter(({ gross }) => gross > 0)
  }

  #accountOf(provider: string): string | null {
    const [found] = [...this.#accounts].find(
      ([, each]) => each.provider === provider && each.approvedAt !== null && !each.isOver,
    ) ?? [null]
    return found
  }

  /** To the account that holds, and was approved so many whole working days before. */
  #checkAccount(id: string, request: Paying, at: string): void {
    const inForce = this.#accountOf(request.provider)
    if (inForce === null || inForce !== request.account) {
      this.#say(`${id} goes to an account that does not hold`)
      return
    }
    const { approvedAt } = this.#accounts.get(inForce) ?? { approvedAt: null }
    if (approvedAt === null || workingDaysBetween(approvedAt, at) < HOLD_DAYS)
      this.#say(`${id} at ${at} goes to an account approved at ${approvedAt}`)
  }

  #request(id: string): Paying | null {
    const request = this.requests.get(id)
    if (request === undefined) this.#say(`${id} was decided about and nobody asked for it`)
    return request ?? null
  }

  #refund(id: string): Refunding {
    const refund = this.#refunds.get(id) ?? { asked: null, approved: 0, approvers: [] }
    this.#refunds.set(id, refund)
    return refund
  }

  #say(what: string): void {
    this.complaints.push(what)
  }
}

interface BatchSaid {
  readonly accountId: string
  readonly payments: readonly {
    readonly source: { readonly kind: 'payout' | 'refund'; readonly id: string }
    readonly amount: number
  }[]
}

interface AnswerSaid {
  readonly answers: readonly { readonly endToEndId: string; readonly status: string | null }[]
}

/** Days from Monday to Friday after the day of one instant and before that of another; March 2026 has no holidays. */
function workingDaysBetween(from: string, to: string): number {
  const day = (instant: string) => Math.floor((Date.parse(instant) + SHANGHAI_MS) / DAY_MS)
  const days = Array.from({ length: Math.max(0, day(to) - day(from) - 1) }, (_, at) => day(from) + 1 + at)
  return days.filter((each) => ![0, 6].includes(new Date(each * DAY_MS).getUTCDay())).length
}
