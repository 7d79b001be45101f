import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadHolidays } from '#node/resources/load-holidays.ts'
import { loadPacks } from '#node/resources/load-packs.ts'
import type { PlainMonth } from '#shared/calendar/plain-date.ts'
import { createWorkingCalendar } from '#shared/calendar/working-calendar.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { holdEnds } from '#shared/rules/payouts/account-hold.ts'
import { judgeMonths } from '#shared/rules/payouts/judge-months.ts'
import type { PayoutCheck, PayoutCheckId } from '#shared/rules/payouts/payout-check.ts'
import { failedChecks, type PayoutFacts, payoutChecks } from '#shared/rules/payouts/payout-checks.ts'
import { payoutWindow } from '#shared/rules/payouts/payout-window.ts'

const resources = new URL('../../../../resources/', import.meta.url)
const packs = await loadPacks(new URL('policy-packs/', resources))
const calendar = createWorkingCalendar(await loadHolidays(new URL('holidays/', resources)))
const ON = '2026-11-20'
const packOf = (marketplace: string) => packInForce(packs, marketplace, ON)

/** October of 12,000.00 yuan, invoiced, to an account approved long ago: nothing speaks against it. */
function facts(change: Partial<PayoutFacts> = {}): PayoutFacts {
  return {
    requestedOn: ON,
    months: [{ month: '2026-10', net: 1_200_000, taken: false }],
    chosen: ['2026-10'],
    amount: 1_200_000,
    invoiced: 1_200_000,
    deposits: [{ settled: true, missing: 0 }],
    owed: 0,
    paymentsPaused: false,
    providerPaused: false,
    account: { approved: true, heldSince: '2026-10-20' },
    holdDays: 3,
    ...change,
  }
}
const checks = (change: Partial<PayoutFacts> = {}, marketplace = 'kubesphere', on = ON) =>
  payoutChecks(packOf(marketplace), facts(change), calendar, on)
function one(id: PayoutCheckId, ...given: Parameters<typeof checks>): PayoutCheck {
  const found = checks(...given).find(({ check }) => check === id)
  if (found === undefined) throw new Error(`no check ${id}`)
  return found
}

describe('the checks before paying', () => {
  it('pass where nothing speaks against it, each with its sentence where the pack has one', () => {
    const all = checks()
    expect(failedChecks(all)).toEqual([])
    expect(all.every(({ result }) => result === 'pass')).toBe(true)
    const cited = all.flatMap(({ check, citation }) => (citation === null ? [] : [check]))
    expect(cited).toEqual(['window', 'months-over', 'run', 'minimum', 'invoice', 'deposit'])
  })

  it.each([
    ['window', { requestedOn: '2026-11-13' }, { kind: 'wait', until: '2026-11-14' }],
    ['months-over', { chosen: ['2026-11'] }, { kind: 'leave-out', months: ['2026-11'] }],
    ['minimum', { months: [month('2026-10', 999_999)] }, { kind: 'reach', fen: 1, months: [] }],
    ['invoice', { invoiced: 1_199_999 }, { kind: 'invoice', fen: 1 }],
    ['invoice', { invoiced: 1_200_001 }, { kind: 'invoice', fen: -1 }],
    ['deposit', { deposits: [{ settled: false, missing: 500_000 }] }, { kind: 'pay-deposit', fen: 500_000 }],
    ['statements', { months: [] }, { kind: 'commit', months: ['2026-10'] }],
    [
      'statements',
      { months: [{ ...month('2026-10', 1_200_000), taken: true }] },
      { kind: 'leave-out', months: ['2026-10'] },
    ],
    ['carry-forward', { owed: 5_00 }, { kind: 'make-good', fen: 5_00 }],
    ['payments-paused', { paymentsPaused: true }, { kind: 'resume-payments' }],
    ['provider-paused', { providerPaused: true }, { kind: 'resume-provider' }],
    ['account', { account: null }, { kind: 'propose-account' }],
    ['account', { account: { approved: false, heldSince: null } }, { kind: 'approve-account' }],
    [
      'account-hold',
      { account: { approved: true, heldSince: '2026-11-18' } },
      { kind: 'wait', until: '2026-11-24' },
    ],
  ] as const)('%s does not pass with %o, and says the smallest change', (id, change, remedy) => {
    expect(one(id, change as Partial<PayoutFacts>)).toMatchObject({ result: 'fail', remedy })
  })

  it('name the months that are left out in between, and those that would reach the minimum', () => {
    const months = ['2026-07', '2026-08', '2026-09', '2026-10'].map((each) => month(each, 300_000))
    const chosen = ['2026-07', '2026-09']
    expect(one('run', { months, chosen })).toMatchObject({
      remedy: { kind: 'add-months', months: ['2026-08'] },
    })
    expect(one('minimum', { months, chosen })).toMatchObject({
      remedy: { kind: 'reach', fen: 400_000, months: ['2026-08', '2026-10'] },
    })
  })

  it.each(['ksyun', 'huawei', 'aliyun'])('leave it to a person where %s states no rule', (marketplace) => {
    const all = checks({ invoiced: 0, deposits: [{ settled: false, missing: 1 }] }, marketplace)
    expect(one('no-rule', {}, marketplace)).toMatchObject({ result: 'open', remedy: { kind: 'decide' } })
    expect(failedChecks(all)).toEqual([])
    expect(all.map(({ check }) => check)).not.toContain('deposit')
  })

  it('open nothing in a year without a table of holidays', () => {
    const later = { requestedOn: '2031-02-20', account: { approved: true, heldSince: '2030-12-30' } } as const
    expect(one('window', later, 'kubesphere', '2031-02-20')).toMatchObject({
      result: 'unknown',
      remedy: { kind: 'import-holidays', year: 2031 },
    })
    expect(one('account-hold', later, 'kubesphere', '2031-02-20')).toMatchObject({ result: 'unknown' })
    expect(failedChecks(checks(later, 'kubesphere', '2031-02-20'))).toHaveLength(2)
  })
})

describe('the smallest change', () => {
  const day = fc.date({
    min: new Date('2024-01-01'),
    max: new Date('2026-11-30'),
    noInvalidDate: true,
  })
  const asDay = (date: Date) => date.toISOString().slice(0, 10)

  it('of a window that is not open: on the day it names it passes, on the day before it does not', () => {
    fc.assert(
      fc.property(day.map(asDay), (requestedOn) => {
        const { remedy, result } = one('window', { requestedOn })
        if (result === 'pass' || remedy?.kind !== 'wait') return
        expect(one('window', { requestedOn: remedy.until }).result).toBe('pass')
        const before = new Date(Date.parse(remedy.until) - 86_400_000)
        expect(one('window', { requestedOn: asDay(before) }).result).toBe('fail')
      }),
    )
  })

  it('of a hold: on the day it names it passes, on the day before it does not', () => {
    fc.assert(
      fc.property(day.map(asDay), fc.integer({ min: 0, max: 15 }), (heldSince, holdDays) => {
        const given = { account: { approved: true, heldSince }, holdDays }
        const { date } = holdEnds(calendar, heldSince, holdDays)
        if (date > '2026-12-31') return
        expect(one('account-hold', given, 'kubesphere', date).result).toBe('pass')
        if (holdDays === 0) return
        const before = asDay(new Date(Date.parse(date) - 86_400_000))
        expect(one('account-hold', given, 'kubesphere', before)).toMatchObject({
          remedy: { kind: 'wait', until: date },
        })
      }),
    )
  })

  it('of a minimum that is not reached: with so much more it passes, with a fen less it does not', () => {
    const nets = fc.array(fc.integer({ min: 0, max: 600_000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(nets, fc.nat(7), fc.nat(7), (amounts, from, span) => {
        const months = amounts.map((net, at) => month(`2026-0${at + 1}`, net))
        const chosen = months
          .slice(from % months.length, (from % months.length) + span + 1)
          .map((m) => m.month)
        const { remedy } = one('minimum', { months, chosen })
        if (remedy?.kind !== 'reach') return
        const [first] = chosen
        const more = (fen: number) => ({
          months: months.map((each) => (each.month === first ? { ...each, net: each.net + fen } : each)),
          chosen,
        })
        expect(one('minimum', more(remedy.fen)).result).toBe('pass')
        expect(one('minimum', more(remedy.fen - 1)).result).toBe('fail')
        if (remedy.months.length === 0) return
        const joined = [...chosen, ...remedy.months]
        expect(one('minimum', { months, chosen: joined }).result).toBe('pass')
        expect(one('run', { months, chosen: joined }).result).toBe('pass')
      }),
    )
  })

  it('of an invoice of another amount: with so much more or less it passes, with a fen less of it it does not', () => {
    const fen = fc.integer({ min: 1, max: 1_000_000_000 })
    fc.assert(
      fc.property(fen, fc.nat(1_000_000_000), (amount, invoiced) => {
        const { remedy } = one('invoice', { amount, invoiced })
        if (remedy?.kind !== 'invoice') {
          expect(invoiced).toBe(amount)
          return
        }
        expect(one('invoice', { amount, invoiced: invoiced + remedy.fen }).result).toBe('pass')
        const short = invoiced + remedy.fen - Math.sign(remedy.fen)
        expect(one('invoice', { amount, invoiced: short }).result).toBe('fail')
      }),
    )
  })

  it('of deposits that are not paid: with all of it they pass, with one of them missing they do not', () => {
    const missing = fc.array(fc.nat(5_000_000), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(missing, (amounts) => {
        const deposits = amounts.map((each) => ({ settled: each === 0, missing: each }))
        const { remedy, result } = one('deposit', { deposits })
        if (result === 'pass') {
          expect(amounts.every((each) => each === 0)).toBe(true)
          return
        }
        expect(remedy).toEqual({ kind: 'pay-deposit', fen: amounts.reduce((sum, each) => sum + each, 0) })
        const paid = deposits.map(() => ({ settled: true, missing: 0 }))
        expect(one('deposit', { deposits: paid }).result).toBe('pass')
        for (const [at, each] of deposits.entries()) {
          if (each.settled) continue
          const short = paid.with(at, { settled: false, missing: 1 })
          expect(one('deposit', { deposits: short })).toMatchObject({ result: 'fail', remedy: { fen: 1 } })
        }
      }),
    )
  })

  it('of what a month left below zero: with so much made good it passes, with a fen less it does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (owed) => {
        const { remedy } = one('carry-forward', { owed })
        if (remedy?.kind !== 'make-good') throw new Error('a month below zero passes')
        expect(one('carry-forward', { owed: owed - remedy.fen }).result).toBe('pass')
        expect(one('carry-forward', { owed: owed - remedy.fen + 1 }).result).toBe('fail')
      }),
    )
  })

  it.each([
    ['months-over', 'is not over', { requestedOn: '2026-05-20' }],
    ['statements', 'is asked for already', {}],
  ] as const)(
    'of %s: without the months that are named it passes, with one of them it does not',
    (id, _, more) => {
      const picked = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 })
      fc.assert(
        fc.property(picked, fc.nat(511), (places, taken) => {
          const months = Array.from({ length: 9 }, (_, at) => ({
            ...month(`2026-0${at + 1}`, 100_000),
            taken: id === 'statements' && ((taken >> at) & 1) === 1,
          }))
          const chosen = places.map((place) => `2026-0${place}`)
          const { remedy } = one(id, { ...more, months, chosen })
          if (remedy?.kind !== 'leave-out') return
          const fewer = chosen.filter((each) => !remedy.months.includes(each))
          expect(one(id, { ...more, months, chosen: fewer }).result).toBe('pass')
          for (const kept of remedy.months) {
            expect(one(id, { ...more, months, chosen: [...fewer, kept] }).result).toBe('fail')
          }
        }),
      )
    },
  )

  it('of months left out: with all of them nothing is, with one of them missing something is', () => {
    const picked = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(picked, (places) => {
        const months = Array.from({ length: 9 }, (_, at) => month(`2026-0${at + 1}`, 100_000))
        const chosen = places.map((place) => `2026-0${place}`)
        const { remedy } = one('run', { months, chosen })
        if (remedy?.kind !== 'add-months') return
        const all = [...chosen, ...remedy.months]
        expect(one('run', { months, chosen: all }).result).toBe('pass')
        for (const left of remedy.months) {
          const fewer = all.filter((each) => each !== left)
          expect(one('run', { months, chosen: fewer }).result).toBe('fail')
        }
      }),
    )
  })
})

describe('a window', () => {
  const section = packOf('kubesphere')?.payout
  if (section == null) throw new Error('KubeSphere states when money may be asked for')

  it.each([
    '2024-01-16',
    '2024-02-20',
    '2024-03-15',
    '2024-04-16',
    '2024-05-17',
    '2024-06-18',
    '2024-07-13',
    '2024-08-15',
    '2024-09-14',
    '2024-10-19',
    '2024-11-15',
    '2024-12-14',
  ])('of its month opens on %s', (opensOn) => {
    expect(payoutWindow(section, calendar, opensOn)).toMatchObject({ opensOn, isOpen: true })
    expect(payoutWindow(section, calendar, `${opensOn.slice(0, 7)}-01`)).toMatchObject({ isOpen: false })
  })

  it('is not known without a table of the year, and allows nothing', () => {
    expect(payoutWindow(section, calendar, '2031-05-30')).toBeNull()
    const months = [month('2031-04', 2_000_000)]
    expect(judgeMonths(section, months, ['2031-04'], calendar, '2031-05-30')).toBe('calendar-unknown')
  })
})

function month(of: PlainMonth, net: number) {
  return { month: of, net, taken: false }
}
