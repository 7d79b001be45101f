import type { Instant } from '../../../base/ids.ts'
import type { BankLine, MatchPart } from '../records/bank-line.ts'
import { approvedOutsideBatches, batchesOf, refundPaidBy, refundShownBy } from '../records/deposit-ledger.ts'
import type { DepositObligation } from '../records/deposit-obligation.ts'
import type { BatchPayment, PayoutBatch } from '../records/payout-batch.ts'
import type { PayoutRequest } from '../records/payout-request.ts'
import { type Asking, askAll } from './asking.ts'
import { type Actor, type Decision, historyOf } from './decision.ts'
import { paidAgain, unpaid } from './payment-steps.ts'
import { paid, paymentFailed } from './payout-steps.ts'

/** What lines that leave an account pay: requests, and the batches whose payments they show, by id. */
export interface LinePaid {
  readonly requests: ReadonlyMap<string, PayoutRequest>
  readonly batches: ReadonlyMap<string, PayoutBatch>
}

export const NOTHING_PAID: LinePaid = { requests: new Map(), batches: new Map() }

/** Asks for the requests that parts name, and the batches of those and of refunds. */
export function* askLinePaid(
  parts: readonly MatchPart[],
  deposits: ReadonlyMap<string, DepositObligation>,
): Asking<LinePaid> {
  const requests = yield* askAll('payoutRequest', parts.flatMap(requestOf))
  const ofRequests = [...requests.values()].map(
    ({ batchId, failures }) => batchId ?? failures.at(-1)?.batchId ?? null,
  )
  const ofRefunds = [...deposits.values()].flatMap(batchesOf)
  const ids = [...ofRequests, ...ofRefunds].filter((id) => id !== null)
  return { requests, batches: yield* askAll('payoutBatch', ids) }
}

/** The request that a part pays. */
export function requestOf({ target }: MatchPart): string[] {
  return target.kind === 'payout' ? [target.requestId] : []
}

/** The requests and batches that a decision about a line changes, each one version further however often it does. */
export class Payments {
  readonly #requests = new Map<string, PayoutRequest>()
  readonly #batches = new Map<string, PayoutBatch>()
  readonly #before: LinePaid
  readonly #deposits: ReadonlyMap<string, DepositObligation>
  readonly #decision: Decision
  readonly #actor: Actor
  readonly #at: Instant

  constructor(
    before: LinePaid,
    deposits: ReadonlyMap<string, DepositObligation>,
    decision: Decision,
    actor: Actor,
    at: Instant,
  ) {
    this.#before = before
    this.#deposits = deposits
    this.#decision = decision
    this.#actor = actor
    this.#at = at
  }

  /** The line shows that they were paid. */
  post(line: BankLine, parts: readonly MatchPart[]): void {
    for (const part of parts) {
      this.#change(part, (request) => paid(request, this.#actor, this.#at))
      this.#mark(part, null, { paidBy: { lineId: line.id, at: this.#at } })
    }
  }

  /** A person takes that back: they are on their way still. */
  undo(line: BankLine, parts: readonly MatchPart[]): void {
    for (const part of parts) {
      this.#mark(part, line.id, { paidBy: null })
      this.#change(part, (request) => unpaid(request, this.isGivenUp(request.batchId), this.#actor, this.#at))
    }
  }

  /** The bank gave the money of a line back by another. */
  giveBack(original: BankLine, returning: BankLine, parts: readonly MatchPart[], reason: string): void {
    const lineId = returning.id
    for (const part of parts) {
      this.#mark(part, original.id, { failed: { reason, lineId, at: this.#at } })
      this.#change(part, (request) => paymentFailed(request, { reason, lineId }, this.#actor, this.#at))
    }
  }

  /** It did not after all. False where what they pay moved on meanwhile. */
  stand(original: BankLine, returning: BankLine, parts: readonly MatchPart[]): boolean {
    return parts.every((part) => {
      if (!this.#isLeftToPay(part)) return false
      const [id] = requestOf(part)
      const request = id === undefined ? undefined : this.#before.requests.get(id)
      if (
        id !== undefined &&
        (request === undefined || paidAgain(request, returning.id, this.#actor, this.#at) === null)
      ) {
        return false
      }
      this.#change(part, (each) => paidAgain(each, returning.id, this.#actor, this.#at))
      this.#mark(part, original.id, { failed: null })
      return true
    })
  }

  /** Whether a batch was given up before its file was written. */
  isGivenUp(batchId: string | null): boolean {
    return batchId !== null && (this.#before.batches.get(batchId)?.dropped ?? null) !== null
  }

  changed(): { readonly requests: readonly PayoutRequest[]; readonly batches: readonly PayoutBatch[] } {
    return { requests: [...this.#requests.values()], batches: [...this.#batches.values()] }
  }

  /** Whether what came back of a refund is approved still, and in no other batch. */
  #isLeftToPay({ target, amount }: MatchPart): boolean {
    const deposit = target.kind === 'refund' ? this.#deposits.get(target.obligationId) : undefined
    return deposit === undefined || approvedOutsideBatches(deposit) >= amount
  }

  #change(part: MatchPart, step: (request: PayoutRequest) => PayoutRequest | null): void {
    for (const id of requestOf(part)) {
      const before = this.#before.requests.get(id)
      const after = before === undefined ? null : step(before)
      if (after !== null) this.#requests.set(id, after)
    }
  }

  /** Writes down in its batch what became of the payment that a part is; `paidBy` is the line that paid it before. */
  #mark(
    part: MatchPart,
    paidBy: string | null,
    change: Partial<Pick<BatchPayment, 'paidBy' | 'failed'>>,
  ): void {
    const place = this.#placeOf(part, paidBy)
    const batch =
      place === null ? undefined : (this.#batches.get(place.batch) ?? this.#before.batches.get(place.batch))
    if (place === null || batch === undefined) return
    const isFirst = !this.#batches.has(batch.id)
    this.#batches.set(batch.id, {
      ...batch,
      version: isFirst ? batch.version + 1 : batch.version,
      payments: batch.payments.map((each) =>
        each.endToEndId === place.endToEndId ? { ...each, ...change } : each,
      ),
      history: isFirst ? [...batch.history, historyOf(this.#decision, this.#actor, this.#at)] : batch.history,
      updatedAt: this.#at,
    })
  }

  /** The payment of a batch that a part is; null where it was paid in none. */
  #placeOf(
    { target, amount }: MatchPart,
    paidBy: string | null,
  ): { readonly batch: string; readonly endToEndId: string } | null {
    switch (target.kind) {
      case 'payout': {
        const request = this.#before.requests.get(target.requestId)
        if (request === undefined) return null
        const { batchId, endToEndId, failures } = request
        if (batchId !== null && endToEndId !== null) return { batch: batchId, endToEndId }
        const last = failures.at(-1)
        return last === undefined ? null : { batch: last.batchId, endToEndId: last.endToEndId }
      }
      case 'refund': {
        const deposit = this.#deposits.get(target.obligationId)
        if (deposit === undefined) return null
        return paidBy === null ? refundShownBy(deposit, amount) : refundPaidBy(deposit, paidBy)
      }
      case 'deposit':
      case 'other':
      case 'return':
        return null
    }
  }
}
