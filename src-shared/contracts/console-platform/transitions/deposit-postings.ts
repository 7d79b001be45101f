import type { Instant } from '../../../base/ids.ts'
import type { BankLine, MatchPart } from '../records/bank-line.ts'
import { type BatchedRefund, liveReceipts, refundPaidBy } from '../records/deposit-ledger.ts'
import type { DepositEntry, DepositObligation } from '../records/deposit-obligation.ts'
import { type Actor, type Decision, historyOf } from './decision.ts'

/** The deposits a decision posts on, each one version further however many postings it gets. */
export class Ledgers {
  readonly #before: ReadonlyMap<string, DepositObligation>
  readonly #entries = new Map<string, DepositEntry[]>()
  readonly #decision: Decision
  readonly #actor: Actor
  readonly #at: Instant

  constructor(before: ReadonlyMap<string, DepositObligation>, decision: Decision, actor: Actor, at: Instant) {
    this.#before = before
    this.#decision = decision
    this.#actor = actor
    this.#at = at
  }

  post(line: BankLine, parts: readonly MatchPart[], note: string): void {
    for (const { target, amount } of parts) {
      if (target.kind === 'deposit')
        this.#add(target.obligationId, matched(line, amount, note, this.#posted()))
      if (target.kind === 'refund') {
        this.#add(target.obligationId, {
          kind: 'refund',
          amount: -amount,
          line: line.id,
          note,
          ...this.#posted(),
        })
      }
    }
  }

  /** What came back did not after all: a refund is in its batch again, and paid. */
  stand(line: BankLine, parts: readonly MatchPart[], note: string): void {
    for (const { target } of parts) {
      const batched = target.kind === 'refund' ? this.#paidBy(target.obligationId, line) : null
      if (target.kind === 'refund' && batched !== null) {
        const { batch, endToEndId, paying } = batched
        this.#add(target.obligationId, {
          ...{ kind: 'refund-in-batch', amount: 0, batch, endToEndId, paying },
          ...this.#posted(),
        })
      }
    }
    this.post(line, parts, note)
  }

  /** `leaves` says whether a refund is in its batch no more: the bank gave the money back, or the batch was given up. */
  takeBack(
    line: BankLine,
    parts: readonly MatchPart[],
    reason: string,
    leaves: (batchId: string) => boolean,
  ): void {
    for (const { target, amount } of parts) {
      const common = { line: line.id, reason, ...this.#posted() }
      if (target.kind === 'deposit') {
        this.#voidReceipt(target.obligationId, line)
        this.#add(target.obligationId, { kind: 'unmatch', amount: -amount, ...common })
      }
      if (target.kind === 'refund') {
        this.#add(target.obligationId, { kind: 'refund-returned', amount, ...common })
        this.#leaveBatch(target.obligationId, line, reason, leaves)
      }
    }
  }

  changed(): DepositObligation[] {
    return [...this.#entries].flatMap(([id, entries]) => {
      const before = this.#before.get(id)
      return before === undefined
        ? []
        : [withPostings(before, entries, this.#decision, this.#actor, this.#at)]
    })
  }

  /** A refund that a batch paid and that came back waits for another. */
  #leaveBatch(id: string, line: BankLine, reason: string, leaves: (batchId: string) => boolean): void {
    const batched = this.#paidBy(id, line)
    if (batched === null || !leaves(batched.batch)) return
    this.#add(id, {
      ...{ kind: 'refund-out-of-batch', amount: 0, batch: batched.batch, reason },
      ...this.#posted(),
    })
  }

  #paidBy(id: string, line: BankLine): BatchedRefund | null {
    const deposit = this.#before.get(id)
    return deposit === undefined ? null : refundPaidBy(deposit, line.id)
  }

  #voidReceipt(id: string, line: BankLine): void {
    const obligation = this.#before.get(id)
    const receipt = obligation && liveReceipts(obligation).find(({ lines }) => lines.includes(line.id))
    if (receipt === undefined) return
    this.#add(id, {
      kind: 'receipt-void',
      amount: 0,
      number: receipt.number,
      line: line.id,
      ...this.#posted(),
    })
  }

  #add(id: string, entry: DepositEntry): void {
    this.#entries.set(id, [...(this.#entries.get(id) ?? []), entry])
  }

  #posted() {
    return { at: this.#at, by: this.#actor.id, byName: this.#actor.name }
  }
}

/** The posting of money that a line brought for a deposit. */
export function matched(
  line: Pick<BankLine, 'id'>,
  amount: number,
  note: string,
  posted: Pick<DepositEntry, 'at' | 'by' | 'byName'>,
): DepositEntry {
  return { kind: 'match', amount, line: line.id, note, ...posted }
}

/** A deposit with further postings, one version further. */
export function withPostings(
  before: DepositObligation,
  entries: readonly DepositEntry[],
  decision: Decision,
  actor: Actor,
  at: Instant,
): DepositObligation {
  return {
    ...before,
    version: before.version + 1,
    entries: [...before.entries, ...entries],
    history: [...before.history, historyOf(decision, actor, at)],
    updatedAt: at,
  }
}
