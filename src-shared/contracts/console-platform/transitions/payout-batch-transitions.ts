import type { Instant } from '../../../base/ids.ts'
import { shanghaiDate } from '../../../calendar/shanghai.ts'
import type { CommandAbout, CommandArguments } from '../commands.ts'
import type { BankAccount } from '../records/bank-account.ts'
import { batchedRefund, refundHold, refundProgress } from '../records/deposit-ledger.ts'
import type { DepositObligation } from '../records/deposit-obligation.ts'
import {
  type BatchPayment,
  batchNumber,
  type PaymentSource,
  type PayoutBatch,
  type PayoutBatchStatus,
  payoutBatchStatus,
} from '../records/payout-batch.ts'
import type { PayoutRequest } from '../records/payout-request.ts'
import { refundPayee } from '../refund-routes.ts'
import { type Asking, ask, askAll } from './asking.ts'
import { type Actor, type DecisionAbout, historyOf } from './decision.ts'
import { type Changed, failedPayment, giveBack, intoBatch } from './payment-steps.ts'

export type BatchDecision = DecisionAbout<'payoutBatch'>
type BatchCommand = CommandAbout<'payoutBatch'>

/** Why a batch cannot be decided about in this way. */
export type BatchTrouble =
  | 'wrong-state'
  | 'unknown-record'
  | 'same-person'
  | 'bad-arguments'
  | 'other-marketplace'
  | 'payment-not-payable'
  | 'file-differs'

const FROM: Readonly<Record<BatchCommand, readonly PayoutBatchStatus[]>> = {
  'payout.batch': [],
  'payout.export-batch': ['draft', 'exported'],
  'payout.mark-sent': ['exported'],
  'payout.drop-batch': ['draft', 'exported'],
  // A bank answers more than once; after the lines have shown all of it there is nothing left to say.
  'payout.record-answer': ['sent', 'part', 'accepted'],
}

/** Whether a batch is in a state for a decision, whoever decides. */
export function payoutBatchAllows(batch: PayoutBatch, type: BatchCommand): boolean {
  if (!FROM[type].includes(payoutBatchStatus(batch))) return false
  // What a line shows of a batch whose file is out the bank has, whatever was written down of it.
  return type !== 'payout.drop-batch' || batch.file === null || batch.payments.every(isUntouched)
}

/** Payments that lines show paid, or that failed, though no file of the batch was ever written: none is written any more. */
export function paidWithoutFile({
  file,
  payments,
}: Pick<PayoutBatch, 'file' | 'payments'>): readonly BatchPayment[] {
  return file === null ? payments.filter((payment) => !isUntouched(payment)) : []
}

function isUntouched({ paidBy, failed }: BatchPayment): boolean {
  return paidBy === null && failed === null
}

/** What a decision about a batch looks at: our account, and what its payments pay, by id. */
export interface BatchSurroundings {
  readonly account: BankAccount | null
  readonly requests: ReadonlyMap<string, PayoutRequest>
  readonly deposits: ReadonlyMap<string, DepositObligation>
}

export function* batchSurroundings(
  before: PayoutBatch | null,
  decision: BatchDecision,
): Asking<BatchSurroundings> {
  const isNew = decision.type === 'payout.batch'
  const payments = isNew ? decision.arguments.payments : (before?.payments ?? [])
  const accountId = isNew ? decision.arguments.accountId : before?.accountId
  const idsOf = (kind: PaymentSource['kind']) =>
    payments.flatMap(({ source }) => (source.kind === kind ? [source.id] : []))
  return {
    account: accountId === undefined ? null : yield* ask('bankAccount', accountId),
    requests: yield* askAll('payoutRequest', idsOf('payout')),
    deposits: yield* askAll('depositObligation', idsOf('refund')),
  }
}

/** All records as a decision leaves them, each one version further. */
export interface DecidedBatch {
  readonly batch: PayoutBatch
  readonly requests: readonly PayoutRequest[]
  readonly deposits: readonly DepositObligation[]
}

/** A batch after a decision, with what that does to what it pays; or why it cannot be. Pure. */
export function decidePayoutBatch(
  before: PayoutBatch | null,
  id: string,
  around: BatchSurroundings,
  decision: BatchDecision,
  actor: Actor,
  at: Instant,
): DecidedBatch | BatchTrouble {
  const said = { at, by: actor.id, byName: actor.name }
  const step = { history: [...(before?.history ?? []), historyOf(decision, actor, at)], updatedAt: at }
  if (decision.type === 'payout.batch') {
    return before === null ? made(id, around, decision.arguments, actor, at, step) : 'wrong-state'
  }
  if (before === null || !payoutBatchAllows(before, decision.type)) return 'wrong-state'
  const next = { ...before, ...step, version: before.version + 1 }
  const alone = (batch: PayoutBatch): DecidedBatch => ({ batch, requests: [], deposits: [] })
  switch (decision.type) {
    case 'payout.export-batch': {
      const { hash } = decision.arguments
      // The file would pay it once more.
      if (paidWithoutFile(before).length > 0) return 'payment-not-payable'
      if (before.file !== null && before.file.hash !== hash) return 'file-differs'
      return alone({ ...next, file: before.file ?? { hash, ...said } })
    }
    case 'payout.mark-sent':
      return before.file?.hash === decision.arguments.hash ? alone({ ...next, sent: said }) : 'file-differs'
    case 'payout.drop-batch': {
      const { reason } = decision.arguments
      const freed = before.payments.map((payment) => giveBack(before, payment, around, reason, actor, at))
      return { batch: { ...next, dropped: { reason, ...said } }, ...changedBy(freed) }
    }
    case 'payout.record-answer':
      return answered(before, next, around, decision.arguments, actor, at)
  }
}

/** A batch of what is approved: each payment of the amount that was seen, none twice, none by who approved it. */
function made(
  id: string,
  around: BatchSurroundings,
  { accountId, executeOn, format, payments: asked }: CommandArguments<'payout.batch'>,
  actor: Actor,
  at: Instant,
  step: Pick<PayoutBatch, 'history' | 'updatedAt'>,
): DecidedBatch | BatchTrouble {
  const { account } = around
  if (account === null) return 'unknown-record'
  const today = shanghaiDate(at)
  if (executeOn < today || account.currency !== 'CNY') return 'bad-arguments'
  if (new Set(asked.map(({ source }) => `${source.kind} ${source.id}`)).size < asked.length)
    return 'bad-arguments'
  const { marketplace } = account
  const number = batchNumber(id, today)
  const payments: BatchPayment[] = []
  const changes: Changed[] = []
  for (const [index, { source, amount }] of asked.entries()) {
    const payable = payableFor(source, around)
    if (payable === null || payable.amount !== amount) return 'payment-not-payable'
    if (payable.marketplace !== marketplace) return 'other-marketplace'
    if (payable.approvedBy.includes(actor.id)) return 'same-person'
    const { marketplace: _m, approvedBy: _a, ...paying } = payable
    const payment: BatchPayment = {
      ...{ endToEndId: `${number}-${index + 1}`, source, ...paying },
      ...{ answer: null, paidBy: null, failed: null },
    }
    const changed = intoBatch(id, payment, around, actor, at)
    if (changed === null) return 'payment-not-payable'
    payments.push(payment)
    changes.push(changed)
  }
  const batch: PayoutBatch = {
    ...{ id, version: 1, marketplace, number, createdAt: at },
    made: { at, by: actor.id, byName: actor.name },
    accountId,
    payer: { name: account.holder, account: account.number, bank: account.bank },
    ...{ executeOn, format, payments, file: null, sent: null, answers: [], dropped: null },
    ...step,
  }
  return { batch, ...changedBy(changes) }
}

/** What may go into a batch: whom it pays what, and who approved it. */
export interface Payable
  extends Pick<BatchPayment, 'providerId' | 'providerName' | 'payee' | 'amount' | 'purpose'> {
  readonly marketplace: string
  /** Ids of accounts of people; none of them makes the batch. */
  readonly approvedBy: readonly string[]
}

function payableFor(source: PaymentSource, { requests, deposits }: BatchSurroundings): Payable | null {
  switch (source.kind) {
    case 'payout': {
      const request = requests.get(source.id)
      return request === undefined ? null : payableRequest(request)
    }
    case 'refund': {
      const deposit = deposits.get(source.id)
      return deposit === undefined ? null : payableRefund(deposit)
    }
  }
}

/** What an approved request pays; null where it is not approved, or in a batch. */
export function payableRequest(request: PayoutRequest): Payable | null {
  const { account, status, marketplace, providerId, providerName, amount, months, approvals } = request
  if (status !== 'approved' || account === null) return null
  const span = [...new Set([months[0]?.month, months.at(-1)?.month])].join('至')
  return {
    ...{ marketplace, providerId, providerName, amount },
    payee: {
      name: account.accountName,
      account: account.accountNumber,
      bank: account.bankName,
      bankCode: account.bankCode || null,
    },
    purpose: `${span}结算付款`,
    approvedBy: approvals.map(({ by }) => by),
  }
}

/** What an approved refund of a deposit pays; null where none is approved, it is on hold, for several, or in a batch. */
export function payableRefund(deposit: DepositObligation): Payable | null {
  const { marketplace, providerId, providerName, entries } = deposit
  const { approved: amount } = refundProgress(deposit)
  const payee = refundPayee(deposit)
  if (amount <= 0 || payee === null || refundHold(deposit) !== null) return null
  if (batchedRefund(deposit) !== null) return null
  return {
    ...{ marketplace, providerId, providerName, amount },
    payee: {
      name: payee.name,
      account: payee.account,
      bank: payee.route === 'elsewhere' ? payee.bank : null,
      bankCode: null,
    },
    purpose: '保证金退还',
    approvedBy: entries.flatMap((entry) => (entry.kind === 'refund-approval' ? [entry.by] : [])),
  }
}

/** A batch with what the bank says of each payment. What it rejects is opened again, once, whatever it says later. */
function answered(
  before: PayoutBatch,
  next: PayoutBatch,
  around: BatchSurroundings,
  { fileHash, fileName, answers }: CommandArguments<'payout.record-answer'>,
  actor: Actor,
  at: Instant,
): DecidedBatch | BatchTrouble {
  const byReference = new Map(answers.map(({ endToEndId, ...said }) => [endToEndId, said]))
  const known = new Set(before.payments.map(({ endToEndId }) => endToEndId))
  if (byReference.size < answers.length || ![...byReference.keys()].every((each) => known.has(each))) {
    return 'bad-arguments'
  }
  const changes: (Changed | null)[] = []
  const payments = before.payments.map((payment): BatchPayment => {
    const answer = byReference.get(payment.endToEndId)
    if (answer === undefined || payment.failed !== null) return payment
    // A line of the statement shows more than an answer says.
    if (answer.status !== 'rejected' || payment.paidBy !== null) return { ...payment, answer }
    const reason = [answer.said, answer.reason].filter((part) => part !== '').join(' ') || answer.status
    changes.push(failedPayment(before, payment, around, { reason, lineId: null }, actor, at))
    return { ...payment, answer, failed: { reason, lineId: null, at } }
  })
  const answer = { fileHash, fileName, at, by: actor.id, byName: actor.name }
  return { batch: { ...next, payments, answers: [...before.answers, answer] }, ...changedBy(changes) }
}

function changedBy(changes: readonly (Changed | null)[]): Pick<DecidedBatch, 'requests' | 'deposits'> {
  return {
    requests: changes.flatMap((each) => (each?.kind === 'request' ? [each.after] : [])),
    deposits: changes.flatMap((each) => (each?.kind === 'deposit' ? [each.after] : [])),
  }
}
