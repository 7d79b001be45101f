import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/calendar/plain-date.ts'
import { isWorkingDay } from '#shared/calendar/working-calendar.ts'
import { evaluateDeposit } from '#shared/rules/deposits/evaluate-deposit.ts'
import { calendar, FACTS, packOf } from './deposit-setting.ts'

const perProvider = packOf('kubesphere')
const perCategory = packOf('aliyun')
const categoryIds = perCategory.admission.categories.map(({ id }) => id)

describe('a provider that joined in 2023 is free for a year from its first listing', () => {
  it.each([
    ['2023-10-20', '2024-10-20', '2024-10-25'],
    ['2023-12-31', '2024-12-31', '2025-01-06'],
    ['2023-09-27', '2024-09-27', '2024-10-08'],
    ['2024-02-29', '2025-02-28', '2025-03-05'],
  ])('listed on %s: free until %s, due on %s', (firstListedOn, freeUntil, dueOn) => {
    const at = (on: string) => evaluateDeposit(perProvider, { ...FACTS, firstListedOn }, on, calendar)
    expect(at(freeUntil)).toMatchObject({ required: 500_000, freeUntil, dueOn, state: 'in-free-period' })
    expect(at(addDays(freeUntil, 1))).toMatchObject({ state: 'due' })
    expect(at(dueOn)).toMatchObject({ state: 'due', reason: 'deferred', waiver: 'policy-1' })
    expect(at(addDays(dueOn, 1))).toMatchObject({ state: 'overdue', provisional: false })
  })

  it.each([
    ['2022-12-31', 'standard'],
    ['2023-01-01', 'deferred'],
    ['2023-12-31', 'deferred'],
    ['2024-01-01', 'standard'],
  ])('joined on %s it is %s', (joinedOn, reason) => {
    expect(evaluateDeposit(perProvider, { ...FACTS, joinedOn }, '2024-02-01', calendar)).toMatchObject({
      reason,
    })
  })

  it('not yet listed, the clock has not started', () => {
    const found = evaluateDeposit(perProvider, { ...FACTS, firstListedOn: null }, '2026-01-01', calendar)
    expect(found).toMatchObject({ required: 500_000, freeUntil: null, dueOn: null, state: 'not-listed' })
  })

  it('a due day in a year without a table of holidays is provisional', () => {
    const found = evaluateDeposit(
      perProvider,
      { ...FACTS, firstListedOn: '2099-06-01' },
      '2100-01-01',
      calendar,
    )
    expect(found).toMatchObject({ provisional: true })
  })
})

describe('a provider that joined later', () => {
  const joinedOn = '2024-05-01'
  it('owes the deposit before its first listing', () => {
    const unlisted = { ...FACTS, joinedOn, firstListedOn: null }
    const found = evaluateDeposit(perProvider, unlisted, '2024-06-01', calendar)
    expect(found).toMatchObject({
      required: 500_000,
      reason: 'standard',
      dueOn: null,
      state: 'due-before-listing',
    })
  })

  it('is overdue the day after it was listed', () => {
    const listed = { ...FACTS, joinedOn, firstListedOn: '2024-06-15' }
    const stateOn = (on: string) => evaluateDeposit(perProvider, listed, on, calendar)
    expect(stateOn('2024-06-15')).toMatchObject({ dueOn: '2024-06-15', state: 'due' })
    expect(stateOn('2024-06-16')).toMatchObject({ state: 'overdue' })
  })
})

describe('who is free without end', () => {
  it.each([
    [{ staff: 10 }, 'waived'],
    [{ staff: 11 }, 'deferred'],
    [{ staff: null }, 'deferred'],
    [{ staff: 500, freeOrOpenSource: true }, 'waived'],
    [{ staff: 500, openSource: true }, 'waived'],
  ])('%j: %s', (facts, reason) => {
    const found = evaluateDeposit(perProvider, { ...FACTS, ...facts }, '2030-01-01', calendar)
    expect(found).toMatchObject({ reason, required: reason === 'waived' ? 0 : 500_000 })
  })

  it.each([
    ['open-source work', { openSource: true, freeOrOpenSource: true }, 'deposit.waiver.policy-2.open-source'],
    [
      'a micro-enterprise of 10',
      { staff: 10, freeOrOpenSource: true },
      'deposit.waiver.policy-2.staff-at-most',
    ],
  ])('%s stays free when a paid product is published', (_, facts, ruleId) => {
    const sold = { ...FACTS, staff: 500, ...facts, paidProductOn: '2026-03-02' }
    const found = evaluateDeposit(perProvider, sold, '2026-03-03', calendar)
    expect(found).toMatchObject({ required: 0, reason: 'waived', waiver: 'policy-2' })
    expect(found.explanation.ofTerms.map(({ citation }) => citation.ruleId)).toEqual([ruleId])
  })

  it('a team of 11 with free software owes once it sells', () => {
    const sold = { ...FACTS, staff: 11, freeOrOpenSource: true, paidProductOn: '2026-03-02' }
    expect(evaluateDeposit(perProvider, sold, '2026-03-03', calendar)).toMatchObject({ required: 500_000 })
  })

  it('the exemption of free software lapses on the day a paid product is to be published, and nothing is overdue before', () => {
    const facts = { ...FACTS, freeOrOpenSource: true, paidProductOn: '2026-03-02' }
    const on = (day: string) => evaluateDeposit(perProvider, facts, day, calendar)
    expect(on('2026-03-01')).toMatchObject({ required: 0, state: 'none-required' })
    expect(on('2026-03-02')).toMatchObject({ required: 500_000, dueOn: '2026-03-02', state: 'due' })
    expect(on('2026-03-03')).toMatchObject({ state: 'overdue' })
  })
})

describe('a deposit for each category', () => {
  const required = (...categories: readonly string[]) => {
    const found = evaluateDeposit(perCategory, { ...FACTS, categories }, '2024-01-01', calendar)
    return found.outcome === 'ok' ? found.required : found.outcome
  }

  it('adds up, and all twelve are 380,000.00', () => {
    expect(required('api', 'service')).toBe(6_000_000)
    expect(required('lingshoutong')).toBe(5_000_000)
    expect(required(...categoryIds)).toBe(38_000_000)
  })

  it('a new category adds its own amount, whatever is held already; the order changes nothing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(categoryIds, { minLength: 1 }), ([added = '', ...held]) => {
        const price = required(added)
        expect(required(...held, added)).toBe(Number(required(...held)) + Number(price))
        expect(required(added, ...held.toReversed(), added)).toBe(required(...held, added))
      }),
    )
  })

  it('a category the pack does not know is named, not priced', () => {
    const found = evaluateDeposit(
      perCategory,
      { ...FACTS, categories: ['api', 'moon'] },
      '2024-01-01',
      calendar,
    )
    expect(found).toEqual({
      outcome: 'unknown-category',
      unknown: ['moon'],
      explanation: { ofAmount: [], ofTerms: [] },
    })
  })
})

describe('where the source is silent nothing is guessed', () => {
  it.each([
    ['ksyun', 'not-configured'],
    ['huawei', 'none-stated'],
  ])('%s: %s', (marketplace, outcome) => {
    expect(evaluateDeposit(packOf(marketplace), FACTS, '2024-01-01', calendar)).toMatchObject({ outcome })
  })
})

describe('whatever the facts', () => {
  const day = fc
    .date({ min: new Date('2022-06-01'), max: new Date('2025-06-01'), noInvalidDate: true })
    .map((each) => each.toISOString().slice(0, 10))
  const facts = fc.record({
    categories: fc.constant([]),
    joinedOn: fc.option(day),
    firstListedOn: fc.option(day),
    staff: fc.option(fc.nat(30)),
    freeOrOpenSource: fc.boolean(),
    openSource: fc.boolean(),
    paidProductOn: fc.option(day),
  })

  it('a free year is followed by a due day that is worked, at least five days later', () => {
    fc.assert(
      fc.property(facts, day, (each, on) => {
        const found = evaluateDeposit(perProvider, { ...each, paidProductOn: null }, on, calendar)
        if (found.outcome !== 'ok' || found.freeUntil === null || found.dueOn === null) return
        expect(isWorkingDay(calendar, found.dueOn)).toBe(true)
        expect(found.dueOn >= addDays(found.freeUntil, 5)).toBe(true)
      }),
    )
  })

  it('the state only moves forward while days pass', () => {
    const order = ['none-required', 'not-listed', 'in-free-period', 'due-before-listing', 'due', 'overdue']
    fc.assert(
      fc.property(facts, day, day, (each, one, other) => {
        const [early, late] = [one, other].sort()
        const rank = (on = '') => {
          const found = evaluateDeposit(perProvider, each, on, calendar)
          return found.outcome === 'ok' ? order.indexOf(found.state) : -1
        }
        expect(rank(late)).toBeGreaterThanOrEqual(rank(early))
      }),
    )
  })

  it('every answer says by which rule, with its quote', () => {
    fc.assert(
      fc.property(facts, day, (each, on) => {
        const { ofAmount, ofTerms } = evaluateDeposit(perProvider, each, on, calendar).explanation
        expect(ofAmount[0]?.citation.ruleId).toBe('deposit.amount')
        for (const { citation, pack } of [...ofAmount, ...ofTerms]) {
          expect(citation.quote).not.toBe('')
          expect(citation.source).not.toBe('')
          expect(pack).toEqual({
            marketplace: 'kubesphere',
            effectiveFrom: perProvider.effectiveFrom,
            version: perProvider.version,
          })
        }
      }),
    )
  })
})
