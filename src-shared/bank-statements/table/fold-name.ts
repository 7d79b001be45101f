import { foldText } from '../../base/fold-name.ts'
import { foldForms } from '../../base/fold-writing.ts'

/**
 * A column's name for comparison: half-width, lower case, traditional characters as simplified ones, without blanks, TABs, zero-width characters and the unit, and without the English that some banks set behind the Chinese, in square brackets or bare.
 */
export function foldName(name: string): string {
  const folded = foldForms(name)
    .replace(/\s/g, '')
    .toLowerCase()
    .replace(/\((?:人民币|元)\)$/, '')
    .replace(/\/元(?=$|\()/, '')
  const bracket = folded.indexOf('[')
  const native = bracket > 0 ? folded.slice(0, bracket) : folded
  const alone = native.replace(/:$/, '').replace(/(\p{Script=Han})[a-z.]+$/u, '$1')
  // Of these two the fold takes the other character of the set.
  return foldText(alone).replaceAll('帐', '账').replaceAll('藉', '借')
}

/** The names of a header row in their order; files with the same one have the same columns. */
export function headerSignature(cells: readonly string[]): string {
  return cells.map(foldName).join('|').replace(/\|+$/, '')
}
