import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/calendar/plain-date.ts'
import { type DepositAccount, depositStanding } from '#shared/rules/deposits/deposit-standing.ts'
import { calendar, FACTS, packOf } from './deposit-setting.ts'

const kubesphere = packOf('kubesphere')
const ON = '2024-06-03'
const DUE_SOON_DAYS = 30

/** A provider that sells since before ON, joined too late for the free year, and has paid nothing. */
const OWING: DepositAccount = {
  amount: 500_000,
  balance: 0,
  grantedUntil: null,
  topUpBy: null,
  facts: { ...FACTS, joinedOn: '2024-01-10', firstListedOn: '2024-02-01' },
  refund: { delistedOn: [], stillListed: 1, hasViolation: false, cooperationEndedOn: null },
  refunds: { requested: null, approved: 0, paid: 0 },
}
const standing = (change: Partial<DepositAccount>, on = ON, pack = kubesphere) =>
  depositStanding(pack, { ...OWING, ...change }, on, { calendar, dueSoonDays: DUE_SOON_DAYS })

describe('a deposit on a day', () => {
  it('of which the whole amount is here is held, and settled', () => {
    expect(standing({ balance: 500_000 })).toMatchObject({ status: 'held', settled: true, dueOn: null })
    expect(standing({ balance: 499_999 })).toMatchObject({ status: 'overdue', settled: false })
  })

  it('of which more is here than is due is overpaid, to the fen, until all of it goes back', () => {
    expect(standing({ balance: 500_001 })).toMatchObject({ status: 'overpaid', settled: true })
    const over = {
      delistedOn: ['2024-01-05'],
      stillListed: 0,
      hasViolation: false,
      cooperationEndedOn: '2024-01-05',
    }
    expect(standing({ balance: 500_001, refund: over })).toMatchObject({ status: 'refundable' })
    const approved = { requested: null, approved: 1, paid: 0 }
    expect(standing({ balance: 500_001, refunds: approved }).status).toBe('refund-approved')
  })

  it('is called by its refund on its way, and settled by the money that is there', () => {
    const requested = { requested: {}, approved: 0, paid: 0 }
    expect(standing({ balance: 500_000, refunds: requested })).toMatchObject({
      status: 'refund-requested',
      settled: true,
    })
    const approved = { requested: null, approved: 500_000, paid: 0 }
    expect(standing({ balance: 500_000, refunds: approved })).toMatchObject({
      status: 'refund-approved',
      settled: true,
    })
    expect(standing({ refunds: approved })).toMatchObject({ status: 'refund-approved', settled: false })
  })

  it('of which something was deducted is settled until its day to be made up, overdue after it', () => {
    const deducted = { balance: 400_000, topUpBy: '2024-08-01' }
    expect(standing(deducted)).toMatchObject({ status: 'partly-paid', settled: true, dueOn: '2024-08-01' })
    expect(standing(deducted, '2024-07-02')).toMatchObject({ status: 'due-soon', settled: true })
    expect(standing(deducted, '2024-08-01')).toMatchObject({ status: 'due-soon', settled: true })
    expect(standing(deducted, '2024-08-02')).toMatchObject({ status: 'overdue', settled: false })
    const letOff = { ...deducted, grantedUntil: '2024-09-01' }
    expect(standing(letOff, '2024-08-02')).toMatchObject({ settled: true, dueOn: '2024-09-01' })
  })

  it('of who has left goes back as far as it is there, also where something was deducted', () => {
    const refund = {
      delistedOn: ['2024-01-05'],
      stillListed: 0,
      hasViolation: false,
      cooperationEndedOn: '2024-01-05',
    }
    expect(standing({ balance: 400_000, topUpBy: '2024-08-01', refund })).toMatchObject({
      status: 'refundable',
      settled: false,
      refundableFrom: '2024-04-06',
    })
    expect(standing({ balance: 0, refund }).status).toBe('overdue')
    expect(standing({ balance: 400_000, refund: { ...refund, hasViolation: true } }).status).toBe('overdue')
  })

  it('is refunded once all of it went back after the cooperation; before, it is asked for anew', () => {
    const refunds = { requested: null, approved: 0, paid: 500_000 }
    const over = {
      delistedOn: ['2024-01-05'],
      stillListed: 0,
      hasViolation: false,
      cooperationEndedOn: '2024-01-05',
    }
    expect(standing({ refunds, refund: over })).toMatchObject({
      status: 'refunded',
      settled: false,
      dueOn: null,
    })
    expect(standing({ refunds })).toMatchObject({ status: 'overdue' })
    expect(standing({ refunds, refund: over, balance: 1 }).status).not.toBe('refunded')
  })

  it('is overdue from the day after its due day, and never settled then', () => {
    expect(standing({})).toMatchObject({ status: 'overdue', settled: false, dueOn: '2024-02-01' })
  })

  it('is due without a day before anything is listed; a part of it makes it partly paid', () => {
    const facts = { ...OWING.facts, firstListedOn: null }
    expect(standing({ facts })).toMatchObject({ status: 'due', settled: false, dueOn: null })
    expect(standing({ facts, balance: 1 })).toMatchObject({ status: 'partly-paid', settled: false })
  })

  it('is waived through the last free day, due soon in the month before it is due, overdue after', () => {
    const at = (on: string) => standing({ facts: FACTS }, on)
    expect(at('2024-06-03')).toMatchObject({
      status: 'waived',
      settled: true,
      waiver: 'policy-1',
      waivedUntil: '2024-10-20',
      dueOn: '2024-10-25',
    })
    expect(at(addDays('2024-10-25', -DUE_SOON_DAYS - 1)).status).toBe('waived')
    expect(at(addDays('2024-10-25', -DUE_SOON_DAYS))).toMatchObject({ status: 'due-soon', settled: true })
    expect(at('2024-10-21')).toMatchObject({ status: 'due-soon', settled: false, waivedUntil: null })
    expect(at('2024-10-26')).toMatchObject({ status: 'overdue', settled: false })
  })

  it('that finance let off is waived up to and including the day, and due on it', () => {
    const let_off = { grantedUntil: '2024-12-31' }
    expect(standing(let_off)).toMatchObject({
      status: 'waived',
      settled: true,
      waiver: 'granted',
      waivedUntil: '2024-12-31',
      dueOn: '2024-12-31',
    })
    expect(standing(let_off, '2024-12-31')).toMatchObject({ status: 'due-soon', settled: true })
    expect(standing(let_off, '2025-01-01')).toMatchObject({ status: 'overdue', settled: false })
  })

  it('of who offers free products only is waived without end, until a paid one is published', () => {
    const free = { ...OWING.facts, freeOrOpenSource: true }
    expect(standing({ facts: free })).toMatchObject({
      status: 'waived',
      settled: true,
      waiver: 'policy-2',
      waivedUntil: null,
    })
    const paid = { ...free, paidProductOn: ON }
    expect(standing({ facts: paid }).settled).toBe(false)
    expect(standing({ facts: paid }, addDays(ON, 1)).status).toBe('overdue')
  })

  it('without a stated amount is not configured, whatever was paid, unless finance lets it off', () => {
    const ksyun = packOf('ksyun')
    expect(standing({ amount: null, balance: 900_000 }, ON, ksyun)).toMatchObject({
      status: 'not-configured',
      settled: false,
    })
    expect(standing({ amount: null, grantedUntil: ON }, ON, ksyun)).toMatchObject({
      status: 'waived',
      settled: true,
    })
  })

  it('is refundable three months after the last delisting, the cooperation having ended', () => {
    const left: Partial<DepositAccount> = {
      balance: 500_000,
      refund: {
        delistedOn: ['2024-11-30'],
        stillListed: 0,
        hasViolation: false,
        cooperationEndedOn: '2024-12-01',
      },
    }
    expect(standing(left, '2025-02-28')).toMatchObject({ status: 'held', refundableFrom: '2025-03-01' })
    expect(standing(left, '2025-03-01')).toMatchObject({ status: 'refundable' })
  })

  it('is explained by quoted rules, whatever its state; the amount on record is not explained by the day', () => {
    for (const facts of [FACTS, OWING.facts, { ...OWING.facts, freeOrOpenSource: true }]) {
      for (const balance of [0, 500_000]) {
        const { explanation } = standing({ facts, balance })
        expect(explanation.length).toBe(
          (facts === OWING.facts ? 0 : facts === FACTS ? 2 : 1) + (balance > 0 ? 2 : 0),
        )
        for (const step of explanation) {
          expect(step.citation.quote).not.toBe('')
          expect(step.citation.ruleId).not.toMatch(/^deposit\.amount/)
          expect(step.gives).not.toHaveProperty('required')
        }
      }
    }
  })

  it('is settled exactly while it is held or waived', () => {
    const day = fc.integer({ min: -400, max: 900 }).map((days) => addDays(ON, days))
    const dayOrNull = fc.option(day, { nil: null })
    fc.assert(
      fc.property(
        day,
        dayOrNull,
        dayOrNull,
        fc.constantFrom(0, 1, 500_000),
        fc.boolean(),
        (on, granted, listed, balance, free) => {
          const facts = { ...FACTS, firstListedOn: listed, freeOrOpenSource: free }
          const found = standing({ facts, balance, grantedUntil: granted }, on)
          const paid = found.status === 'held' || found.status === 'overpaid' || found.status === 'refundable'
          expect(found.settled).toBe(paid || found.waiver !== null)
          if (found.status === 'overdue') expect(found.settled).toBe(false)
          if (found.status === 'waived') expect(found.settled).toBe(true)
        },
      ),
    )
  })
})
