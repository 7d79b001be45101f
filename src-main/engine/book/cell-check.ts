import { createHash } from 'node:crypto'

/** Begins the heading of the hidden column with the check of each row, and the first check of it. */
export const CHECK_HEADER = '✓'

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Every two digits. */
const PAIRS = Array.from({ length: 4096 }, (_, at) => DIGITS.charAt(at & 63) + DIGITS.charAt(at >>> 6))

/** How workbooks write what XML cannot hold; programs differ in whether they read it back. */
const ESCAPED = /_x([\da-f]{4})_/gi

/** A cell as it is checked and hashed: words as they stand, numbers as the double next to them; '' where it is empty. */
export function cellText(value: string | number | null | undefined): string {
  if (value === null || value === undefined || value === '') return ''
  return typeof value === 'number' ? `#${value}` : `'${value.includes('_x') ? readBack(value) : value}`
}

/** Every way of reading an escape comes to the same. */
function readBack(text: string): string {
  const read = text.replaceAll(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return read === text ? text : readBack(read)
}

/** Two characters of each cell of a row, which hang on what it holds and where it stands. */
export function rowCheck(row: number, cells: readonly string[]): string {
  let check = ''
  for (let column = 0; column < cells.length; column++) {
    const hash = hashOf(cells[column] ?? '', row * 31 + column)
    check += PAIRS[hash & 4095]
  }
  return check
}

/** The first column whose cell is not as its row's check says; -1 where all are. */
export function firstChanged(row: number, cells: readonly string[], check: string): number {
  const now = rowCheck(row, cells)
  for (let column = 0; column < Math.max(cells.length, check.length / 2); column++) {
    if (now.slice(2 * column, 2 * column + 2) !== check.slice(2 * column, 2 * column + 2)) return column
  }
  return -1
}

/** FNV-1a of 32 bits with its bits mixed once more. */
function hashOf(text: string, seed: number): number {
  let hash = 0x811c_9dc5 ^ seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** Hashes the rows of one sheet, in the order they come. */
export class ContentHash {
  readonly #hash = createHash('sha256')
  #some = ''

  /** The hash of a workbook: of its sheets in order, in hex. */
  static of(sheets: readonly { readonly name: string; readonly hash: string }[]): string {
    return createHash('sha256')
      .update(sheets.map(({ name, hash }) => `${name}\n${hash}\n`).join(''))
      .digest('hex')
  }

  row(cells: readonly string[]): void {
    this.#some += `${cells.join('\u{1F}')}\u{1E}`
    if (this.#some.length < 65_536) return
    this.#hash.update(this.#some)
    this.#some = ''
  }

  /** In hex; no row is added any more. */
  digest(): string {
    return this.#hash.update(this.#some).digest('hex')
  }
}
