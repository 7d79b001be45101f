import { distance } from 'fastest-levenshtein'
import { foldText, withoutLegalForm } from './fold-name.ts'
import type { RemarkPattern } from './match-types.ts'

const SEPARATORS = /[\s\p{P}\p{S}]+/gu
/** Words around a payment that say nothing against it. */
const COURTESY = /(入驻|缴纳|缴付|缴|交纳|交|付|支付|转账|汇款)/g
/** Misspellings a fixed part survives: edits. */
const TYPOS = 3
const SURE_START = 4
const SURE_END = 3

/** How a remark, less the name found in it, compares with what the marketplace asks for. */
export type RemarkTail = 'as-asked' | 'agrees' | 'truncated' | 'otherwise'

/**
 * Compares what stands in a folded remark before and after a name with the fixed part of the pattern. Any other
 * word or number beside the name may make it another company's name, or another payment.
 */
export function judgeTail(before: string, after: string, pattern: RemarkPattern): RemarkTail {
  const word = foldText(pattern.depositWord)
  const expected = bare(foldText(pattern.fixedPart))
  const found = bare(after)
  // The word alone is what anybody writes: only a wording of the marketplace's own is asked for.
  if (bare(before) === '' && found === expected && expected !== word) return 'as-asked'
  const aside = (text: string) => text.replaceAll(word, '').replace(COURTESY, '')
  const usual = aside(expected)
  if (!['', usual].includes(aside(bare(before)))) return 'otherwise'
  const isCut = found !== '' && found !== usual && expected.startsWith(found)
  if (isCut && bare(before) === '') return 'truncated'
  if (!found.includes(word) && !bare(before).includes(word)) return 'otherwise'
  const rest = aside(found)
  return rest === '' || rest === usual || isMisspelt(rest, usual) ? 'agrees' : 'otherwise'
}

/** A few letters off, but never at an end, where they may belong to another name, and never by a digit. */
function isMisspelt(found: string, expected: string): boolean {
  return (
    expected.length > SURE_START + SURE_END &&
    found.startsWith(expected.slice(0, SURE_START)) &&
    found.endsWith(expected.slice(-SURE_END)) &&
    !/[\p{N}\p{Script=Han}]/u.test(found) &&
    distance(found, expected) <= TYPOS
  )
}

/** The pieces of a remark that could be a name: without the fixed part, cut at separators, no legal form alone. */
export function namePieces(folded: string, pattern: RemarkPattern): string[] {
  let text = folded
  for (const word of [...foldText(pattern.fixedPart).split(' '), foldText(pattern.depositWord)]) {
    text = text.replaceAll(word, ' ')
  }
  return text
    .replace(COURTESY, ' ')
    .split(SEPARATORS)
    .filter((piece) => /^\p{Script=Han}{2,}|^[a-z]{3,}/u.test(withoutLegalForm(piece)))
}

function bare(text: string): string {
  return text.replace(SEPARATORS, '')
}
