import { describe, expect, it } from 'vitest'
import { stepOfCode } from '#platform/auth/second-factor.ts'

const STEP = 30_000

describe('a code of RFC 6238', () => {
  // Appendix B, SHA-1, cut to six digits: the secret is the ASCII text 12345678901234567890.
  const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('at second %i is %s', (second, code) => {
    expect(stepOfCode(SECRET, code, second * 1000, null)).toBe(Math.floor(second / 30))
    expect(stepOfCode(SECRET, `${code.slice(0, 3)} ${code.slice(3)}`, second * 1000, null)).not.toBeNull()
  })
  it('is good one step before and after its own, and not two', () => {
    const [own, code] = [1_111_111_109, '081804']
    const at = (steps: number) => stepOfCode(SECRET, code, (Math.floor(own / 30) + steps) * STEP + 1000, null)
    expect([-2, -1, 0, 1, 2].map((steps) => at(steps) !== null)).toEqual([false, true, true, true, false])
  })
  it.each(['', '28708', '2870820', '28708a', '２８７０８２'])('is not %j', (code) => {
    expect(stepOfCode(SECRET, code, 59_000, null)).toBeNull()
  })
})
