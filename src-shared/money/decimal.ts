import { assert } from '../base/assert.ts'
import { type Fen, fenSchema } from './fen.ts'

/** A number of as many decimals as it needs, exactly: `units / 10 ** scale`. Quantities and unit prices, which fen cannot hold. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

export const ZERO: Decimal = { units: 0n, scale: 0 }

/** Twelve digits and eight decimals: what a quantity or a unit price is written in, never with a sign. */
export const DECIMAL_PATTERN = /^\d{1,12}(\.\d{1,8})?$/
const DECIMALS_OF_YUAN = 2

/** Reads `0.0035`. @param text of DECIMAL_PATTERN. */
export function decimal(text: string): Decimal {
  assert(DECIMAL_PATTERN.test(text), 'a decimal was checked where it came in')
  const [whole = '', decimals = ''] = text.split('.')
  return { units: BigInt(whole + decimals), scale: decimals.length }
}

/** `0.0035`, without zeros at its end. */
export function decimalText({ units, scale }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0')
  const decimals = digits.slice(digits.length - scale).replace(/0+$/, '')
  const whole = digits.slice(0, digits.length - scale)
  return `${units < 0n ? '-' : ''}${whole}${scale === 0 || decimals === '' ? '' : `.${decimals}`}`
}

export function plus(one: Decimal, other: Decimal): Decimal {
  const scale = Math.max(one.scale, other.scale)
  return { units: unitsAt(one, scale) + unitsAt(other, scale), scale }
}

export function minus(one: Decimal, other: Decimal): Decimal {
  return plus(one, { ...other, units: -other.units })
}

export function times(one: Decimal, other: Decimal): Decimal {
  return { units: one.units * other.units, scale: one.scale + other.scale }
}

/** Below zero where `one` is less, zero where both are the same number. */
export function compare(one: Decimal, other: Decimal): number {
  const { units } = minus(one, other)
  return units < 0n ? -1 : units > 0n ? 1 : 0
}

export function least(one: Decimal, other: Decimal): Decimal {
  return compare(one, other) <= 0 ? one : other
}

export function sumOf(all: readonly Decimal[]): Decimal {
  return all.reduce(plus, ZERO)
}

/** An amount in yuan in fen of any size, a half rounded away from zero (四舍五入). */
export function fenHalfAwayFromZero(yuan: Decimal): bigint {
  const half: Decimal = { units: yuan.units < 0n ? -5n : 5n, scale: DECIMALS_OF_YUAN + 1 }
  return fenTowardsZero(plus(yuan, half))
}

/** An amount in yuan in fen of any size, what is less than one left out. */
export function fenTowardsZero({ units, scale }: Decimal): bigint {
  return (units * 10n ** BigInt(DECIMALS_OF_YUAN)) / 10n ** BigInt(scale)
}

/** Fen as amounts are kept; null beyond what those can hold. */
export function fenOrNull(fen: bigint): Fen | null {
  const kept = fenSchema.safeParse(Number(fen))
  return kept.success ? kept.data : null
}

function unitsAt({ units, scale }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale)
}
