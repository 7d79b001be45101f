import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/calendar/plain-date.ts'
import {
  type AdoptedControl,
  adoptedControls,
  CONTROL_NAMES,
  CONTROLS,
  type ControlSheet,
  fits,
  fitsControl,
  STANDARD_CONTROLS,
} from '#shared/rules/in-force/company-controls.ts'

const DAY = '2026-11-20'
const days = (value: number, from: string): AdoptedControl => ({
  control: 'deposit-due-soon-days',
  value,
  from,
})

describe('the controls of the company', () => {
  it.each(CONTROL_NAMES)('%s has a standard that it may have, and words in both languages', (name) => {
    const sheet: ControlSheet = CONTROLS[name]
    expect(fitsControl(name, sheet.standard)).toBe(true)
    expect(STANDARD_CONTROLS(name, DAY)).toBe(sheet.standard)
    expect([sheet.name.zh, sheet.about.zh].every((text) => /\p{Script=Han}/u.test(text))).toBe(true)
  })

  it('hold from their first day on, until a later one', () => {
    const controls = adoptedControls([days(45, '2026-12-01'), days(60, '2027-01-01')])
    const on = (day: string) => controls('deposit-due-soon-days', day)
    expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([30, 45, 45, 60])
  })

  it('of one day the one that was adopted last holds; one for an earlier day that was adopted later changes no later one', () => {
    const controls = adoptedControls([days(45, '2026-12-01'), days(50, '2026-12-01'), days(60, '2026-11-01')])
    const on = (day: string) => controls('deposit-due-soon-days', day)
    expect([on('2026-11-15'), on('2026-12-01')]).toEqual([60, 50])
  })

  it('what was adopted of another control, or is no value of this one, changes nothing', () => {
    const controls = adoptedControls([
      { control: 'payments-paused', value: true, from: '2026-01-01' },
      days(-1, '2026-01-01'),
      { control: 'deposit-due-soon-days', value: true, from: '2026-01-01' },
      { control: 'of-a-later-program', value: 7, from: '2026-01-01' },
    ])
    expect(controls('deposit-due-soon-days', DAY)).toBe(30)
    expect(controls('payments-paused', DAY)).toBe(true)
  })

  it('always are a value that fits, whatever was adopted and whenever', () => {
    const adopted = fc.array(
      fc.record({
        control: fc.constantFrom<string>(...CONTROL_NAMES, 'unknown'),
        value: fc.oneof(
          fc.boolean(),
          fc.integer({ min: -400, max: 400 }),
          fc.string(),
          fc.constantFrom('北京青云科技股份有限公司', '91110105MA0001HX7A'),
        ),
        from: fc.integer({ min: -60, max: 60 }).map((shift) => addDays(DAY, shift)),
      }),
    )
    fc.assert(
      fc.property(adopted, fc.constantFrom(...CONTROL_NAMES), (given, name) => {
        const value = adoptedControls(given)(name, DAY)
        const held = given.filter(
          (each) => each.control === name && each.from <= DAY && fitsControl(name, each.value),
        )
        expect(fitsControl(name, value)).toBe(true)
        expect(held.length === 0 || held.some((each) => each.value === value)).toBe(true)
      }),
    )
  })
})

describe('a value of a control', () => {
  const WORDS = { name: { zh: '门槛', en: 'Threshold' }, about: { zh: '门槛', en: 'Threshold' } }
  it.each(['money', 'days', 'working-days', 'rate'] as const)(
    'in %s is a whole number within its bounds',
    (holds) => {
      const sheet: ControlSheet = { ...WORDS, holds, standard: 5, least: 0, most: 10 }
      const values = [0, 10, -1, 11, 2.5, true, Number.NaN]
      expect(values.map((value) => fits(sheet, value))).toEqual([
        true,
        true,
        false,
        false,
        false,
        false,
        false,
      ])
    },
  )
  it('of a text is empty or of its form, and no figure', () => {
    const sheet: ControlSheet = { ...WORDS, holds: 'text', standard: '', pattern: /^[A-Z]{3}$/ }
    expect(['', 'ABC', 'abc', 'ABCD', 7, true].map((value) => fits(sheet, value))).toEqual([
      ...[true, true, false, false, false, false],
    ])
  })
  it('of a switch is yes or no, and no figure', () => {
    const sheet: ControlSheet = { ...WORDS, holds: 'yes-no', standard: false }
    expect([true, false, 0, 1].map((value) => fits(sheet, value))).toEqual([true, true, false, false])
  })
})
