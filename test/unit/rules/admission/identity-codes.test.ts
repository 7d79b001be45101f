import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isResidentId } from '#shared/rules/admission/resident-id.ts'
import { isUscc } from '#shared/rules/admission/uscc.ts'

const texts = z.array(z.string())
const codes = z
  .object({
    uscc: z.object({
      valid: texts,
      valid_ending_in_0_where_remainder_is_0: texts,
      invalid_checksum: texts,
      invalid_format: texts,
      valid_after_normalising: texts,
    }),
    resident_id: z.object({ valid: texts, invalid: texts, lower_case_x_is_valid: texts }),
  })
  .parse(
    JSON.parse(readFileSync(new URL('../../../fixtures/codes/identity-codes.json', import.meta.url), 'utf8')),
  )

describe('unified social credit codes', () => {
  it('every valid code of the list is valid, also as people type it', () => {
    const { valid, valid_ending_in_0_where_remainder_is_0, valid_after_normalising } = codes.uscc
    expect(valid.length).toBeGreaterThan(50)
    for (const code of [...valid, ...valid_after_normalising])
      expect([code, isUscc(code)]).toEqual([code, true])
    for (const code of valid_ending_in_0_where_remainder_is_0)
      expect([code, isUscc(code)]).toEqual([code, true])
  })

  it('a check value of 0 is valid', () => {
    expect(codes.uscc.valid_ending_in_0_where_remainder_is_0.every((code) => code.endsWith('0'))).toBe(true)
  })

  it.each([...codes.uscc.invalid_checksum, ...codes.uscc.invalid_format])('%s is not valid', (code) => {
    expect(isUscc(code)).toBe(false)
  })

  it('one changed figure of the region is always found', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...codes.uscc.valid),
        fc.integer({ min: 2, max: 7 }),
        fc.integer({ min: 1, max: 9 }),
        (code, at, by) => {
          const figure = (Number(code[at]) + by) % 10
          expect(isUscc(code.slice(0, at) + figure + code.slice(at + 1))).toBe(false)
        },
      ),
    )
  })
})

describe('resident identity numbers', () => {
  it.each([...codes.resident_id.valid, ...codes.resident_id.lower_case_x_is_valid])('%s is valid', (id) => {
    expect(isResidentId(id)).toBe(true)
  })

  it.each([...codes.resident_id.invalid, '', '110105491231002', '11010519490229002X'])(
    '%s is not valid',
    (id) => {
      expect(isResidentId(id)).toBe(false)
    },
  )
})
