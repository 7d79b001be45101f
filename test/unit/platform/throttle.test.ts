import { expect, it } from 'vitest'
import { Throttle } from '#platform/auth/throttle.ts'

it('lets so many attempts through in a window, then says how long to wait', () => {
  const throttle = new Throttle(2, 60_000)
  expect([throttle.take('a', 0), throttle.take('a', 10_000), throttle.take('a', 20_000)]).toEqual([0, 0, 40])
  expect(throttle.take('b', 20_000)).toBe(0)
  expect(throttle.take('a', 59_999)).toBe(1)
  expect(throttle.take('a', 60_000)).toBe(0)
})

it('does not count what was forgiven', () => {
  const throttle = new Throttle(1, 60_000)
  throttle.take('a', 0)
  throttle.forgive('a')
  expect(throttle.take('a', 1)).toBe(0)
  throttle.forgive('unknown')
})

it('remembers a bounded number of keys, the newest ones', () => {
  const throttle = new Throttle(1, 60_000, 2)
  for (const key of ['a', 'b', 'c']) throttle.take(key, 0)
  expect(throttle.take('c', 1)).toBe(60)
  expect(throttle.take('a', 1)).toBe(0)
})
