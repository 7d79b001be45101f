import type { Platform } from '../platform.ts'
import { hashOfToken } from './tokens.ts'

/** Crockford's base 32: without letters that are read as digits. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }
const GROUP = 5

/** A code that a person copies or types, of `groups` times 25 bits, as `7KQ2M-0V4RT`. */
export function newOneTimeCode({ randomBytes }: Pick<Platform, 'randomBytes'>, groups: number): string {
  const letters = [...randomBytes(groups * GROUP)].map((byte) => LETTERS.charAt(byte % LETTERS.length))
  return Array.from({ length: groups }, (_, at) => letters.slice(at * GROUP, (at + 1) * GROUP).join('')).join(
    '-',
  )
}

/** What such a code is kept by: however its letters and groups were typed. It has bits enough for a plain SHA-256. */
export function hashOfOneTimeCode(typed: string): string {
  const letters = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return hashOfToken([...letters].map((letter) => READ_AS[letter] ?? letter).join(''))
}
