import { expect, it } from 'vitest'
import { SlowDown } from '#platform/auth/slow-down.ts'

const ONE = { free: 1, firstWaitMs: 1000, longestWaitMs: 1000, forgetMs: 60_000 }

it('remembers a bounded number of keys, the newest ones', () => {
  const slow = new SlowDown({ ...ONE, keysLimit: 2 })
  for (const key of ['a', 'b', 'c']) slow.count(key, 0)
  expect([slow.wait('c', 0), slow.wait('a', 0)]).toEqual([1000, 0])
})

it('does not keep waiting who was forgiven', () => {
  const slow = new SlowDown(ONE)
  slow.count('a', 0)
  slow.forgive('a')
  slow.forgive('unknown')
  expect(slow.wait('a', 0)).toBe(0)
})
