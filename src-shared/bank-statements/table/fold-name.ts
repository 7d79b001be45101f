import { foldForms } from '../../base/fold-writing.ts'

/**
 * A column's name for comparison: half-width, lower case, 账 for 帐, without blanks, TABs, zero-width characters and the
 * unit, and without the English that some banks set behind the Chinese, in square brackets or bare.
 */
export function foldName(name: string): string {
  const folded = foldForms(name)
    .replace(/\s/g, '')
    .toLowerCase()
    .replaceAll('帐', '账')
    .replace(/\((?:人民币|元)\)$/, '')
    .replace(/\/元(?=$|\()/, '')
  const bracket = folded.indexOf('[')
  const native = bracket > 0 ? folded.slice(0, bracket) : folded
  return native.replace(/:$/, '').replace(/(\p{Script=Han})[a-z.]+$/u, '$1')
}

/** The names of a header row in their order; files with the same one have the same columns. */
export function headerSignature(cells: readonly string[]): string {
  return cells.map(foldName).join('|').replace(/\|+$/, '')
}
