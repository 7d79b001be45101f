import { z } from 'zod'
import { assert } from '../base/assert.ts'
import type { Bilingual } from '../base/bilingual.ts'
import type { Fen } from './fen.ts'

/** How a figure was rounded, by the name it is kept under. */
export const roundingSchema = z.enum(['half-away-from-zero'])
export type Rounding = z.infer<typeof roundingSchema>

export const ROUNDING_WORDS: Readonly<Record<Rounding, Bilingual>> = {
  'half-away-from-zero': { zh: '四舍五入到分', en: 'Half away from zero, to the fen' },
}

/**
 * `fen * numerator / denominator`, a half rounded away from zero (四舍五入): the rounding of every rule
 * that names no other. Exact: the product is taken in whole numbers of any size.
 */
export function multiplyHalfAwayFromZero(fen: Fen, numerator: number, denominator: number): Fen {
  assert([fen, numerator, denominator].every(Number.isSafeInteger), 'rates are ratios of whole numbers')
  assert(denominator > 0, 'a denominator is positive')
  const product = BigInt(fen) * BigInt(numerator)
  const magnitude = product < 0n ? -product : product
  const rounded = (2n * magnitude + BigInt(denominator)) / (2n * BigInt(denominator))
  const result = Number(product < 0n ? -rounded : rounded)
  assert(Number.isSafeInteger(result), 'an amount fits into fen')
  return result
}
