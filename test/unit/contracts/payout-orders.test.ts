import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PayoutBatch } from '#shared/contracts/console-platform/records/payout-batch.ts'
import type { PayoutRequest } from '#shared/contracts/console-platform/records/payout-request.ts'
import {
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import { answered, type Records } from '#shared/contracts/console-platform/transitions/asking.ts'
import type { Change } from '#shared/contracts/console-platform/transitions/changes.ts'
import { decide } from '#shared/contracts/console-platform/transitions/decide.ts'
import type { Decision } from '#shared/contracts/console-platform/transitions/decision.ts'
import { approvedAccount, samplePayout } from '#test/integration/platform/sample-payouts.ts'
import {
  newUlid,
  sampleAccount,
  sampleLine,
  sampleProvider,
} from '#test/integration/platform/sample-records.ts'

const AT = '2026-11-27T02:00:00.000Z'
const PEOPLE = ['liu', 'zhou', 'wang', 'chen']
const HASH = 'a'.repeat(64)
const REQUEST = newUlid()
const BATCHES = [newUlid(), newUlid()]
const [OUT, BACK] = [newUlid(), newUlid()]
const AMOUNT = 1_200_000
const ours = sampleAccount()

/** Records at hand, by kind and id. */
class Shelf implements Records {
  readonly #all = new Map<
    string,
    Change | { readonly kind: RecordKind; readonly after: RecordOf[RecordKind] }
  >()

  put<K extends RecordKind>(kind: K, after: RecordOf[K]): void {
    this.#all.set(`${kind} ${after.id}`, { kind, after })
  }

  get = <K extends RecordKind>(kind: K, id: string): RecordOf[K] | null =>
    // It was put there by that kind.
    (this.#all.get(`${kind} ${id}`)?.after as RecordOf[K] | undefined) ?? null

  ofProvider = <K extends RecordKind>(kind: K, _marketplace: string, providerId: string): RecordOf[K][] =>
    // The kind that is asked for is the kind of what is there.
    [...this.#all.values()]
      .filter((each) => each.kind === kind)
      .map(({ after }) => after as RecordOf[K])
      .filter((record) => RECORD_KINDS[kind].key(record).providerId === providerId)
}

/** One request that liu made, and lines that pay it and bring it back. */
function shelf(approvers: 1 | 2): Shelf {
  const records = new Shelf()
  const request = samplePayout({ id: REQUEST, approvers, amount: AMOUNT })
  records.put('provider', sampleProvider({ id: request.providerId }))
  records.put('providerAccount', approvedAccount({ providerId: request.providerId }))
  records.put('bankAccount', ours)
  records.put('payoutRequest', request)
  const line = { accountId: ours.id, amount: AMOUNT, serial: null }
  records.put('bankLine', sampleLine({ id: OUT, direction: 'out', side: 'debit', ...line }))
  records.put('bankLine', sampleLine({ id: BACK, direction: 'in', side: 'credit', ...line }))
  return records
}

const PAID = {
  parts: [{ target: { kind: 'payout' as const, requestId: REQUEST }, amount: AMOUNT, reasons: [] }],
  note: '',
}
const BATCHED = {
  ...{ accountId: ours.id, executeOn: '2026-11-30', format: { kind: 'pain.001' as const } },
  payments: [{ source: { kind: 'payout' as const, id: REQUEST }, amount: AMOUNT }],
}

type Taken = { readonly id: string; readonly decision: Decision | 'rejected' }

/** How it goes when nothing comes between; a history begins with some of it. */
const COURSE: readonly (readonly [Taken, string])[] = [
  [{ id: REQUEST, decision: { type: 'payout.verify', arguments: { reason: '' } } }, 'liu'],
  [{ id: REQUEST, decision: { type: 'payout.approve', arguments: { amount: AMOUNT } } }, 'wang'],
  [{ id: REQUEST, decision: { type: 'payout.approve', arguments: { amount: AMOUNT } } }, 'chen'],
  [{ id: BATCHES[0] ?? '', decision: { type: 'payout.batch', arguments: BATCHED } }, 'zhou'],
  [{ id: BATCHES[0] ?? '', decision: { type: 'payout.export-batch', arguments: { hash: HASH } } }, 'zhou'],
  [{ id: BATCHES[0] ?? '', decision: { type: 'payout.mark-sent', arguments: { hash: HASH } } }, 'zhou'],
  [{ id: OUT, decision: { type: 'deposit.match', arguments: PAID } }, 'liu'],
]

const batch = fc.constantFrom(...BATCHES)
const about = (id: string, decision: Decision) => fc.constant({ id, decision })
const anyDecision: fc.Arbitrary<Taken> = fc.oneof(
  about(REQUEST, { type: 'payout.verify', arguments: { reason: '' } }),
  about(REQUEST, { type: 'payout.approve', arguments: { amount: AMOUNT } }),
  about(REQUEST, { type: 'payout.approve', arguments: { amount: AMOUNT } }),
  about(REQUEST, { type: 'payout.reject', arguments: { reason: 'not now' } }),
  about(REQUEST, { type: 'payout.send-back', arguments: { reason: 'not now' } }),
  about(REQUEST, { type: 'payout.cancel', arguments: { reason: 'not now' } }),
  batch.map((id) => ({ id, decision: { type: 'payout.batch' as const, arguments: BATCHED } })),
  batch.map((id) => ({ id, decision: { type: 'payout.export-batch' as const, arguments: { hash: HASH } } })),
  batch.map((id) => ({ id, decision: { type: 'payout.mark-sent' as const, arguments: { hash: HASH } } })),
  batch.map((id) => ({
    id,
    decision: { type: 'payout.drop-batch' as const, arguments: { reason: 'not now' } },
  })),
  batch.map((id) => ({ id, decision: 'rejected' as const })),
  about(OUT, { type: 'deposit.match', arguments: PAID }),
  about(BACK, {
    type: 'deposit.match',
    arguments: {
      parts: [{ target: { kind: 'return', lineId: OUT }, amount: AMOUNT, reasons: [] }],
      note: '',
    },
  }),
  fc.constantFrom(OUT, BACK).map((id) => ({
    id,
    decision: { type: 'deposit.unmatch' as const, arguments: { reason: 'not that' } },
  })),
)

/** The bank rejects what is in a batch; null where there is none. */
function rejection(batch: PayoutBatch | null): Decision | null {
  if (batch === null) return null
  const answers = batch.payments.map(({ endToEndId }) => ({
    ...{ endToEndId, status: 'rejected' as const, said: '', reason: 'no such account' },
  }))
  return { type: 'payout.record-answer', arguments: { fileHash: HASH, fileName: 'answer.xls', answers } }
}

/** What must hold whatever was decided: nobody does two steps, and one payment at most is on its way or made. */
function holds(request: PayoutRequest, batches: readonly PayoutBatch[]): void {
  const { status, approvals, approvers, requested, verified, batchId } = request
  const isApproved = ['approved', 'in_batch', 'paid'].includes(status)
  if (isApproved) {
    expect(approvals).toHaveLength(approvers)
    expect(verified).not.toBeNull()
  }
  const people = approvals.map(({ by }) => by)
  expect(new Set(people).size).toBe(people.length)
  expect(people).not.toContain(requested.by)
  expect(people).not.toContain(verified?.by)
  // What a line shows of a draft that was given up was paid all the same.
  const live = batches.filter(({ dropped, payments }) =>
    payments.every(({ failed, paidBy }) => failed === null && (dropped === null || paidBy !== null)),
  )
  expect(live.length).toBeLessThanOrEqual(1)
  expect(batchId).toBe(live[0]?.id ?? null)
  if (live[0] !== undefined) expect(people).not.toContain(live[0].made.by)
  expect(status === 'paid').toBe(live[0]?.payments[0]?.paidBy != null)
}

it('whatever people decide in whatever order, nothing is paid without its approvals, and nothing twice at once', () => {
  let paid = 0
  fc.assert(
    fc.property(
      fc.constantFrom<1 | 2>(1, 2),
      fc.array(fc.tuple(anyDecision, fc.constantFrom(...PEOPLE)), { minLength: 5, maxLength: 40 }),
      fc.nat(COURSE.length),
      (approvers, decisions, begun) => {
        const records = shelf(approvers)
        for (const [{ id, decision }, by] of [...COURSE.slice(0, begun), ...decisions]) {
          const taken = decision === 'rejected' ? rejection(records.get('payoutBatch', id)) : decision
          if (taken === null) continue
          const taking = {
            recordId: id,
            actor: { id: by, name: by },
            at: AT,
            stepsOf: () => ({ agreements: [] }),
          }
          const changes = answered(decide(taken, taking), records)
          if (typeof changes === 'string') continue
          for (const { kind, after } of changes) records.put(kind, after as never)
          const request = records.get('payoutRequest', REQUEST)
          if (request === null) throw new Error('the request stays')
          if (request.status === 'paid') paid += 1
          holds(
            request,
            BATCHES.flatMap((each) => records.get('payoutBatch', each) ?? []),
          )
        }
      },
    ),
    { numRuns: 300 },
  )
  // What never comes that far proves nothing.
  expect(paid).toBeGreaterThan(50)
})
