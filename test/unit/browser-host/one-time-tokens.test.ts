import { expect, test } from 'vitest'
import { OneTimeTokens } from '#main/browser-host/one-time-tokens.ts'

test('a token lets in once', () => {
  const tokens = new OneTimeTokens(() => 0)
  const token = tokens.issue()
  expect(tokens.redeem('something else')).toBe(false)
  expect(tokens.redeem(token)).toBe(true)
  expect(tokens.redeem(token)).toBe(false)
})

test('a token ends after an hour', () => {
  let now = 0
  const tokens = new OneTimeTokens(() => now)
  const [early, late] = [tokens.issue(), tokens.issue()]
  now = 3600_000 - 1
  expect(tokens.redeem(early)).toBe(true)
  now = 3600_000
  expect(tokens.redeem(late)).toBe(false)
})

test('of many open tokens the oldest goes', () => {
  const tokens = new OneTimeTokens(() => 0)
  const issued = Array.from({ length: 9 }, () => tokens.issue())
  expect(issued.map((token) => tokens.redeem(token))).toEqual([false, ...Array(8).fill(true)])
})
