import type { Applied, Batch, Payment, PayoutRecords, Request } from './payout-records.ts'
import { PayoutReplay } from './payout-replay.ts'
import type { BankPayment } from './simulated-bank.ts'

/** The states in which a request may lie on record, by what the decisions come to. */
const ON_RECORD: Readonly<Record<string, readonly string[]>> = {
  open: ['requested', 'invoice_pending', 'invoice_received'],
  verified: ['verified', 'approved_once'],
  approved: ['approved'],
  'in-batch': ['in_batch'],
  paid: ['paid'],
  ended: ['rejected', 'cancelled'],
}

/**
 * What is wrong with money that went out: decisions that should have been refused, records that are not what the
 * decisions come to, and what the bank did that nobody decided. `paid`: all that banks were asked for.
 */
export function payoutComplaints(
  records: PayoutRecords,
  applied: readonly Applied[],
  paid: readonly BankPayment[],
  personOf: (account: string) => string,
): string[] {
  const replay = new PayoutReplay(records, personOf, applied)
  return [
    ...replay.complaints,
    ...requestComplaints(records, replay),
    ...paymentComplaints(records, replay),
    ...bankComplaints(records, paid),
    ...twiceComplaints(records, paid),
    ...invoiceComplaints(records),
  ]
}

/** Requests are what the decisions about them come to. */
function requestComplaints({ requests }: PayoutRecords, replay: PayoutReplay): string[] {
  const complaints: string[] = []
  for (const id of requests.keys())
    if (!replay.requests.has(id)) complaints.push(`nobody asked for request ${id}`)
  for (const [id, paying] of replay.requests) {
    const request = requests.get(id)
    if (request === undefined) {
      complaints.push(`request ${id} is not on record`)
      continue
    }
    if (ON_RECORD[paying.state]?.includes(request.status) !== true)
      complaints.push(`request ${id} is ${request.status}, decisions leave it ${paying.state}`)
    if (request.amount !== paying.amount || sumOf(request) !== paying.amount)
      complaints.push(`request ${id} is ${request.amount}, its months come to ${paying.amount}`)
    const pairs = [
      ['approved by', request.approvals.map(({ by }) => by), paying.approvals],
      ['paid by', request.endToEndId, paying.payment],
      ['failed', request.failures.map(({ endToEndId }) => endToEndId), paying.failures],
      [
        'paid to',
        paying.verifier === null ? null : (request.account?.id ?? null),
        paying.verifier === null ? null : paying.account,
      ],
    ] as const
    for (const [what, said, expected] of pairs)
      if (paying.state !== 'ended' && JSON.stringify(said) !== JSON.stringify(expected))
        complaints.push(`request ${id}: ${what} ${JSON.stringify(said)} and not ${JSON.stringify(expected)}`)
  }
  return complaints
}

function sumOf({ months }: Request): number {
  return months.reduce((sum, { net }) => sum + net, 0)
}

/** Payments of batches are what decisions about lines and answers come to. */
function paymentComplaints({ batches }: PayoutRecords, replay: PayoutReplay): string[] {
  const complaints: string[] = []
  for (const [reference, { payment }] of paymentsOf(batches)) {
    const expected = replay.payments.get(reference)
    if (expected === undefined) {
      complaints.push(`payment ${reference} was never asked for`)
      continue
    }
    if (expected.amount !== payment.amount || expected.source.id !== payment.source.id)
      complaints.push(`payment ${reference} is not what was asked for`)
    if (!expected.hasFailed && (payment.paidBy?.lineId ?? null) !== expected.paidBy)
      complaints.push(
        `payment ${reference} is paid by ${payment.paidBy?.lineId}, lines say ${expected.paidBy}`,
      )
    if ((payment.failed !== null) !== expected.hasFailed)
      complaints.push(
        `payment ${reference} ${expected.hasFailed ? 'failed' : 'did not fail'}, and its batch says otherwise`,
      )
  }
  return complaints
}

/** The bank did what was decided and nothing else, and what is on record is what the bank did. */
function bankComplaints({ batches, requests }: PayoutRecords, paid: readonly BankPayment[]): string[] {
  const complaints: string[] = []
  const known = paymentsOf(batches)
  for (const { reference, message, amount, account, paidBy, returnedBy } of paid) {
    const { batch, payment } = known.get(reference) ?? {}
    if (batch === undefined || payment === undefined || batch.number !== message) {
      complaints.push(`the bank was asked for ${reference}, which is in no batch`)
      continue
    }
    if (batch.sent === null || batch.dropped !== null)
      complaints.push(`the bank has ${message}, which is not sent`)
    if (amount !== payment.amount || account !== payment.payee.account)
      complaints.push(`the bank pays ${amount} to ${account} for ${reference}`)
    const request = requests.get(payment.source.id)
    if (
      request !== undefined &&
      request.endToEndId === reference &&
      request.account?.accountNumber !== account
    )
      complaints.push(`${reference} went to ${account}, and ${request.account?.accountNumber} was approved`)
    const stands = paidBy !== null && returnedBy === null
    const isPaid = payment.paidBy !== null && payment.failed === null
    if (stands !== isPaid)
      complaints.push(
        `${reference} ${stands ? 'was paid' : 'was not paid'} by the bank, its batch says otherwise`,
      )
  }
  const bank = total(paid.filter(({ paidBy, returnedBy }) => paidBy !== null && returnedBy === null))
  const ledger = total(
    [...known.values()]
      .map(({ payment }) => payment)
      .filter((each) => each.paidBy !== null && each.failed === null),
  )
  return bank === ledger
    ? complaints
    : [...complaints, `the bank paid ${bank}, payments on record come to ${ledger}`]
}

/** No month of a provider was paid twice, whatever requests it was in. */
function twiceComplaints({ batches, requests }: PayoutRecords, paid: readonly BankPayment[]): string[] {
  const known = paymentsOf(batches)
  const times = new Map<string, number>()
  for (const { reference, paidBy, returnedBy } of paid) {
    const source = known.get(reference)?.payment.source
    if (source?.kind !== 'payout' || paidBy === null || returnedBy !== null) continue
    for (const { statementId } of requests.get(source.id)?.months ?? [])
      times.set(statementId, (times.get(statementId) ?? 0) + 1)
  }
  return [...times].flatMap(([id, count]) => (count > 1 ? [`statement ${id} was paid ${count} times`] : []))
}

/** An invoice is on record once, and counts for the one request that it is for. */
function invoiceComplaints({ invoices, requests }: PayoutRecords): string[] {
  const live = [...invoices.values()].filter(({ withdrawn }) => withdrawn === null)
  const complaints = [...Map.groupBy(live, ({ number }) => number)].flatMap(([number, same]) =>
    same.length > 1 ? [`invoice ${number} is on record ${same.length} times`] : [],
  )
  for (const request of requests.values()) {
    for (const { id } of request.invoices) {
      const invoice = invoices.get(id)
      if (invoice?.payoutId !== request.id)
        complaints.push(`invoice ${id} counts for ${request.id}, and is not for it`)
      const isOpen = !['rejected', 'cancelled'].includes(request.status)
      if (isOpen && invoice?.withdrawn !== null)
        complaints.push(`invoice ${id} counts for ${request.id} and was withdrawn`)
    }
  }
  return complaints
}

function paymentsOf(batches: ReadonlyMap<string, Batch>): Map<string, { batch: Batch; payment: Payment }> {
  return new Map(
    [...batches.values()].flatMap((batch) =>
      batch.payments.map((payment) => [payment.endToEndId, { batch, payment }] as const),
    ),
  )
}

function total(payments: readonly { readonly amount: number }[]): number {
  return payments.reduce((sum, { amount }) => sum + amount, 0)
}
