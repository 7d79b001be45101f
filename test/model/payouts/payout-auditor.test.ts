import { describe, expect, it } from 'vitest'
import { payoutComplaints } from './payout-auditor.ts'
import type { Applied, Batch, Invoice, PayoutRecords, Request } from './payout-records.ts'
import type { BankPayment } from './simulated-bank.ts'

/** Of one month, made by liu, approved by wang and chen because it is above the threshold, and paid by the bank. */
interface History {
  readonly applied: Applied[]
  readonly records: PayoutRecords
  readonly paid: BankPayment[]
}

const MARCH = '2026-03-20T02:00:00.000Z'
const AMOUNT = 6_000_000

function said(type: string, recordId: string, actor: string, said: object = {}, at = MARCH): Applied {
  return {
    commandId: `${type} ${recordId} ${actor}`,
    type,
    recordId,
    actor,
    at,
    arguments: JSON.stringify(said),
  }
}

const PAYING = [{ source: { kind: 'payout', id: 'r' }, amount: AMOUNT }]
const PAID = { parts: [{ target: { kind: 'payout', requestId: 'r' }, amount: AMOUNT }] }

function truth(): History {
  const invoice: Invoice = {
    id: 'i',
    number: '1',
    payoutId: 'r',
    gross: AMOUNT,
    redLetter: null,
    withdrawn: null,
  }
  const account = { providerId: 'p', accountNumber: '62', replaced: null, proposed: { by: 'liu' } }
  const request: Request = {
    ...{ id: 'r', marketplace: 'kubesphere', providerId: 'p', status: 'paid', amount: AMOUNT },
    months: [{ statementId: 's', net: AMOUNT }],
    invoices: [{ id: 'i', gross: AMOUNT }],
    ...{ requested: { by: 'liu' }, verified: { by: 'liu' }, approvals: [{ by: 'wang' }, { by: 'chen' }] },
    account: { id: 'a', accountNumber: '62' },
    ...{ batchId: 'b', endToEndId: 'FK-1', failures: [] },
  }
  const batch: Batch = {
    ...{ id: 'b', number: 'FK', marketplace: 'kubesphere', sent: {}, dropped: null },
    payments: [
      {
        ...{
          endToEndId: 'FK-1',
          source: { kind: 'payout', id: 'r' },
          amount: AMOUNT,
          payee: { account: '62' },
        },
        ...{ paidBy: { lineId: 'l' }, failed: null },
      },
    ],
  }
  const statement = {
    id: 's',
    marketplace: 'kubesphere',
    providerId: 'p',
    month: '2026-02',
    status: 'committed',
  }
  return {
    applied: [
      said('provider.propose-bank-account', 'a', 'liu', { providerId: 'p' }, '2026-03-16T02:00:00.000Z'),
      said('provider.approve-bank-account', 'a', 'wang', {}, '2026-03-16T03:00:00.000Z'),
      said('payout.request', 'r', 'liu', { providerId: 'p', months: ['2026-02'] }),
      said('invoice.record', 'i', 'liu', { number: '1', payoutId: 'r', gross: AMOUNT, redLetter: null }),
      said('payout.verify', 'r', 'liu'),
      said('payout.approve', 'r', 'wang', { amount: AMOUNT }),
      said('payout.approve', 'r', 'chen', { amount: AMOUNT }),
      said('payout.batch', 'b', 'liu', { accountId: 'ours', payments: PAYING }),
      said('payout.mark-sent', 'b', 'liu'),
      said('deposit.match', 'l', 'liu', PAID),
    ],
    records: {
      statements: new Map([['s', { ...statement, totals: { net: AMOUNT } }]]),
      accounts: new Map([['a', { id: 'a', ...account, ruling: { outcome: 'approved', by: 'wang' } }]]),
      requests: new Map([['r', request]]),
      batches: new Map([['b', batch]]),
      invoices: new Map([['i', invoice]]),
    },
    paid: [{ reference: 'FK-1', amount: AMOUNT, account: '62', message: 'FK', paidBy: 1, returnedBy: null }],
  }
}

function told({ records, applied, paid }: History): string[] {
  return payoutComplaints(records, applied, paid, (account) => account.replace(/2$/, ''))
}

/** The history in which one decision is another, or is left out. */
function otherwise(type: string, actor: string, change: Partial<Applied> | null): History {
  const { applied, ...others } = truth()
  return {
    ...others,
    applied: applied.flatMap((each) => {
      if (each.type !== type || each.actor !== actor) return [each]
      return change === null ? [] : [{ ...each, ...change }]
    }),
  }
}

function withRequest(change: Partial<Request>): History {
  const { records, ...others } = truth()
  const [request] = records.requests.values()
  if (request === undefined) throw new Error('the history has a request')
  return { ...others, records: { ...records, requests: new Map([['r', { ...request, ...change }]]) } }
}

function withMore(...applied: Applied[]): History {
  const before = truth()
  return { ...before, applied: [...before.applied, ...applied] }
}

describe('the auditor of payouts', () => {
  it('finds nothing wrong with what is right', () => {
    expect(told(truth())).toEqual([])
  })

  it.each<readonly [string, () => History, RegExp]>([
    [
      'a second approver that is missing',
      () => otherwise('payout.approve', 'chen', null),
      /which is verified/,
    ],
    [
      'an approver with two accounts',
      () => otherwise('payout.approve', 'chen', { actor: 'wang2' }),
      /had a hand/,
    ],
    [
      'an approver who asked for it',
      () => otherwise('payout.approve', 'wang', { actor: 'liu' }),
      /had a hand/,
    ],
    [
      'an approval of another amount',
      () => otherwise('payout.approve', 'wang', { arguments: '{"amount":1}' }),
      /saw 1 /,
    ],
    [
      'a batch made by who approved',
      () => otherwise('payout.batch', 'liu', { actor: 'chen' }),
      /chen made b/,
    ],
    ['an invoice that never came', () => otherwise('invoice.record', 'liu', null), /with invoices over 0/],
    [
      'an account that its own maker approved',
      () => otherwise('provider.approve-bank-account', 'wang', { actor: 'liu' }),
      /its own account/,
    ],
    [
      'an account that is approved since yesterday',
      () => otherwise('provider.approve-bank-account', 'wang', { at: '2026-03-19T02:00:00.000Z' }),
      /goes to an account approved at/,
    ],
    [
      'a payment that was never verified',
      () => otherwise('payout.verify', 'liu', null),
      /approved while it was open/,
    ],
    [
      'a batch that the bank has and nobody sent',
      () => {
        const { records, ...others } = otherwise('payout.mark-sent', 'liu', null)
        const batches = new Map([...records.batches].map(([id, batch]) => [id, { ...batch, sent: null }]))
        return { ...others, records: { ...records, batches } }
      },
      /which is not sent/,
    ],
    [
      'a request that says it is approved still',
      () => withRequest({ status: 'approved' }),
      /decisions leave it paid/,
    ],
    [
      'an amount that its month does not come to',
      () => withRequest({ amount: AMOUNT + 1 }),
      /its months come to/,
    ],
    [
      'a month asked for twice',
      () => withMore(said('payout.request', 'other', 'liu', { providerId: 'p', months: ['2026-02'] })),
      /a month that r asks for/,
    ],
    [
      'a payment in two batches',
      () => withMore(said('payout.batch', 'c', 'liu', { accountId: 'ours', payments: PAYING })),
      /is in c 0 and in FK-1/,
    ],
    [
      'a payment that comes back twice',
      () => {
        const back = { parts: [{ target: { kind: 'return', lineId: 'l' }, amount: AMOUNT }] }
        const rejected = { answers: [{ endToEndId: 'FK-1', status: 'rejected' }] }
        return withMore(
          said('deposit.match', 'm', 'liu', back),
          said('deposit.match', 'l', 'liu', PAID),
          said('payout.record-answer', 'b', 'liu', rejected),
        )
      },
      /pays r, which is verified/,
    ],
    [
      'an invoice that is on record twice',
      () =>
        withMore(
          said('invoice.record', 'j', 'liu', { number: '1', payoutId: null, gross: 1, redLetter: null }),
        ),
      /invoice 1 is i and j/,
    ],
    [
      'money that the bank paid twice',
      () => {
        const before = truth()
        return { ...before, paid: [...before.paid, ...before.paid.map((each) => ({ ...each, paidBy: 2 }))] }
      },
      /statement s was paid 2 times/,
    ],
    [
      'a payment that nobody decided',
      () => {
        const before = truth()
        const other = { reference: 'X', amount: 1, account: '1', message: 'X', paidBy: 3, returnedBy: null }
        return { ...before, paid: [...before.paid, other] }
      },
      /asked for X, which is in no batch/,
    ],
    [
      'money that came back and is on record as paid',
      () => {
        const before = truth()
        return { ...before, paid: before.paid.map((each) => ({ ...each, returnedBy: 2 })) }
      },
      /was not paid by the bank/,
    ],
    [
      'an account that was not the approved one',
      () => {
        const before = truth()
        return { ...before, paid: before.paid.map((each) => ({ ...each, account: '63' })) }
      },
      /pays 6000000 to 63/,
    ],
    [
      'an invoice that was withdrawn and counts',
      () => {
        const { records, ...others } = truth()
        const invoices = new Map([...records.invoices].map(([id, each]) => [id, { ...each, withdrawn: {} }]))
        return { ...others, records: { ...records, invoices } }
      },
      /counts for r and was withdrawn/,
    ],
  ])('finds %s', (_what, falsified, complaint) => {
    expect(told(falsified())).toContainEqual(expect.stringMatching(complaint))
  })
})
