import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SignInLimits } from '#platform/auth/sign-in-limits.ts'

const DESK = { email: 'li@example.cn', address: '192.0.2.1' }
const ELSEWHERE = { ...DESK, address: '198.51.100.7' }
const HOUR = 60 * 60_000

function guess(limits: SignInLimits, attempt: typeof DESK, times: number, now = 0): void {
  for (let count = 0; count < times; count += 1) limits.take(attempt, now)
}

describe('guesses of a password', () => {
  it('wait longer and longer after the fifth, a minute at most, and begin anew after a quiet hour', () => {
    const limits = new SignInLimits()
    let now = 0
    const waits = Array.from({ length: 12 }, () => {
      const wait = limits.take(DESK, now)
      now += wait * 1000
      if (wait > 0) expect(limits.take(DESK, now)).toBe(0)
      return wait
    })
    expect(waits).toEqual([0, 0, 0, 0, 0, 5, 10, 20, 40, 60, 60, 60])
    guess(limits, DESK, 4, now + HOUR)
    expect(limits.take(DESK, now + HOUR)).toBe(0)
  })

  it('made elsewhere keep nobody waiting who signed in from where she is', () => {
    const limits = new SignInLimits()
    limits.take(DESK, 0)
    limits.signedIn(DESK, 0)
    for (let at = 0; at < 500; at += 1) limits.take({ ...DESK, address: `198.51.100.${at}` }, at)
    expect(limits.take(ELSEWHERE, 500)).toBeGreaterThan(0)
    expect(limits.take(DESK, 500)).toBe(0)
  })

  it('made behind the same proxy keep no colleague waiting who signed in there before', () => {
    const limits = new SignInLimits()
    limits.take(DESK, 0)
    limits.signedIn(DESK, 0)
    for (let at = 0; at < 500; at += 1) limits.take({ ...DESK, email: `x${at}@example.cn` }, at)
    expect(limits.take({ ...DESK, email: 'new@example.cn' }, 500)).toBeGreaterThan(0)
    expect(limits.take(DESK, 500)).toBe(0)
  })

  it('from many networks slow each other down, and nobody waits longer than fifteen seconds for those of others', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 50, maxLength: 200 }),
        (times) => {
          const limits = new SignInLimits()
          const sorted = [...times].sort((one, other) => one - other)
          for (const [at, now] of sorted.entries()) limits.take({ ...DESK, address: `net-${at}` }, now)
          expect(limits.take({ ...DESK, address: 'hers' }, 60_001)).toBeLessThanOrEqual(15)
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('guesses of a second factor', () => {
  it('wait from half a minute to an hour, from all networks she is not known at together', () => {
    const limits = new SignInLimits()
    for (let at = 0; at < 5; at += 1) expect(limits.takeCode({ ...DESK, address: `net-${at}` }, 0)).toBe(0)
    expect(limits.takeCode(ELSEWHERE, 0)).toBe(30)
    let now = 0
    for (let round = 0; round < 10; round += 1) now += limits.takeCode(ELSEWHERE, now) * 1000
    guess(limits, DESK, 1, now)
    expect(limits.takeCode(ELSEWHERE, now)).toBeLessThanOrEqual(3600)
  })

  it('keep nobody waiting who signed in from where she is', () => {
    const limits = new SignInLimits()
    limits.signedIn(DESK, 0)
    for (let at = 0; at < 20; at += 1) limits.takeCode(ELSEWHERE, 0)
    expect(limits.takeCode(DESK, 0)).toBe(0)
  })
})
